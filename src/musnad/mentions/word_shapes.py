"""What the shape of a word tells: whether it governs the noun behind it, whether it may be a present verb."""

from musnad.arabic import PRESENT_STARTS, is_full_dual
from musnad.arabic.letters import ALEF, NUN, TA, WAW, YA
from musnad.lexicon import Hit

SHORTEST_VERB, _LONGEST_VERB = 4, 8
_MASDAR = 6
WEAK = frozenset({ALEF, WAW, YA})


def stands_free(hit: Hit) -> bool:
    """Say whether an indefinite noun cannot head an idafa: a sound plural or dual in full, or an accusative."""
    if hit.definite or hit.suffix or hit.last > hit.first + 1:
        return False
    pattern = hit.form.pattern
    if hit.form.number == "d":
        return is_full_dual(pattern)
    sound = hit.entry.headword.endswith(WAW + NUN)
    if hit.form.number == "p" or (sound and not hit.form.number):  # «آخرون»
        people = hit.form.gender == "m" or sound
        return pattern.endswith((WAW + NUN, YA + NUN) if people else WAW + NUN)
    return pattern.endswith(ALEF) and hit.form.pos in {"noun", "adjective"} and hit.entry.headword[-1:] != ALEF


def like_present(norm: str) -> bool:
    """Say whether an unknown word has the shape of a present verb; long ones, and two alefs, are foreign names."""
    long = len(norm) >= _LONGEST_VERB - norm.startswith(YA + ALEF)  # «ياكوفلف»
    foreign = (norm.count(ALEF) > 1 or long) and not norm.endswith((NUN, ALEF))
    return norm.startswith(PRESENT_STARTS) and len(norm) >= SHORTEST_VERB and not foreign


def like_masdar(norm: str) -> bool:
    """Say whether an unknown word has the shape of a verbal noun of six letters («امتلاك», «انبعاث»)."""
    if len(norm) != _MASDAR or norm[0] != ALEF or norm[-2] != ALEF or norm[-1] in WEAK:
        return False
    derived = norm[2] == TA and norm[1] not in WEAK and norm[3] not in WEAK
    return derived or (norm[1] == NUN and WEAK.isdisjoint(norm[2:4]))


def is_construct(hit: Hit) -> bool:
    """Say whether a hit is a dual or plural that only another noun behind it could complete."""
    return hit.form.number == "d" and not is_full_dual(hit.form.pattern)
