"""Two copies side by side, from right to left: the first text on the right, the second on the left, and the edits."""

from collections import Counter

from musnad.model import Reading, Span
from musnad.model.copies import Copy, Edit
from musnad.render.screen import Screen

KINDS = {
    "cut": ("cut", "bright_red"),
    "added": ("added", "green"),
    "reworded": ("reworded", "yellow"),
    "attribution": ("attribution changed", "magenta"),
    "numbers": ("numbers changed", "bright_red"),
    "names": ("names changed", "bright_red"),
    "headline": ("headline", "cyan"),
    "headline_stronger": ("headline stronger than the text", "bright_red"),
}
"""How each kind of edit is shown, and in which style."""
_DIRECTIONS = {
    "first": "the second text was taken from the first",
    "second": "the first text was taken from the second",
    "common": "both were taken from one dispatch",
    None: "direction unknown",
}
_MARKS = ("⟦", "⟧")


def show_diff(found: Copy, readings: tuple[Reading, Reading], out: Screen) -> None:
    """Write how much two texts share, which was taken from which and why, and every edit side by side."""
    first, second = (reading.article for reading in readings)
    out.rule(first.title or found.first)
    out.row([("right ", "dim"), (f"{found.first}  {first.published.value or 'undated'}", "")], first.publisher or "")
    out.row([("left  ", "dim"), (f"{found.second}  {second.published.value or 'undated'}", "")], second.publisher or "")
    shared = found.overlap
    out.line(
        f"{shared.shared} words shared in {len(shared.passages)} passages: "
        f"{shared.of_first:.0%} of the first, {shared.of_second:.0%} of the second"
    )
    out.line((_DIRECTIONS[found.direction.source], "bold"))
    for each in found.direction.evidence:
        out.line((f"  {each.kind}: for {each.source}: {each.reason}", "dim"))
    counts = Counter(edit.kind for edit in found.edits)
    out.line(", ".join(f"{number} {KINDS[kind][0]}" for kind, number in sorted(counts.items())) or "no edits")
    for edit in found.edits:
        _edit(edit, readings, out)


def _edit(edit: Edit, readings: tuple[Reading, Reading], out: Screen) -> None:
    name, style = KINDS[edit.kind]
    out.line("")
    out.line((name, style), (f"  {edit.detail}" if edit.kind == "headline_stronger" else "", "dim"))
    right = _shown(edit.first, edit.first_sentence, readings[0])
    left = _shown(edit.second, edit.second_sentence, readings[1])
    out.beside([right] if right else [], [left] if left else [])


def _shown(span: Span | None, sentence: Span | None, reading: Reading) -> str:
    """Return a sentence with the changed words between marks; the words alone where no sentence is given."""
    text = reading.article.text
    if span is None:
        return "" if sentence is None else sentence.of(text)
    if sentence is None or sentence == span or not sentence.covers(span):
        return span.of(text)
    before, behind = text[sentence.start : span.start], text[span.end : sentence.end]
    return f"{before}{_MARKS[0]}{span.of(text)}{_MARKS[1]}{behind}"
