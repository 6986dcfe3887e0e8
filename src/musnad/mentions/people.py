"""People: roles with and without a name, titles with a name, names alone, unnamed sources."""

from dataclasses import replace

from musnad.arabic import BARE, is_full_dual
from musnad.arabic.letters import ALEF
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.names import Name, announced, free
from musnad.mentions.phrase import Phrase, extend
from musnad.mentions.view import View, node_of
from musnad.model import Node

_COMMAS = frozenset("،,-–")


def person_at(view: View, i: int) -> Found | None:
    """Return the person whose noun phrase starts at a token, or None."""
    one = view.at(i, "one_of")
    if one is not None:
        role = view.at(one.last, "role", "source_noun")
        if role is not None and role.prefix in BARE:
            return _role(view, role, opener=one)
    source = view.at(i, "source_noun")
    if source is not None:
        return _source(view, source)
    title = view.at(i, "title")
    role = next((hit for hit in view.hits.at(i, "role") if not _is_other_word(view, hit)), None)
    if title is not None and (role is None or title.last >= role.last):
        found = _titled(view, title)
        if found is not None:
            return found
    if role is not None:
        name = free(view, i)
        if name is not None and name.last > role.last:
            return _named(view, name)
        return _role(view, role)
    name = free(view, i)
    return None if name is None else _named(view, name)


def _is_other_word(view: View, role: Hit) -> bool:
    """Say whether the word is no role here: an adjective of a noun, or a dual in construct («رئيسي») without one."""
    if role.form.pattern.endswith(ALEF) and view.hits.at(role.first, "cue"):
        return True  # «مشيرا» points out; the marshal is elsewhere
    if role.entry.flag("adjectival") and role.first and _is_noun(view, role.first - 1):
        return True
    if role.form.number != "d" or is_full_dual(role.form.pattern):
        return False
    return role.last >= len(view.norms) or not view.definite(role.last)


def _is_noun(view: View, i: int) -> bool:
    """Say whether a token may be a noun with an adjective behind it: no mark, verb or function word."""
    return view.norms[i][0].isalpha() and not view.is_verb(i) and not view.hits.at(i, "function_word")


def _titled(view: View, title: Hit) -> Found | None:
    """A title announces a name, or a role that may announce one («السيد الرئيس»)."""
    nxt = title.last
    if nxt >= len(view.norms) or not view.same_sentence(title.first, nxt):
        return None
    more = view.at(nxt, "title", "role")
    if more is not None and more.prefix in BARE:
        inner = person_at(view, nxt)
        if inner is not None:
            return replace(inner, first=title.first, start=title.start, nodes=(node_of(title), *inner.nodes))
        return None
    name = announced(view, nxt)
    if name is None:
        return None
    gender = title.entry.text("gender") or title.form.gender or name.gender or "m"
    return _with_apposition(
        view, _person(view, title, name, "mentions.person.title", gender, (node_of(title), *name.nodes))
    )


def _named(view: View, name: Name) -> Found:
    units = view.units
    return _with_apposition(
        view,
        Found(
            first=name.first,
            last=name.last,
            start=name.start,
            end=units.ends[name.last - 1],
            kind="person",
            subkind=None,
            rule="mentions.person.name",
            nodes=name.nodes,
            name=(name.first, name.last),
            name_start=name.start,
            gender=name.gender,
            definite=True,
        ),
    )


def _with_apposition(view: View, found: Found) -> Found:
    """Add a role behind a name and a comma («جرايم سميث، أحد كبار المحللين في …»)."""
    i = found.last
    if i + 1 >= len(view.norms) or view.norms[i] not in _COMMAS or not view.same_sentence(found.first, i + 1):
        return found
    opener = view.at(i + 1, "one_of")
    role = view.at(i + 1 if opener is None else opener.last, "role")
    if role is None or role.prefix not in BARE or role.form.number not in {"s", "", "p"}:
        return found
    if role.form.pattern.endswith(ALEF):
        return found  # an accusative is a state or another word («مشيرا»), no apposition
    if opener is None and role.form.number == "p":
        return found
    phrase = extend(view, role, definite=role.definite, prepositions=True)
    if announced(view, phrase.last) is not None:
        return found
    return replace(
        found,
        last=phrase.last,
        end=view.units.ends[phrase.last - 1],
        rule="mentions.person.name_apposition",
        nodes=(*found.nodes, node_of(role), *phrase.nodes),
        head=role.entry.id,
        country=phrase.country,
        sector=role.entry.text("sector") or None,
        gender=found.gender or role.form.gender or None,
    )


def _source(view: View, source: Hit) -> Found | None:
    if source.definite and source.form.number != "p":
        return None
    phrase = extend(view, source, definite=False, prepositions=True)
    plural = source.form.number == "p"
    return _bare(view, source, phrase, "mentions.source.unnamed", "source", "p" if plural else "s")


def _role(view: View, role: Hit, opener: Hit | None = None) -> Found | None:
    """A role, with the name that it announces directly, after a comma, or not at all."""
    prepositions = not role.definite or opener is not None
    phrase = extend(view, role, definite=role.definite, prepositions=prepositions)
    nodes = (node_of(role), *phrase.nodes)
    head = role.entry
    if opener is None and role.form.number in {"s", ""}:
        name = announced(view, phrase.last)
        comma = phrase.last < len(view.norms) and view.norms[phrase.last] in _COMMAS
        if name is None and comma and view.same_sentence(role.first, phrase.last + 1):
            title = view.at(phrase.last + 1, "title")
            at = title.last if title is not None else phrase.last + 1
            name = announced(view, at) if title is not None or view.hits.at(at, "given_name", "family_name") else None
        elif name is None and phrase.last < len(view.norms):
            title = view.at(phrase.last, "title")
            name = announced(view, title.last) if title is not None else None
        if name is not None:
            gender = role.form.gender or name.gender or "m"
            found = _person(view, role, name, "mentions.person.role_name", gender, (*nodes, *name.nodes))
            return replace(
                found, head=head.id, country=phrase.country, sector=head.text("sector") or None, definite=True
            )
    number = {"d": "d", "p": "p"}.get(role.form.number, "s")
    start = role if opener is None else opener
    found = _bare(view, start, phrase, "mentions.role.phrase", "role", "s" if opener is not None else number)
    return replace(
        found,
        head=head.id,
        gender=role.form.gender or "m",
        sector=head.text("sector") or None,
        definite=role.definite or bool(phrase.nodes and _definite_tail(view, phrase)),
        bare=phrase.last == role.last,
        nodes=nodes if opener is None else (node_of(opener), *nodes),
    )


def _definite_tail(view: View, phrase: Phrase) -> bool:
    """Say whether an idafa makes its head definite: its last word has the article or is a name."""
    return view.definite(phrase.last - 1) or bool(view.hits.at(phrase.last - 1, "country", "place"))


def _bare(view: View, head: Hit, phrase: Phrase, rule: str, subkind: str, number: str) -> Found:
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
        number=number,
        gender="m",
        definite=head.definite,
    )


def _person(view: View, head: Hit, name: Name, rule: str, gender: str, nodes: tuple[Node, ...]) -> Found:
    return _with_apposition(
        view,
        Found(
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
        ),
    )
