"""`musnad schema`: the JSON Schema of the public forms."""

from importlib import resources
from typing import Annotated

import typer

from musnad.cli.options import one_of

HELP = "Print the JSON Schema of a public form."
_FORMS = ("reading", "rejection")


def schema(
    form: Annotated[str, typer.Argument(callback=one_of(_FORMS), help="reading or rejection.")] = "reading",
) -> None:
    """Print the schema. Exit 2 for a form that does not exist."""
    file = resources.files("musnad") / "data" / "json-schema" / f"{form}.schema.json"
    typer.echo(file.read_text("utf-8"), nl=False)
