"""Look words up: which forms a token may be, once what is written onto it is taken off.

A token is cut in all ways that clitics allow and each stem is one look-up, so the cost depends on the text and not on
the size of the lexicon. What was found for a token is remembered (news repeats its words): a memo of a pure function.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from musnad.arabic import ANY_PREFIX, PRONOUNS, before_article, has_article
from musnad.arabic.inflect import NEVER, REQUIRED, THIRD
from musnad.arabic.letters import HA
from musnad.lexicon.packed import unpacked_lengths
from musnad.lexicon.records import Cut, Forms, Head, Word

REMEMBERED = 1 << 16  # tokens; the words of some thousand articles, 20 MB
_PREFIXES: Mapping[str, tuple[str, ...]] = {
    start: tuple(sorted((p for p in ANY_PREFIX if p[:1] in {"", start}), key=lambda p: (len(p), p)))
    for start in {p[:1] for p in ANY_PREFIX}
}
_SUFFIXES = tuple(sorted(PRONOUNS, key=lambda s: (-len(s), s)))


def remember(forms: Forms, phrases: Mapping[str, str]) -> Callable[[str, bool], Word | None]:
    """Return the function that says what a token may be, None where nothing is known.

    `phrases` tells by their first word how many words phrases have (see `packed_lengths`), longest first. The function
    takes the folded token, and whether its last letter is a ta marbuta written with its dots.
    """
    shared: dict[frozenset[str], frozenset[str]] = {}  # some thousand sets of kinds, each made once

    @lru_cache(REMEMBERED)
    def word(norm: str, dotted: bool) -> Word | None:  # noqa: FBT001 - part of the key
        cuts = [cut for suffix, stem in _without_suffix(norm) for cut in _cuts(forms, stem, suffix)]
        if norm.endswith(HA):
            cuts = _told_apart(cuts, dotted=dotted)
        stems = [(prefix, stem) for prefix, stem in _without_prefix(norm) if stem in phrases]
        begins = tuple([Head(prefix, stem, unpacked_lengths(phrases[stem])) for prefix, stem in stems])
        if not cuts and not begins:
            return None
        cuts.sort(key=lambda cut: cut.entry.id)
        kinds = frozenset([cut.kind for cut in cuts])
        verb = any(cut.form.pos == "verb" for cut in cuts)
        return Word(tuple(cuts), begins, shared.setdefault(kinds, kinds), verb)

    return word


def _told_apart(cuts: list[Cut], *, dotted: bool) -> list[Cut]:
    """Return what a token that ends in folded ta marbuta may be, by whether it is written with its dots.

    With them it holds no pronoun («والدة»); without them the pronoun is likelier than an ending with its dots left out
    («والده»), unless only the latter is known or the form is listed as it stands.
    """
    if dotted:
        return [cut for cut in cuts if cut.suffix != HA]
    owned = {cut.kind for cut in cuts if cut.suffix == HA}
    if not owned:
        return cuts
    return [cut for cut in cuts if cut.suffix or cut.form.pos == "word" or cut.kind not in owned]


def _without_suffix(norm: str) -> Iterator[tuple[str, str]]:
    """Yield the pronouns that a token may end in, longest first, with the rest; at last none and all of it."""
    for suffix in _SUFFIXES:
        if norm.endswith(suffix) and len(norm) > len(suffix):
            yield suffix, norm[: -len(suffix)]
    yield "", norm


def _without_prefix(norm: str) -> Iterator[tuple[str, str]]:
    """Yield the proclitic chains that a token may begin with, shortest first, with the rest."""
    for prefix in _PREFIXES.get(norm[:1], ("",)):
        if norm.startswith(prefix) and len(norm) > len(prefix):
            yield prefix, norm[len(prefix) :]


def _cuts(forms: Forms, rest: str, suffix: str) -> Iterator[Cut]:
    for prefix, stem in _without_prefix(rest):
        if stem not in forms:
            continue
        for form in forms[stem]:
            definite = has_article(prefix)  # what has the article takes no pronoun
            follows = form.suffix != (NEVER if suffix else REQUIRED) and not (definite and suffix)
            if prefix in form.prefixes and follows and not (suffix and form.suffix == THIRD and suffix[0] != HA):
                entry = form.entry
                before = len(before_article(prefix))
                yield Cut(form, prefix, suffix, before, len(suffix), definite, entry, entry.kind)
