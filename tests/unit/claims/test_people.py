"""Names of one person within a story: parts of a fuller name, a known person, and names that fit several."""

from musnad.claims.people import identities
from musnad.model import Article, Entity, Reading


def reading(*entities: Entity) -> Reading:
    return Reading(Article("x"), entities=entities)


def person(entity: str, name: str) -> Entity:
    return Entity(entity, "person", name)


def test_a_fuller_name_is_the_known_person_it_holds() -> None:
    found = identities(
        [reading(person("public_person.x", "يانيس دراغوميس")), reading(person("local.1", "السيد يانيس دراغوميس"))]
    )
    assert found == {"السيد يانيس دراغوميس": "public_person.x"}


def test_a_shorter_name_is_the_longest_that_holds_it() -> None:
    found = identities([reading(person("local.1", "وائل سامي الدرويش")), reading(person("local.4", "وائل الدرويش"))])
    assert found == {"وايل الدرويش": "وايل سامي الدرويش"}


def test_a_single_word_and_a_name_of_two_people_stay_as_they_are() -> None:
    two = reading(person("public_person.x", "كريم السعداوي"), person("public_person.y", "كريم السعداوي"))
    assert identities([two, reading(person("local.1", "كريم السعداوي"), person("local.2", "كريم"))]) == {}


def test_bodies_are_not_people() -> None:
    body = Entity("local.1", "organisation", "هيئة الموانئ")
    assert identities([reading(body), reading(Entity("local.2", "organisation", "هيئة الموانئ العامة"))]) == {}
