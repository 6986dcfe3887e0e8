"""Verbs that burden somebody with a responsibility, which alone makes them say something («حمل الشركة مسؤولية …»)."""

from collections.abc import Iterator

from musnad.lexicon import Hit
from musnad.statements.scene import Scene

BURDENED = 24  # tokens between who is blamed and for what


def blaming(scene: Scene) -> Iterator[Hit]:
    """Yield the verbs that burden somebody with a responsibility («وحمل الوزير الشركة مسؤولية الحادث»)."""
    for hit in scene.hits.of("blaming"):
        until = min(scene.region(hit.first)[1], hit.last + BURDENED)
        if any(scene.hits.has(i, "liability") for i in range(hit.last, until)):
            yield hit


def is_blaming(hit: Hit | None) -> bool:
    """Say whether a verb burdens somebody with a responsibility."""
    return hit is not None and hit.kind == "blaming"


def is_liability(scene: Scene, i: int) -> bool:
    """Say whether a responsibility or a part of it stands at a token («مسؤولية الحادث», «جزءا من المسؤولية»)."""
    return scene.hits.has(i + 2 if scene.part(i + 1) == "of" else i, "liability")
