"""Agency credits at the head or foot of an article, and what is none."""

import pytest

from tawatur.events.copies.credits import read_credit


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("دمشق - رويترز: أعلن الجيش تقدمه في الريف", "Reuters"),
        ("واس- الرياض: أكدت الوزارة موعد الافتتاح", "Saudi Press Agency"),
        ("بيروت (أ ف ب) - وصل وفد إلى العاصمة", "Agence France-Presse"),
        ("افتتاح طريق جديد في الساحل\nأ.ف.ب\nافتتح الطريق صباحاً", "Agence France-Presse"),
        ("افتتح الطريق صباحاً أمام السيارات.\n(سانا)", "SANA"),
    ],
)
def test_credits(text: str, agency: str) -> None:
    found = read_credit(text)
    assert found is not None
    assert found.agency is not None
    assert agency.split()[0] in found.agency.name["en"]
    assert text[found.span.start : found.span.end].strip("()") in text


@pytest.mark.parametrize(
    "text",
    [
        "قالت وكالة رويترز إن الطريق افتتح صباحاً",
        "افتتح الطريق صباحاً، بحسب ما أفاد مراسل وكالة فرانس برس.",
        "وصل الوفد إلى سبأ القديمة لزيارة آثارها",
    ],
)
def test_what_is_no_credit(text: str) -> None:
    assert read_credit(text) is None


def test_unnamed_agencies() -> None:
    found = read_credit("عواصم - وكالات: اجتمع الوزراء مساء أمس")
    assert found is not None
    assert found.agency is None
