"""What is one happening and what is two, whatever the order of articles."""

import itertools
import random

import msgspec

from tawatur.events.reader import Settings, join_readings
from tawatur.events.records import Joined, ReadArticle
from tawatur.model.case import Event

from .making import article, tell

FALCON, DAWN, RIVER = ("لواء الصقر", "test-falcon"), ("جيش الفجر", "test-dawn"), ("حركة النهر", "test-river")
KAFR, TELL = ("كفر الزيت", "test-kafr"), ("تل القمح", "test-tell")


def shelling(
    day: str | None = None, place: tuple[str, str] = KAFR, words: str = "", **more: object
) -> dict[str, object]:
    time = {"time": day} if day else {}
    return tell(
        f"قصف لواء الصقر مواقع جيش الفجر في {place[0]}{words}",
        "ASSAULT",
        "قصف",
        extension="shelling",
        actors=[FALCON],
        recipients=[DAWN],
        place=place,
        **time,
        **more,
    )


def joined_alone(*items: ReadArticle, **settings: object) -> Joined:
    return join_readings(items, settings=Settings(**settings))  # type: ignore[arg-type]


def sizes(joined: Joined) -> list[int]:
    return sorted((len(e.reports) for e in joined.events), reverse=True)


def one_event(joined: Joined) -> Event:
    assert len(joined.events) == 1
    return joined.events[0]


def test_two_tellings_of_one_day_and_place_are_one() -> None:
    event = one_event(
        joined_alone(
            article("a.txt", shelling("2016-08-03"), outlet="صحيفة أولى", published="2016-08-04"),
            article(
                "b.txt",
                tell(
                    "تعرضت كفر الزيت لقصف نفذه لواء الصقر على جيش الفجر",
                    "ASSAULT",
                    "لقصف",
                    extension="shelling",
                    actors=[FALCON],
                    recipients=[DAWN],
                    place=KAFR,
                ),
                outlet="صحيفة ثانية",
                published="2016-08-04",
            ),
        )
    )
    assert event.time.edtf == "2016-08-03"
    assert event.support == 2
    assert {"actors.same", "place.same"} <= set(event.reports[0].joined_by)


def test_another_day_is_another_happening() -> None:
    assert sizes(
        joined_alone(
            article("a.txt", shelling("2016-08-03"), published="2016-08-04"),
            article("b.txt", shelling("2016-10-28"), published="2016-10-29"),
        )
    ) == [1, 1]


def test_another_place_is_another_happening() -> None:
    assert sizes(
        joined_alone(
            article("a.txt", shelling("2016-08-03"), published="2016-08-04"),
            article("b.txt", shelling("2016-08-03", TELL), published="2016-08-04"),
        )
    ) == [1, 1]


def test_another_actor_is_another_happening() -> None:
    other = tell(
        "قصفت حركة النهر مواقع جيش الفجر في كفر الزيت",
        "ASSAULT",
        "قصفت",
        extension="shelling",
        actors=[RIVER],
        recipients=[DAWN],
        place=KAFR,
        time="2016-08-03",
    )
    assert sizes(
        joined_alone(
            article("a.txt", shelling("2016-08-03"), published="2016-08-04"),
            article("b.txt", other, published="2016-08-04"),
        )
    ) == [1, 1]


def test_generic_acts_join_nothing_of_another_article() -> None:
    general = tell(
        "يستهدف لواء الصقر جيش الفجر بالمدافع كلما هدأت الجبهات",
        "ASSAULT",
        "يستهدف",
        actors=[FALCON],
        recipients=[DAWN],
        specific=False,
    )
    assert sizes(
        joined_alone(
            article("a.txt", shelling("2016-08-03"), published="2016-08-04"),
            article("b.txt", general, published="2016-08-04"),
        )
    ) == [1, 1]


def test_a_chain_of_joins_does_not_bridge_two_days() -> None:
    """An undated telling may join either day, it does not make one of both."""
    joined = joined_alone(
        article("a.txt", shelling("2016-08-03"), published="2016-08-04"),
        article("b.txt", shelling(), published="2016-08-08"),
        article("c.txt", shelling("2016-08-09"), published="2016-08-10"),
    )
    for event in joined.events:
        assert len({r.article for r in event.reports} & {"a.txt", "c.txt"}) <= 1


