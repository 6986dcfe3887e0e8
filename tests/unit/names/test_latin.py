"""Latin forms: known ones, the parts that the table knows, letter by letter."""

import pytest

from musnad.lexicon import Lexicon
from musnad.model import Cast, Entity, Mention, Span
from musnad.names import basis, latin, with_latin
from musnad.names.known import Known


@pytest.mark.parametrize(
    ("name", "kind", "text", "found"),
    [
        ("محمد بن راشد", "person", "Muhammad bin Rashid", "table"),
        ("عبد العزيز الصانوري", "person", "Abdulaziz al-Sanuri", "scheme"),
        ("نور الدين", "person", "Nur al-Din", "table"),
        ("غوردون ماكلافين", "person", "Gordon Maklafin", "scheme"),
        ("وزارة الداخلية والدفاع", "office", "Wizarat al-Dakhiliya wal-Difa", "table"),
        ("مجلس الأمن القومي", "organisation", "Majlis al-Amn al-Qawmi", "table"),
        ("الهيئة العامة للسياحة", "organisation", "al-Haya al-Amma lil-Siyaha", "table"),
        ("حركة 24 أبريل", "organisation", "Haraka 24 Abril", "scheme"),
        ("شركة CNN", "agency", "Sharika CNN", "table"),
        ("مُحمَّد", "person", "Muhammad", "table"),
    ],
)
def test_a_name_gets_the_form_of_its_parts(known: Known, name: str, kind: str, text: str, found: str) -> None:
    form = latin(name, known, kind=kind)
    assert (form.text, form.basis) == (text, found)


def test_every_entity_and_mention_gets_a_form_and_keeps_what_it_has(lexicon: Lexicon) -> None:
    entities = (
        Entity("country.EGY", "place", "مصر"),
        Entity("local.1", "person", "ليلى الصانوري", latin="Leila Sanouri"),
        Entity("local.2", "person", "راكان مزهر"),
        Entity("local.3", "person", "ليلى الصانوري + راكان مزهر", number="d"),
    )
    mentions = tuple(Mention(Span(n, n + 1), e.kind, e.name, e.id) for n, e in enumerate(entities))
    cast = with_latin(Cast(mentions, entities), lexicon)
    assert [e.latin for e in cast.entities] == [
        "Egypt",
        "Leila Sanouri",
        "Rakan Mazhar",
        "Leila Sanouri + Rakan Mazhar",
    ]
    assert [m.latin for m in cast.mentions if m.entity != "local.1"] == [
        e.latin for e in cast.entities if e.id != "local.1"
    ]
    assert basis(cast.entities[0], lexicon) == "known"
    assert basis(cast.entities[2], lexicon) == "scheme"
