"""Profiles of publishers: one outlet a domain, real zones, a folder for each country."""

import re
import tomllib
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


def test_profiles_lie_in_the_folder_of_their_country() -> None:
    folders = [f.name for f in (resources.files("musnad") / "data" / "publishers").iterdir()]
    territories = set(Locale("en").territories)
    assert [name for name in folders if name != "int" and name.upper() not in territories] == []


def test_every_profile_says_of_when_its_facts_are() -> None:
    folders = (resources.files("musnad") / "data" / "publishers").iterdir()
    sources = {file.name: tomllib.loads(file.read_text("utf-8"))["source"] for f in folders for file in f.iterdir()}
    assert len(sources) > 150
    assert [name for name, source in sources.items() if not re.search(r"as known in 20\d\d", source)] == []
