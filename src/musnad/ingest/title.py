"""The title belongs to the text: where it stands, or how it is put before the body."""

from musnad.model import Span

LONGEST = 250  # code points of a line that can be a title
GAP = "\n\n"


def title_span(text: str) -> Span | None:
    """Return the span of the title: the first line, if it is short and a blank line and more text follow."""
    start = len(text) - len(text.lstrip())
    end = text.find(GAP, start)
    if end < 0 or end - start > LONGEST or not text[end:].strip():
        return None
    line = text[start:end]
    return None if "\n" in line or not line.strip() else Span(start, start + len(line.rstrip()))


def with_title(title: str, body: str) -> tuple[str, Span | None]:
    """Return title, blank line and body as one text, with the span of the title."""
    flat = " ".join(title.split())
    if not flat:
        return body, title_span(body)
    return flat + GAP + body, Span(0, len(flat))
