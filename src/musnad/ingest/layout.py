"""Make the designs of old and odd pages plain before the body is looked for: one block a paragraph, no foreign text."""

import re

from lxml.html import HtmlElement

BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li",
        "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul",
    )
)  # fmt: skip
"""Elements that begin a line of their own."""

_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:[_-]?(?:list|area|section|wrap|box))?|disqus\S*|respond)(?=$|[\s_-])"
)
_STATES = re.compile(r"\S*(?:no|has|with|without)-comments?\S*|\S*comments?-(?:open|closed|off|on|count|link)\S*")
_EMBEDDED = re.compile(r"(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|fb-post|tiktok-embed)(?=$|\s)")
_INLINE = frozenset(("a", "b", "em", "i", "font", "span", "strong", "u"))
_HOLDERS = ("div", "section", "article", "main", "body", "form", "center", "font")
_TABLE = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
_NO_TEXT = (
    "head", "script", "style", "noscript", "svg", "iframe", "aside", "footer", "nav", "menu", "button", "select",
    "textarea", "input", "label", "picture", "video", "audio", "canvas", "object", "embed", "dialog", "link", "time",
    "img", "meta",
)  # fmt: skip
"""What the extractor drops as well, wherever it stands; dropped first, it costs nothing any more."""
_PROSE = 200  # code points; so long is a text, wherever it stands
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_LONGEST_HEADING = 60  # code points; a longer one beside others is a paragraph in the clothes of a heading
_FALSE_TAGS = ("div", "span", "dd", *_HEADINGS)  # what some designs put their paragraphs into
_WORDS = 6  # words from which a `div` that holds nothing but text is a paragraph
_RUN = 3  # such elements beside each other are the paragraphs of a text; one alone may be a byline or a notice
_MOST_LINKED = 0.4  # share of linked text above which such a `div` is navigation
_MOST_COMMENTS = 0.5  # share of the page's text; what holds more is the page itself, whatever its class says


def made_plain(tree: HtmlElement) -> HtmlElement:
    """Change a tree so that layout tables are gone, paragraphs are paragraphs, and what others wrote is dropped."""
    for element in list(tree.iter(*_NO_TEXT)):
        if element.getparent() is not None:
            element.drop_tree()
    _drop_foreign(tree)
    for table in list(tree.iter("table")):
        if _is_layout(table):
            for element in [e for e in table.iter(*_TABLE) if e is table or _table_of(e) is table]:
                element.tag = "div"
    for holder in dict.fromkeys(parent for br in tree.iter("br") if (parent := br.getparent()) is not None):
        if holder.tag in _HOLDERS:
            _wrap_lines(holder)
    for parent in reversed(list(tree.iter(*_HOLDERS, "dl"))):
        paragraphs = [child for child in parent.iterchildren(*_FALSE_TAGS) if _is_paragraph(child)]
        for element in paragraphs:
            if len(paragraphs) >= _RUN or (element.tag == "div" and len(element.text_content()) >= _PROSE):
                element.tag = "p"
    return tree


def _wrap_lines(parent: HtmlElement) -> None:
    """Make paragraphs of the lines that stand in a block with nothing but breaks between them."""
    children = list(parent)
    own = [parent.text, *(child.tail for child in children)]
    own += [child.text_content() for child in children if child.tag in _INLINE]
    if sum(len(text.strip()) for text in own if text) < _PROSE:
        return
    texts = [child.tail for child in children]
    line = _line(parent, parent.text)
    kept = [line]
    parent.text = None
    del parent[:]
    for child, text in zip(children, texts, strict=True):
        child.tail = None
        if child.tag == "br" or child.tag in BLOCKS:
            kept += [] if child.tag == "br" else [child]
            line = _line(parent, text)
            kept.append(line)
        else:
            child.tail = text
            line.append(child)
    parent.extend(kept)


def _line(parent: HtmlElement, text: str | None) -> HtmlElement:
    line = parent.makeelement("p")
    line.text = text
    return line


def _table_of(element: HtmlElement) -> HtmlElement | None:
    return next(element.iterancestors("table"), None)


def _is_layout(table: HtmlElement) -> bool:
    """Say whether a table places parts of a page: one of its cells holds prose, headings or a table."""
    return any(
        len(cell.text_content().strip()) >= _PROSE or cell.find(".//p") is not None or cell.find(".//h1") is not None
        for cell in table.iter("td")
    )


def _is_paragraph(element: HtmlElement) -> bool:
    if any(child.tag in BLOCKS for child in element.iterdescendants() if isinstance(child.tag, str)):
        return False
    text = element.text_content()
    if element.tag in _HEADINGS and len(text) < _LONGEST_HEADING:
        return False
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    return len(text.split()) >= _WORDS and linked <= _MOST_LINKED * len(text)


def _drop_foreign(tree: HtmlElement) -> None:
    """Drop what others wrote: posts of a network that the page shows, and comments of readers.

    What only speaks of comments in its class and holds the article loses the class, which would mislead the extractor.
    """
    for element in list(tree.iter("blockquote")):
        if _EMBEDDED.search(element.get("class") or ""):
            element.drop_tree()
    size = len(tree.text_content())
    for element in list(tree.iter("div", "section", "ul", "ol", "aside")):
        named = f"{element.get('id') or ''} {element.get('class') or ''}".lower()
        if "comment" not in named and not _COMMENTS.search(named):
            continue
        large = len(element.text_content()) > _MOST_COMMENTS * size
        if large or element.find(".//h1") is not None:
            element.attrib.pop("class", None)
            element.attrib.pop("id", None)
        elif _COMMENTS.search(_STATES.sub("", named)):
            element.drop_tree()
