"""Who does it: one sentence for each construction that `subject_of` must read."""

import pytest

from tawatur.reports.grammar.subjects import subject_of
from tests.reports.pages import page_of, word_of

CASES = [
    ("verb then subject", "قصفت القوات التركية بلدة أعزاز", "قصفت", ["القوات التركية"]),
    ("subject then verb behind inna", "قال المتحدث إن القوات الروسية قصفت بلدة أعزاز", "قصفت", ["القوات الروسية"]),
    ("topic across a clause", "القوات التركية، التي دخلت المنطقة أمس، قصفت بلدة أعزاز", "قصفت", ["القوات التركية"]),
    ("kana and qad", "كان الجيش اللبناني قد أوقف ثلاثة مسلحين", "أوقف", ["الجيش اللبناني"]),
    ("relative clause, head is subject", "وصلت القوات الروسية التي قصفت البلدة", "قصفت", ["القوات الروسية"]),
    ("relative clause, pronoun is object", "البلدة التي قصفتها القوات التركية", "قصفتها", ["القوات التركية"]),
    ("joined verb takes the subject before", "هاجم مسلحون دورية للشرطة وقتلوا جنديين", "وقتلوا", ["مسلحون"]),
    ("object pronoun before the subject", "الاجتماع حضره وزير الخارجية الروسي", "حضره", ["وزير الخارجية الروسي"]),
    ("coordinated subjects", "هاجمت حركة طالبان وتنظيم داعش القاعدة", "هاجمت", ["حركة طالبان", "تنظيم داعش"]),
    ("a time between verb and subject", "شنت أمس القوات العراقية هجوما على الموصل", "شنت", ["القوات العراقية"]),
    ("a place is no topic", "في مدينة حلب قصفت القوات الروسية حيا سكنيا", "قصفت", ["القوات الروسية"]),
]


@pytest.mark.parametrize(("text", "verb", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_subject_of_verb(text: str, verb: str, wanted: list[str]) -> None:
    page = page_of(text)
    found = subject_of(page, word_of(page, verb))
    assert [actor.span.of(text) for actor in found] == wanted


def test_verb_of_the_first_person_has_no_named_subject() -> None:
    page = page_of("قال الوزير سنقصف المدينة")
    assert subject_of(page, word_of(page, "سنقصف")) == ()
