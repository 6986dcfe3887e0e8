"""Who is meant in an article: every entity with all its mentions, and which rule and words made each of them."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from musnad.model import Entity, Mention, Node, Reading, reading_to_json
from musnad.render.screen import Screen
from musnad.render.words import headline

KNOWN_BY = {"known": "", "table": " (parts)", "scheme": " (letters)"}
"""How a Latin form is marked by its basis: that of an entry is not."""


class Told(NamedTuple):
    """One entity, the basis of its Latin form, and its mentions in order."""

    entity: Entity
    latin_basis: str
    mentions: tuple[Mention, ...]


def who_to_json(reading: Reading, told: list[Told]) -> Iterator[dict[str, Any]]:
    """Yield every entity as a JSON value: its public form, and its mentions with the text, rule and words of each."""
    whole = reading_to_json(reading)
    entities = {value["id"]: value for value in whole["entities"]}
    values = dict(zip(reading.mentions, whole["mentions"], strict=True))
    for each in told:
        mentions = [
            {**values[mention], "text": mention.span.of(reading.article.text), "words": words(mention)}
            for mention in each.mentions
        ]
        yield {"article": reading.article.id, **entities[each.entity.id], "latin_basis": each.latin_basis} | {
            "mentions": mentions
        }


def show_who(reading: Reading, told: list[Told], out: Screen) -> None:
    """Write every entity with its mentions: where, found how, by which rule and words."""
    text = reading.article.text
    out.rule(headline(reading.article))
    out.line((f"{len(told)} entities, {sum(len(each.mentions) for each in told)} mentions", "dim"))
    for number, each in enumerate(told, 1):
        out.line("")
        out.row([(f"{number:3}  ", "bold"), (each.entity.kind, "cyan"), *_facts(each)], each.entity.name, "bold green")
        for mention in each.mentions:
            place = f"     {mention.span.start}–{mention.span.end}".ljust(17)
            out.row([(place, "dim"), (_why(mention), "")], mention.span.of(text), "green")


def _facts(each: Told) -> list[tuple[str, str]]:
    """Return what is known of an entity beside its name: Latin form, country, sector, grammar, whom it means, id."""
    entity = each.entity
    parts = [(f" · {entity.latin}", "bold"), (KNOWN_BY[each.latin_basis], "dim")] if entity.latin else []
    codes = [entity.country, entity.sector, {"d": "two", "p": "several"}.get(entity.number)]
    parts += [(f" · {code}", "") for code in codes if code]
    if entity.stands_for:
        office = f", {entity.seat_of}" if entity.seat_of else ""
        parts.append((f" · can mean {entity.stands_for}{office}", ""))
    return [*parts, (f" · {entity.id}", "dim")]


def _why(mention: Mention) -> str:
    """Return how a mention was found: its basis, rule, the entries that it is made of, and whom else it may mean."""
    made_of = f" ({', '.join(words(mention))})" if words(mention) else ""
    others = ", ".join(f"{entity} {score:.2f}" for entity, score in mention.alternatives)
    return f"{mention.basis}: {mention.rule}{made_of}" + (f"; may be {others}" if others else "")


def words(mention: Mention) -> list[str]:
    """Return the lexicon entries in the evidence of a mention, in order; none where it was loaded from JSON."""
    if mention.node is None:
        return []
    leaves = [node.rule for node in mention.node.walk() if _is_entry(node)]
    return list(dict.fromkeys(leaves))


def _is_entry(node: Node) -> bool:
    """Say whether a node stands for a word of the lexicon, whose id begins with its kind."""
    return not node.children and node.rule.startswith(f"{node.kind}.")
