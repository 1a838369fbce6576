"""The words for each code of a `Problem`: what the terminal says, what may help, and what the site says to the writer.

A sentence follows "In line 4," or stands alone with a capital; it never scolds, and names what works instead.
"""

from __future__ import annotations

from msgspec import Struct

from journalgen.language import N_


class Words(Struct, frozen=True):
    """One problem in words, in English; `%(name)s` stands for the parameter of that name."""

    terminal: str
    sentence: str
    hint: str | None = None


_FIELDS = {
    "expected-on-scale": Words(
        N_("%(field)s: expected %(min)s to %(max)s, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; a number from %(min)s to %(max)s works here."),
    ),
    "expected-min": Words(
        N_("%(field)s: expected %(end)s or more, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; a number of %(end)s or more works here."),
    ),
    "expected-max": Words(
        N_("%(field)s: expected %(end)s or less, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; a number of %(end)s or less works here."),
    ),
    "expected-above": Words(
        N_("%(field)s: expected more than %(end)s, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; a number above %(end)s works here."),
    ),
    "expected-number": Words(
        N_("%(field)s: expected a number, got '%(got)s'"), N_("%(field)s says '%(got)s'; a number works here.")
    ),
    "expected-text": Words(
        N_("%(field)s: expected text, got '%(got)s'"), N_("%(field)s says '%(got)s'; a line of text works here.")
    ),
    "expected-list": Words(
        N_("%(field)s: expected a list such as [one, two], got '%(got)s'"),
        N_("%(field)s says '%(got)s'; a list such as [one, two] works here."),
    ),
    "expected-list-of-text": Words(
        N_('%(field)s: expected a list of texts such as ["one", "two"], got \'%(got)s\''),
        N_('%(field)s says \'%(got)s\'; a list of texts such as ["one", "two"] works here.'),
    ),
    "expected-field": Words(
        N_("%(field)s: expected names of fields such as mood or sleep, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; names of fields such as mood or sleep work here."),
    ),
    "expected-flag": Words(
        N_("%(field)s: expected yes or no, got '%(got)s'"), N_("%(field)s says '%(got)s'; yes or no works here.")
    ),
    "expected-true-false": Words(
        N_("%(field)s: expected true or false, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; true or false works here."),
    ),
    "expected-date": Words(
        N_("%(field)s: expected a date such as 2026-04-03, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; a date such as 2026-04-03 works here."),
    ),
    "expected-time": Words(
        N_("%(field)s: expected a time such as 21:30, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; a time such as 21:30 works here."),
    ),
    "expected-coping": Words(
        N_("%(field)s: expected a name, or {what: …, before: …, after: …}, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; a name works here, or what, before and after."),
    ),
    "expected-scales": Words(
        N_("%(field)s: expected questionnaires with their scores such as {phq9: 12}, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; questionnaires with their scores, such as phq9: 12, work here."),
    ),
    "unclear-scales": Words(
        N_("scales: expected questionnaires with their scores such as {phq9: 12}"),
        N_("questionnaires with their scores, such as phq9: 12, work here."),
    ),
    "expected-answer": Words(
        N_("%(field)s: expected each answer as 0, 1, 2 or 3"),
        N_("%(field)s has an answer that is not clear; 0, 1, 2 or 3 works here."),
    ),
    "score-step": Words(
        N_("%(field)s: expected a multiple of %(step)s, got '%(got)s'"),
        N_(
            "%(field)s says '%(got)s', and its scores are multiples of %(step)s; the sum of the answers works as {raw: 15}."
        ),
    ),
    "expected-mood-or-false": Words(
        N_("%(field)s: expected a mood such as 3, or false, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; a mood such as 3 works here, or false."),
    ),
    "expected-choice": Words(
        N_("%(field)s: expected one of %(choices)s, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; one of these works here: %(choices)s."),
    ),
    "expected-table": Words(
        N_("%(field)s: expected a table of settings, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; a table of settings works here."),
    ),
    "expected-language": Words(
        N_("%(field)s: expected a language such as en, de or pt-BR, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; a language such as en, de or pt-BR works here."),
        N_("languages with words of their own: %(known)s; any other whose dates are known works too, in English words"),
    ),
    "language-untranslated": Words(
        N_("journalgen has no words in this language yet (%(language)s); dates are in it, sentences in English"),
        N_("journalgen has no words in this language yet (%(language)s); dates are in it, sentences in English."),
    ),
    "unknown-field": Words(
        N_("%(field)s: unknown field; did you mean '%(suggestion)s'?"),
        N_("the field %(field)s is new to journalgen; perhaps %(suggestion)s was meant."),
    ),
    "unknown-key": Words(
        N_("%(field)s: unknown setting; the settings here are %(known)s"),
        N_("the setting %(field)s is new to journalgen; the settings here are %(known)s."),
    ),
    "unknown-key-close": Words(
        N_("%(field)s: unknown setting; did you mean '%(suggestion)s'?"),
        N_("the setting %(field)s is new to journalgen; perhaps %(suggestion)s was meant."),
        N_("the settings here are %(known)s"),
    ),
    "missing-key": Words(N_("%(field)s: missing"), N_("%(field)s is still needed here.")),
    "scale-ends": Words(
        N_("%(field)s: min %(min)s is not below max %(max)s"),
        N_("the scale of %(field)s goes from %(min)s to %(max)s; its first end has to be the smaller one."),
    ),
    "pause-ends": Words(
        N_("%(field)s: the pause ends on %(last)s, before it begins on %(first)s"),
        N_("the pause begins on %(first)s and ends on %(last)s; the other way round works here."),
    ),
    "quiet-ends": Words(
        N_("%(field)s: the days end on %(last)s, before they begin on %(first)s; read the other way round"),
        N_("the quiet days begin on %(first)s and end on %(last)s; they were read the other way round."),
    ),
    "quiet-empty": Words(
        N_("%(field)s: names no days, tags or people"),
        N_("what is to stay quiet is still missing; days (from, to), tags or people work here."),
    ),
    "duplicate-key": Words(
        N_("%(key)s: given a second time; the one in line %(first)s counts"),
        N_("%(key)s is given a second time; the one in line %(first)s counts."),
    ),
}

