"""The span law: whatever ornament a text carries, words lie in it in order and quote what they say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.arabic.analyse import analyse
from tawatur.arabic.letters import key, light
from tawatur.arabic.shadow import shade
from tawatur.model.span import Span

WORDS = [
    "وقال",
    "للقوات",
    "فقصفتهم",
    "المدينة",
    "١٢",
    "1,200",
    "٣٫٥",
    "ﻻجئون",
    "ﷲ",
    "ﺍﻟﺠﻴﺶ",
    "مُقَاتِلُونَ",
    "حـــلب",
    "«",
    "»",
    '"',
    "..",
    "…",
    "أ.",
    "ف.",
    "\u200fحزب",
    "الل\u200dه",
    "RT",
    "F-16",
    "\n",
    "،",
    "شيءٌ",
    "ﻷنهم",
    "ٱلله",
    "کابل",
    "سوريہ",
    "\ufeff",
    "ﷺ",
    "لل",
    "ال",
    "ه",
]
ORNAMENT = (
    "\u064b\u064c\u064e\u064f\u0650\u0651\u0652\u0640\u0670\u200c\u200d\u200e\u200f\u202a\u202c\u2067\u2069\ufeff"
)


@st.composite
def decorated(draw: st.DrawFn) -> str:
    """Words of news with ornament strewn between their letters."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    text = draw(st.sampled_from([" ", "  ", "\n", "\u00a0"])).join(words)
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(st.sampled_from(ORNAMENT)) + text[place:]
    return text


def check(text: str, body: list[Span] | None = None) -> None:
    end = 0
    for number, word in enumerate(analyse(text, body).words):
        assert word.index == number
        assert end <= word.span.start < word.span.end <= len(text)
        assert light(text[word.span.start : word.span.end]) == word.text
        assert word.key == key(word.text)
        assert word.span.start <= word.stem_span.start < word.stem_span.end <= word.span.end
        assert word.stem in light(text[word.stem_span.start : word.stem_span.end])
        end = word.span.end


@given(decorated())
@settings(max_examples=150, deadline=None)
def test_words_quote_decorated_news(text: str) -> None:
    check(text)


@given(st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_words_quote_any_text(text: str) -> None:
    check(text)


@given(decorated())
@settings(max_examples=60, deadline=None)
def test_shadow_leads_back(text: str) -> None:
    shadow = shade(text)
    assert shadow.text == light(text)
    assert list(shadow.origin) == sorted(shadow.origin)
    assert len(shadow.origin) == len(shadow.text) + 1
    assert shadow.origin[-1] == len(text)


@given(decorated())
@settings(max_examples=60, deadline=None)
def test_parts_join_to_the_word(text: str) -> None:
    for word in analyse(text).words:
        joined = "".join(word.prefixes) + word.stem + word.enclitic
        assert word.text in (joined, joined.replace("لال", "لل", 1), joined.replace("ال", "", 1)), (word.text, joined)


def test_ornament_changes_no_analysis() -> None:
    plain, ornate = analyse("وقصفت القوات مواقعهم").words, analyse("وَقَصَفَتِ القـــوّاتُ مَواقِعَهُم").words
    assert [(w.prefixes, w.stem, w.enclitic, w.pos) for w in plain] == [
        (w.prefixes, w.stem, w.enclitic, w.pos) for w in ornate
    ]


def test_only_the_body_is_read() -> None:
    text = "قائمة الأقسام\nقصف الجيش المدينة\nتعليقات"
    start = text.index("قصف")
    words = analyse(text, [Span(start, start + len("قصف الجيش المدينة"))]).words
    assert [w.text for w in words] == ["قصف", "الجيش", "المدينة"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200f", "ـــ"])
def test_nothing_to_read_gives_no_words(text: str) -> None:
    assert analyse(text).words == ()
