"""What the shipped lexicon knows of names."""

import pytest

from musnad.lexicon import Lexicon
from musnad.names.known import Known
from musnad.pipeline import default_engine


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return default_engine().lexicon


@pytest.fixture(scope="session")
def known(lexicon: Lexicon) -> Known:
    return Known.of(lexicon)
