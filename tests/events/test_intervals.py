"""EDTF values as ranges of days."""

import datetime

import pytest

from tawatur.events.intervals import days_of


def ordinal(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2016-11-24", "2016-11-24", "2016-11-24"),
        ("2016-11", "2016-11-01", "2016-11-30"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02-27/2016-03", "2016-02-27", "2016-03-31"),
        ("2016-24", "2016-12-01", "2017-02-28"),
    ],
)
def test_ranges(edtf: str, first: str, last: str) -> None:
    days = days_of(edtf)
    assert days is not None
    assert (days.first, days.last) == (ordinal(first), ordinal(last))


@pytest.mark.parametrize("edtf", [None, "", "..", "2016-13-01", "2016-02-30", "yesterday", "2016-05/2016-01"])
def test_what_says_nothing(edtf: str | None) -> None:
    assert days_of(edtf) is None


def test_about_reaches_a_few_days() -> None:
    about, day = days_of("2016-11-17~"), days_of("2016-11-20")
    assert about is not None
    assert day is not None
    assert about.gap(day) == 0
    assert days_of("2016-11-17").gap(day) == 3  # type: ignore[union-attr]
