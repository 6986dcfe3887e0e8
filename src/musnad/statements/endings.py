"""What the beginning or end of a folded word tells of it as a noun: definite, accusative."""

from musnad.arabic import ARTICLE, OUR, PRONOUN_ENDINGS
from musnad.arabic.letters import ALEF, TA
from musnad.statements.scene import SHORT

EIGHTH = 6  # letters of a masdar of the eighth form
_SURE_PRONOUNS = tuple(ending for ending in PRONOUN_ENDINGS if len(ending) > 1)  # «ه» is «ة» as well


def is_definite(norm: str) -> bool:
    """Say whether a folded word has the article, or surely a pronoun, written onto it."""
    return norm.startswith(ARTICLE) or has_pronoun(norm)


def has_pronoun(norm: str) -> bool:
    """Say whether a folded word surely has a pronoun written onto it, and so no article before it («التزامها»)."""
    return len(norm) > SHORT + 1 and norm.endswith(_SURE_PRONOUNS)


def is_ours(norm: str) -> bool:
    """Say whether a folded word may be something of ours («بلادنا», «دورنا»)."""
    return norm.endswith(OUR) and len(norm) > SHORT + 1 and not norm.startswith(ARTICLE)


def is_accusative(norm: str) -> bool:
    """Say whether a folded word can only be an indefinite accusative, and so no subject."""
    return norm.endswith(ALEF) and not norm.startswith(ARTICLE) and len(norm) > SHORT


def is_eighth(norm: str) -> bool:
    """Say whether a folded word may be a masdar that begins with no article («التزام», «التحاق»; also «التجار»)."""
    return norm.startswith(ARTICLE + TA) and len(norm) == EIGHTH and norm[-2] == ALEF
