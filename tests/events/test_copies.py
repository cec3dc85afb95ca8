"""Which reports repeat another article, an agency, or what their own article attributes elsewhere."""

from typing import Any

from tawatur.events.reader import Settings, join_readings
from tawatur.model.case import Event

from .making import article, tell

FALCON, DAWN, KAFR = ("لواء الصقر", "test-falcon"), ("جيش الفجر", "test-dawn"), ("كفر الزيت", "test-kafr")
LONG = (
    "هاجم لواء الصقر فجراً حاجزاً كبيراً لقوات جيش الفجر عند مدخل كفر الزيت الشرقي مستخدماً عربات مدرعة ومدافع"
    " ثقيلة جاءت من الشمال قبل أسبوع"
)
SHORT = "شن لواء الصقر هجوماً على جيش الفجر قرب كفر الزيت"


def attack(text: str = LONG, trigger: str = "هاجم", **more: Any) -> dict[str, Any]:
    return tell(
        text,
        "ASSAULT",
        trigger,
        extension="attack",
        actors=[FALCON],
        recipients=[DAWN],
        place=KAFR,
        **{"time": "2016-08-03", **more},
    )


def one(*items: Any, **settings: Any) -> Event:
    joined = join_readings(items, settings=Settings(**settings))
    assert len(joined.events) == 1
    return joined.events[0]


def test_the_same_words_later_stand_on_the_same_foot() -> None:
    event = one(
        article("a.txt", attack(), outlet="صحيفة أولى", published="2016-08-04"),
        article("b.txt", attack(), outlet="صحيفة ثانية", published="2016-08-06"),
    )
    assert event.support == 1
    assert [p.name["ar"] for p in event.common_links] == ["صحيفة أولى"]
    assert event.reports[1].copied_from == event.reports[0].id
    assert event.reports[1].chain[0].inferred == "same_words_earlier"


def test_the_same_words_of_one_day_go_back_to_a_text_of_unknown_origin() -> None:
    event = one(
        article("a.txt", attack(), outlet="صحيفة أولى", published="2016-08-04"),
        article("b.txt", attack(), outlet="صحيفة ثانية", published="2016-08-04"),
        article("c.txt", attack(), outlet="صحيفة ثالثة", published="2016-08-04"),
    )
    assert event.support == 1
    assert [p.name["en"] for p in event.common_links] == ["a shared text of unknown origin"]


def test_a_rejected_copy_is_two_feet_again() -> None:
    items = [
        article("a.txt", attack(), outlet="صحيفة أولى", published="2016-08-04"),
        article("b.txt", attack(), outlet="صحيفة ثانية", published="2016-08-06"),
    ]
    copies = join_readings(items).copies
    assert [c.direction for c in copies] == ["earlier"]
    event = one(*items, rejected_copies=frozenset(c.id for c in copies))
    assert event.support == 2
    assert event.reports[1].copied_from is None


def test_the_same_words_with_a_credit_go_back_to_the_agency() -> None:
    cited = attack(chain=[("ذكرت وكالة الوادي أن", "وكالة الوادي", "test-agency")])
    event = one(
        article("a.txt", attack(), outlet="صحيفة أولى", published="2016-08-04"),
        article("b.txt", cited, outlet="صحيفة ثانية", published="2016-08-05"),
    )
    assert event.support == 1
    assert [p.id for p in event.common_links] == ["test-agency"]


def test_a_cited_outlet_of_the_case_is_one_node_with_its_own_article() -> None:
    citing = attack(SHORT, "هجوماً", chain=[("ذكرت صحيفة أولى أن", "أولى", "")])
    event = one(
        article("a.txt", attack(), outlet="صحيفة أولى", published="2016-08-04"),
        article("b.txt", citing, outlet="صحيفة ثانية", published="2016-08-05"),
    )
    assert event.support == 1
    assert [p.name["ar"] for p in event.common_links] == ["صحيفة أولى"]
    assert event.reports[1].copied_from == event.reports[0].id
    assert event.why["en"] == "Two articles, one foot: both have it from صحيفة أولى."
    assert event.why["ar"] == "مقالان على شاهد واحد: كلاهما منقول عن صحيفة أولى."


