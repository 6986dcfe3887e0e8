"""Which unknown words may be parts of the names of people, by their letters and by the words beside them."""

from musnad.arabic import AND, ARTICLE, BA, LAM, LAM_ARTICLE, PRONOUNS, SO, fold_word
from musnad.arabic.letters import ALEF, ALEF_ABOVE, ALEF_BELOW, HA, MIM, NUN, TA, TA_MARBUTA, TANWIN, WAW, YA
from musnad.arabic.sounds import looks_foreign
from musnad.mentions.view import View
from musnad.mentions.word_shapes import like_present

BEFORE_NOUNS = frozenset({min(LAM, key=len), min(BA, key=len)})
THEIRS = tuple(p for p in PRONOUNS if p.startswith(HA) and len(p) > 1)
_YOURS = tuple(p for p in PRONOUNS if p.endswith(MIM) and not p.startswith(HA))
OF_GOD = ARTICLE + min(LAM, key=len) + HA
_PAIR, _RUN = 2, 3  # unknown words that are a name together
_SHORTEST = 3  # letters of an unknown part
JOINED_NOUN = 6  # letters of a word that begins with «and the»
_GLUED = (AND, SO, min(LAM, key=len))
_NOUNS = (ALEF + TA, WAW + NUN, YA + NUN, TA, YA + ALEF, YA + HA)
SHORTEST_OWNED = 5  # letters of a word whose last ones may be a pronoun


def named_by_next(view: View, i: int) -> bool:
    """Say whether a word of which nothing is known is a name by the known («حمدة سعيد») or name-like word behind it."""
    nxt = i + 1
    prefixed = view.norms[i].startswith((AND, LAM_ARTICLE))
    if view.any(i) or view.definite(i) or prefixed or not view.same_sentence(i, nxt):
        return False
    known = view.at(nxt, "given_name", "family_name")
    if known is not None and not known.prefix and not known.entry.flag("ambiguous") and view.is_name(nxt):
        return not served(view.norms[i], view.units.surface(i, nxt))
    return _paired(view, i)


def before_foreign(view: View, i: int) -> bool:
    """Say whether an unknown word that looks foreign stands before a known foreign name («كاران باتيل»)."""
    norm, nxt = view.norms[i], i + 1
    if view.any(i) or len(norm) < JOINED_NOUN - 1 or norm[0] in _GLUED or not looks_foreign(norm):
        return False
    if norm.endswith(_NOUNS) or view.definite(i) or like_present(norm) or not view.same_sentence(i, nxt):
        return False
    known = view.at(nxt, "given_name", "family_name")
    if known is None or known.prefix or known.definite or known.entry.flag("ambiguous") or not view.is_name(nxt):
        return False
    foreign = known.entry.flag("foreign") or (known.kind == "family_name" and looks_foreign(view.norms[nxt]))
    return foreign and shaped(view, i)


def is_son_of(view: View, i: int) -> bool:
    """Say whether «son of» stands at a token, nothing written onto it."""
    son = view.at(i, "name_particle")
    return son is not None and son.entry.flag("son") and not son.prefix


def fathered(view: View, i: int) -> bool:
    """Say whether «son of» and a name or unknown word stand behind a word that is no office («سفر بن عبدالله»)."""
    if not is_son_of(view, i + 1) or not view.same_sentence(i, i + 2):
        return False
    if not view.norms[i][0].isalpha() or view.any(i, "function_word", "role", "title", "name_particle", "body"):
        return False
    father = i + 2
    return view.is_name(father) or (view.norms[father][0].isalpha() and not view.any(father))


def has_father(view: View, i: int) -> bool:
    """Say whether a word is a given name by the «son of» behind it: an unknown word, or any before two of them.

    «خاطر بن معيض», «مقرب بن سعد بن علي».
    """
    if not is_son_of(view, i + 1) or not view.same_sentence(i, i + 2):
        return False
    if not view.norms[i][0].isalpha() or view.norms[i].startswith(AND):
        return False
    if not view.any(i):
        return view.is_name(i + 2)
    return is_son_of(view, i + 3) and not (view.has_article(i) or view.any(i, "function_word"))


