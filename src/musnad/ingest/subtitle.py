"""The subtitle of a page: stated in its metadata, or the line behind the headline that the design marks as one."""

import re

from lxml.html import HtmlElement

from musnad.arabic import fold_word
from musnad.ingest.layout import BLOCKS
from musnad.ingest.metadata import Metadata
from musnad.ingest.title import LONGEST
from musnad.model import Span

_CLASS = re.compile(
    r"(?:^|[\s_-])(?:sub-?_?(?:title|head(?:ing|line)?)|secondary-?title|deck|standfirst)(?=$|[\s_-])", re.IGNORECASE
)
_TAGS = ("h1", "h2", "h3", "h4", "p", "div", "span")
_OTHERS = frozenset(("nav", "aside", "footer", "figure", "ul", "ol", "a"))
_LEAST_WORDS = 3
_OPENING, _LEAST_OPENING = 40, 15  # folded code points by which a paragraph is recognised
_FIRST_LINES = 2  # of the body, in which it may stand already


def with_subtitle(tree: HtmlElement, lines: list[str], meta: Metadata) -> tuple[list[str], str | None]:
    """Return the lines of a body with the subtitle of its page before them, if it is not in them, and the subtitle."""
    stated = meta.subtitle or _marked(tree, meta.title or "", lines)
    if stated is None or fold_word(stated) in fold_word(meta.title or ""):
        return lines, None
    folded = fold_word(stated)
    for line in lines[:_FIRST_LINES]:
        if fold_word(line) == folded:
            return lines, line
    return (lines, None) if folded in fold_word("\n".join(lines)) else ([stated, *lines], stated)


def subtitle_span(text: str, title: Span | None, subtitle: str | None) -> Span | None:
    """Return where a subtitle stands in the text of an article, behind its title."""
    at = -1 if subtitle is None else text.find(subtitle, 0 if title is None else title.end)
    return None if subtitle is None or at < 0 else Span(at, at + len(subtitle))


def _marked(tree: HtmlElement, title: str, lines: list[str]) -> str | None:
    """Return the text of the first element between the headline and the body that is marked as a subtitle."""
    opening = fold_word(lines[0])[:_OPENING] if lines else ""
    behind = False
    for element in tree.iter(*_TAGS):
        if element.tag == "h1":
            behind = behind or bool(element.text_content().strip())
        elif behind and _CLASS.search(element.get("class") or "") is not None:
            text = " ".join(element.text_content().split())
            if _is_subtitle(element, text, title):
                return text
        elif behind and opening.startswith(_beginning(element)):
            return None  # the body begins here
    return None


def _beginning(element: HtmlElement) -> str:
    """Return how the text of an element begins, a mark that begins nothing where that is too short to tell."""
    first = next((text for text in element.itertext() if not text.isspace()), "")
    folded = fold_word(" ".join(first[: 2 * _OPENING].split()))[:_OPENING]
    return folded if len(folded) >= _LEAST_OPENING else "\n"


def _is_subtitle(element: HtmlElement, text: str, title: str) -> bool:
    if len(text.split()) < _LEAST_WORDS or len(text) > LONGEST or fold_word(text) == fold_word(title):
        return False
    is_apart = any(above.tag in _OTHERS for above in element.iterancestors())
    return not is_apart and not any(below.tag in BLOCKS for below in element.iterdescendants())
