from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from journalgen.render.as_text import as_text

PAGE = """<html><head><title>Title</title><style>p { color: red }</style></head><body>
<h1>From my journal</h1><p>Some <b>days</b> &amp; nights.</p><aside><p>For the screen.</p></aside>
<h2>Lines</h2><ul><li></li><li>one two three four five six seven</li></ul>
<table><thead><tr><td></td><th>days</th><th>mean</th></tr></thead>
<tbody><tr><th>Mood</th><td>13</td><td>6.2</td></tr><tr><th>Long name</th><td>7</td><td>10</td></tr></tbody></table>
<p>The end.</p></body></html>"""


def test_a_page_as_lines() -> None:
    assert as_text(PAGE, 24) == (
        "From my journal\n===============\n\nSome days & nights.\n\nLines\n-----\n\n\n________________________\n"
        "- one two three four\n  five six seven\n\n             days  mean\n  Mood         13   6.2\n  Long name     7    10\n\n"
        "The end.\n"
    )


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), min_size=1))
def test_every_word_is_there(words: list[str]) -> None:
    html = "".join(f"<p>{escape(word)}</p>" for word in words)
    assert "".join(as_text(html, 40).split()) == "".join("".join(words).split())
