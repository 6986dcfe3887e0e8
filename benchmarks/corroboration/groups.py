"""Compare the stories of a collection with groups of articles that share their words, and print what they disagree in.

usage: groups.py DB GROUPS.jsonl [--show N] [--seed N]

GROUPS holds a group a line, `{"docs": [{"id"}, …]}`, with the ids under which DB took the articles in. A group is torn
where its articles lie in several stories, and two groups are joined where one story holds articles of both.
Groups of shared words are no gold: a dispatch with two news in it links them, and another telling has other words. So
the cases are printed, for whoever judges.
"""

import argparse
import json
import random
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

SHOWN = 5  # articles of one story or group


def main() -> int:
    """Count, then show."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("db", type=Path)
    parser.add_argument("groups", type=Path)
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    stories, lines = taken(chosen.db)
    groups = [[doc["id"] for doc in json.loads(line)["docs"]] for line in chosen.groups.read_text("utf-8").splitlines()]
    kept = [[one for one in group if one in stories] for group in groups]
    print(f"{len(groups)} groups, {sum(map(len, groups))} articles, {sum(map(len, kept))} of them in the collection")
    torn = [parts for group in kept if len(parts := parted(group, stories)) > 1]
    pairs = sum(size(group) for group in kept)
    together = sum(size(part) for group in kept for part in parted(group, stories))
    share = together / max(1, pairs)
    print(f"{len(kept) - len(torn)} groups whole; {together} of {pairs} pairs together ({share:.1%})")
    joined = [parts for parts in across(kept, stories) if len(parts) > 1]
    print(f"{len(joined)} stories hold articles of several groups, {sum(map(len, joined))} groups in all")
    chance = random.Random(chosen.seed)  # noqa: S311 - a sample to read
    for what, cases in (("torn", torn), ("joined", joined)):
        for number, parts in enumerate(chance.sample(cases, min(chosen.show, len(cases))), 1):
            print(f"\n{what} {number}")
            for part in parts:
                print("  –", *(lines[one] for one in part[:SHOWN]), sep="\n    ")
    return 0


def taken(db: Path) -> tuple[Mapping[str, int], Mapping[str, str]]:
    """Return the story of every article by the id that its input gave it, and the line that shows the article."""
    connection = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    rows = connection.execute(
        "SELECT a.input, s.story, a.day, a.title FROM article a JOIN story_article s ON s.article = a.id"
        " WHERE a.current"
    ).fetchall()
    connection.close()
    return {row[0]: row[1] for row in rows}, {row[0]: f"{row[2]} {row[3]} ({row[0]})" for row in rows}


def parted(group: Sequence[str], stories: Mapping[str, int]) -> list[list[str]]:
    """Return the articles of a group, those of one story together."""
    parts: dict[int, list[str]] = defaultdict(list)
    for one in group:
        parts[stories[one]].append(one)
    return list(parts.values())


def across(groups: Sequence[Sequence[str]], stories: Mapping[str, int]) -> list[list[Sequence[str]]]:
    """Return for every story the groups of which it holds most."""
    held: dict[int, list[Sequence[str]]] = defaultdict(list)
    for group in groups:
        if group:
            held[stories[max(parted(group, stories), key=len)[0]]].append(group)
    return list(held.values())


def size(group: Sequence[str]) -> int:
    """Return the number of pairs."""
    return len(group) * (len(group) - 1) // 2


if __name__ == "__main__":
    sys.exit(main())
