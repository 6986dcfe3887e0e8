"""Questions over the collection: statements, events, people, articles, with what was looked at beside every count."""

from musnad.query.bundle import bundle
from musnad.query.changes import Changed, Edit, edits
from musnad.query.collection import Collection, Count, Coverage, Page, Rejected, saved
from musnad.query.found import (
    ArticleRef,
    Found,
    FoundArticle,
    FoundEvent,
    FoundPerson,
    FoundStatement,
    Hand,
    Marks,
    Who,
    to_json,
)
from musnad.query.identities import Identity, Member, Named, Past, Proposal
from musnad.query.prov import prov
from musnad.query.tables import TABLES
from musnad.query.write import FORMATS as EXPORT_FORMATS
from musnad.query.write import arrow, write
from musnad.store import GROUPS, Correction, Question

__all__ = [
    "EXPORT_FORMATS",
    "GROUPS",
    "TABLES",
    "ArticleRef",
    "Changed",
    "Collection",
    "Correction",
    "Count",
    "Coverage",
    "Edit",
    "Found",
    "FoundArticle",
    "FoundEvent",
    "FoundPerson",
    "FoundStatement",
    "Hand",
    "Identity",
    "Marks",
    "Member",
    "Named",
    "Page",
    "Past",
    "Proposal",
    "Question",
    "Rejected",
    "Who",
    "arrow",
    "bundle",
    "edits",
    "prov",
    "saved",
    "to_json",
    "write",
]
