"""The address of a page tells its day only where it holds one day."""

import pytest

from tawatur.mentions.times.address import addressed_day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2016/11/24/aleppo", "2016-11-24"),
        ("https://news.example/articles/20161124/1", "2016-11-24"),
        ("https://news.example/aleppo-2016-11-24.html", "2016-11-24"),
        ("https://news.example/2016/11/aleppo", "2016-11"),
        ("https://news.example/351443/aleppo", None),
        ("https://news.example/a/201611241", None),
        ("https://news.example/2016/13/40/aleppo", None),
        ("https://news.example/2016/11/24/on-2014-01-02", None),
        (None, None),
    ],
)
def test_address_holds_one_day_or_none(url: str | None, day: str | None) -> None:
    found = addressed_day(url)
    assert (found.edtf if found else None) == day