def test_what_the_article_attributes_covers_its_headline() -> None:
    headline = attack(SHORT, "هجوماً")
    telling = attack(chain=[("قال مرصد المدينة إن", "مرصد المدينة", "test-monitor")])
    event = one(article("a.txt", headline, telling, outlet="صحيفة أولى", published="2016-08-04"))
    assert event.support == 1
    assert event.common_links[0].id == "test-monitor"
    assert event.reports[0].chain[0].inferred == "covered_by_citation"


def test_what_an_article_tells_after_its_citation_is_its_own() -> None:
    cited = attack(chain=[("قال مرصد المدينة إن", "مرصد المدينة", "test-monitor")])
    event = one(article("a.txt", attack(), cited, attack(), outlet="صحيفة أولى", published="2016-08-04"))
    chains = {r.trigger.start: [link.inferred for link in r.chain] for r in event.reports}
    lead, told, after = (chains[at] for at in sorted(chains))
    assert (lead, told, after) == (["covered_by_citation"], [None], [])


def test_an_article_credited_to_an_agency_has_it_from_there() -> None:
    event = one(
        article("a.txt", attack(SHORT, "هجوماً"), outlet="صحيفة أولى", published="2016-08-04", head="دمشق - رويترز: "),
        article("b.txt", attack(), outlet="صحيفة ثانية", published="2016-08-04", head="رويترز - دمشق: "),
    )
    assert event.support == 1
    assert event.common_links[0].id == "reuters"


def test_the_same_words_of_the_next_day_go_back_to_a_text_of_unknown_origin() -> None:
    event = one(
        article("a.txt", attack(), outlet="صحيفة أولى", published="2016-08-04"),
        article("b.txt", attack(), outlet="صحيفة ثانية", published="2016-08-05"),
    )
    assert [p.name["en"] for p in event.common_links] == ["a shared text of unknown origin"]


def test_what_an_outlet_prints_twice_is_its_own() -> None:
    event = one(
        article("a.txt", attack(), outlet="صحيفة أولى", published="2016-08-04"),
        article("b.txt", attack(), outlet="صحيفة أولى", published="2016-08-04"),
    )
    assert [r.chain for r in event.reports] == [(), ()]
    assert event.support == 1
    assert [p.name["ar"] for p in event.common_links] == ["صحيفة أولى"]
    assert event.reports[1].copied_from == event.reports[0].id


def test_a_compilation_names_no_agency() -> None:
    cited = attack(chain=[("قال مرصد المدينة إن", "مرصد المدينة", "test-monitor")])
    for telling, links in ((attack(), ["unnamed media"]), (cited, ["مرصد المدينة"])):
        event = one(article("a.txt", telling, outlet="صحيفة أولى", published="2016-08-04", head="الرياض - متابعات: "))
        chain = event.reports[0].chain
        assert [link.name.get("en") or link.name["ar"] for link in chain] == links


def test_two_nameless_sources_are_two_feet() -> None:
    def told(words: str) -> dict[str, Any]:
        return attack(SHORT, "هجوماً", chain=[(words, "مصادر محلية", None)])

    event = one(
        article("a.txt", told("قالت مصادر محلية إن"), outlet="صحيفة أولى", published="2016-08-04"),
        article(
            "b.txt",
            attack(chain=[("قالت مصادر محلية إن", "مصادر محلية", None)]),
            outlet="صحيفة ثانية",
            published="2016-08-04",
        ),
    )
    assert event.support == 2
    assert event.why["en"].startswith("Two articles, two feet")


def test_planned_supports_a_plan() -> None:
    event = one(article("a.txt", attack(modality="planned"), outlet="صحيفة أولى", published="2016-08-01"))
    assert (event.modality, event.support) == ("planned", 1)
    assert event.title["en"].startswith("Planned: ")
    assert "as a plan" in event.why["en"]


def test_a_denial_alone_is_a_denied_event() -> None:
    event = one(article("a.txt", attack(modality="denied"), outlet="صحيفة أولى", published="2016-08-04"))
    assert (event.modality, event.support, event.against) == ("denied", 1, 0)