def unknown_run(view: View, i: int) -> bool:
    """Say whether two or three unknown words stand before a mark or figure, foreign ones also before «and».

    «الألماني يوريس ماتيينسن (18 عاما)», «رئيسة لاتفيا فايرا فيكي فريبيرجا ووزير …».
    """
    last = i
    while last - i < _RUN and _is_unknown(view, last) and (last == i or view.same_sentence(i, last)):
        last += 1
    if last - i < _PAIR or not all(shaped(view, k) for k in range(i + 1, last)):
        return False
    first = view.norms[i]
    if first.isascii() or first.startswith((AND, LAM_ARTICLE)) or served(first, view.units.surface(i, i + 1)):
        return False
    if not view.same_sentence(i, last) or not view.norms[last][0].isalpha():
        return True
    foreign = all(looks_foreign(view.norms[k]) for k in range(i, last))
    return foreign and (view.any(last, "complementiser") or any(hit.prefix == AND for hit in view.all(last)))


def _is_unknown(view: View, i: int) -> bool:
    """Say whether nothing is known of a word that is long enough for a name and has no article."""
    return i < len(view.norms) and not (view.any(i) or view.definite(i) or len(view.norms[i]) < _SHORTEST)


def _paired(view: View, i: int) -> bool:
    """Say whether a word like «ماتيا» or «كواميه» is a name: nothing is known of it or of the name-like word behind."""
    nxt = i + 1
    if view.any(i) or view.definite(i) or not view.same_sentence(i, nxt) or view.any(nxt):
        return False
    norm, surface = view.norms[i], view.units.surface(i, nxt)
    participle, owned = norm.startswith(MIM) and norm.endswith(ALEF), surface.endswith(HA)
    if not (participle or owned) or surface.endswith(TANWIN + ALEF) or served(norm, surface):
        return False
    return view.norms[nxt][0].isalpha() and shaped(view, nxt) and not view.norms[nxt].endswith((ALEF, HA))


def acts(view: View, i: int) -> bool:
    """Say whether a word is a verb by its prefix or a known one, so that the word before it is none."""
    return view.is_verb(i) or (not view.any(i) and like_present(view.norms[i]))


def shaped(view: View, i: int, *, owned: bool = False) -> bool:
    """Say whether an unknown word may be a part of a name by its letters: no ending that only nouns and verbs have.

    `owned` lets it end as nouns do behind which «his» is written.
    """
    norm, end = view.norms[i], view.units.ends[i]
    surface = view.units.text[view.units.starts[i] : end]
    if len(norm) < _SHORTEST or norm.startswith(LAM_ARTICLE):
        return False
    if norm.startswith(AND + ARTICLE) and len(norm) >= JOINED_NOUN:
        return False
    foreign = norm[1:2] == ALEF and len(norm) > SHORTEST_OWNED  # «مافوبا»
    if norm.startswith(MIM) and norm.endswith(ALEF) and len(norm) >= SHORTEST_OWNED and not foreign:
        return False  # «متلثما»: a participle in the accusative
    if surface.endswith((TA_MARBUTA, TANWIN + ALEF, ALEF + TANWIN)):
        return False
    if norm.endswith(OF_GOD):
        return True  # «حمدالله»
    if len(norm) >= SHORTEST_OWNED and (norm.endswith(THEIRS) or (surface.endswith(HA) and not owned)):
        return False
    if len(norm) >= JOINED_NOUN and norm.endswith(_YOURS):
        return False  # «لشخصكم»
    if view.definite(i):
        return norm.endswith(YA) or not (
            norm.startswith(ARTICLE + MIM) or norm.endswith((ALEF + TA, YA + NUN, WAW + NUN))
        )
    return not served(norm, surface)


def served(norm: str, surface: str) -> bool:
    """Say whether a word is rather a noun behind «ب» or «ل» («بالتحدث», «لإيقاف», «لتدريبات»)."""
    if norm[0] not in BEFORE_NOUNS or len(norm) <= _SHORTEST:
        return False
    if len(norm) < JOINED_NOUN:
        return surface[1] in {ALEF_ABOVE, ALEF_BELOW}  # «بأخذ»
    return norm.startswith(ARTICLE, 1) or norm[1] == TA or (surface[1] != ALEF == fold_word(surface[1]))


def behind_titles(view: View, i: int) -> int:
    """Return the token before the definite titles and roles that end at one («قال ‹الصحفي› سالم فارسي، …»)."""
    first = i
    while i > 0 and view.has_article(i) and view.any(i, "title", "role", "adjective"):
        if not view.same_sentence(i - 1, first):
            break
        i -= 1
    return i
