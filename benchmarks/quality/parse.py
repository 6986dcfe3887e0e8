"""Turn what the scorers of a bench folder print into measures. Only numbers and fixed labels pass, never text."""

import json
import re

from outcome import Measure

_PRF = r"P\s+(?P<p>[\d.]+)\s+R\s+(?P<r>[\d.]+)\s+F1\s+(?P<f>[\d.]+)"
_DETECT = re.compile(rf"(?P<name>majority|clear)\s+{_PRF}\s+\(n (?P<n>\d+), events (?P<events>\d+)\)")
_SPANS = re.compile(
    r"type recall (?P<type>[\d.]+)\s+trigger (?P<trigger>[\d.]+) \(any annotator's (?P<any>[\d.]+)\)\s+"
    r"actor (?P<actor>[\d.]+) of (?P<actors>\d+)\s+"
    r"recipient (?P<recipient>[\d.]+) of (?P<recipients>\d+)\s+\(n (?P<n>\d+)\)"
)
_CODES = re.compile(r"(?P<name>(?:actor|recipient)\.(?:country|sector)) (?P<right>\d+)/(?P<of>\d+)")
_NAMES = re.compile(r"(?m)^(?P<name>PER|LOC|ORG|ALL) +" + r" +".join([r"([\d.]+)"] * 6) + r" +(?P<n>\d+)$")
_PAGE = re.compile(rf"(?m)^\S+ +body (?:{_PRF}|-) +date (?P<date>right|wrong|-)|^\S+ +(?P<none>no reading)")
_GROUPS = re.compile(rf"(?m)^(?P<name>stories \(B3\)|dispatches \(B3\)|credit absent) +{_PRF} +n (?P<n>\d+)")
_CLAIMS = re.compile(
    r"claim\.found (?P<found>[\d.]+)\s+claim\.routes (?P<routes>[\d.]+)\s+claim\.origins (?P<origins>[\d.]+)\s+"
    r"n (?P<n>\d+)\s+claims with two or more routes right: (?P<many>\d+) of (?P<of>\d+)"
)
_TIME_ROWS = {
    "ALL": "",
    "suite news_self": "self-checked ",
    "suite news_convention": "convention ",
    "kind dual-month": "dual months ",
}


def articles(printed: str) -> tuple[Measure, ...]:
    """Read the JSON of `articles/score.py`: F1 a layer, with precision, recall and interval."""
    value = json.loads(printed)
    measures = []
    for layer, row in value["layers"].items():
        detail = f"P {row['p']:.3f} R {row['r']:.3f}"
        if "ci95" in row:
            detail += f" [{row['ci95'][0]:.3f}, {row['ci95'][1]:.3f}]"
        measures.append(Measure(f"{layer} F1", row["f1"], row["gold"], detail))
    missing = value["missing"]
    if missing:
        measures.append(Measure("articles without a reading", missing, value["articles"], better=-1))
    return tuple(measures)


def times(printed: str) -> tuple[Measure, ...]:
    """Read the JSON of `times/score.py`: percentages over all expressions and over the larger classes."""
    value = json.loads(printed)
    measures = [
        Measure(f"{label}{what} %", row[what], row["n"])
        for key, label in _TIME_ROWS.items()
        if (row := value["expressions"].get(key)) is not None
        for what in ("found", "value", "sole", "exact")
    ]
    if value["traps"]:
        measures.append(Measure("false alarms on traps", value["false_alarms"], value["traps"], better=-1))
    return tuple(measures)


def detection(printed: str) -> tuple[Measure, ...]:
    """Read `events/score.py` on sentences with votes."""
    return tuple(
        Measure(f"{m['name']} F1", float(m["f"]), int(m["n"]), f"P {m['p']} R {m['r']}, {m['events']} events")
        for m in _DETECT.finditer(printed)
    )


def event_spans(printed: str) -> tuple[Measure, ...]:
    """Read `events/score.py` on sentences with spans and codes."""
    row = _SPANS.search(printed)
    if row is None:
        return ()
    n = int(row["n"])
    return (
        Measure("type recall", float(row["type"]), n),
        Measure("trigger overlap", float(row["trigger"]), n, f"any annotator's {row['any']}"),
        Measure("actor overlap", float(row["actor"]), int(row["actors"])),
        Measure("recipient overlap", float(row["recipient"]), int(row["recipients"])),
        *(
            Measure(m["name"], round(int(m["right"]) / max(1, int(m["of"])), 3), int(m["of"]))
            for m in _CODES.finditer(printed)
        ),
    )


def names(printed: str) -> tuple[Measure, ...]:
    """Read the table of `names/score.py`: exact F1, with the overlap F1 beside it."""
    measures = []
    for row in _NAMES.finditer(printed):
        _, p, r, f1, _, _, overlap, n = row.groups()
        measures.append(Measure(f"{row['name']} exact F1", float(f1), int(n), f"P {p} R {r}, overlap F1 {overlap}"))
    return tuple(measures)


def pages(printed: str) -> tuple[Measure, ...]:
    """Read the rows of `html/score.py`: mean body F1 (a page without reading counts 0), and days that are right."""
    rows = list(_PAGE.finditer(printed))
    bodies = [float(row["f"] or 0) for row in rows]
    dated = [row["date"] for row in rows if row["date"] in {"right", "wrong"}]
    if not rows:
        return ()
    return (
        Measure("body F1, mean", round(sum(bodies) / len(bodies), 3), len(bodies), f"worst {min(bodies):.3f}"),
        Measure("dates right", dated.count("right"), len(dated), "of the pages with a known date that were read"),
        Measure("pages without a reading", sum(bool(row["none"]) for row in rows), len(rows), better=-1),
    )


def corroboration(printed: str) -> tuple[Measure, ...]:
    """Read `copies/score.py`: groups of articles, and what stands behind their claims."""
    measures = [
        Measure(f"{m['name']} F1", float(m["f"]), int(m["n"]), f"P {m['p']} R {m['r']}")
        for m in _GROUPS.finditer(printed)
    ]
    claims = _CLAIMS.search(printed)
    if claims is not None:
        measures += [Measure(f"claim.{k}", float(claims[k]), int(claims["n"])) for k in ("found", "routes", "origins")]
        measures.append(Measure("claims of two or more routes right", int(claims["many"]), int(claims["of"])))
    return tuple(measures)