def test_denial_and_assertion_are_one_event_with_a_disagreement() -> None:
    event = one_event(
        joined_alone(
            article("a.txt", shelling("2016-08-03"), outlet="صحيفة أولى", published="2016-08-04"),
            article(
                "b.txt",
                shelling(
                    "2016-08-03",
                    modality="denied",
                    chain=[("نفى لواء الصقر أنه", "لواء الصقر", "test-falcon")],
                    stance="denies",
                ),
                outlet="صحيفة ثانية",
                published="2016-08-04",
            ),
        )
    )
    assert (event.modality, event.support, event.against) == ("asserted", 1, 1)
    assert [d.field for d in event.disagreements] == ["modality"]
    assert event.disagreements[0].sides == ((event.reports[0].id,), (event.reports[1].id,))


def test_figures_apart_are_a_disagreement() -> None:
    event = one_event(
        joined_alone(
            article(
                "a.txt", shelling("2016-08-03", figures=[(12, "killed")]), outlet="صحيفة أولى", published="2016-08-04"
            ),
            article(
                "b.txt", shelling("2016-08-03", figures=[(31, "killed")]), outlet="صحيفة ثانية", published="2016-08-04"
            ),
        )
    )
    assert [d.field for d in event.disagreements] == ["figures"]
    assert (event.figures[0].low, event.figures[0].high) == (12, 31)


def test_a_reviewer_joins_and_parts() -> None:
    items = [
        article("a.txt", shelling("2016-08-03"), published="2016-08-04"),
        article("b.txt", shelling("2016-08-03"), published="2016-08-05"),
        article("c.txt", shelling("2016-10-28"), published="2016-10-29"),
    ]
    ids = {r.article: r.id for e in join_readings(items).events for r in e.reports}
    apart = joined_alone(*items, cannot_join=((ids["a.txt"], ids["b.txt"]),))
    assert sizes(apart) == [1, 1, 1]
    together = joined_alone(*items, must_join=((ids["a.txt"], ids["c.txt"]),))
    assert sizes(together) == [3]
    assert "time" in [d.field for d in together.events[0].disagreements]


def test_an_unknown_report_in_a_decision_is_left_out() -> None:
    assert sizes(joined_alone(article("a.txt", shelling("2016-08-03")), must_join=(("r0", "r1"),))) == [1]


def test_the_order_of_articles_leaves_no_trace() -> None:
    items = [
        article(
            f"{n}.txt",
            shelling(f"2016-08-0{1 + n % 3}", (KAFR, TELL)[n % 2], words=f" عند الحاجز {n}"),
            outlet=("صحيفة أولى", "صحيفة ثانية")[n % 2],
            published=f"2016-08-0{2 + n % 3}",
        )
        for n in range(8)
    ]
    wanted = msgspec.json.encode(join_readings(items))
    dice = random.Random(3)
    for order in itertools.islice(iter(lambda: dice.sample(items, len(items)), None), 6):
        assert msgspec.json.encode(join_readings(order)) == wanted


def test_each_report_stands_in_exactly_one_event() -> None:
    items = [
        article("a.txt", shelling("2016-08-03"), shelling("2016-08-05", TELL), published="2016-08-06"),
        article("b.txt", shelling("2016-08-03"), published="2016-08-04"),
    ]
    joined = join_readings(items)
    ids = [r.id for e in (*joined.events, *joined.ties) for r in e.reports]
    assert len(ids) == len(set(ids)) == 3


def test_ties_are_one_by_type_and_both_ends() -> None:
    def tie(words: str, other: tuple[str, str]) -> dict[str, object]:
        return tell(words, "trains", "يدرب", kind="relation", actors=[FALCON], recipients=[other])

    joined = joined_alone(
        article("a.txt", tie("يدرب لواء الصقر مقاتلي جيش الفجر منذ سنوات", DAWN), published="2016-08-04"),
        article("b.txt", tie("ظل يدرب لواء الصقر عناصر من جيش الفجر", DAWN), published="2019-01-04"),
        article("c.txt", tie("يدرب لواء الصقر عناصر من حركة النهر", RIVER), published="2016-08-04"),
    )
    assert sorted(len(t.reports) for t in joined.ties) == [1, 2]
