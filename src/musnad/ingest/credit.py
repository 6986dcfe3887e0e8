"""Who wrote an article, where the page's metadata does not say: a marked element, or a line of the text itself."""

import re

from lxml import etree
from lxml.html import HtmlElement

from musnad.ingest.boilerplate import Boilerplate
from musnad.ingest.metadata import Metadata
from musnad.ingest.site import Site

_CANDIDATES = etree.XPath(
    "//*[@rel='author' or @itemprop='author' or contains(@class, 'uthor') or contains(@class, 'by') or "
    "contains(@class, 'writer') or contains(@class, 'eporter') or contains(@class, 'ource') or "
    "contains(@class, 'gency') or contains(@class, 'redit')]"
)  # the parser of paths passes over most of a page faster than a pattern could
_MARKED = re.compile(
    r"(?:^|[\s_-])(?:author|byline|by-line|writer|reporter|news-?source|article-?source|source-?name|agency|credit)"
    r"(?:[_-]?(?:name|title|text|info))?(?=$|\s)",
    re.IGNORECASE,
)
_OTHERS = frozenset(("nav", "aside", "footer", "figure", "figcaption", "script", "style", "noscript", "template"))
_LONGEST = 60  # code points of a name with its introduction
_MOST_WORDS = 7
_LEAST_LINES = 3  # with fewer there is no body beside such a line
_EDGES = " -–—:|/"


def byline_of(
    tree: HtmlElement, lines: list[str], meta: Metadata, boilerplate: Boilerplate, site: Site
) -> tuple[str | None, list[str]]:
    """Return who wrote an article or is credited for it, and its lines without one that says nothing else.

    What the metadata state, else a marked element, else such a line; the publisher itself in whichever of its names,
    and what systems write where no author is known, is nobody.
    """
    known = meta.publisher

    def somebody(name: str | None) -> str | None:
        is_other = name is not None and name != known and not site.is_own(name) and not boilerplate.is_nobody(name)
        return name if is_other else None

    stated = [name for name in meta.credits if somebody(name)]
    marked = None if stated else _marked_author(tree, boilerplate)
    rest, named = _without_author(lines, boilerplate, (*meta.credits, marked))
    return " - ".join(dict.fromkeys(stated)) or somebody(marked) or somebody(named), rest


def _marked_author(tree: HtmlElement, boilerplate: Boilerplate) -> str | None:
    """Return the name in the first element that a page marks as its author's or source's, outside of its furniture."""
    for element in _CANDIDATES(tree):
        is_author = element.get("rel") == "author" or element.get("itemprop") == "author"
        if not is_author and not _MARKED.search(element.get("class", "")):
            continue
        text = " ".join(element.text_content().split())
        name = boilerplate.author(text) or text
        if _is_name(name, boilerplate) and not any(above.tag in _OTHERS for above in element.iterancestors()):
            return name
    return None


def _is_name(text: str, boilerplate: Boilerplate) -> bool:
    if not 0 < len(text) <= _LONGEST or len(text.split()) > _MOST_WORDS or boilerplate.is_line(text):
        return False
    return "://" not in text and text[-1] not in ".:؟"


def _without_author(
    lines: list[str], boilerplate: Boilerplate, known: tuple[str | None, ...]
) -> tuple[list[str], str | None]:
    """Return the lines of a body without the one before or behind it that says who wrote it, and the name in that.

    It is such a line if it holds nothing but one of the `known` names, or a name behind a word like «by».
    """
    for at in (0, 1, len(lines) - 1):
        if len(lines) < _LEAST_LINES:
            break
        line = lines[at].strip(_EDGES)
        name = line if line in known else boilerplate.author(lines[at])
        if name is not None:
            return [*lines[:at], *lines[at + 1 :]], name
    return lines, None
