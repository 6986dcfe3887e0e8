"""`musnad schema`: the JSON Schema of the public forms."""

from importlib import resources
from typing import Annotated

import typer

HELP = "Print the JSON Schema of a public form."


def schema(
    form: Annotated[str, typer.Argument(help="reading or rejection.")] = "reading",
) -> None:
    """Print the schema. Exit 2 for a form that does not exist."""
    file = resources.files("musnad") / "data" / "json-schema" / f"{form}.schema.json"
    if form not in {"reading", "rejection"}:
        message = f"no form is called {form!r}: reading or rejection"
        raise typer.BadParameter(message)
    typer.echo(file.read_text("utf-8"), nl=False)
