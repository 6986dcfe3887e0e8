"""The order of the stages, and nothing else: an article goes in, a reading comes out.

Each stage declares what it needs and what it makes; `check` proves that the order satisfies all needs.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path

from musnad import chains, events, mentions, statements, times
from musnad.backends.huggingface import HuggingFaceNames
from musnad.errors import MusnadError
from musnad.ingest import Boilerplate
from musnad.ingest.site import Sites
from musnad.lexicon import Hits, Lexicon, load, match
from musnad.mentions.offices.holders import known_people
from musnad.model import (
    Article,
    Cast,
    Chain,
    Event,
    Published,
    Quotation,
    Reading,
    Rejection,
    Statement,
    TimeExpression,
    Units,
)
from musnad.names import with_latin
from musnad.names.signals import NameSignal
from musnad.settings import NO_MODEL, SMALL, Settings
from musnad.text import cut

_YOUNG, _OLDER = 50_000, 100  # new objects before the garbage collector looks, and looks before it looks at older ones


@dataclass(frozen=True, slots=True)
class Engine:
    """What all readings share: the compiled lexicon, what it knows of boilerplate, the digests of the stages."""

    lexicon: Lexicon
    boilerplate: Boilerplate
    settings: Settings
    digests: tuple[tuple[str, str], ...]
    signal: NameSignal | None = None


@dataclass(slots=True)
class Draft:
    """A reading in the making; lives inside one call of `read`."""

    article: Article
    units: Units
    hits: Hits
    published: Published
    byline: chains.Source | None = None
    tail: Chain = ()
    cast: Cast = field(default_factory=Cast)
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its name, the parts of a draft that it needs and makes, and the function that does it."""

    name: str
    needs: tuple[str, ...]
    makes: tuple[str, ...]
    run: Callable[[Engine, Draft], None]


def _text(engine: Engine, draft: Draft) -> None:
    draft.units = cut(draft.article)
    ignored = engine.boilerplate.in_article(draft.article)  # nothing is said or done there
    draft.hits = match(draft.units, engine.lexicon, ignored=ignored)
    if draft.article.byline:
        byline = cut(Article(draft.article.byline))
        draft.byline = chains.Source(byline, match(byline, engine.lexicon))


def _mentions(engine: Engine, draft: Draft) -> None:
    draft.cast = mentions.find(draft.units, draft.hits, engine.signal)


def _times(_: Engine, draft: Draft) -> None:
    byline = None if draft.byline is None else (draft.byline.units, draft.byline.hits)
    draft.published, draft.times = times.read(draft.article, draft.units, draft.hits, byline)


def _holders(engine: Engine, draft: Draft) -> None:
    def home() -> str:
        return Sites.of(engine.lexicon).at(draft.article.url, draft.article.publisher).country

    draft.cast = known_people(draft.cast, draft.units, draft.hits, engine.lexicon, draft.published, home)


def _statements(_: Engine, draft: Draft) -> None:
    draft.statements = statements.find(draft.units, draft.hits, draft.cast, draft.times, draft.published)
    draft.quotations = statements.quotations(draft.units, draft.hits, draft.cast, draft.statements)


def _events(_: Engine, draft: Draft) -> None:
    draft.events = events.find(draft.units, draft.hits, draft.cast, draft.times, draft.statements, draft.published)


def _chains(_: Engine, draft: Draft) -> None:
    draft.tail = chains.tail(draft.article, chains.Source(draft.units, draft.hits), draft.byline)
    draft.statements, draft.events = chains.attach(draft.statements, draft.events, draft.tail)


STAGES = (
    Stage("text", ("article",), ("units", "hits", "byline"), _text),
    Stage("mentions", ("units", "hits"), ("cast",), _mentions),
    Stage("times", ("article", "units", "hits", "byline"), ("published", "times"), _times),
    Stage("holders", ("article", "units", "hits", "cast", "published"), ("cast",), _holders),
    Stage("statements", ("units", "hits", "cast", "times", "published"), ("statements", "quotations"), _statements),
    Stage(
        "events",
        ("units", "hits", "cast", "times", "statements", "published"),
        ("events",),
        _events,
    ),
    Stage("chains", ("article", "units", "hits", "byline", "statements", "events"), ("tail", "chains"), _chains),
)
"""All stages in their order."""


