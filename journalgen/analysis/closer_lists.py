"""Small lists of words that research on words and well-being looked at, for two languages; our own, and no more than a choice.

They follow the categories of three papers: first-person singular pronouns (Tackman et al. 2019,
https://doi.org/10.1037/pspp0000187), absolutist words (Al-Mosaiwi and Johnstone 2018,
https://doi.org/10.1177/2167702617747074), and words of insight and cause (Pennebaker, Mayne and Francis 1997,
https://doi.org/10.1037/0022-3514.72.4.863). Their own dictionaries are neither copied nor matched word for word.
"""

from __future__ import annotations

from typing import Literal, get_args

Group = Literal["i", "absolute", "insight"]
GROUPS: tuple[Group, ...] = get_args(Group)

# By language (ISO 639-1) and group, in small letters, as they are shown.
LISTS: dict[str, dict[Group, tuple[str, ...]]] = {
    "en": {
        "i": ("I", "me", "my", "mine", "myself"),
        "absolute": (
            "absolutely", "all", "always", "completely", "constantly", "entirely", "every", "everybody", "everyone",
            "everything", "forever", "must", "never", "nobody", "nothing", "totally", "whole",
        ),
        "insight": (
            "because", "knew", "know", "known", "learn", "learned", "learnt", "meant", "notice", "noticed", "realise",
            "realised", "realize", "realized", "reason", "remember", "remembered", "think", "thought", "understand",
            "understood", "why", "wonder", "wondered",
        ),
    },
    "de": {
        "i": ("ich", "mich", "mir", "mein", "meine", "meinem", "meinen", "meiner", "meines"),
        "absolute": (
            "absolut", "alle", "alles", "ausnahmslos", "dauernd", "ewig", "gänzlich", "immer", "jeder", "jedes", "jede",
            "komplett", "nichts", "nie", "niemals", "niemand", "ständig", "total", "vollkommen", "völlig",
        ),
        "insight": (
            "begreife", "begriffen", "bemerkt", "bemerkte", "dachte", "denke", "erinnere", "erkannt", "erkenne", "gedacht",
            "gelernt", "gemerkt", "grund", "lerne", "merke", "merkte", "verstand", "verstanden", "verstehe", "warum", "weil",
            "weiß", "wusste",
        ),
    },
}  # fmt: skip
