"""Dispatches in the terminal: the text that several documents carry, and what each of them did with it."""

from collections.abc import Mapping, Sequence

from musnad.model import Article
from musnad.model.copies import Dispatch, Member
from musnad.render.screen import Screen
from musnad.render.words import headline

_WITHOUT = "no member names an agency"
CREDITS = {
    "named": ("credit named", "green"),
    "absent": ("credit absent (possible tadlis)", "yellow"),
    "other": ("other credit", "bright_red"),
    None: ("no credit to compare", "dim"),
}
"""How the state of a credit is shown, and in which style."""


def show_dispatches(
    documents: int, dispatches: Sequence[Dispatch], articles: Mapping[str, Article], out: Screen
) -> None:
    """Write every dispatch with its members, those of most members first, and what was looked at."""
    members = {member.key for each in dispatches for member in each.members}
    for each in sorted(dispatches, key=lambda d: (-len(d.members), d.fullest)):
        show_dispatch(each, articles, out)
    out.line("")
    out.line((f"{len(dispatches)} texts that {len(members)} of {documents} documents carry", "bold"))


def show_dispatch(found: Dispatch, articles: Mapping[str, Article], out: Screen) -> None:
    """Write one dispatch: its headline, from where it comes, its members."""
    out.rule(headline(articles[found.fullest]))
    out.row([(_source(found), "cyan")], found.agency or found.issuer or "", "bold green")
    if found.disputed:
        out.row([("others credit; one of the credits is wrong: ", "bright_red")], "، ".join(found.disputed))
    for member in found.members:
        _member(member, articles[member.key], out)


def _source(found: Dispatch) -> str:
    return {
        "credit": "dispatch of",
        "text": "attributed to",
        "release": "release of",
    }.get(found.basis, _WITHOUT)


def _member(member: Member, article: Article, out: Screen) -> None:
    words, style = CREDITS[member.credit]
    link = member.link
    sure = f", restored from a twin ({link.confidence:.2f})" if link is not None and link.basis == "copy" else ""
    day = article.published.value or "undated"
    left = [
        (f"{member.relation:8}", "bold"),
        (f"{member.covered:5.0%}  ", "dim"),
        (words + sure, style),
        (f"  {day}  {member.key}", "dim"),
    ]
    out.row(left, article.publisher or "")