_DAYS = {
    "date-order": Words(
        N_("%(field)s: expected year-month-day such as 2026-04-03, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; year, month and day, such as 2026-04-03, work here."),
        N_("which number is the day and which the month can't be told"),
    ),
    "date-impossible": Words(
        N_("%(field)s: '%(got)s' is not in the calendar"),
        N_("%(field)s says '%(got)s', a day that the calendar does not have."),
    ),
    "date-unreadable": Words(
        N_("%(field)s: expected a date such as 2026-04-03, got '%(got)s'"),
        N_("%(field)s says '%(got)s'; a date such as 2026-04-03 works here."),
    ),
    "name-order": Words(
        N_("expected year-month-day such as 2026-04-03 in the file's name"),
        N_("the file's name has a date in it; year, month and day, such as 2026-04-03, work there."),
        N_("which number is the day and which the month can't be told"),
    ),
    "name-impossible": Words(
        N_("the date in the file's name is not in the calendar"),
        N_("the file's name holds a day that the calendar does not have."),
    ),
    "date-differs": Words(
        N_("%(field)s: says %(date)s, the file's name %(name)s; %(date)s counts"),
        N_("%(field)s says %(date)s and the file's name %(name)s; %(date)s counts."),
    ),
    "in-private": Words(
        N_("something in this private entry was not understood"),
        N_("something in this private entry was not understood; its own page says what."),
        None,
    ),
    "in-private-review": Words(
        N_("something in this private review was not understood; `journalgen check` says what"),
        N_("something in this private review was not understood; journalgen check says what."),
        None,
    ),
    "review-open-on": Words(
        N_("%(field)s: a review can't be sealed; it is shown"),
        N_("%(field)s seals a letter, and a review can't be sealed; it is shown."),
        N_("`private: yes` folds a review away on its page"),
    ),
    "in-sealed": Words(
        N_("something in this sealed letter was not understood; `journalgen check` says what"),
        N_("something in this sealed letter was not understood; journalgen check says what."),
        None,
    ),
    "undated": Words(
        N_("no day in the file's name, folders or front matter; it is listed under Undated"),
        N_("there is no day in the file's name, its folders or its front matter; it is listed under Undated."),
        N_("name it such as 2026-03-14.md, or give it a line such as date: 2026-03-14"),
    ),
    "undated-many": Words(
        N_("notes with a day, read: %(dated)s; without one, listed under Undated: %(count)s"),
        N_("notes without a day, listed under Undated: %(count)s."),
    ),
    "left-alone": Words(
        N_('notes with a day, read: %(dated)s; without one, left alone: %(count)s; `undated = "list"` shows them'),
        N_("notes with a day, which are here: %(dated)s; without one, left alone: %(count)s."),
    ),
}

