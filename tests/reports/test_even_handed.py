"""The reading depends on grammar: names of opposed camps are swapped, and only the names change."""

import pytest

from tests.examples.adapters.reports import found

SIDES = [
    ("القوات الروسية", "القوات الأميركية"),
    ("جبهة النصرة", "حركة طالبان"),
    ("إيران", "تركيا"),
    ("الجيش السوري", "الجيش الحر"),
]
SENTENCES = [
    "هاجمت {a} مواقع {b} قرب مدينة حلب أمس.",
    "اتهمت {a} {b} بقصف مستشفى في مدينة حلب.",
    "قال متحدث إن {a} التي دخلت المدينة قصفت مقرا تابعا لـ{b}.",
    "نفت {a} أن تكون {b} قد قصفت المدينة.",
    "التقى قادة من {a} قادة من {b} في جنيف.",
]
SHAPE = ("type", "kind", "extension", "modality", "specific")


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(("one", "other"), SIDES)
def test_swapped_names_change_nothing_but_names(sentence: str, one: str, other: str) -> None:
    straight = found({"text": sentence.format(a=one, b=other), "published": "2020-05-04"})
    swapped = found({"text": sentence.format(a=other, b=one), "published": "2020-05-04"})
    assert [_shape(row) for row in straight] == [_shape(row) for row in swapped]
    turn = {one: other, other: one}
    assert [_turned(row, turn) for row in straight] == [_turned(row, {}) for row in swapped]


def _shape(row: dict[str, object]) -> list[object]:
    return [row[name] for name in SHAPE]


def _turned(row: dict[str, object], turn: dict[str, str]) -> list[list[str]]:
    filled = []
    for role in ("actors", "recipients"):
        names = row[role]
        assert isinstance(names, list)
        filled.append([_replaced(name, turn) for name in names])
    return filled


def _replaced(name: str, turn: dict[str, str]) -> str:
    for old, new in turn.items():
        if old in name:
            return name.replace(old, new)
    return name
