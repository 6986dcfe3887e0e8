"""Groups of people: armed, protesting, counted, and nationals in the plural."""

from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.phrase import extend
from musnad.mentions.view import View, node_of
from musnad.model import Node


def group_at(view: View, i: int) -> Found | None:
    """Return the group whose noun phrase starts at a token, or None."""
    counted = _counted(view, i)
    if counted is not None:
        return counted
    head = view.at(i, "group")
    if head is not None and (head.form.number == "p" or not head.entry.flag("counted")):
        if head.entry.flag("counted") and not head.definite:
            return None
        return _group(view, head, i, head.start, ())
    demonym = view.country(i)
    if demonym is not None and demonym.form.number == "p" and demonym.form.gender == "m":
        follows_noun = i > 0 and view.definite(i - 1) and not view.hits.at(i - 1)
        return None if follows_noun else _nationals(view, demonym)
    return None


def _counted(view: View, i: int) -> Found | None:
    """«17 شخصا», «خمسة جنود»: a number and a noun for people."""
    norm = view.norms[i]
    number = norm[0].isdigit()
    word = view.at(i, "number_word")
    if not number and (word is None or word.entry.text("role") == "ordinal"):
        return None
    last = i + 1 if number else word.last if word is not None else i + 1
    if last >= len(view.norms) or not view.same_sentence(i, last):
        return None
    head = view.at(last, "group")
    if head is None or head.prefix:
        return None
    start = view.units.starts[i] if number or word is None else word.start
    node = Node("number", norm if number else "words", start, view.units.ends[last - 1])
    return _group(view, head, i, start, (node,))


def _group(view: View, head: Hit, first: int, start: int, before: tuple[Node, ...]) -> Found:
    phrase = extend(view, head, definite=head.definite)
    entry = head.entry
    return Found(
        first=first,
        last=phrase.last,
        start=start,
        end=view.units.ends[phrase.last - 1] if phrase.last > head.last else head.end,
        kind="group",
        subkind=entry.id.split(".", 1)[1],
        rule="mentions.group.counted" if before else "mentions.group.noun",
        nodes=(*before, node_of(head), *phrase.nodes),
        head=entry.id,
        country=phrase.country,
        sector=entry.text("sector") or None,
        gender="m",
        number="p",
        definite=head.definite,
    )


def _nationals(view: View, demonym: Hit) -> Found:
    code = demonym.entry.text("code")
    del view
    return Found(
        first=demonym.first,
        last=demonym.last,
        start=demonym.start,
        end=demonym.end,
        kind="group",
        subkind="nationals",
        rule="mentions.group.nationals",
        nodes=(node_of(demonym),),
        head=demonym.entry.id,
        country=code or None,
        sector="CVL",
        gender="m",
        number="p",
        definite=demonym.definite,
    )
