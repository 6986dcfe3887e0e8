"""The lead paragraph, where a page's design keeps it apart from the body."""

import re

from lxml.html import HtmlElement

from musnad.arabic import fold_word
from musnad.ingest.layout import BLOCKS
from musnad.ingest.metadata import Metadata

_LEAST_LEAD = 8  # words of a paragraph that can be a lead
_OPENING = 40  # folded code points by which a paragraph is recognised
_HEAD = 120  # code points that hold so many whatever the spelling, and the least words of a lead
_LEAD_CLASS = re.compile(
    r"\b\S*(?:lead|intro|summary|standfirst|chapo|excerpt|sub-?title|announce|brief)\S*", re.IGNORECASE
)
_SILENT = frozenset(("script", "style", "noscript", "template", "nav", "aside", "footer", "figure", "figcaption"))


def lead(tree: HtmlElement, lines: list[str], meta: Metadata) -> str | None:
    """Return the lead where it stands in the page before the first of `lines`, the body, and is not in it.

    It is the paragraph that the page's description quotes, or one behind the headline that the design marks as such.
    """
    known = fold_word(" ".join(lines))
    description = fold_word(meta.description or "")[:_OPENING]
    behind = next((False for h1 in tree.iter("h1") if h1.text_content().strip()), True)
    folded: dict[str, str] = {"": ""}  # elements within each other mostly begin alike
    for element in tree.iter("h1", "p", "div", "h2", "h3", "section"):
        behind = behind or element.tag == "h1"
        text = element.text_content()
        head = " ".join(text.lstrip()[:_HEAD].split())
        opening = folded.get(head)
        if opening is None:
            opening = folded[head] = fold_word(head)[:_OPENING]
        if opening and known.startswith(opening):
            if not _is_silent(element):
                return None  # the body begins here
        elif (opening == description and len(opening) == _OPENING) or (behind and _is_marked(element)):
            own = " ".join(text.split())
            if _is_apart(element, own, known, meta) and not _is_silent(element):
                return own
    return None


def _is_apart(element: HtmlElement, text: str, known: str, meta: Metadata) -> bool:
    """Say whether the text of an element can be a lead: a paragraph that is neither the title nor in the body."""
    folded = fold_word(text)
    is_other = folded != fold_word(meta.title or "") and folded[:_OPENING] not in known
    return len(text.split()) >= _LEAST_LEAD and is_other and _is_one_block(element, text)


def _is_silent(element: HtmlElement) -> bool:
    """Say whether an element stands in the furniture of a page; the header of an article is none."""
    for ancestor in (element, *element.iterancestors()):
        if ancestor.tag in _SILENT:
            return True
        if ancestor.tag == "header" and next(ancestor.iterancestors("article"), None) is None:
            return True
    return False


def _is_marked(element: HtmlElement) -> bool:
    return _LEAD_CLASS.search(element.get("class") or "") is not None and element.find(".//a") is None


def _is_one_block(element: HtmlElement, text: str) -> bool:
    """Say whether all text of an element stands in one block, however many wrap it."""
    for block in element.iterdescendants():
        if block.tag in BLOCKS:
            inner = " ".join(block.text_content().split())
            if inner and inner != text:
                return False
    return True
