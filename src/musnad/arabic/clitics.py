"""Proclitics and pronoun suffixes that Arabic writes onto a word, in folded letters."""

CONJUNCTIONS = frozenset({"", "و", "ف"})
"""What may stand before any word."""

ARTICLE = "ال"
"""The article."""

_PREPOSITIONS = ("", "ب", "ك", "ل")


def _noun_prefixes() -> frozenset[str]:
    plain = {c + p for c in CONJUNCTIONS for p in _PREPOSITIONS}
    definite = {c + (p + ARTICLE if p != "ل" else "لل") for c in CONJUNCTIONS for p in _PREPOSITIONS}
    return frozenset(plain | definite)


NOUN_PREFIXES = _noun_prefixes()
"""What may stand before a noun: conjunction, preposition, article."""

VERB_PREFIXES = frozenset(c + p for c in CONJUNCTIONS for p in ("", "س", "ل"))
"""What may stand before a verb: conjunction, future or emphatic particle."""

ANY_PREFIX = NOUN_PREFIXES | VERB_PREFIXES
"""Every chain of proclitics that may stand before a word of any kind."""

AND = "و"
"""The conjunction that joins words and opens clauses."""

SO = "ف"
"""The conjunction that leads over to what follows from what was said."""

FUTURE = "س"
"""The particle that puts a present verb in the future."""

BARE = frozenset({"", ARTICLE})
"""No proclitic, the article excepted."""

JOINED = frozenset({AND, AND + ARTICLE})
"""The conjunction, with or without the article."""

LAM_ARTICLE = "لل"
"""The preposition «to, for, of» with the article."""

LAM = frozenset({"ل", LAM_ARTICLE})
"""The preposition «to, for, of», with or without the article."""

BA = frozenset({"ب", "ب" + ARTICLE})
"""The preposition «in, by», with or without the article."""

LIKE = "ك"
"""The preposition «like, as»."""

WRITTEN_PREPOSITIONS = ("ب", "ل")
"""The frequent prepositions that are written onto their noun."""

BEFORE_NAMES = ("", AND, "ل", "ب", "ف")
"""What newspapers write onto the name of a person."""

STATE_ENDINGS = ("ا", "ه", "ين")
"""How an indefinite participle that says in which state somebody acts («قائلا», «مؤكدة», «مشيرين») ends, folded."""

OBLIQUE = "ين"
"""How sound masculine plurals and duals end when they are no subject."""

DUAL = "ان"
"""How duals end that are the subject."""

THEN = "ثم"
"""The conjunction that is written apart."""

NUNATED = ("ون", OBLIQUE)
"""How sound masculine plurals and duals end that govern no noun behind them."""

PRESENT_STARTS = ("ي", "ت", "سي", "ست")
"""How a present verb of the third person begins."""

FUTURE_STARTS = ("سي", "ست", "سن")
"""How a present verb with the particle of the future begins."""

OUR = "نا"
"""The pronoun of several who speak of themselves."""

OWN = frozenset({"ي", "ني", OUR})
"""Pronouns of the first person."""

PRONOUNS = frozenset({"ه", "ها", "هما", "هم", "هن", "ك", "كم", "كما", "نا", "ي", "ني"})
"""Pronouns that may be written onto the end of a noun, verb or masdar."""


PRONOUN_ENDINGS = ("ه", "ها", "هم", "هما")
"""How prepositions with a pronoun of the third person end."""

OWNED_ENDINGS = ("ته", "تها", "تهم")
"""How a feminine noun with the pronoun of its owner ends («إدارته»)."""

SUFFIX_AGREEMENT = {
    "ه": ("m", "s"),
    "ها": ("f", "s"),
    "هما": ("", "d"),
    "هم": ("m", "p"),
    "هن": ("f", "p"),
}
"""Gender and number of the one whom a pronoun suffix of the third person stands for."""


def has_article(prefix: str) -> bool:
    """Say whether a chain of proclitics ends in the article.

    >>> has_article("وال"), has_article("لل"), has_article("ل")
    (True, True, False)
    """
    return prefix.endswith((ARTICLE, "لل"))


def before_article(prefix: str) -> str:
    """Return a chain of proclitics without the article at its end.

    >>> before_article("وال"), before_article("لل"), before_article("ب")
    ('و', 'ل', 'ب')
    """
    if prefix.endswith(ARTICLE):
        return prefix[: -len(ARTICLE)]
    return prefix[:-1] if prefix.endswith("لل") else prefix
