"""Words that look ahead stand at the very end of a text, as a cut-off article leaves them."""

import pytest

from tawatur import read


@pytest.mark.parametrize("text", ["رفعت الوزارة. وقال كل", "وأشار كل", "أعلن الجيش أن كل", "وأضاف المصدر :", "قال إن"])
def test_a_text_may_end_anywhere(text: str) -> None:
    reading = read(text, published="2017-05-10")
    assert all(report.trigger.end <= len(text) for report in reading.reports)
