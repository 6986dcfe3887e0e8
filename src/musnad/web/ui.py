"""What every template knows beside its own context: the language, who may write, and how things are written there.

In templates it is called `ui`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote_plus, urlencode

from starlette.requests import Request

from musnad.web.desk import Desk
from musnad.web.sessions import Sessions
from musnad.web.wording import ARABIC, LANGUAGES, Wording, preferred, wording

LANGUAGE, THEME = "musnad-language", "musnad-theme"
"""Cookies of what a reader prefers."""
THEMES = ("light", "dark")
SECTIONS = (
    ("search", "/", "s"),
    ("today", "/today", "t"),
    ("stories", "/stories", "o"),
    ("sources", "/sources", "q"),
    ("map", "/map", "m"),
    ("coverage", "/coverage", "c"),
    ("watches", "/watches", "w"),
    ("rejections", "/rejections", "x"),
    ("corrections", "/corrections", "e"),
    ("read", "/read", "r"),
)
"""The parts of the pages: name, address, and the key that leads there behind `g`."""
_SHORT = 120  # characters of a title in a list


@dataclass(frozen=True, slots=True)
class Ui:
    """The interface of one request.

    `path` is where the reader is, with the query; `theme` is "" where the system decides; `csrf` is the mark that forms
    which write must carry, None where nobody is signed in; `can_sign_in` says whether anything can be written at all.
    """

    wording: Wording
    path: str
    section: str
    theme: str
    csrf: str | None
    can_sign_in: bool
    desk: Desk

    @property
    def language(self) -> str:
        """Return the language of the interface."""
        return self.wording.language

    @property
    def direction(self) -> str:
        """Return its direction."""
        return self.wording.direction

    @property
    def other_language(self) -> str:
        """Return the language to which one can change."""
        return next(each for each in LANGUAGES if each != self.language)

    @property
    def sections(self) -> tuple[tuple[str, str, str], ...]:
        """Return the parts of the pages."""
        return SECTIONS

    @property
    def here(self) -> str:
        """Return where the reader is, to stand in a query."""
        return quote(self.path, safe="")

    @property
    def shown_path(self) -> str:
        """Return where the reader is, as people read it."""
        return unquote_plus(self.path)

    def say(self, key: str, **values: object) -> str:
        """Return words of the interface; numbers among the values are written as the language does."""
        shown = {name: self.number(v) if isinstance(v, int) else v for name, v in values.items()}
        return self.wording.say(key, **shown)

    def kind(self, section: str, value: str | None) -> str:
        """Return the word for a value of the data."""
        return self.wording.kind(section, value)

    def day(self, value: str | None) -> str:
        """Return a day in words."""
        return self.wording.day(value)

    def number(self, value: float) -> str:
        """Return a number."""
        return self.wording.number(value)

    def name(self, name: str, key: str | None = None, kind: str = "person") -> str:
        """Return a name in the script of the interface."""
        return name if self.language == ARABIC else self.desk.latin.of(name, key, kind)

    def short(self, text: str, length: int = _SHORT) -> str:
        """Return the beginning of a text, on one line."""
        cut = text[: length * 2] if len(text) > length * 2 else text
        flat = " ".join(cut.split())
        return flat if len(flat) <= length else flat[:length].rstrip() + "…"

    def static(self, name: str) -> str:
        """Return the address of an asset."""
        return f"/static/{name}?v={self.desk.assets}"

    def address(self, *parts: str) -> str:
        """Return the address of a page by its parts, each of them quoted."""
        return "/" + "/".join(quote(part, safe=":") for part in parts)

    def query(self, path: str, values: Mapping[str, object], **changed: object) -> str:
        """Return an address with values, some of them changed; None and "" take one away."""
        kept = {name: value for name, value in (dict(values) | changed).items() if value not in {None, "", False}}
        shown = urlencode({name: "1" if value is True else value for name, value in kept.items()})
        return f"{path}?{shown}" if shown else path


def ui_of(request: Request, desk: Desk, section: str = "") -> Ui:
    """Return the interface of a request."""
    language = _among(request.cookies.get(LANGUAGE), LANGUAGES)
    session = Sessions(desk.site.token).of(request)
    return Ui(
        wording(language or preferred(request.headers.get("accept-language", ""))),
        request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        section,
        _among(request.cookies.get(THEME), THEMES),
        session.csrf if session is not None else None,
        desk.site.token is not None,
        desk,
    )


def _among(value: str | None, allowed: tuple[str, ...]) -> str:
    return value if value in allowed and value is not None else ""
