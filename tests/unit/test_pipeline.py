"""What reading an article leaves of the process that it runs in."""

import gc

import pytest

from musnad.model import Article
from musnad.pipeline import default_engine, read


@pytest.mark.parametrize("enabled", [True, False])
def test_collector_is_left_as_it_was(*, enabled: bool) -> None:
    engine, before = default_engine(), gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        read(Article("قال الوزير إن المحادثات ستستأنف غدا."), engine)
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()
