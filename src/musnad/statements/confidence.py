"""How far a speaker is to be believed, by how he was found.

The shares of statements whose speaker was right among all that were read with the same basis, counted over 48
annotated newspaper articles (337 statements) and rounded; where an article had fewer than ten, what a reading of some
600 random statements of other news suggests.
"""

_BY_BASIS = {
    "subject": 0.94,
    "again": 0.94,
    "preposition": 0.93,
    "creator": 0.91,
    "document": 0.86,
    "carried": 0.84,
    "body": 0.83,
    "subject_before": 0.82,
    "nearest": 0.7,
    "phrase": 0.6,
}
_LEAST = 0.6


def confidence(basis: str) -> float:
    """Return the confidence in a speaker, from 0 to 1, by the basis on which he was found."""
    return _BY_BASIS.get(basis, _LEAST)
