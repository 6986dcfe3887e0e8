"""Who and what is named: people, offices, organisations, places and groups, and who is who within an article."""

from musnad.mentions.find import find
from musnad.mentions.tagger.perceptron import shipped

__all__ = ["find", "shipped"]
