"""The public JSON forms of copies: a dispatch of `musnad.corroboration/1`, and `musnad.diff/1`."""

from typing import Any

from musnad.model import Reading, link_to_json, span_to_json
from musnad.model.copies import Copy, Dispatch, Edit, Member

CORROBORATION = "musnad.corroboration/1"
DIFF = "musnad.diff/1"

Json = dict[str, Any]


def dispatch_to_json(found: Dispatch) -> Json:
    """Return a dispatch with its members."""
    return {
        "id": found.id,
        "agency": found.agency,
        "entity": found.entity,
        "basis": found.basis,
        "issuer": found.issuer,
        "disputed": list(found.disputed),
        "fullest": found.fullest,
        "members": [_member(member) for member in found.members],
    }


def diff_to_json(found: Copy, readings: tuple[Reading, Reading]) -> Json:
    """Return what two articles share and how they differ."""
    texts = tuple(reading.article.text for reading in readings)
    return {
        "format": DIFF,
        "first": found.first,
        "second": found.second,
        "shared": {
            "words": found.overlap.shared,
            "of_first": round(found.overlap.of_first, 3),
            "of_second": round(found.overlap.of_second, 3),
        },
        "passages": [
            {"first": span_to_json(p.first), "second": span_to_json(p.second), "words": p.words}
            for p in found.overlap.passages
        ],
        "edits": [_edit(edit, texts) for edit in found.edits],
        "direction": {
            "source": found.direction.source,
            "evidence": [{"kind": e.kind, "source": e.source, "reason": e.reason} for e in found.direction.evidence],
        },
    }


def _member(member: Member) -> Json:
    return {
        "id": member.key,
        "relation": member.relation,
        "credit": member.credit,
        "credited": list(member.credited),
        "covered": round(member.covered, 3),
        "link": None if member.link is None else link_to_json(member.link),
    }


def _edit(edit: Edit, texts: tuple[str, ...]) -> Json:
    return {
        "kind": edit.kind,
        "first": span_to_json(edit.first),
        "second": span_to_json(edit.second),
        "first_text": None if edit.first is None else edit.first.of(texts[0]),
        "second_text": None if edit.second is None else edit.second.of(texts[1]),
        "first_sentence": span_to_json(edit.first_sentence),
        "second_sentence": span_to_json(edit.second_sentence),
        "detail": edit.detail,
    }
