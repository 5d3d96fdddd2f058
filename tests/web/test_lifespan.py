import asyncio
import gc

import pytest

from portfolio.web.lifespan import CouldNotStart, warm_start


async def _through(lifespan):
    async with lifespan(None):
        return gc.get_freeze_count()


def test_what_is_loaded_at_start_is_out_of_the_collectors_way():
    warmed = []
    try:
        assert asyncio.run(_through(warm_start(lambda: warmed.append(True)))) > 0
    finally:
        gc.unfreeze()
    assert warmed == [True]


def test_a_start_that_fails_says_so_in_words(caplog):
    def no_database():
        raise ConnectionError("could not connect to server\nDETAIL: more")

    with pytest.raises(CouldNotStart, match=r"could not connect to server\. Check that the database"):
        asyncio.run(_through(warm_start(no_database)))
    assert "could not get ready" in caplog.text
    assert "DETAIL" not in caplog.text
