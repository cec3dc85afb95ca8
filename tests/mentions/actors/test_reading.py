"""Laws of the room of actors: spans quote the text, phrases nest, the same text gives the same reading."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.arabic.analyse import analyse
from tawatur.mentions.actors.reader import ActorsRead, read_actors
from tawatur.mentions.places.reader import read_places
from tawatur.mentions.reader import read_mentions
from tawatur.model.article import Article

RUN = (
    "قال التقى ضباط روس قادة حزب الله من في مدينة حلب وزير الخارجية الروسي سيرغي لافروف « » ، . الطرفان الصحيفة صحيفة "
    "الأخبار 15 مسلحا عشرات المدنيين باسم التابعة لـ للحوثيين المقاومة النظام السوري والأسدية لواء شهداء بدر العميد "
    "أحمد رحال"
)
WORDS = RUN.split()


def read(body: str) -> ActorsRead:
    text = analyse(body)
    return read_actors(text, article(body), read_places(text))


def article(body: str) -> Article:
    return Article(id="a", path="a", sha256="", text=body, body=())


@given(st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_run_of_words_gives_nested_phrases_that_quote_the_text(words: list[str]) -> None:
    body = " ".join(words)
    found = read(body)
    ids = {entity.id for entity in found.entities}
    for phrase in found.phrases:
        assert phrase.first <= phrase.head < phrase.last
        assert phrase.span.of(body).strip()
        assert phrase.entity in ids
        if phrase.inside is not None:
            assert found.phrases[phrase.inside].span.holds(phrase.span)
    assert found == read(body)


def test_entities_are_numbered_over_actors_and_places_by_first_mention() -> None:
    body = "في مدينة حلب التقى ضباط روس قياديين في حزب الله"
    named = read_mentions(analyse(body), article(body))
    assert [entity.id for entity in named.entities] == [f"e{n}" for n in range(1, len(named.entities) + 1)]
    firsts = [entity.mentions[0] for entity in named.entities]
    assert firsts == sorted(firsts)


def test_a_place_inside_a_proper_name_is_no_mention() -> None:
    body = "سيطر لواء القدس على القرية"
    assert not read_mentions(analyse(body), article(body)).places or all(
        "القدس" not in place.span.of(body) for place in read_mentions(analyse(body), article(body)).places
    )


def test_tatweel_and_vowels_do_not_hide_a_name() -> None:
    body = "قال حِزْبُ اللــه إنه انسحب"
    assert [e.kb for e in read(body).entities] == ["hezbollah"]
