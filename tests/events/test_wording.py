"""Neutral titles, dates in words, counted nouns, the sentence of support."""

import pytest

from tawatur.events.headlines.dates import date_words
from tawatur.events.headlines.reader import write_title
from tawatur.events.headlines.templates import templates
from tawatur.events.independence.counting import ARTICLE, FOOT, count_arabic
from tawatur.events.network.kinds import link_kinds
from tawatur.knowledge.files import load_yaml
from tawatur.mentions.actors.oblique import oblique
from tawatur.model.case import Party

OFFICERS = Party(id="a", name={"ar": "ضباط روس", "en": "Russian officers"})
COMMANDERS = Party(id="b", name={"ar": "قياديون في حزب الله", "en": "Hezbollah commanders"})
ALEPPO = Party(id="c", name={"ar": "حلب", "en": "Aleppo"})


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "ثلاثة مقالات"),
        (10, "عشرة مقالات"),
        (11, "11 مقالاً"),
        (100, "100 مقال"),
        (103, "103 مقالات"),
    ],
)
def test_articles_are_counted_as_arabic_counts(number: int, words: str) -> None:
    assert count_arabic(number, ARTICLE) == words


def test_a_foot_is_feminine() -> None:
    assert [count_arabic(n, FOOT) for n in (1, 3)] == ["شاهد واحد", "ثلاثة شواهد"]


@pytest.mark.parametrize(
    ("edtf", "arabic", "english"),
    [
        ("2016-11-17~", "نحو 17 تشرين الثاني/نوفمبر 2016", "about 17 November 2016"),
        ("2016-11", "تشرين الثاني/نوفمبر 2016", "November 2016"),
        ("2016", "2016", "2016"),
        ("2015-01/2015-06", "بين كانون الثاني/يناير وحزيران/يونيو 2015", "between January and June 2015"),
        ("2015-07-23/2015-07-24", "بين 23 و24 تموز/يوليو 2015", "between 23 and 24 July 2015"),
        ("2015-07-27/2015-08-02", "بين 27 تموز/يوليو و2 آب/أغسطس 2015", "between 27 July and 2 August 2015"),
        (
            "2015-05-19~/2015-06-17~",
            "بين نحو 19 أيار/مايو ونحو 17 حزيران/يونيو 2015",
            "between about 19 May and about 17 June 2015",
        ),
        ("2015-05/2015-07-27", "بين أيار/مايو و27 تموز/يوليو 2015", "between May and 27 July 2015"),
        ("2015/2015-07-27", "بين 2015 و27 تموز/يوليو 2015", "between 2015 and 27 July 2015"),
        (
            "2014-12-30/2015-01-02",
            "بين 30 كانون الأول/ديسمبر 2014 و2 كانون الثاني/يناير 2015",
            "between 30 December 2014 and 2 January 2015",
        ),
        ("2013-08/..", "منذ آب/أغسطس 2013", "since August 2013"),
        (None, "", ""),
    ],
)
def test_dates_in_words(edtf: str | None, arabic: str, english: str) -> None:
    assert (date_words(edtf, "ar"), date_words(edtf, "en")) == (arabic, english)


def test_a_title_is_made_of_fields() -> None:
    title = write_title(
        "event",
        "CONSULT",
        None,
        actors=[OFFICERS],
        recipients=[COMMANDERS],
        places=[ALEPPO],
        edtf="2016-11-17~",
        modality="asserted",
    )
    assert title["ar"] == "لقاء أو اتصال بين ضباط روس وقياديين في حزب الله، حلب، نحو 17 تشرين الثاني/نوفمبر 2016"
    assert (
        title["en"]
        == "Meeting or contact between Russian officers and Hezbollah commanders, Aleppo, about 17 November 2016"
    )


def test_a_title_does_without_what_is_not_told() -> None:
    title = write_title(
        "event", "ASSAULT", "shelling", actors=[], recipients=[], places=[], edtf=None, modality="denied"
    )
    assert title == {"ar": "نفي: قصف", "en": "Denied: Shelling"}
    alone = write_title(
        "event", "CONSULT", None, actors=[OFFICERS], recipients=[], places=[], edtf=None, modality="asserted"
    )
    assert alone["ar"] == "لقاء أو اتصال: ضباط روس"


