"""Words are found whatever their spelling; phrases and parts of words too; what was found is marked in the original."""

import pytest

from tawatur.casefile.case import Case
from tawatur.casefile.search.reader import search
from tawatur.errors import QueryError


def paths(case: Case, query: str) -> set[str]:
    return {hit.path[:2] for hit in search(case.engine, query)}


@pytest.mark.parametrize("query", ["الفيلق", "فيلق", "الفيلــق", "ٱلفَيْلَق", "للفيلق"])
def test_spelling_makes_no_difference(case: Case, query: str) -> None:
    assert paths(case, query) == {"06"}


@pytest.mark.parametrize("query", ["٢٥٠", "250"])
def test_digits_of_both_kinds_are_alike(case: Case, query: str) -> None:
    assert paths(case, query) == {"06"}


def test_hamza_makes_no_difference(case: Case) -> None:
    assert paths(case, "إيران") == paths(case, "ايران") != set()


def test_phrase_needs_its_words_together(case: Case) -> None:
    assert paths(case, '"حزب الله"') >= {"05", "06", "07"}
    assert paths(case, '"الله حزب"') == set()


def test_several_words_must_all_stand_in_the_article(case: Case) -> None:
    assert paths(case, "همدان لاريجاني") == set()
    assert paths(case, "لافروف همدان") == {"04"}


def test_part_of_a_word_is_found(case: Case) -> None:
    assert paths(case, "*ريجان*") == {"03"}


def test_what_was_found_is_marked_in_the_original(case: Case) -> None:
    (hit,) = search(case.engine, "فيلق خامس")
    assert {span.of(hit.text) for span in hit.spans} >= {"الفيلق", "الخامس"}
    assert hit.around.holds(hit.spans[0])


@pytest.mark.parametrize("query", ["", "   ", '"', "ab*", "*", "؟!", "x" * 301, "ض*ط*س"])
def test_query_that_asks_nothing_is_refused(case: Case, query: str) -> None:
    with pytest.raises(QueryError):
        search(case.engine, query)


@pytest.mark.parametrize(
    "query", ["OR", "NEAR(a b)", 'a" OR "b', "-- x", "'; DROP TABLE articles; --", "words:حلب", "^حلب"]
)
def test_query_is_words_and_never_syntax(case: Case, query: str) -> None:
    search(case.engine, query)
    assert case.counts()["articles"] == 8
