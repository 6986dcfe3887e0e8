"""The words of a text as they are indexed and asked for: folded, so that spellings of one word are one.

A word that is asked for stands for all its forms with proclitics, article and pronouns of the third person; words in
quotation marks stand next to each other as written, and only before the first of them may something be written on.
`INDEX` changes with the way of folding: an index made in another way is made anew before anything is added.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from importlib import resources

from musnad.arabic import ANY_PREFIX, ARABIC_LETTER, BARE, SUFFIX_AGREEMENT, fold_word, has_article
from musnad.arabic.letters import HA, TA

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<word>[^"\s]+)')
_SHORTEST = 3  # letters of a word without its article; below this what looks like one is part of the word
_PLAIN = tuple(sorted(prefix for prefix in ANY_PREFIX if not has_article(prefix)))
_WITH_ARTICLE = tuple(sorted(prefix for prefix in ANY_PREFIX if has_article(prefix)))
_PRONOUNS = tuple(SUFFIX_AGREEMENT)


def _version() -> str:
    """Return a digest of the code that folds and cuts into words."""
    folder = resources.files("musnad.arabic")
    state = blake2b(digest_size=8)
    for name in ("fold.py", "letters.py"):
        state.update((folder / name).read_bytes())
    return f"1-{state.hexdigest()}"


INDEX = _version()


def indexed(text: str) -> str:
    """Return the words of a text as the index holds them, one space between two."""
    return " ".join(_WORD.findall(fold_word(text)))


def parts(asked: str) -> Iterator[tuple[str, ...]]:
    """Yield the words and phrases of a question, folded and cut; a word that holds marks is a phrase.

    >>> list(parts('قمة "الأمين العام"')) == [("قمه",), ("الامين", "العام")]
    True
    """
    for match in _PART.finditer(asked):
        words = tuple(_WORD.findall(fold_word(match["phrase"] or match["word"] or "")))
        if words:
            yield words


def raw_parts(asked: str) -> tuple[str, ...]:
    """Return the words and phrases of a question as they were typed."""
    return tuple(said for match in _PART.finditer(asked) if (said := (match["phrase"] or match["word"] or "").strip()))


@lru_cache(256)
def forms(word: str) -> tuple[str, ...]:
    """Return every form that a folded word may have in a text, with what is written onto its front and end.

    >>> {"وزير", "والوزير", "لوزير", "وزيره"} <= set(forms("الوزير"))
    True
    """
    if not ARABIC_LETTER.search(word):
        return (word,)
    found = {before + word for before in _PLAIN}
    for base in {word, _bare(word)}:
        found |= {before + base for before in ANY_PREFIX}
        stem = base[:-1] + TA if base.endswith(HA) else base  # ta marbuta opens before a pronoun
        found |= {before + stem + pronoun for before in _PLAIN for pronoun in _PRONOUNS}
    return tuple(sorted(found))


def places(text: str, asked: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the words and phrases of a question in a folded text, in all their forms, part by part.

    >>> list(places("قالت وزارته للوزاره", "وزارة"))
    [(5, 11), (12, 19)]
    """
    tokens = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    for first, *rest in parts(asked):
        fronts = frozenset(_fronts(first) if rest else forms(first))
        for number, (word, start, _) in enumerate(tokens):
            if word in fronts:
                behind = tokens[number : number + len(rest) + 1]
                if [other for other, _, _ in behind[1:]] == rest:
                    yield start, behind[-1][2]


def question(asked: str, *, exact: bool = False) -> str | None:
    """Return the expression for the index that all words and phrases of a question fit, None where it has no word."""
    said = []
    for first, *rest in parts(asked):
        fronts = (first,) if exact else _fronts(first) if rest else forms(first)
        said.append("(" + " OR ".join(_term(front, *rest) for front in fronts) + ")")
    return " AND ".join(said) or None


def name_question(asked: str) -> str | None:
    """Return the expression for the index of names: all words, in any order, with or without article."""
    words = [word for part in parts(asked) for word in part]
    said = ["(" + " OR ".join(_term(form) for form in sorted({word, *_with_article(word)})) + ")" for word in words]
    return " AND ".join(said) or None


def _fronts(word: str) -> tuple[str, ...]:
    """Return the forms of a word at the front of a phrase: with what may be written before it."""
    if not ARABIC_LETTER.search(word):
        return (word,)
    if _bare(word) == word:
        return tuple(before + word for before in _PLAIN)
    return tuple(before + _bare(word) for before in _WITH_ARTICLE)


def _with_article(word: str) -> set[str]:
    return {before + _bare(word) for before in BARE} if ARABIC_LETTER.search(word) else set()


def _bare(word: str) -> str:
    """Return a word without the article at its front."""
    for before in sorted(_WITH_ARTICLE, key=len, reverse=True):
        if word.startswith(before) and len(word) - len(before) >= _SHORTEST:
            return word[len(before) :]
    return word


def _term(*words: str) -> str:
    return '"' + " ".join(words) + '"'
