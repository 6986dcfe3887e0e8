"""The vocabulary of musnad: frozen, checked records."""

from musnad.model.cast import Cast
from musnad.model.chains import ROLES, Chain, Link
from musnad.model.documents import BASES, CAPTURED, Article, Capture, Document, Published, PublishedCandidate, Retrieval
from musnad.model.events import STATUSES, Event, Participant
from musnad.model.evidence import Node
from musnad.model.ids import content_id, fact_id
from musnad.model.jsonio import READING, REJECTION, link_to_json, reading_to_json, rejection_to_json, span_to_json
from musnad.model.loading import from_json
from musnad.model.mentions import KINDS, Entity, Mention, shared_id
from musnad.model.quotations import Quotation
from musnad.model.readings import REASONS, Reading, Rejection
from musnad.model.spans import OffsetMap, Span
from musnad.model.statements import FORMS, MEDIA, Speaker, Statement
from musnad.model.times import TYPES, TimeExpression
from musnad.model.units import Quote, Sentence, Units

__all__ = [
    "BASES",
    "CAPTURED",
    "FORMS",
    "KINDS",
    "MEDIA",
    "READING",
    "REASONS",
    "REJECTION",
    "ROLES",
    "STATUSES",
    "TYPES",
    "Article",
    "Capture",
    "Cast",
    "Chain",
    "Document",
    "Entity",
    "Event",
    "Link",
    "Mention",
    "Node",
    "OffsetMap",
    "Participant",
    "Published",
    "PublishedCandidate",
    "Quotation",
    "Quote",
    "Reading",
    "Rejection",
    "Retrieval",
    "Sentence",
    "Span",
    "Speaker",
    "Statement",
    "TimeExpression",
    "Units",
    "content_id",
    "fact_id",
    "from_json",
    "link_to_json",
    "reading_to_json",
    "rejection_to_json",
    "shared_id",
    "span_to_json",
]
