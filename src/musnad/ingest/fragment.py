"""The mark-up of an entry of a feed as lines of text: one a block, without scripts, pictures and their captions."""

import re

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from musnad.errors import InputError
from musnad.ingest.layout import BLOCKS

_SILENT = frozenset(("script", "style", "template", "figure", "iframe", "object", "svg", "form", "button", "noscript"))
_ESCAPED = re.compile(r"</?(?:p|br|a|div|span|strong|em|b|h[1-6]|img|ul|li)\b[^<>]*>", re.IGNORECASE)


def fragment_lines(fragment: str) -> list[str]:
    """Return the lines of a piece of mark-up or of plain text; mark-up that is escaped twice is read twice.

    >>> fragment_lines("<p>one<b> two</b></p><figure>x</figure>three<br>four &lt;b&gt;five&lt;/b&gt;")
    ['one two', 'three', 'four five']
    """
    lines = _lines(fragment)
    if any(_ESCAPED.search(line) for line in lines):
        lines = _lines("\n<br>".join(lines))
    return lines


def _lines(fragment: str) -> list[str]:
    if "<" not in fragment and "&" not in fragment:
        return _flat(fragment.split("\n"))
    try:
        tree = document_fromstring(f"<div>{fragment}</div>".encode(), parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError) as error:
        raise InputError("no-article", f"no mark-up: {error}") from error
    parts: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):  # depth must not matter
        if event in {"start", "end"}:
            silent += (element.tag in _SILENT) * (1 if event == "start" else -1)
            if element.tag in BLOCKS or (element.tag == "br" and event == "start"):
                parts.append("\n")
        text = element.text if event == "start" else element.tail
        if text and not silent:
            parts.append(" ".join(text.split("\n")))
    return _flat("".join(parts).split("\n"))


def _flat(lines: list[str]) -> list[str]:
    return [flat for line in lines if (flat := " ".join(line.split()))]
