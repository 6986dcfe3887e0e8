"""Phrases for people as they are handed on: without a name, with one, and called by one."""

from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.proper.names import announced
from musnad.mentions.proper.reader import Name
from musnad.mentions.view import View, node_of
from musnad.model import Node

_TEEN = 11
_YEARS = range(1300, 2100)
_MANY = frozenset({"teen", "ten", "hundred", "scale"})
"""Roles of the words for numbers of eleven and more."""


def bare_person(view: View, head: Hit, phrase: Phrase, rule: str, subkind: str) -> Found:
    """Return somebody without a name: a role or source with its complement."""
    return Found(
        first=head.first,
        last=phrase.last,
        start=head.start,
        end=view.units.ends[phrase.last - 1],
        kind="person",
        subkind=subkind,
        rule=rule,
        nodes=(node_of(head), *phrase.nodes),
        head=head.entry.id,
        country=phrase.country,
        number={"d": "d", "p": "p"}.get(head.form.number, "s"),
        gender="m",
        definite=head.definite,
    )


def is_counted(view: View, role: Hit) -> bool:
    """Say whether a number of eleven or more, which takes the singular, makes a role many people («12 ضابطا»)."""
    before = role.first - 1
    if before < 0 or role.prefix or not view.same_sentence(before, role.first):
        return False
    norm = view.norms[before]
    if norm.isdigit():
        return int(norm) >= _TEEN and int(norm) not in _YEARS
    word = view.at(before, "number_word")
    return word is not None and word.entry.text("role") in _MANY


def named_person(view: View, head: Hit, name: Name, rule: str, gender: str, nodes: tuple[Node, ...]) -> Found:
    """Return somebody whose name stands behind a role, title or demonym."""
    return Found(
        first=head.first,
        last=name.last,
        start=head.start,
        end=view.units.ends[name.last - 1],
        kind="person",
        subkind=None,
        rule=rule,
        nodes=nodes,
        name=(name.first, name.last),
        name_start=name.start,
        gender=gender,
        definite=True,
    )


def through_mark(view: View, found: Found, name: Name) -> Found:
    """Return a phrase that ends with a name in quotation marks or brackets with the mark that closes them."""
    mark, units = name.first - 1, view.units
    closes = mark > 0 and units.ends[mark - 1] == units.starts[mark]  # «في "هيئة الصيادين‹"› سالم الحلواني "كلنا …"»
    if closes or not view.quoted(mark) or view.quoted(mark) != name.last + 1:
        return found
    return found._replace(last=name.last + 1, end=view.units.ends[name.last])


def called(view: View, head: Hit, phrase: Phrase) -> Found | None:
    """Return the person whose name follows a noun for people behind «called» («شاب يدعى ماهر سلوم»), or None."""
    title = view.at(phrase.last, "title")
    if title is None or not title.entry.flag("calls") or head.form.number == "p":
        return None
    name = announced(view, title.last)
    if name is None or not view.same_sentence(head.first, name.first):
        return None
    gender = head.form.gender or name.gender or "m"
    nodes = (node_of(head), *phrase.nodes, node_of(title), *name.nodes)
    return named_person(view, head, name, "mentions.person.called", gender, nodes)._replace(head=head.entry.id)
