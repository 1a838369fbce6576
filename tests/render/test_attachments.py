from __future__ import annotations

import pytest

from journalgen.markdown.render import Options, Renderer
from journalgen.model.media import Kind, MediaFile
from journalgen.plan.views import AttachedFile
from journalgen.render.attachments import with_files


def attached(name: str, *, shown: bool = True) -> AttachedFile:
    kind = {"jpg": Kind.PICTURE, "m4a": Kind.SOUND, "pdf": Kind.DOCUMENT}[name[-3:]]
    return AttachedFile(shown, "alt", "", 9, 9, True, MediaFile(kind, f"media/{name}", name, 1), b"")


def page(text: str, *files: AttachedFile | None) -> str:
    html = Renderer(Options()).render(text, path="a.md").html
    return with_files(html, files, lambda file, alone: f"<{file.file.name}{'!' * alone}>", str.upper)


A, B = attached("a.jpg"), attached("b.jpg")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![x](a.jpg)", "<a.jpg!>\n"),
        ("![x](a.jpg)\n![y](b.jpg)", '<div class="pictures">\n<a.jpg!><b.jpg!></div>\n\n'),
        ("see ![x](a.jpg)", "<p>see <a.jpg></p>\n"),
        ("- ![x](a.jpg)", "<ul>\n<li><a.jpg></li>\n</ul>\n"),
        ('![x "y" <z>](a.jpg "1 > 0")', "<a.jpg!>\n"),
        ('<b>w</b>\n\n<img src="a.jpg" alt="x">', "<p><b>w</b></p>\n<a.jpg>"),
    ],
)
def test_a_picture_stands_alone_or_in_the_text(text: str, html: str) -> None:
    assert page(text, A, B).rstrip("\n") == html.rstrip("\n")


def test_what_was_written_about_a_missing_file_stays() -> None:
    assert page("![x &amp; y](a.jpg)", None) == '<p><span class="link-nowhere">x &amp; y</span></p>\n'
    assert page("![x](a.jpg)\n![y](b.jpg)", A, None) == '<p><a.jpg>\n<span class="link-nowhere">y</span></p>\n'
    assert page("![x](a.jpg)") == '<p><span class="link-nowhere">x</span></p>\n'


@pytest.mark.parametrize(("name", "saved"), [("c.m4a", ' download="c.m4a"'), ("d.pdf", ""), ("e.jpg", "")])
def test_a_link_leads_to_the_file(name: str, saved: str) -> None:
    assert page(f"[t]({name})", attached(name, shown=False)) == f'<p><a href="MEDIA/{name.upper()}"{saved}>t</a></p>\n'


def test_a_player_of_the_writers_own_has_its_source() -> None:
    text = '<audio src="c.m4a"></audio>'
    assert ' src="MEDIA/C.M4A"' in page(text, attached("c.m4a", shown=False))
    assert "src=" not in page(text, None)
