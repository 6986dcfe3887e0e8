"""Headings between the paragraphs of an article: like its title they tell in the present tense what happened."""

from musnad.events.scene import Scene

_LONGEST = 8  # tokens of a line that is a heading


def in_heading(scene: Scene, token: int) -> bool:
    """Say whether a token stands in a heading: a short line without a stop that is a paragraph of its own."""
    units = scene.units
    number = units.sentence_of[token]
    line = units.sentences[number]
    if line.last - line.first > _LONGEST or not 0 < number < len(units.sentences) - 1:
        return False
    alone = units.sentences[number - 1].paragraph < line.paragraph < units.sentences[number + 1].paragraph
    return alone and units.norms[line.last - 1][0].isalnum()
