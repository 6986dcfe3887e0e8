"""Stories and claims in the terminal: what is claimed, in plain words what stands behind it, by name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from musnad.model import Article
from musnad.model.claims import Proposition, Source, Sources, Story
from musnad.render.screen import Screen
from musnad.render.words import headline

_SHOWN = 200  # code points of a claim
GRADE_STYLES = {"gharib": "yellow", "aziz": "green", "mashhur": "bold green", "mutawatir": "bold green"}


def show_claims(
    stories: Sequence[Story],
    propositions: Sequence[Proposition],
    articles: Mapping[str, Article],
    out: Screen,
    *,
    most: int,
) -> None:
    """Write every story of several articles with the claims that most of its articles make."""
    claims: defaultdict[str, list[Proposition]] = defaultdict(list)
    for each in propositions:
        claims[each.story].append(each)
    several = [story for story in stories if len(story.keys) > 1]
    for story in sorted(several, key=lambda each: (-len(each.keys), each.keys)):
        out.rule(headline(articles[story.keys[0]]))
        days = ", ".join(f"{chapter.day or 'undated'}: {len(chapter.keys)}" for chapter in story.chapters)
        out.line((f"{len(story.keys)} articles  {days}", "dim"))
        for each in claims[story.id][:most]:
            _claim(each, out)
    out.line("")
    out.line((f"{len(several)} stories of several articles, {len(articles)} articles in all", "bold"))


def _claim(found: Proposition, out: Screen) -> None:
    behind = found.corroboration
    out.line("")
    out.arabic(found.text if len(found.text) <= _SHOWN else found.text[:_SHOWN] + "…", "bold")
    out.row([(f"{found.kind}  ", "dim"), (behind.grade, GRADE_STYLES[behind.grade])], found.sentence, "cyan")
    for what, sources in (("origins", behind.origins), ("routes", behind.routes)):
        for source in sources.found:
            out.row([(f"{what:8}{interval(sources):6}", "dim"), (note(source), "dim")], source.name)
    for conflict in conflict_lines(found):
        out.line((conflict, "bright_red"))


def conflict_lines(found: Proposition) -> list[str]:
    """Return one line for everything on which the articles do not agree, or seem not to."""
    return [
        f"{each.about} differ{f' (explained: {each.explained})' if each.explained else ''}: "
        + "; ".join(f"{key}: {value}" for key, value in each.values)
        for each in found.conflicts
    ]


def interval(sources: Sources) -> str:
    """Return how many there are, or the least and the most."""
    return str(sources.least) if sources.least == sources.most else f"{sources.least}-{sources.most}"


def note(source: Source) -> str:
    """Return what is told of an origin or route beside its name."""
    sure = "" if source.certain else "perhaps, "
    state = f", state of {source.state}" if source.state else ""
    through = f", through {', '.join(source.through)}" if source.through else ""
    other = f", also credited: {', '.join(source.disputed)}" if source.disputed else ""
    return f"{sure}{source.kind} by {', '.join(source.basis)}{through}{other}{state}  ×{len(source.attested)}"
