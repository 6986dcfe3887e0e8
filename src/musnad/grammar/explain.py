"""Draw the tree of rule applications behind a result."""

from musnad.model import Node


def draw(node: Node, text: str) -> str:
    """Return one line a node, children indented under it: kind, the text it covers, rule, value.

    >>> print(draw(Node("year", "digits", 0, 4, 2021), "2021"))
    year «2021» ← digits = 2021
    """
    return "\n".join(_lines(node, text, ""))


def _lines(node: Node, text: str, indent: str) -> list[str]:
    covered = " ".join(text[node.start : node.end].split())
    value = "" if node.value is None or node.value == node.rule else f" = {node.value}"
    lines = [f"{indent}{node.kind} «{covered}» ← {node.rule}{value}"]
    for child in node.children:
        lines += _lines(child, text, indent + "  ")
    return lines
