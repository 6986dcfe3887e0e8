"""The collection on disk: one writer, many readers; SQL lives here and nowhere else."""

from musnad.store.comparisons import Comparisons, Due
from musnad.store.corrections import KINDS as CORRECTIONS
from musnad.store.corrections import Correction
from musnad.store.database import migrations
from musnad.store.errors import StoreError, UnknownIdError
from musnad.store.facets import FACETS
from musnad.store.facts import Change
from musnad.store.finding import LOOKED_AT
from musnad.store.grouping import APART, ONE, OPEN, Likeness, is_known
from musnad.store.holdings import Holdings
from musnad.store.identities import Identities, Moved, Named
from musnad.store.packed import Features, Packed, Raw, digests_text, keys_of, pack, unpack
from musnad.store.question import Question
from musnad.store.reader import CHAINS, GROUPS, Key, Reader
from musnad.store.several import parts
from musnad.store.stories import TOLD_APART, TOLD_TOGETHER, StoredStory, StoryShelf
from musnad.store.takedown import Tombstone
from musnad.store.words import places
from musnad.store.writer import Added, Writer

__all__ = [
    "APART",
    "CHAINS",
    "CORRECTIONS",
    "FACETS",
    "GROUPS",
    "LOOKED_AT",
    "ONE",
    "OPEN",
    "TOLD_APART",
    "TOLD_TOGETHER",
    "Added",
    "Change",
    "Comparisons",
    "Correction",
    "Due",
    "Features",
    "Holdings",
    "Identities",
    "Key",
    "Likeness",
    "Moved",
    "Named",
    "Packed",
    "Question",
    "Raw",
    "Reader",
    "StoreError",
    "StoredStory",
    "StoryShelf",
    "Tombstone",
    "UnknownIdError",
    "Writer",
    "digests_text",
    "is_known",
    "keys_of",
    "migrations",
    "pack",
    "parts",
    "places",
    "unpack",
]
