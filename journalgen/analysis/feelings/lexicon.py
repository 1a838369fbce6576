"""A lexicon of feelings: words that mean nearly the same, in English and German, and where each lies.

The two directions are those of the circumplex of affect (Russell 1980, doi:10.1037/h0077714): how pleasant a feeling is, and how
stirred one is by it, both from -2 to 2. The words and their places are our own, and rough on purpose; `[feelings]` in
`journal.toml` changes them. A word that is not here is kept as it is, without a place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journalgen.analysis.terms import folded
from journalgen.model.config import FeelingConfig


@dataclass(frozen=True, slots=True)
class Feeling:
    """Words that mean nearly the same, by the name of their first, and where they lie; None where nobody says."""

    name: str
    pleasant: float | None
    stirred: float | None
    words: tuple[str, ...]


def _feeling(pleasant: int, stirred: int, english: str, german: str) -> Feeling:
    words = (*english.split(", "), *german.split(", "))
    return Feeling(words[0], pleasant, stirred, words)


LEXICON = (
    _feeling(
        2,
        -2,
        "calm, peaceful, serene, at peace, relaxed, tranquil, settled, at ease",
        "ruhig, gelassen, friedlich, entspannt, ausgeglichen",
    ),
    _feeling(
        2,
        -1,
        "content, contented, satisfied, comfortable, cosy, cozy, fulfilled",
        "zufrieden, behaglich, erfüllt, gemütlich",
    ),
    _feeling(2, -1, "safe, secure, sheltered, held", "sicher, geborgen, aufgehoben"),
    _feeling(1, -1, "relieved, lighter, unburdened, relief", "erleichtert, befreit, erleichterung"),
    _feeling(1, -1, "tender, gentle, soft, affectionate", "zärtlich, sanft, weich"),
    _feeling(
        2, 0, "loved, cared for, cherished, accepted, understood, seen", "geliebt, angenommen, verstanden, gesehen"
    ),
    _feeling(2, 0, "loving, love, fond, close, connected, warm", "liebevoll, liebe, verbunden, nah"),
    _feeling(2, 0, "grateful, thankful, gratitude, blessed, appreciative", "dankbar, dankbarkeit"),
    _feeling(
        2,
        1,
        "happy, glad, cheerful, joyful, joy, pleased, delighted",
        "glücklich, froh, fröhlich, heiter, freudig, freude, vergnügt",
    ),
    _feeling(2, 1, "proud, pride, accomplished, triumphant", "stolz"),
    _feeling(
        1,
        1,
        "hopeful, hope, optimistic, encouraged, confident",
        "hoffnungsvoll, hoffnung, zuversichtlich, optimistisch, ermutigt",
    ),
    _feeling(1, 1, "amused, playful, silly, giggly, entertained", "amüsiert, belustigt, verspielt, albern"),
    _feeling(
        1, 1, "curious, interested, intrigued, inspired, fascinated", "neugierig, interessiert, inspiriert, fasziniert"
    ),
    _feeling(
        2, 2, "excited, thrilled, elated, enthusiastic, exhilarated, ecstatic", "begeistert, euphorisch, überglücklich"
    ),
    _feeling(
        1,
        2,
        "energetic, lively, alert, awake, motivated, determined",
        "energiegeladen, lebendig, wach, motiviert, entschlossen",
    ),
    _feeling(1, 1, "brave, strong, courageous, empowered, capable", "mutig, stark, tapfer"),
    _feeling(1, 0, "moved, touched", "gerührt, bewegt, berührt"),
    _feeling(0, -1, "nostalgic, wistful, bittersweet", "nostalgisch, wehmütig, wehmut"),
    _feeling(0, -1, "thoughtful, pensive, reflective, contemplative", "nachdenklich, besinnlich, in gedanken"),
    _feeling(0, 0, "okay, ok, fine, neutral, all right, alright", "in ordnung, ausgewogen"),
    _feeling(0, 2, "surprised, surprise, amazed, astonished, startled", "überrascht, erstaunt, verblüfft"),
    _feeling(-1, 0, "longing, homesick, yearning", "sehnsüchtig, sehnsucht, heimweh"),
    _feeling(-1, 0, "confused, unsure, uncertain, torn, puzzled", "verwirrt, unsicher, ratlos, zwiegespalten"),
    _feeling(
        -1, -2, "tired, exhausted, drained, weary, sleepy, worn out, fatigued", "müde, erschöpft, ausgelaugt, schläfrig"
    ),
    _feeling(-1, -1, "bored, boredom, flat, indifferent, meh", "gelangweilt, gleichgültig, lustlos"),
    _feeling(-1, -2, "numb, numbness, empty, hollow, detached", "taub, leer, abgestumpft, betäubt"),
    _feeling(
        -2,
        -1,
        "sad, sadness, down, low, blue, unhappy, tearful, gloomy, heavy, melancholy",
        "traurig, niedergeschlagen, bedrückt, unglücklich, betrübt, melancholisch, schwermütig",
    ),
    _feeling(-2, 0, "grieving, grief, heartbroken, mourning", "trauernd, trauer, untröstlich"),
    _feeling(-2, -1, "lonely, alone, isolated, left out, loneliness", "einsam, allein, ausgeschlossen, einsamkeit"),
    _feeling(
        -2, -1, "hopeless, despairing, despair, helpless, powerless", "hoffnungslos, verzweifelt, hilflos, machtlos"
    ),
    _feeling(-1, -1, "disappointed, let down, discouraged, disheartened", "enttäuscht, entmutigt"),
    _feeling(-2, 0, "hurt, wounded, rejected, betrayed", "verletzt, gekränkt, zurückgewiesen"),
    _feeling(-2, 0, "ashamed, shame, embarrassed, humiliated", "beschämt, scham, verlegen, gedemütigt"),
    _feeling(-2, 0, "guilty, guilt, regretful, remorseful, sorry", "schuldig, reumütig, schuldgefühle"),
    _feeling(
        -2,
        2,
        "anxious, anxiety, worried, nervous, uneasy, apprehensive, on edge, tense, restless",
        "ängstlich, besorgt, nervös, unruhig, angespannt",
    ),
    _feeling(
        -2, 2, "afraid, scared, frightened, fearful, fear, panicky, terrified", "verängstigt, angst, furcht, panisch"
    ),
    _feeling(
        -1, 2, "stressed, overwhelmed, pressured, frazzled, rushed", "gestresst, überfordert, überwältigt, gehetzt"
    ),
    _feeling(-2, 2, "angry, anger, furious, mad, enraged, outraged, cross", "wütend, wut, zornig, zorn, sauer, böse"),
    _feeling(
        -1,
        1,
        "frustrated, irritated, annoyed, impatient, fed up, grumpy, irritable",
        "frustriert, genervt, gereizt, verärgert, ungeduldig",
    ),
    _feeling(-1, 1, "jealous, envious, envy, resentful, bitter", "eifersüchtig, neidisch, neid, verbittert"),
    _feeling(-2, 1, "disgusted, disgust, revolted", "angeekelt, angewidert, ekel"),
)


class Lexicon:
    """Knows the feeling that a word means; the writer's own count before ours.

    What the writer says of a name that is a word of ours is said of that feeling; the words that they list for one are taken
    from any other.
    """

    def __init__(self, own: Iterable[FeelingConfig] = ()) -> None:
        self._known = {folded(word): feeling for feeling in LEXICON for word in feeling.words}
        for each in own:
            self._add(each)

    def of(self, word: str) -> Feeling | None:
        """Return the feeling that a word means, in whatever case, or None of an unknown one."""
        return self._known.get(folded(word))

    def _add(self, own: FeelingConfig) -> None:
        known = self.of(own.name)
        before = known.words if known else (own.name,)
        words = tuple(dict.fromkeys((*before, *own.words)))
        pleasant = own.pleasant if own.pleasant is not None or known is None else known.pleasant
        stirred = own.stirred if own.stirred is not None or known is None else known.stirred
        feeling = Feeling(known.name if known else own.name, pleasant, stirred, words)
        taken = {folded(word) for word in own.words}
        for word in words:
            # A word that another table has taken stays there.
            if self._known.get(folded(word)) in (known, None) or folded(word) in taken:
                self._known[folded(word)] = feeling
