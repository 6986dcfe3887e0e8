"""Write docs/reference from the code, or with --check fail where it differs."""

import sys
from collections import Counter
from dataclasses import fields
from pathlib import Path

import click
import typer

from musnad.cli.app import app
from musnad.lexicon import KindSchema, load
from musnad.model import REASONS
from musnad.settings import Settings

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"
NOTE = "<!-- made by scripts/make_reference.py: do not edit -->\n"


def command_line() -> str:
    """Return the help of every command."""
    root = typer.main.get_command(app)
    lines = ["# Command line", NOTE]
    if not isinstance(root, click.Group):
        return "\n".join(lines)
    for name, command in sorted(root.commands.items()):
        context = click.Context(command, info_name=f"musnad {name}", terminal_width=100, max_content_width=100)
        lines += [f"## musnad {name}\n", "```text", command.get_help(context).rstrip(), "```\n"]
    lines += ["## Exit codes\n", "| code | means |", "|---|---|"]
    lines += ["| 0 | at least one input was read |", "| 1 | nothing could be read, or nothing was found |"]
    lines += ["| 2 | the call itself is wrong |\n"]
    return "\n".join(lines)


def lexicon() -> str:
    """Return every kind of data with its fields and how many entries it has."""
    loaded = load()
    counts = Counter(entry.kind for entry in loaded.entries.values())
    lines = ["# Lexicon", NOTE]
    lines.append("Kinds of entries, how their words are given, and their fields. Files lie in `src/musnad/data`.\n")
    for name in sorted(loaded.kinds):
        lines += kind(loaded.kinds[name], counts[name])
    return "\n".join(lines)


def kind(schema: KindSchema, count: int) -> list[str]:
    """Return the section of one kind."""
    given = ", ".join(f"`{paradigm}`" for paradigm in schema.paradigms)
    suffixes = "pronouns may follow" if schema.suffixes else "no pronoun may follow"
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
    lines = ["# Settings", NOTE, "| environment variable | means |", "|---|---|"]
    lines += [f"| `MUSNAD_{field.name.upper()}` | {field.metadata['help']} |" for field in fields(Settings)]
    return "\n".join([*lines, ""])


def rejections() -> str:
    """Return every reason for which an input is rejected."""
    lines = ["# Rejections", NOTE, "| reason | means |", "|---|---|"]
    lines += [f"| `{reason}` | {text} |" for reason, text in REASONS.items()]
    return "\n".join([*lines, ""])


PAGES = {"cli.md": command_line, "lexicon.md": lexicon, "settings.md": settings, "rejections.md": rejections}


def main() -> int:
    """Write or check all pages; return the exit code."""
    check = "--check" in sys.argv[1:]
    stale = []
    for name, make in PAGES.items():
        path = REFERENCE / name
        text = make()
        if not path.exists() or path.read_text("utf-8") != text:
            stale.append(name)
            if not check:
                REFERENCE.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
    if check and stale:
        print(f"out of date: {', '.join(stale)}; run python scripts/make_reference.py")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