_FRONT_MATTER = {
    "frontmatter-language": Words(
        N_("front matter in '%(language)s' can't be read; yaml, toml and json can"),
        N_("the fields are written in '%(language)s'; yaml, toml and json can be read."),
    ),
    "frontmatter-unclosed": Words(
        N_("the front matter has no closing line; all of it is shown as text"),
        N_("the fields at the top have no closing line, so they are shown as text."),
    ),
    "frontmatter-not-mapping": Words(
        N_("front matter: expected lines such as mood: 6, got '%(got)s'"),
        N_("the top of the file says '%(got)s'; lines such as mood: 6 work there."),
    ),
    "yaml-syntax": Words(N_("YAML: %(message)s"), N_("the fields could not be read from here on (%(message)s).")),
    "yaml-tab": Words(
        N_("YAML: a tab can't indent a line; use spaces"), N_("the line begins with a tab; spaces work here.")
    ),
    "yaml-too-deep": Words(N_("YAML: nested too deeply"), N_("the fields lie too deep within each other to be read.")),
    "yaml-too-large": Words(N_("YAML: too many values"), N_("there are more fields than can be read.")),
    "yaml-bad-alias": Words(
        N_("YAML: '*%(name)s' refers to nothing; put quotation marks around a text that begins with *"),
        N_("a value begins with *; quotation marks around it work here."),
    ),
    "yaml-key": Words(N_("YAML: the name of a field has to be text"), N_("the name of a field has to be plain text.")),
    "toml-syntax": Words(N_("TOML: %(message)s"), N_("the fields could not be read from here on (%(message)s).")),
    "toml-too-deep": Words(N_("TOML: nested too deeply"), N_("the fields lie too deep within each other to be read.")),
    "json-syntax": Words(N_("JSON: %(message)s"), N_("the fields could not be read from here on (%(message)s).")),
    "json-too-deep": Words(N_("JSON: nested too deeply"), N_("the fields lie too deep within each other to be read.")),
}

_TEXTS = {
    "markdown-too-deep": Words(
        N_("nested too deeply for Markdown; shown as it was written"),
        N_("the text lies too deep within itself to be laid out, so it is shown as it was written."),
    ),
    "markdown-picture-inline": Words(
        N_("a picture written into the text itself can't be shown; its description stands there"),
        N_("a picture is written into the text itself; its description is shown in its place."),
        N_("keep the picture as a file beside the entry"),
    ),
    "file-missing": Words(
        N_("'%(target)s' is not in the journal"),
        N_("the file '%(target)s' is not in the journal; what was written about it stands in its place."),
    ),
    "file-outside": Words(
        N_("'%(target)s' leads out of the journal, and is not shown"),
        N_("the file '%(target)s' lies outside the journal; what was written about it stands in its place."),
        N_("keep the file somewhere in the journal's folder"),
    ),
    "file-unreadable": Words(
        N_("'%(target)s' can't be read"),
        N_("the file '%(target)s' could not be opened; what was written about it stands in its place."),
    ),
    "files-as-they-are": Words(
        N_("sound, video and PDF files, copied as they are: %(count)s; what they say of place and device goes along"),
        N_("sound, video and PDF files are copied as they are, with what they say of place and device: %(count)s."),
    ),
    "picture-broken": Words(
        N_("'%(target)s' can't be shown: it is damaged, or not a picture"),
        N_("the picture '%(target)s' is damaged, or not a picture; what was written about it stands in its place."),
    ),
    "picture-too-large": Words(
        N_("'%(target)s' is too large to be shown"),
        N_("the picture '%(target)s' is too large to be shown; what was written about it stands in its place."),
        N_("save it somewhat smaller beside it, and show that"),
    ),
    "picture-heic": Words(
        N_("'%(target)s' is a HEIC picture, which needs one more library"),
        N_(
            "the picture '%(target)s' is in Apple's HEIC format, which can't be read here yet; its description stands there."
        ),
        N_('python -m pip install ".[heic]" in journalgen\'s folder reads them; saved as JPEG they need nothing'),
    ),
    "picture-too-many-frames": Words(
        N_("'%(target)s' moves for too long; its first picture is shown"),
        N_("the moving picture '%(target)s' is too long, so its beginning is shown."),
    ),
    "picture-cut-short": Words(
        N_("'%(target)s' is cut short; what there is of it is shown"),
        N_("the picture '%(target)s' is cut short; what there is of it is shown."),
    ),
    "dead-link": Words(
        N_("link to '%(target)s', which is not in the journal"),
        N_("a link leads to '%(target)s', which is not in the journal; it is shown as plain text."),
    ),
    "dead-heading": Words(
        N_("link to '%(target)s', a heading that is not there"),
        N_("a link leads to '%(target)s', and there is no such heading."),
    ),
    "links-unwritten": Words(
        N_("links to notes that are not there yet, shown as plain words: %(count)s"),
        N_(
            "links to notes that are not there yet: %(count)s. They are shown as plain words until there is such a note."
        ),
    ),
    "links-unwritten-days": Words(
        N_("links to days that have no entry, shown as plain words: %(count)s"),
        N_("links to days that have no entry: %(count)s. They are shown as plain words until there is one."),
    ),
    "not-utf-8": Words(
        N_("not UTF-8 (%(got)s); read as Windows-1252"),
        N_("the file is in an older encoding; most letters should look right."),
        N_("save the file as UTF-8"),
    ),
    "utf-16": Words(N_("UTF-16; saved as UTF-8 it works everywhere"), N_("the file is in UTF-16, and could be read.")),
    "binary": Words(N_("not a text"), N_("the file is not a text, and can't be shown.")),
    "empty": Words(N_("empty"), N_("the file is empty so far.")),
    "too-large": Words(
        N_("larger than %(size)s MB; the first %(shown)s kB are shown as plain text"),
        N_(
            "the file is larger than %(size)s MB; the first %(shown)s kB of it are shown as plain text. The file is untouched."
        ),
        None,
    ),
    "unreadable-file": Words(
        N_("can't be read: %(reason)s"), N_("the file could not be opened; the system says: %(reason)s.")
    ),
    "synced-folder": Words(
        N_("%(folder)s lies in a folder that %(service)s copies to other computers"),
        N_("%(folder)s lies in a folder that %(service)s copies to other computers."),
    ),
}

