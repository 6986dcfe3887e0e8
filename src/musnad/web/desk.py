"""What all answers share: the site, the connections, the engine, the names in Latin script, the templates."""

import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from musnad.pipeline import Engine
from musnad.web.latin import LatinNames
from musnad.web.pool import Pool
from musnad.web.site import Site

_OVERRIDES = dict.fromkeys(map(ord, "\u202d\u202e"), "\ufffd")
_EMBEDDINGS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, *range(0x80, 0xA0)], "\ufffd")
_HARMLESS = _OVERRIDES | _EMBEDDINGS | _CONTROLS
_HARMFUL = re.compile("[" + "".join(map(chr, sorted(_HARMLESS))) + "]")


@dataclass(frozen=True, slots=True)
class Desk:
    """All of it, made once a process."""

    site: Site
    pool: Pool
    engine: Engine
    latin: LatinNames
    templates: Environment
    assets: str

    @classmethod
    def of(cls, site: Site, engine: Engine) -> "Desk":
        """Return the desk of a site."""
        return cls(site, Pool(site.db, site.seconds), engine, LatinNames(engine.lexicon), _templates(), _assets())


def harmless(value: object) -> object:
    r"""Return a value as pages show it: a text without what would turn the words around it, or hide some.

    Marks that force a direction are shown as a sign, for whoever sets them wants to mislead; those that embed a
    direction are dropped, for every text is isolated from its surroundings anyway.

    >>> harmless("a\u202eb\u2067c") == "a\ufffdbc"
    True
    """
    if not isinstance(value, str) or isinstance(value, Markup) or _HARMFUL.search(value) is None:
        return value
    return value.translate(_HARMLESS)


@cache
def _templates() -> Environment:
    """Return the templates: what they are made into is kept by all applications of a process."""
    return Environment(
        loader=PackageLoader("musnad.web"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=harmless,
        auto_reload=False,
        cache_size=-1,
    )


def _assets() -> str:
    """Return a digest of the assets: their addresses change with them, so that browsers may keep them."""
    state = sha256()
    folder = resources.files("musnad.web") / "static"
    for name in ("musnad.css", "musnad.js"):
        state.update((folder / name).read_bytes())
    return state.hexdigest()[:12]
