"""Questions over the collection: statements, events, people, articles, with what was looked at beside every count."""

from musnad.query.accounts import (
    Account,
    FoundStory,
    Stories,
    Trace,
    account_to_json,
    found_story_to_json,
    trace_to_json,
)
from musnad.query.bundle import bundle
from musnad.query.changes import Changed, Edit, edits
from musnad.query.collection import Collection, Count, Coverage, Facet, Page, Rejected, saved
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
from musnad.query.highlight import hits
from musnad.query.identities import Identity, Member, Named, Past, Proposal
from musnad.query.profiles import Companion, Reporter, met, over_months, places, profile, reported
from musnad.query.prov import prov
from musnad.query.refusals import Refusals, refusals
from musnad.query.tables import TABLES
from musnad.query.told_tables import TOLD_TABLES, claims, evidence
from musnad.query.write import FORMATS as EXPORT_FORMATS
from musnad.query.write import arrow, write, write_table
from musnad.store import FACETS, GROUPS, LOOKED_AT, Correction, Question

__all__ = [
    "EXPORT_FORMATS",
    "FACETS",
    "GROUPS",
    "LOOKED_AT",
    "TABLES",
    "TOLD_TABLES",
    "Account",
    "ArticleRef",
    "Changed",
    "Collection",
    "Companion",
    "Correction",
    "Count",
    "Coverage",
    "Edit",
    "Facet",
    "Found",
    "FoundArticle",
    "FoundEvent",
    "FoundPerson",
    "FoundStatement",
    "FoundStory",
    "Hand",
    "Identity",
    "Marks",
    "Member",
    "Named",
    "Page",
    "Past",
    "Proposal",
    "Question",
    "Refusals",
    "Rejected",
    "Reporter",
    "Stories",
    "Trace",
    "Who",
    "account_to_json",
    "arrow",
    "bundle",
    "claims",
    "edits",
    "evidence",
    "found_story_to_json",
    "hits",
    "met",
    "over_months",
    "places",
    "profile",
    "prov",
    "refusals",
    "reported",
    "saved",
    "to_json",
    "trace_to_json",
    "write",
    "write_table",
]
