"""Headings between the paragraphs of an article: like its title they tell in the present tense what happened."""

from musnad.events.scene import Scene

_YEAR, _DASHES = 4, frozenset("-–—:")
_LONGEST = 8  # tokens of a line that is a heading


def in_heading(scene: Scene, token: int) -> bool:
    """Say whether a token stands in a heading: a short line without a stop that is a paragraph of its own."""
    units = scene.units
    number = units.sentence_of[token]
    line = units.sentences[number]
    if not 0 < number < len(units.sentences) - 1:
        return False
    year = units.norms[line.first]
    if len(year) == _YEAR and year.isdecimal() and units.norms[line.first + 1] in _DASHES:
        return True  # a chronology: «1941 - Japan attacks»
    if line.last - line.first > _LONGEST:
        return False
    alone = units.sentences[number - 1].paragraph < line.paragraph < units.sentences[number + 1].paragraph
    return alone and units.norms[line.last - 1][0].isalnum()
