"""A text may end behind any word: nothing that looks ahead falls over its end."""

import pytest

from tawatur import read


@pytest.mark.parametrize(
    "last", ["وطالب", "وطالبها", "ومسلحو", "وزيرا", "قوات", "لواء", "قائد", "«", "وقتل", "مع", "و"]
)
def test_text_that_ends_in_the_middle_of_a_sentence_is_read(last: str) -> None:
    reading = read(f"هاجم مسلحون حاجزا للجيش قرب تعز أمس {last}", published="2017-05-10")
    assert [report.type for report in reading.reports] == ["ASSAULT"]
