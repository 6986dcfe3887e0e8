"""Profiles of publishers: one outlet a domain, real zones, a folder for each country."""

import re
from collections import Counter
from importlib import resources
from zoneinfo import ZoneInfo

from babel import Locale

from musnad.pipeline import default_engine

PROFILES = tuple(default_engine().lexicon.of_kind("publisher"))


def test_there_are_profiles_of_the_arab_press() -> None:
    outlets = {domain for profile in PROFILES for domain in profile.texts("domains")}
    assert len(outlets) > 150
    countries = {profile.text("country") for profile in PROFILES}
    assert countries >= set("EGY SAU ARE QAT KWT BHR OMN JOR LBN IRQ SYR PSE YEM LBY TUN DZA MAR MRT SDN".split())


def test_domains_are_bare_and_belong_to_one_outlet() -> None:
    owners = Counter((domain, profile.text("latin")) for profile in PROFILES for domain in profile.texts("domains"))
    domains = Counter(domain for domain, _ in owners)
    assert [domain for domain, count in domains.items() if count > 1] == []
    assert [d for d in domains if d != d.lower() or "/" in d or d.startswith("www.") or "." not in d] == []


def test_zones_and_names_are_real() -> None:
    for profile in PROFILES:
        assert profile.text("latin"), profile.id
        if zone := profile.text("zone"):
            ZoneInfo(zone)
        country = profile.text("country")
        assert not country or len(country) == 3, profile.id


def test_folders_of_profiles_are_countries() -> None:
    folders = [f.name for f in (resources.files("musnad") / "data" / "publishers").iterdir()]
    territories = set(Locale("en").territories)
    assert [name for name in folders if name != "int" and name.upper() not in territories] == []


def test_every_profile_says_of_when_its_facts_are() -> None:
    dated = re.compile(r"20\d\d(?:-(?:0[1-9]|1[0-2]))?")
    assert [profile.id for profile in PROFILES if not dated.fullmatch(profile.text("as_of"))] == []


def test_many_profiles_know_how_their_outlet_credits_itself_and_what_its_pages_say_beside_the_article() -> None:
    assert len({p.texts("domains")[0] for p in PROFILES if p.texts("credit")}) >= 100
    assert len({p.texts("domains")[0] for p in PROFILES if p.texts("boilerplate")}) >= 20
    assert len({p.texts("domains")[0] for p in PROFILES if p.text("owner") or p.flag("state")}) >= 60
