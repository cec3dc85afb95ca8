"""Laws of the room of figures: exact spans in order, a value or bounds, no number of a date."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.arabic.analyse import analyse
from tawatur.mentions.figures.nouns import currencies, nouns
from tawatur.mentions.figures.reader import read_figures
from tawatur.mentions.times.reader import read_times
from tawatur.model.article import Published

PIECES = [
    "قتل",
    "12",
    "شخصا",
    "أكثر",
    "من",
    "ثلاثة",
    "آلاف",
    "مقاتل",
    "على",
    "الأقل",
    "بين",
    "250",
    "و350",
    "دولارا",
    "عشرات",
    "القتلى",
    "طفلان",
    "قرار",
    "2231",
    "24",
    "نوفمبر",
    "2016",
    "في",
    "المئة",
    "%",
    "-",
    "3",
    "منهم",
    "نحو",
    "منذ",
    "يومين",
    "حتى",
    "مئات",
    "الآلاف",
    "بثلاثين",
    "عربة",
    "غرفتي",
    "عمليات",
    "،",
]


@settings(deadline=None)  # the first text loads the lexicon
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join))
def test_spans_are_exact_values_are_told_and_dates_are_left_alone(text: str) -> None:
    analysed = analyse(text)
    dated = [t.span for t in read_times(analysed, Published(edtf="2016-11-24", basis="metadata"))]
    last = 0
    for figure in read_figures(analysed):
        assert last <= figure.span.start < figure.span.end <= len(text)
        last = figure.span.end
        assert (figure.value is None) != (figure.min is None and figure.max is None)
        assert figure.min is None or figure.max is None or figure.min < figure.max
        assert not any(figure.span.overlaps(span) for span in dated)


def test_every_noun_has_a_unit_and_every_currency_a_name() -> None:
    assert all(noun.unit and noun.klass for noun in nouns().values())
    assert all(currency.unit for currency in currencies().values())


def test_forms_that_may_be_plural_are_no_duals() -> None:
    assert not nouns()["مسلحين"].dual
    assert nouns()["مسلحان"].dual
    assert "طالبان" not in nouns()
