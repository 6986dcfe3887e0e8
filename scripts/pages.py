"""Pages of docs/reference that are read off the code: tables of `export`, and what `import musnad` offers."""

import inspect
import re
from collections.abc import Callable, Iterator

import musnad
from musnad.export import TABLES

_SET = re.compile(r"frozenset\(\{[^}]*\}\)")  # its order is another one in every process
_HOME = re.compile(r"\b(?:[a-z_]+\.)+(?=[A-Za-z])")  # of a type: the reader wants its name


def tables() -> str:
    """Return every column of every table of events."""
    lines = [
        "# Tables",
        "`musnad export INPUT… --table NAME` gives these of articles; what is asked of a collection lies",
    ]
    lines.append("in [other ones](collection.md). Several values in one field are joined by `; `.\n")
    for name, table in TABLES.items():
        lines += [f"## {name}\n", f"{table.doc.capitalize()}.\n", "| column | holds |", "|---|---|"]
        lines += [f"| `{column.name}` | {column.doc} |" for column in table.columns] + [""]
    return "\n".join(lines)


def api() -> str:
    """Return the public names with their signatures and documentation."""
    lines = ["# Python", "What `import musnad` offers. Records are frozen; their fields are those of their"]
    lines.append("[JSON forms](json.md).\n")
    for name in musnad.__all__:
        lines += _entry(name, getattr(musnad, name))
    return "\n".join(lines)


def _entry(name: str, found: Callable[..., object]) -> Iterator[str]:
    yield f"## {name}\n"
    if not (inspect.isclass(found) and issubclass(found, Exception)):
        yield f"```python\nmusnad.{name}{_signature(found)}\n```\n"
    yield _told(found)
    if inspect.isclass(found):
        for method, made in vars(found).items():
            function = made.__func__ if isinstance(made, classmethod) else made
            if not method.startswith("_") and inspect.isfunction(function):
                yield f"### {name}.{method}\n\n```python\n{method}{_signature(function)}\n```\n"
                yield _told(function)


def _signature(found: Callable[..., object]) -> str:
    try:
        told = _SET.sub("…", _HOME.sub("", str(inspect.signature(found)).replace("'", "")))
    except ValueError:
        return "(…)"
    return told.removesuffix(" -> None") if inspect.isclass(found) else told


def _told(found: object) -> str:
    text = inspect.getdoc(found) or ""
    told, _, example = text.partition(">>>")
    return told.strip() + "\n" + (f"\n```python\n>>>{example}\n```\n" if example else "")