HERD = Party(id="xa", name={"ar": "رعاة", "en": "shepherds"})
DEAD = Party(id="xb", name={"ar": "قتلى", "en": "dead"})
HURT = Party(id="xc", name={"ar": "جرحى", "en": "wounded"})
OTHERS = Party(id="xd", name={"ar": "آخرون", "en": "others"})
HOUTHIS = Party(id="houthis", name={"ar": "جماعة الحوثي", "en": "Houthis"})
RAIDERS = Party(id="xe", name={"ar": "مهاجمون", "en": "attackers"})


@pytest.mark.parametrize(
    ("extension", "actors", "recipients", "arabic", "english"),
    [
        ("kill", [], [DEAD], "سقوط قتلى", "Deaths"),
        ("kill", [RAIDERS], [DEAD, HURT], "سقوط قتلى على يد مهاجمين", "Deaths caused by attackers"),
        ("kill", [], [HERD, OTHERS], "مقتل رعاة", "Killing of shepherds"),
        ("kill", [], [HURT], "مقتل جرحى", "Killing of wounded"),
        ("kill", [], [HOUTHIS, DEAD], "سقوط قتلى من جماعة الحوثي", "Deaths among Houthis"),
        ("wound", [], [HURT], "سقوط جرحى", "Injuries"),
        ("wound", [], [HERD, HURT], "إصابة رعاة", "Wounding of shepherds"),
        ("bombing", [], [DEAD], "تفجير", "Bombing"),
        ("clash", [HERD], [OTHERS], "اشتباك: رعاة", "Clash: shepherds"),
        ("clash", [RAIDERS], [], "اشتباك: مهاجمون", "Clash: attackers"),
    ],
)
def test_a_toll_is_no_one(
    extension: str, actors: list[Party], recipients: list[Party], arabic: str, english: str
) -> None:
    title = write_title(
        "event", "ASSAULT", extension, actors=actors, recipients=recipients, places=[], edtf=None, modality="asserted"
    )
    assert title == {"ar": arabic, "en": english}


def test_a_plan_kills_and_no_one_fell() -> None:
    title = write_title(
        "event", "ASSAULT", "kill", actors=[], recipients=[HOUTHIS], places=[], edtf=None, modality="planned"
    )
    assert title == {"ar": "مخطط له: قتل جماعة الحوثي", "en": "Planned: Killing of Houthis"}


def test_help_for_the_wounded_names_them() -> None:
    title = write_title("event", "AID", None, actors=[], recipients=[HURT], places=[], edtf=None, modality="asserted")
    assert title == {"ar": "مساعدة إلى جرحى", "en": "Aid to wounded"}


def test_a_name_that_another_holds_is_left_out() -> None:
    planes = Party(id="xf", name={"ar": "طائرات", "en": "aircraft"})
    exact = Party(id="xg", name={"ar": "طائرات روسية", "en": "Russian aircraft"})
    one = Party(id="xh", name={"ar": "طائرة روسية", "en": "Russian aircraft"})
    title = write_title(
        "event", "ASSAULT", "air_strike", actors=[planes, exact, one], recipients=[], places=[], edtf=None,
        modality="asserted",
    )  # fmt: skip
    assert title["en"] == "Air strike by Russian aircraft"
    assert title["ar"] == "غارة جوية من جانب طائرات روسية وطائرة روسية"


def test_every_type_has_its_title_and_every_link_its_type() -> None:
    kinds = {"plover.yml": templates().events, "relations.yml": templates().ties}
    for name, titles in kinds.items():
        declared = {entry["id"] for entry in load_yaml("tawatur.knowledge.types", name)["types"]}
        assert declared == set(titles)
    extensions = {entry["id"] for entry in load_yaml("tawatur.knowledge.types", "extension.yml")["types"]}
    assert set(templates().extensions) <= extensions
    assert set(link_kinds().types) <= set(templates().events) | set(templates().ties)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("مدنيون", "مدنيين"),
        ("مسؤولون سوريون", "مسؤولين سوريين"),
        ("مقاتلون أكراد", "مقاتلين أكراد"),
        ("مقاتلو المعارضة", "مقاتلي المعارضة"),
        ("فلسطينيون", "فلسطينيين"),
        ("هارون الرشيدي", "هارون الرشيدي"),
        ("ضباط روس", "ضباط روس"),
        ("جنود أميركيون", "جنود أميركيين"),
        ("ذوو ضحايا", "ذوي ضحايا"),
        ("أعضاء حزب قانون", "أعضاء حزب قانون"),
        ("ليون بانيتا", "ليون بانيتا"),
    ],
)
def test_people_in_arabic_titles_stand_in_their_case(name: str, shown: str) -> None:
    assert oblique(name) == shown
