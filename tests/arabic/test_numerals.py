"""Values of numbers in digits and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.analyse import analyse
from tawatur.arabic.numerals import digits_value, read_number, read_ordinal


@pytest.mark.parametrize(
    ("text", "value", "last"),
    [
        ("ثلاثة آلاف وخمسمئة مقاتل", 3500, 3),
        ("مئتا شخص", 200, 1),
        ("نصف مليون دولار", 500_000, 2),
        ("ربع مليار دولار", 250_000_000, 2),
        ("1,200 صاروخ", 1200, 1),
        ("١٢ قتيلا", 12, 1),
        ("عشرين", 20, 1),
        ("مئة وثلاثة وعشرين ألفا", 123_000, 4),
        ("أحد عشر قتيلا", 11, 2),
        ("اثنتا عشرة سيارة", 12, 2),
        ("تسعة عشر", 19, 2),
        ("3 آلاف و500", 3500, 4),
        ("ألفا مقاتل", 2000, 1),
        ("ألفي مقاتل", 2000, 1),
        ("15 ألفا", 15_000, 2),
        ("1.5 مليون", 1_500_000, 2),
        ("مليون ونصف المليون لاجئ", 1_500_000, 3),
        ("مليوني دولار", 2_000_000, 1),
        ("خمسة قتلى وعشرة جرحى", 5, 1),
        ("خمسمائة ألف", 500_000, 2),
        ("ثلاث مئة", 300, 2),
        ("ألف وتسعمئة وستة عشر", 1916, 4),
        ("20 و30", 20, 1),
        ("لثلاثة أيام", 3, 1),
        ("خمسة وعشرون مسلحا", 25, 2),
        ("مئة مدني", 100, 1),
        ("واحد وعشرون", 21, 2),
    ],
)
def test_number_has_its_value(text: str, value: float, last: int) -> None:
    assert read_number(analyse(text).words, 0) == (value, last)


@pytest.mark.parametrize(
    "text", ["آلاف المقاتلين", "مئات القتلى", "عشرات", "أحد القادة", "نصف سكان المدينة", "مقاتل", "ملايين"]
)
def test_vague_words_are_no_numbers(text: str) -> None:
    assert read_number(analyse(text).words, 0) is None


@pytest.mark.parametrize(
    ("text", "value", "last"),
    [
        ("الثالث من أيار", 3, 1),
        ("الحادية عشرة ليلا", 11, 2),
        ("الثاني عشر", 12, 2),
        ("الخامس والعشرين من", 25, 2),
        ("الحادي والعشرون", 21, 2),
        ("العشرين من آب", 20, 1),
        ("الأولى", 1, 1),
    ],
)
def test_ordinal_has_its_value(text: str, value: int, last: int) -> None:
    assert read_ordinal(analyse(text).words, 0) == (value, last)


@pytest.mark.parametrize("text", ["ثلاثة", "حادي", "القوات", "15"])
def test_no_ordinal(text: str) -> None:
    assert read_ordinal(analyse(text).words, 0) is None


@given(st.integers(0, 10**9))
def test_digits_with_separators_keep_their_value(number: int) -> None:
    assert digits_value(f"{number:,}") == number
    assert digits_value(str(number)) == number
