"""Where clauses begin and end, and what is a verb in them."""

import pytest

from tawatur.reports.grammar.borders import clause_of, evidence_of
from tests.reports.pages import page_of, word_of

CASES = [
    ("a that-clause", "أعلن الجيش أن القوات التركية قصفت البلدة", "قصفت", "القوات التركية قصفت البلدة"),
    ("a joined verb", "هاجم مسلحون دورية للشرطة وقتلوا جنديين", "هاجم", "هاجم مسلحون دورية للشرطة"),
    ("a subordinator", "انسحب الجيش من البلدة بعدما هاجم مسلحون مقره", "انسحب", "انسحب الجيش من البلدة"),
    ("a relative clause", "دخل الجيش البلدة التي قصفتها الطائرات", "دخل", "دخل الجيش البلدة"),
]


@pytest.mark.parametrize(("text", "trigger", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_clause_of_a_trigger(text: str, trigger: str, wanted: str) -> None:
    page = page_of(text)
    first, last = evidence_of(page, clause_of(page, page.chunk_of[word_of(page, trigger)]))
    assert page.text.span(first, last).of(text) == wanted


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("كما قصف الطيران الحربي البلدة", "قصف", True),
        ("قصف البلدة يأتي بعد هدوء", "قصف", False),
        ("خلال قصف الطيران البلدة", "قصف", False),
        ("بسط الجيش اللبناني سيطرته على البلدة", "سيطرته", False),
        ("هجوم شنه مسلحون على القاعدة", "شنه", True),
    ],
)
def test_verb_or_noun(text: str, word: str, verb: bool) -> None:
    page = page_of(text)
    assert (page.chunks[page.chunk_of[word_of(page, word)]].kind == "verb") is verb
