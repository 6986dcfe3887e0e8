"""Inflection: the forms of a verb, noun or relational adjective from its dictionary forms.

Unvowelled spelling only, third person first: what newspapers print. Irregular plurals are data, not rules.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from musnad.arabic.letters import HAMZA_SEATS

OPTIONAL, REQUIRED, NEVER = "optional", "required", "never"
THIRD = "third"
"""A pronoun may follow, but only one of the third person."""

JUSSIVE = "jussive"
"""Tense of the short forms that stand only behind «لم», «لا» and the like."""


@dataclass(frozen=True, slots=True)
class Inflected:
    """One form: `pos` verb, participle, masdar, noun or adjective; gender m/f; number s/d/p.

    `tense` is past, present or jussive; `suffix` says whether a pronoun may, must or cannot follow; `person` is 1 or 3.
    """

    text: str
    pos: str
    tense: str = ""
    gender: str = ""
    number: str = ""
    voice: str = "active"
    suffix: str = OPTIONAL
    person: int = 3


def verb(parts: Mapping[str, str]) -> list[Inflected]:
    """Return the forms of a verb.

    `parts` holds `present` and `past` (third person masculine singular; no `past` where it is spelled like a noun) and
    optionally `participle`, `masdar`, `passive` and `passive_present` (where they are spelled differently).

    >>> forms = verb({"past": "نفى", "present": "ينفي"})
    >>> sorted({f.text for f in forms if f.tense == "past" and f.suffix != "required"})
    ['نفت', 'نفتا', 'نفوا', 'نفى', 'نفيا', 'نفين']
    """
    past = parts.get("past", "")
    forms = [*(_past(past, "active") if past else ()), *_present(parts["present"], past, "active")]
    if "passive" in parts:
        forms += _past(parts["passive"], "passive")
    if "passive_present" in parts:
        forms += _present(parts["passive_present"], parts.get("passive", ""), "passive")
    if "participle" in parts:
        forms += _participle(parts["participle"])
    if "masdar" in parts:
        forms += masdar(parts["masdar"])
    return _unique(forms)


def _past(base: str, voice: str) -> Iterator[Inflected]:
    def form(text: str, gender: str, number: str, suffix: str = OPTIONAL) -> Inflected:
        return Inflected(text, "verb", "past", gender, number, voice, suffix)

    yield form(base, "m", "s", OPTIONAL if base[-1] != "ى" else NEVER)
    stem = base[:-1]
    if base[-1] in "ىا":
        long = stem + ("يا" if base[-1] == "ى" else "وا")
        yield from (form(stem + "ت", "f", "s"), form(long, "m", "d"), form(stem + "تا", "f", "d"))
        yield from (form(stem + "وا", "m", "p", NEVER), form(stem + "و", "m", "p", REQUIRED))
        yield form(stem + ("ين" if base[-1] == "ى" else "ون"), "f", "p")
        if base[-1] == "ى":
            yield form(stem + "ا", "m", "s", REQUIRED)
        return
    yield from (form(base + "ت", "f", "s"), form(base + "ا", "m", "d"), form(base + "تا", "f", "d"))
    if base[-1] == "ي":
        yield from (form(stem + "وا", "m", "p", NEVER), form(stem + "و", "m", "p", REQUIRED))
        return
    short = base[:-2] + base[-1] if len(base) > 2 and base[-2] == "ا" else base
    yield from (form(base + "وا", "m", "p", NEVER), form(base + "و", "m", "p", REQUIRED), form(short + "ن", "f", "p"))
    if base[-1] in "ءأ":
        yield form(stem + "ؤوا", "m", "p")


def _present(base: str, past: str, voice: str) -> Iterator[Inflected]:
    def form(text: str, gender: str, number: str, person: int = 3) -> Inflected:
        return Inflected(text, "verb", "present", gender, number, voice, OPTIONAL, person)

    stem = base[1:]
    yield from (form(base, "m", "s"), form("ت" + stem, "f", "s"))
    yield from (form("ن" + stem, "", "p", 1), form("أ" + stem, "", "s", 1))
    weak = stem[-1] in "ويى"
    plural = stem[:-1] if weak else stem
    dual = stem[:-1] + "ي" if stem[-1] == "ى" else stem
    for ending in ("ون", "وا"):
        yield from (form("ي" + plural + ending, "m", "p"), form("ت" + plural + ending, "m", "p"))
    for ending in ("ان", "ا"):
        yield from (form("ي" + dual + ending, "m", "d"), form("ت" + dual + ending, "f", "d"))
    if not weak:
        yield form("ي" + stem + "ن", "f", "p")
    hollow = len(past) > 2 and past[-2] == "ا" and len(stem) > 2 and stem[-2] in "ويا"
    jussive = stem[:-1] if weak else stem[:-2] + stem[-1] if hollow else ""
    if len(jussive) > 1:
        for letter, gender in (("ي", "m"), ("ت", "f")):
            yield Inflected(letter + jussive, "verb", JUSSIVE, gender, "s", voice)


def _participle(base: str) -> Iterator[Inflected]:
    def form(text: str, gender: str, number: str, suffix: str = NEVER) -> Inflected:
        return Inflected(text, "participle", "", gender, number, "active", suffix)

    stem = base[:-1] if base[-1] == "ي" else base
    yield from (form(base, "m", "s", OPTIONAL), form(base + "ا", "m", "s"), form(base + "ة", "f", "s"))
    yield from (form(stem + "ين", "m", "p"), form(stem + "ون", "m", "p"))
    yield from (form(base + "ان", "m", "d"), form(base + "تان", "f", "d"), form(base + "تين", "f", "d"))
    yield form(base + "ات", "f", "p")
    if stem != base and len(stem) > 2:
        yield form(stem, "m", "s")


def masdar(base: str) -> list[Inflected]:
    """Return the forms of a verbal noun, with the spellings that a pronoun suffix asks for.

    >>> [f.text for f in masdar("زيارة")]
    ['زيارة', 'زيارت']
    """
    return [Inflected(f.text, "masdar", "", f.gender, f.number, "active", f.suffix) for f in _singular(base, "")]


def _singular(base: str, gender: str) -> Iterator[Inflected]:
    """Yield the singular: as such, with accusative alef, and as it is spelled before a pronoun."""

    def form(text: str, suffix: str) -> Inflected:
        return Inflected(text, "noun", "", own, "s", "active", suffix)

    own = gender or ("f" if base[-1] == "ة" else "m")
    if base[-1] == "ة":
        yield from (form(base, NEVER), form(base[:-1] + "ت", REQUIRED))
    elif base[-1] == "ى":
        yield from (form(base, NEVER), form(base[:-1] + "ا", REQUIRED))
    elif base[-1] == "ء":
        yield form(base, OPTIONAL)
        if base[-2:] == "اء":
            yield from (form(base[:-1] + "ؤ", REQUIRED), form(base[:-1] + "ئ", REQUIRED))
    else:
        yield form(base, OPTIONAL)
        if base[-1] != "ا":
            yield form(base + "ا", NEVER)


def noun(parts: Mapping[str, str | Sequence[str]]) -> list[Inflected]:
    """Return the forms of a noun.

    `parts` holds `m` and/or `f` (singulars) and `p` and `fp` (lists of plurals; sound ones in the nominative).
    Duals and the constructs of duals and sound plurals are made here; a phrase of several words gets none.

    >>> "وزيرتين" in {f.text for f in noun({"m": "وزير", "f": "وزيرة", "p": ["وزراء"]})}
    True
    """
    forms: list[Inflected] = []
    for gender in ("m", "f"):
        base = parts.get(gender)
        if isinstance(base, str) and base:
            if " " in base:
                forms.append(Inflected(base, "noun", "", gender, "s"))
            else:
                forms += [*_singular(base, gender), *_dual(base, gender)]
    for key, gender in (("p", "m" if "m" in parts else "f"), ("fp", "f")):
        for plural in parts.get(key, ()):
            forms += _plural(plural, gender)
    return _unique(forms)


def _dual(base: str, gender: str) -> Iterator[Inflected]:
    stem = base[:-1] + "ت" if base[-1] == "ة" else base[:-1] + "ي" if base[-1] == "ى" else base
    for ending in ("ان", "ين", "ا", "ي"):
        yield Inflected(stem + ending, "noun", "", gender, "d", "active", NEVER if ending in {"ان", "ين"} else OPTIONAL)


def _plural(plural: str, gender: str) -> Iterator[Inflected]:
    yield Inflected(plural, "noun", "", gender, "p", "active", NEVER if plural.endswith("ون") else OPTIONAL)
    if plural.endswith("ون") and " " not in plural:
        stem = plural[:-2]
        yield Inflected(stem + "ين", "noun", "", gender, "p", "active", NEVER)
        for ending in ("و", "ي"):
            yield Inflected(stem + ending, "noun", "", gender, "p")
    if plural.endswith("ة") and " " not in plural:
        yield Inflected(plural[:-1] + "ت", "noun", "", gender, "p", "active", REQUIRED)
    if plural.endswith("اء") and " " not in plural:
        yield from (Inflected(plural[:-1] + end, "noun", "", gender, "p", "active", REQUIRED) for end in HAMZA_SEATS)


def is_full_dual(folded: str) -> bool:
    """Say whether a dual form stands in full, not as a construct before another noun.

    >>> is_full_dual("ساعتين"), is_full_dual("ساعتي")
    (True, False)
    """
    return folded.endswith(("ان", "ين"))


def nisba(base: str, plurals: Sequence[str] = ()) -> list[Inflected]:
    """Return the forms of a relational adjective (demonym) from its masculine singular.

    >>> [f.text for f in nisba("مصري") if f.number == "d"]
    ['مصريان', 'مصريتان', 'مصريتين']
    """

    def form(text: str, gender: str, number: str) -> Inflected:
        return Inflected(text, "adjective", "", gender, number, "active", NEVER)

    forms = [form(base, "m", "s"), form(base + "ا", "m", "s"), form(base + "ة", "f", "s"), form(base + "ان", "m", "d")]
    forms += [form(base + "تان", "f", "d"), form(base + "تين", "f", "d")]
    forms += [form(base + "ين", "m", "p"), form(base + "ون", "m", "p"), form(base + "ات", "f", "p")]
    return _unique(forms + [form(plural, "m", "p") for plural in plurals])


def _unique(forms: list[Inflected]) -> list[Inflected]:
    return list(dict.fromkeys(forms))