_OWN = {
    "own-outside": Words(
        N_("leads out of the journal; not used"), N_("it leads to a place outside the journal, so it is not used.")
    ),
    "own-too-large": Words(
        N_("larger than %(size)s MB; not used"), N_("the file is larger than %(size)s MB, so it is not used.")
    ),
    "own-too-many": Words(
        N_("more than %(count)s files; the rest is not used"),
        N_("there are more than %(count)s files; the rest is not used."),
    ),
    "own-script": Words(
        N_("a script; a journal's own scripts are not put into the site"),
        N_("the file is a script; a journal's own scripts are not put into the site."),
    ),
    "own-kind": Words(
        N_("not used; the kinds that are: %(known)s"), N_("the file is not used; the kinds that are: %(known)s.")
    ),
    "own-style-in-templates": Words(
        N_("not used here; styles, pictures and fonts belong in assets/"),
        N_("the file is not used here; styles, pictures and fonts belong in the folder assets."),
    ),
    "own-live-drawing": Words(
        N_("a drawing with a script in it, or something like one; not used"),
        N_("the drawing has a script in it, or something like one, so it is not used."),
    ),
    "own-hidden": Words(
        N_("not used: names that begin with theme/ stand for journalgen's own templates"),
        N_("the template is not used: names that begin with theme/ stand for journalgen's own templates."),
    ),
    "own-unused": Words(
        N_("replaces no template of journalgen's, and no template uses it"),
        N_("it replaces no template of journalgen's, and no template uses it."),
        N_("`journalgen templates list` names those that there are"),
    ),
    "own-unused-close": Words(
        N_("replaces no template of journalgen's; did you mean '%(suggestion)s'?"),
        N_("it replaces no template of journalgen's; perhaps %(suggestion)s was meant."),
        N_("`journalgen templates list` names those that there are"),
    ),
    "template-fault": Words(N_("%(message)s"), N_("the template can't be used: %(message)s.")),
    "template-name-computed": Words(
        N_("the name after '%(statement)s' must be written out in quotation marks"),
        N_("the name after '%(statement)s' must be written out in quotation marks."),
    ),
    "template-missing": Words(N_("there is no template '%(name)s'"), N_("there is no template '%(name)s'.")),
    "template-circle": Words(
        N_("this template extends itself; 'theme/%(name)s' names journalgen's own one"),
        N_("this template extends itself; 'theme/%(name)s' names journalgen's own one."),
    ),
}

PROBLEMS = _FIELDS | _DAYS | _FRONT_MATTER | _TEXTS | _OWN
