"""What the preview says in the browser, in the language of the journal."""

from __future__ import annotations

from dataclasses import dataclass

from journalgen import wording
from journalgen.language import Language
from journalgen.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language."""

    language: Language

    @property
    def closed(self) -> str:
        """Return what everybody is told who is not the owner."""
        say = self.language.gettext
        return say(
            "This is somebody's private journal. Its owner opens it with the address that journalgen serve printed."
        )

    @property
    def home(self) -> str:
        """Return the name of the first page."""
        return self.language.gettext("Home")

    @property
    def search(self) -> str:
        """Return the name of the search."""
        return self.language.gettext("Search")

    @property
    def not_found(self) -> str:
        """Return the heading where there is no page."""
        return self.language.gettext("There is no page here")

    @property
    def not_found_why(self) -> str:
        """Return what may have become of a page."""
        say = self.language.gettext
        return say(
            "Its entry may have another day or name now, or be gone. If it comes back, this page shows it at once."
        )

    @property
    def polling(self) -> str:
        """Return what is said where changes are looked for instead of told."""
        say = self.language.gettext
        return say("This folder doesn't say when a file changes, so it is looked at every second or so.")

    def script(self) -> dict[str, str]:
        """Return what the script of the preview says, by the names that it has for it."""
        say = self.language.gettext
        return {
            "tools": say("Writing"),
            "edit": say("Edit this entry"),
            "write": say("Go on with today"),
            "new": say("New entry"),
            "close": say("Close"),
            "problems": say("In your files"),
            "refused": say("What you see is how it was before this:"),
            "gone": say("The file of this page was removed or moved away. You see it as it was."),
            "apart": say(
                "The preview does not answer. You see the page as it was; it goes on by itself when the preview does."
            ),
            "notOpened": say("The editor could not be opened."),
        }

    def summary(self, number: int) -> str:
        """Return how much was not understood."""
        text = self.language.ngettext(
            "%(n)s thing in your files was not understood.", "%(n)s things in your files were not understood.", number
        )
        return text % {"n": number}

    def refusal(self, refused: Refusal) -> str:
        """Return why something was not done."""
        return wording.refusal(refused, self.language)
