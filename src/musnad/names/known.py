"""What the lexicon knows of the parts of names, looked up by the part itself."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from musnad.arabic import ARTICLE, fold_word
from musnad.lexicon import Lexicon
from musnad.lexicon.records import Form
from musnad.names.forms import PEOPLE, LatinForms

_NAMES = frozenset(
    {"given_name", "family_name", "country", "region_adjective", "place", "organisation", "agency", *PEOPLE}
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Parts of names by their folded form without article.

    `latin` gives Latin forms by origin; `links` what ties parts together: its role and the word that stands for it;
    `people` says whether known people may be asked.
    """

    lexicon: Lexicon
    latin: LatinForms
    links: Mapping[str, tuple[str, str]]
    people: bool = True

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Known":
        """Return what a lexicon knows; asked again, the same."""
        return _known(lexicon)

    def without_people(self) -> "Known":
        """Return the same without known people: what spelling alone can tell."""
        return replace(self, people=False)

    def forms(self, part: str) -> tuple[Form, ...]:
        """Return the forms that are spelled like a part or a whole name, without article."""
        return self.lexicon.forms.get(part, ())

    def kinds(self, part: str) -> frozenset[str]:
        """Return the kinds of words that a part may be."""
        return frozenset(form.entry.kind for form in self.forms(part))

    def is_native(self, part: str) -> bool:
        """Say whether a part is known as one of the names of Arabs."""
        if "arab" in self.latin.get(part):
            return True
        return any(form.entry.kind == "given_name" and not form.entry.flag("foreign") for form in self.forms(part))

    def is_foreign(self, part: str) -> bool:
        """Say whether a part is known as one of the names of foreigners."""
        if "foreign" in self.latin.get(part):
            return True
        return any(form.entry.kind == "given_name" and form.entry.flag("foreign") for form in self.forms(part))

    def is_word(self, part: str) -> bool:
        """Say whether a part is known, and only as an ordinary word or a demonym."""
        forms = self.forms(part)
        return bool(forms) and not any(f.entry.kind in _NAMES and f.pos == "word" for f in forms)

    def of_faith(self, one: str, two: str) -> bool:
        """Say whether one part is the other with «of the faith» and the like behind it («سعد», «سعد الدين»)."""
        short, long = sorted((one, two), key=len)
        return long.startswith(short) and self.links.get(long[len(short) :], ("",))[0] == "tail"

    def share_entry(self, one: str, two: str) -> bool:
        """Say whether two words are spellings of one name, or of one form of a demonym («أمريكي», «أميركي»)."""
        return not _named(self.forms(one)).isdisjoint(_named(self.forms(two)))

    def person(self, name: str) -> frozenset[str]:
        """Return the known people whose whole name this is."""
        return _people_of(name, self) if self.people and " " in name else frozenset()


@lru_cache(1 << 16)
def _people_of(name: str, known: Known) -> frozenset[str]:
    pattern = " ".join(_WORD.findall(fold_word(name)))
    spelled = (pattern, pattern.removeprefix(ARTICLE))
    return frozenset(form.entry.id for each in spelled for form in known.forms(each) if form.entry.kind in PEOPLE)


def _named(forms: Iterable[Form]) -> frozenset[tuple[str, str, str, str]]:
    """Return what forms name, with their grammar: a land by its code, which several entries can share."""
    names = (form for form in forms if form.entry.kind in _NAMES)
    return frozenset((form.entry.text("code", form.entry.id), form.pos, form.gender, form.number) for form in names)


@lru_cache(maxsize=2)  # derived from the lexicon alone
def _known(lexicon: Lexicon) -> Known:
    links = {
        fold_word(word): (entry.text("role"), fold_word(entry.texts("words")[0]))
        for entry in lexicon.of_kind("name_link")
        for word in entry.texts("words")
    }
    return Known(lexicon, LatinForms(lexicon, links), links)
