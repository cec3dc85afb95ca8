"""Sentences and quotations on the punctuation that newsrooms really use."""

import time

import pytest

from tawatur.arabic.analyse import analyse


def cut(text: str) -> list[str]:
    analysed = analyse(text)
    return [text[slice(*analysed.span(s.first, s.last))] for s in analysed.sentences]


def quoted(text: str) -> list[tuple[str, bool]]:
    analysed = analyse(text)
    return [(text[slice(*analysed.span(q.first, q.last))], q.closed) for q in analysed.quotations]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قصف الجيش البلدة. ثم انسحب.", ["قصف الجيش البلدة.", "ثم انسحب."]),
        (
            "ذكرت وكالة (أ. ف. ب.) أن الهدنة صمدت. وقال د. سمير ذلك.",
            ["ذكرت وكالة (أ. ف. ب.) أن الهدنة صمدت.", "وقال د. سمير ذلك."],
        ),
        ("بلغت 2.5 مليون. هل صمدت؟ نعم!", ["بلغت 2.5 مليون.", "هل صمدت؟", "نعم!"]),
        ('قال: "لن ننسحب." ثم غادر.', ['قال: "لن ننسحب."', "ثم غادر."]),
        ('انسحبوا. "لن نعود" قال قائدهم.', ["انسحبوا.", '"لن نعود" قال قائدهم.']),
        ("عنوان أول\nوصل الوفد. ثم غادر", ["عنوان أول", "وصل الوفد.", "ثم غادر"]),
        ("قصف عنيف.. وأنباء عن قتلى", ["قصف عنيف..", "وأنباء عن قتلى"]),
        ("انتهى اللقاء., وذكر مصدر أنه طال., وانتهى", ["انتهى اللقاء.,", "وذكر مصدر أنه طال.,", "وانتهى"]),
        ("البنود:\n- وقف القصف\n- فتح الطريق", ["البنود:", "- وقف القصف", "- فتح الطريق"]),
        ("انتهى»؟ نعم", ["انتهى»؟", "نعم"]),
    ],
)
def test_sentences_end_where_they_do(text: str, wanted: list[str]) -> None:
    assert cut(text) == wanted


def test_wrapped_text_keeps_its_sentences() -> None:
    lines = ["وصلت تعزيزات عسكرية كبيرة إلى أطراف المدينة بعد أيام من"] * 7
    assert len(cut("\n".join(lines) + " القصف.")) == 1
    assert len(cut("\n".join(line + "." for line in lines))) == 7


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قال «لن ننسحب» ثم عاد", [("لن ننسحب", True)]),
        ('قادة "حزب الله" مع "الفيلق الخامس"', [("حزب الله", True), ("الفيلق الخامس", True)]),
        ('موالية لـ"حزب الله"', [("حزب الله", True)]),
        ("قال »لن ننسحب« ثم »سنعود« أيضا", [("لن ننسحب", True), ("سنعود", True)]),
        ('قال "لن ننسحب. وأضاف "سنعود" ثم غادر', [("لن ننسحب.", False), ("سنعود", True)]),
        ("قال «لن ننسحب\nوأضاف «سنعود»", [("لن ننسحب", False), ("سنعود", True)]),
        ('قال «إن "الجبهة" صامدة» أمس', [('إن "الجبهة" صامدة', True), ("الجبهة", True)]),
        ('غادر" ثم عاد', []),
        ("قال “لن ننسحب” ثم “عاد“ أمس", [("لن ننسحب", True), ("عاد", True)]),
        ('قال " لن ننسحب " ثم عاد', [("لن ننسحب", True)]),
        ('قال "لن ننسحب» ثم عاد', [("لن ننسحب", True)]),
        ('قال "إن مقاتلي "الجبهة" صامدون" أمس', [('إن مقاتلي "الجبهة" صامدون', True), ("الجبهة", True)]),
    ],
)
def test_quotations_need_no_counting(text: str, wanted: list[tuple[str, bool]]) -> None:
    assert quoted(text) == wanted


def test_long_text_is_read_in_linear_time() -> None:
    piece = 'قال "مصدر" إن «القوات انسحبت. ثم عادت"\n'
    analyse(piece)

    def seconds(times: int) -> float:
        start = time.process_time()
        analyse(piece * times)
        return time.process_time() - start

    short, long = (min(seconds(times) for _ in range(3)) for times in (200, 1600))  # other work must not decide
    assert long < 4 * 8 * max(short, 0.01)