def check(stages: Sequence[Stage]) -> None:
    """Raise `MusnadError` if a stage needs what no earlier one makes."""
    made = {"article"}
    for stage in stages:
        missing = [need for need in stage.needs if need not in made]
        if missing:
            message = f"stage {stage.name!r} needs {', '.join(missing)}, which no earlier stage makes"
            raise MusnadError(message)
        made.update(stage.makes)


def start(settings: Settings | None = None) -> Engine:
    """Return an engine for reading. Raises `LexiconError` where a data file is wrong."""
    chosen = settings if settings is not None else Settings.from_environment()
    check(STAGES)
    with _no_collector():
        lexicon = load(chosen.knowledge, cache_dir=chosen.cache_dir)
    signal = _signal(chosen.names_model)
    digests = _digests(lexicon, signal.digest if signal is not None else "")
    return Engine(lexicon, Boilerplate.of(lexicon), chosen, digests, signal)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Let nobody look for garbage while a lexicon is made, which all stays, or an article is read, which leaves little.

    Looking through it again and again would take a fifth of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _signal(model: str) -> NameSignal | None:
    """Return the model that gives a second opinion on names. Raises `MusnadError` where a folder holds none."""
    if model == NO_MODEL:
        return None
    return mentions.shipped() if model == SMALL else HuggingFaceNames(Path(model))


@cache
def default_engine() -> Engine:
    """Return the engine of this process with the settings of its environment, made at the first call."""
    return start()


def draft(article: Article) -> Draft:
    """Return an empty draft of an article, ready for the first stage."""
    return Draft(article, cut(Article("")), Hits([]), article.published)


def calm_collector() -> None:
    """Set the garbage collector of a process that only reads, once its engine is there.

    The lexicon stays, and looking through it again and again would take a tenth of the time; readings die young, and
    looking at every 700 new objects would take another. There is no garbage yet that would be worth a search.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG, _OLDER)


def read(article: Article, engine: Engine) -> Reading:
    """Return all that can be read out of an article. The same article and engine give the same reading."""
    with _no_collector():
        work = draft(article)
        for stage in STAGES:
            stage.run(engine, work)
        return finish(work, engine)


def read_or_reject(item: Article | Rejection, engine: Engine) -> Reading | Rejection:
    """Return the reading of an article. A defect of ours becomes a rejection, so that a batch loses nothing else."""
    if isinstance(item, Rejection):
        return item
    try:
        return read(item, engine)
    except Exception as error:  # noqa: BLE001 - one article must not end a batch; the reason is kept and counted
        return Rejection.of_defect(item.id, error)


def finish(work: Draft, engine: Engine) -> Reading:
    """Return the reading that a completed draft holds."""
    cast = with_latin(work.cast, engine.lexicon)
    return Reading(
        article=work.article,
        published=work.published,
        chain=work.tail,
        mentions=cast.mentions,
        entities=cast.entities,
        times=work.times,
        statements=work.statements,
        quotations=work.quotations,
        events=work.events,
        digests=engine.digests,
    )


def _digests(lexicon: Lexicon, model: str) -> tuple[tuple[str, str], ...]:
    """Return a digest of code, data and inputs for every stage; a change shows which readings are out of date."""
    here = Path(__file__).parent
    layers = ("arabic", "grammar", "lexicon", "model", "names")
    shared = blake2b(f"{lexicon.digest} {model}".encode(), digest_size=8)
    for path in (p for name in layers for p in sorted((here / name).glob("*.py"))):
        shared.update(path.read_bytes())
    found: dict[str, str] = {}
    makers: dict[str, str] = {}
    for stage in STAGES:
        state = shared.copy()
        for path in sorted((here / stage.name).rglob("*.py")):
            state.update(path.read_bytes())
        for maker in sorted({makers[need] for need in stage.needs if need in makers}):
            state.update(found[maker].encode())
        found[stage.name] = state.hexdigest()
        makers.update(dict.fromkeys(stage.makes, stage.name))
    return tuple(found.items())
