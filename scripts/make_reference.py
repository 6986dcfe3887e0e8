"""Write docs/reference from the code, or with --check fail where it differs."""

import json
import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

import licences
import pages
import rules_page
from musnad.cli.app import EXIT_CODES, app
from musnad.lexicon import KindSchema, load
from musnad.model import REASONS
from musnad.query import TABLES, TOLD_TABLES
from musnad.settings import Settings
from musnad.store import migrations

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "reference"
NUMBERED = (ROOT / "README.md", ROOT / "docs" / "explain" / "limits.md")
RESULTS = ROOT / "benchmarks" / "quality" / "results.json"
NUMBERS = ("<!-- numbers:", "<!-- end of numbers -->")
SHOWN = {
    ("articles/dev", "statement F1"): "statements found (half of the words shared)",
    ("articles/dev", "statement.exact F1"): "… with nine tenths of the words",
    ("articles/dev", "statement.speaker F1"): "… with the right speaker",
    ("articles/dev", "statement.via F1"): "… with the right chain up to the document",
    ("articles/dev", "statement.via+ F1"): "… the same, only over statements that somebody passed on",
    ("articles/dev", "time.value F1"): "times with the right value",
    ("articles/dev", "event F1"): "events with the right type",
    ("articles/dev", "event.actors F1"): "participants of events on the right side",
    ("articles/dev", "event.status F1"): "events with the right status",
    ("articles/dev", "tail F1"): "agencies and publishers of articles",
    ("names/anercorp.train", "ALL exact F1"): "people, places, organisations (ANERcorp, exact)",
    ("html/pages", "body F1, mean"): "bodies of pages",
}
NOTE = "<!-- made by scripts/make_reference.py: do not edit -->"


def command_line() -> str:
    """Return the help of every command."""
    lines = ["# Command line"]
    for path in sorted(commands(get_command(app))):
        shown = CliRunner().invoke(app, [*path, "--help"], prog_name="musnad", env={"COLUMNS": "100", "TERM": "dumb"})
        lines += [f"## musnad {' '.join(path)}\n", "```text", shown.stdout.strip(), "```\n"]
    return "\n".join(lines)


