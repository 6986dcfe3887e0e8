"""What is known of the site that an address or a publisher's name leads to: its names, clock, furniture, country."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from musnad.arabic import fold_word
from musnad.ingest.address import site_host
from musnad.lexicon import Entry, Lexicon

_BETWEEN = str.maketrans(dict.fromkeys('-–—/|()،,:+«»"', "\n"))  # what stands between the names in a credit


@dataclass(frozen=True, slots=True)
class Site:
    """A publisher with a site: name, time zone, how it credits itself, how lines of its furniture begin, state."""

    name: str
    zone: str
    names: frozenset[str]
    furniture: tuple[str, ...]
    country: str = ""

    def is_own(self, credit: str) -> bool:
        """Say whether a credit names nobody but this publisher itself, in whichever of its names."""
        parts = [name for part in credit.translate(_BETWEEN).split("\n") if (name := _key(part))]
        return _key(credit) in self.names or (bool(parts) and self.names.issuperset(parts))


UNKNOWN = Site("", "", frozenset(), ())
"""A site of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Sites:
    """The known sites by their domains and by their names."""

    by_domain: Mapping[str, Site]
    by_name: Mapping[str, Site]

    @classmethod
    @lru_cache(maxsize=2)  # derived from the lexicon alone; a page must not wait for it
    def of(cls, lexicon: Lexicon) -> "Sites":
        """Return the sites that a lexicon knows; a name that two of them have leads to neither."""
        entries: dict[str, list[Entry]] = {}
        for entry in lexicon.of_kind("publisher"):
            for domain in entry.texts("domains"):
                entries.setdefault(domain, []).append(entry)
        by_domain = {domain: _site(domain, found) for domain, found in entries.items()}
        by_name: dict[str, Site] = {}
        shared: set[str] = set()
        for site in dict.fromkeys(by_domain.values()):
            shared |= {name for name in site.names if by_name.setdefault(name, site).name != site.name}
        return cls(by_domain, {name: site for name, site in by_name.items() if name not in shared})

    def at(self, address: str | None, publisher: str | None = None) -> Site:
        """Return the site that holds an address, else that of a publisher, else one of which nothing is known."""
        host = site_host(address) if address else ""
        while host and host not in self.by_domain:
            host = host.partition(".")[2]
        found = self.by_domain.get(host)
        return found or self.by_name.get(_key(publisher or ""), UNKNOWN)


def _site(domain: str, entries: list[Entry]) -> Site:
    first = entries[0]
    written = [name for entry in entries for name in (entry.headword, entry.text("latin"), *entry.texts("credit"))]
    furniture = tuple(line for entry in entries for line in entry.texts("boilerplate"))
    names = frozenset(map(_key, (domain, *written)))
    return Site(first.headword, first.text("zone"), names, furniture, first.text("country"))


def _key(name: str) -> str:
    return " ".join(fold_word(name).lower().split())
