"""Printed marks show the voice of a verb."""

import pytest

from tawatur.arabic.analyse import analyse
from tawatur.reports.roles.voice import printed_passive


@pytest.mark.parametrize(
    ("text", "form", "tense", "passive"),
    [
        ("قُتل", 1, "past", True),
        ("قَتل", 1, "past", False),
        ("قتل", 1, "past", False),
        ("يُقتل", 1, "present", True),
        ("سيدرَّب", 2, "present", True),
        ("يدرِّب", 2, "present", False),
        ("اعتُقل", 8, "past", True),
        ("اعتَقل", 8, "past", False),
    ],
)
def test_printed_voice(text: str, form: int, tense: str, passive: bool) -> None:
    assert printed_passive(analyse(text).words[0], text, form=form, tense=tense) is passive
