"""Laws of the reader that no single sentence shows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.arabic.analyse import analyse
from tawatur.mentions.places.reader import read_places

PIECES = [
    "حلب",
    "بإدلب",
    "وللرقة",
    "قرية",
    "كفر",
    "محيط",
    "شمال",
    "غرب",
    "المدينة",
    "«",
    "»",
    ".",
    "،",
    "\n",
    "ريف",
    "الشمالي",
    "و",
    "صوران",
    "البلاد",
    "العاصمة",
    "حَـلَب",
    "بلدات",
    "في",
    "لواء",
    "القدس",
    "قال",
    "12",
    "the",
    "وأدى",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_spans_lie_in_the_text_and_do_not_overlap(pieces: list[str]) -> None:
    text = " ".join(pieces)
    read = read_places(analyse(text))
    last = 0
    for phrase in read.phrases:
        assert last <= phrase.span.start < phrase.span.end <= len(text)
        assert text[phrase.span.start : phrase.span.end].strip()
        last = phrase.span.end


def test_entities_are_those_that_phrases_name() -> None:
    read = read_places(analyse("من حلب إلى دمشق ثم إلى حلب"))
    assert [p.entity for p in read.phrases] == ["p1", "p2", "p1"]
    assert [e.kb for e in read.entities] == ["place:sy-aleppo", "place:sy-damascus"]
    assert [len(e.mentions) for e in read.entities] == [2, 1]


def test_geonames_id_is_told_where_it_is_known() -> None:
    (entity,) = read_places(analyse("في حلب")).entities
    assert entity.ids == {"geonames": "170063"}


def test_same_text_same_reading() -> None:
    text = "قصف ريف حماة الشمالي وبلدة مورك ثم البلدة"
    assert read_places(analyse(text)) == read_places(analyse(text))