def commands(command: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command below one; a group is one too."""
    if path:
        yield path
    if isinstance(command, TyperGroup):
        for name, part in command.commands.items():
            yield from commands(part, (*path, name))


def exit_codes() -> str:
    """Return every exit code of the command line."""
    lines = ["# Exit codes", "| code | means |", "|---|---|"]
    lines += [f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items()]
    lines.append("\nRejected inputs are counted by reason on standard error: [rejections](rejections.md).")
    return "\n".join([*lines, ""])


def json_forms() -> str:
    """Return every field of the public JSON forms, from their schemas."""
    lines = ["# JSON forms"]
    lines.append(
        "One JSON value a line. Spans are `[start, end)` in code points of `text`. Fields may be added; ignore"
    )
    lines.append(
        "unknown ones. musnad writes every field; those not marked as always may be absent where others wrote the"
    )
    lines.append("value. `musnad schema reading` and `musnad schema rejection` print the schemas.\n")
    for form in ("reading", "rejection"):
        file = resources.files("musnad") / "data" / "json-schema" / f"{form}.schema.json"
        schema = json.loads(file.read_text("utf-8"))
        lines += [f"## {schema['title']}\n", schema["description"] + "\n", *json_fields(schema)]
        for name, part in schema.get("$defs", {}).items():
            if "properties" in part:
                lines += [f"### {name}\n", part.get("description", "") + "\n", *json_fields(part)]
    return "\n".join(lines)


def json_fields(schema: Mapping[str, Any]) -> list[str]:
    """Return the table of the fields of one object."""
    lines = ["| field | type | always | means |", "|---|---|---|---|"]
    for name, field in schema["properties"].items():
        always = "yes" if name in schema["required"] else ""
        lines.append(f"| `{name}` | {json_type(field)} | {always} | {field.get('description', '')} |")
    return [*lines, ""]


def json_type(field: Mapping[str, Any]) -> str:
    """Return the type of a field in a word or two."""
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2]
    if "anyOf" in field:
        return " or ".join(json_type(each) for each in field["anyOf"])
    if field["type"] == "array":
        return f"list of {json_type(field['items'])}"
    kind = field["type"]
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def lexicon() -> str:
    """Return every kind of data with its fields and how many entries it has."""
    loaded = load()
    counts = Counter(entry.kind for entry in loaded.entries.values())
    lines = ["# Lexicon"]
    lines.append("Kinds of entries, how their words are given, and their fields. Files lie in `src/musnad/data`.\n")
    for name in sorted(loaded.kinds):
        lines += kind(loaded.kinds[name], counts[name])
    return "\n".join(lines)


def kind(schema: KindSchema, count: int) -> list[str]:
    """Return the section of one kind."""
    given = ", ".join(f"`{paradigm}`" for paradigm in schema.paradigms)
    suffixes = "pronouns may follow" if schema.suffixes else "no pronoun may follow"
    suffixes = "pronouns of the third person may follow" if schema.third else suffixes
    lines = [f"## {schema.name}\n", f"{schema.doc} {count} entries.\n"]
    lines.append(f"Words as {given}; before a literal form: {schema.prefixes}; {suffixes}.\n")
    if schema.fields:
        lines += ["| field | type | required | means |", "|---|---|---|---|"]
        for field in schema.fields:
            choices = f" One of {', '.join(field.choices)}." if field.choices else ""
            lines.append(
                f"| `{field.name}` | {field.type} | {'yes' if field.required else ''} | {field.doc}{choices} |"
            )
        lines.append("")
    return lines


def settings() -> str:
    """Return every setting."""
    lines = ["# Settings", "| environment variable | means |", "|---|---|"]
    lines += [f"| `MUSNAD_{field.name.upper()}` | {field.metadata['help']} |" for field in fields(Settings)]
    return "\n".join([*lines, ""])


def rejections() -> str:
    """Return every reason for which an input is rejected."""
    lines = ["# Rejections", "| reason | means |", "|---|---|"]
    lines += [f"| `{reason}` | {text} |" for reason, text in REASONS.items()]
    return "\n".join([*lines, ""])


def with_numbers(page: Path) -> str:
    """Return a page with the numbers of the last benchmark run between their marks."""
    sets = json.loads(RESULTS.read_text("utf-8"))["sets"]
    lines = ["", "| F1 | |", "|--:|---|"]
    for (name, wanted), told in SHOWN.items():
        found = [m["value"] for m in sets[name]["measures"] if m["name"] == wanted]
        lines += [f"| {value:.2f} | {told} |" for value in found]
    text = page.read_text("utf-8")
    start = text.index("\n", text.index(NUMBERS[0])) + 1
    return text[:start] + "\n".join([*lines, "", ""]) + text[text.index(NUMBERS[1]) :]


def collection() -> str:
    """Return the columns of exports and frames, and the tables of the database."""
    lines = ["# Collection"]
    lines.append(
        "What [`export-db`](cli.md) writes as CSV, TSV and Parquet and `Collection.frame` returns; JSONL holds the"
    )
    lines.append(
        "whole records, as `musnad find --json` does. From `stories` on: what the [pages](../explain/pages.md) let one"
    )
    lines.append("download. Unknown values are empty; in Parquet `number` is int64, `real` double, `truth` bool.\n")
    for name, table in {**TABLES, **TOLD_TABLES}.items():
        lines += [f"## {name}\n", "| column | type | holds |", "|---|---|---|"]
        lines += [f"| `{column.name}` | {column.kind} | {column.doc} |" for column in table.columns]
        lines.append("")
    lines.append("## The database\n")
    lines.append(
        "SQLite; read it with any program, write to it with musnad alone. Its tables may change from one version to"
    )
    lines.append("the next, those above do not without a word in the change log. Steps: ")
    lines[-1] += ", ".join(f"`{name}`" for name, _ in migrations()) + ".\n"
    with sqlite3.connect(":memory:") as connection:
        for _, sql in migrations():
            connection.executescript(sql)
        for name, doc in table_comments():
            columns = connection.execute(f"SELECT name, type FROM pragma_table_info('{name}')")  # noqa: S608 - own names
            shown = ", ".join(f"`{column}`" + (f" {kind.lower()}" if kind else "") for column, kind in columns)
            lines += [f"### {name}\n", *([doc + "\n"] if doc else []), shown + "\n"]
    connection.close()
    return "\n".join(lines)


def table_comments() -> Iterator[tuple[str, str]]:
    """Yield every table of the database with what its step says of it."""
    table = re.compile(r"(?P<doc>(?:^--.*\n)*)^CREATE (?:VIRTUAL )?TABLE (?P<name>\w+)", re.MULTILINE)
    for _, sql in migrations():
        for match in table.finditer(sql):
            yield match["name"], " ".join(line.lstrip("- ") for line in match["doc"].splitlines())


PAGES = {
    "collection.md": collection,
    "cli.md": command_line,
    "exit-codes.md": exit_codes,
    "json.md": json_forms,
    "lexicon.md": lexicon,
    "settings.md": settings,
    "rejections.md": rejections,
    "api.md": pages.api,
    "licences.md": licences.page,
    "rules.md": rules_page.page,
    "tables.md": pages.tables,
}


def noted(page: Callable[[], str]) -> str:
    """Return a page with a note below its title on where it comes from."""
    title, _, text = page().partition("\n")
    return f"{title}\n{NOTE}\n\n{text}"


def same(name: str, old: str, new: str) -> bool:
    """Say whether a page need not be written again: examples of rules may be those of an older reading."""
    return rules_page.fixed(old) == rules_page.fixed(new) if name == "rules.md" else old == new


def main() -> int:
    """Write or check all pages; return the exit code."""
    check = "--check" in sys.argv[1:]
    stale = []
    made = {path: partial(with_numbers, path) for path in NUMBERED}
    for path, make in {**made, **{REFERENCE / name: partial(noted, page) for name, page in PAGES.items()}}.items():
        text = make()
        if not path.exists() or not same(path.name, path.read_text("utf-8"), text):
            stale.append(path.name)
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
    if check and stale:
        print(f"out of date: {', '.join(stale)}; run python scripts/make_reference.py")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
