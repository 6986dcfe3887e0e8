"""Stories of a collection in the terminal: a list, a claim as a tree from its origins to its pages, readouts."""

from collections.abc import Sequence

from musnad.model.claims import Proposition, Readouts, Source
from musnad.model.flows import SourceGraph
from musnad.query.accounts import Account, FoundStory
from musnad.render.bidi import isolate
from musnad.render.claims import GRADE_STYLES, conflict_lines, interval, note
from musnad.render.screen import Screen

_SHOWN = 200  # code points of a claim
_POINT = 160
_ALONE = 4  # points shown that only one side tells
_BRANCH, _LAST = "├─ ", "└─ "


def show_account(account: Account, out: Screen, *, most: int) -> None:
    """Write the claims of a story as trees, those of most articles first, and its readouts."""
    out.rule(account.story.title)
    out.line((f"{len(account.story.articles)} articles  {account.story.id}", "dim"))
    for each in account.propositions[:most]:
        show_tree(each, account, out)
    left = len(account.propositions) - most
    if left > 0:
        out.line("")
        out.line((f"{left} more claims: --most", "dim"))
    show_readouts(account.readouts, out)


def show_tree(found: Proposition, account: Account, out: Screen) -> None:
    """Write a claim, then its origins, the routes of each, and the pages of each route."""
    behind = found.corroboration
    out.line("")
    out.arabic(found.text if len(found.text) <= _SHOWN else found.text[:_SHOWN] + "…", "bold")
    out.row([(f"{found.kind}  ", "dim"), (behind.grade, GRADE_STYLES[behind.grade])], found.sentence, "cyan")
    if behind.common is not None:
        out.row([("common link", "dim")], behind.common)
    for origin in behind.origins.found:
        out.row([(f"origins {interval(behind.origins)}  {note(origin)}", "dim")], origin.name, "bold")
        routes = [route for route in behind.routes.found if set(route.attested) & set(origin.attested)]
        for number, route in enumerate(routes):
            sign = _LAST if number == len(routes) - 1 else _BRANCH
            out.row([(f"  {sign}routes {interval(behind.routes)}  {note(route)}", "dim")], route.name)
            for line in _pages(found, origin, route, account):
                out.row([("     ", "dim"), (line[0], "dim")], line[1], "dim")
    for conflict in conflict_lines(found):
        out.line((conflict, "bright_red"))


def _pages(found: Proposition, origin: Source, route: Source, account: Account) -> list[tuple[str, str]]:
    """Return the pages on which one origin's claim stands by one route: day and address, publisher and title."""
    keys = {found.attestations[number].key for number in set(origin.attested) & set(route.attested)}
    pages = [(account.story.article(key), key) for key in sorted(keys)]
    shown = [
        (f"{ref.day or 'undated'}  {ref.url or key}", f"{isolate(ref.publisher or '-')}: {ref.title or ''}")
        for ref, key in pages
        if ref is not None
    ]
    return sorted(shown)


def show_readouts(found: Readouts, out: Screen) -> None:
    """Write what the sides of a story tell beside each other."""
    if not found.points:
        return
    out.heading("the sides")
    for number, side in enumerate(found.sides, 1):
        out.row([(f"{number}  {side.country or ''}", "dim")], side.name, "bold")
    words = {"both": "told by both", "contradiction": "contradicts", "one": "only by"}
    alone = [point for point in found.points if point.kind == "one"]
    shown = [point for point in found.points if point.kind != "one"]
    for place in range(len(found.sides)):
        shown += [point for point in alone if point.sides == (place,)][:_ALONE]
    for point in shown:
        sides = ", ".join(str(side + 1) for side in point.sides)
        about = f" about {point.conflict.about}" if point.conflict is not None else ""
        style = "bright_red" if point.kind == "contradiction" else "dim"
        out.row([(f"{words[point.kind]} {sides}{about}", style)], point.text[:_POINT])


def show_graph(graph: SourceGraph, out: Screen, *, most: int) -> None:
    """Write every outlet with its share of own reporting, then who takes from whom, the most first."""
    out.line((f"{graph.documents} articles of {len(graph.outlets)} outlets", "bold"))
    for outlet in graph.outlets[:most]:
        state = f", state of {outlet.state}" if outlet.state else ""
        numbers = f"{outlet.articles} articles, {outlet.own} own ({outlet.share:.0%}), {outlet.unknown} unknown"
        out.row([(numbers + state, "")], outlet.name or "-", "bold")
    out.heading("who takes from whom")
    for flow in graph.flows[:most]:
        late = "" if flow.days is None else f", {flow.days:g} days later"
        numbers = f"{flow.articles} articles, {flow.credited} credited{late}  {flow.kind}"
        out.row([(numbers, "dim")], _arrow(flow.taker, flow.source))


def _arrow(taker: str, source: str) -> str:
    return f"{isolate(taker or '-')} ← {isolate(source)}"


def show_stories(found: Sequence[FoundStory], out: Screen) -> None:
    """Write a list of stories, one line or two about each."""
    for story in found:
        days = story.first if story.first == story.last else f"{story.first} to {story.last}"
        out.line("")
        out.row([(f"{len(story.articles)} articles  {days or 'undated'}  {story.id}", "dim")], story.title, "bold")
        out.arabic("، ".join(story.publishers), "dim")
