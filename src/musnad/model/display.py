"""Display hooks: records know the name of what draws them in a notebook, and nothing else of it."""

from importlib import import_module


def drawn(name: str, record: object) -> str:
    """Return a record as HTML, drawn by the function of that name in `musnad.render.notebook`."""
    return str(getattr(import_module("musnad.render.notebook"), name)(record))
