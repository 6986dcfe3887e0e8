"""Verbs that burden somebody with a responsibility, a charge or the blame, which alone makes them say something."""

from collections.abc import Iterator

from musnad.arabic import BARE
from musnad.lexicon import Hit
from musnad.statements.scene import Scene

BURDENED = 24  # tokens between who is blamed and for what
_CHARGE, _BLAME = "liability.charge", "liability.blame"


def blaming(scene: Scene) -> Iterator[Hit]:
    """Yield the verbs that burden somebody with it («حمل الشركة مسؤولية الحادث», «ألقى باللوم على الشركة»)."""
    for hit in scene.hits.of("blaming"):
        until = min(scene.region(hit.first)[1], hit.last + BURDENED)
        if any(_is_of(scene, hit, i) for i in range(hit.last, until)):
            yield hit


def _is_of(scene: Scene, verb: Hit, i: int) -> bool:
    """Say whether that stands at a token with which a verb blames («وجه … تهمة»)."""
    return any(hit.entry.id == verb.entry.text("with") for hit in scene.hits.at(i, "liability"))


def blames_nobody(scene: Scene, verb: Hit, at: int, first: int) -> bool:
    """Say whether what blames is not the object of a verb whose content begins with `first`, brought by a token `at`.

    It is another's («ألقى كلمة وجه فيها اللوم على …»), or behind a preposition («وجه سؤالا حول تهم الفساد»).
    """
    with_it = verb.entry.text("with")
    if with_it == _CHARGE:
        return not any(hit.entry.id == with_it and hit.prefix in BARE for hit in scene.hits.at(first, "liability"))
    if with_it != _BLAME:
        return False
    blame = next((i for i in range(verb.last, at) if _is_of(scene, verb, i)), at)
    return blame == at or any(scene.is_verb(i, "cue", "common_verb") for i in range(verb.last, blame))


def is_blaming(hit: Hit | None) -> bool:
    """Say whether a verb burdens somebody with a responsibility."""
    return hit is not None and hit.kind == "blaming"


def is_charge(hit: Hit | None) -> bool:
    """Say whether a verb brings a charge against somebody («وجه إليه تهمة السرقة»)."""
    return hit is not None and is_blaming(hit) and hit.entry.text("with") == _CHARGE


def is_liability(scene: Scene, i: int) -> bool:
    """Say whether a responsibility or a part of it stands at a token («مسؤولية الحادث», «جزءا من المسؤولية»)."""
    return scene.hits.has(i + 2 if scene.part(i + 1) == "of" else i, "liability")
