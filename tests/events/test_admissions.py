"""A camp that says what its own side would rather not, and one that does not."""

from typing import Any

from tawatur.events.independence.reader import weigh_event
from tawatur.events.reader import join_readings
from tawatur.model.case import Event

from .making import article, tell

ARMY, GROUP = ("الجيش السوري", "syrian-army"), ("لواء الصقر", "test-falcon")


def captured(opening: str, speaker: str, kb: str, actor: Any = GROUP, loser: Any = ARMY) -> Event:
    told = tell(
        f"سيطر {actor[0]} على الحاجز بعد انسحاب {loser[0]}",
        "ASSAULT",
        "سيطر",
        extension="capture_ground",
        actors=[actor],
        recipients=[loser],
        chain=[(opening, speaker, kb)],
    )
    joined = join_readings([article("a.txt", told, published="2016-08-04")])
    return joined.events[0]


def test_the_losers_word_is_an_admission() -> None:
    event = captured("قال الجيش إن", "الجيش", "syrian-army")
    assert event.admissions == (event.reports[0].id,)


def test_the_winners_word_is_none() -> None:
    assert captured("قال الجيش إن", "الجيش", "syrian-army", actor=ARMY, loser=GROUP).admissions == ()


def test_across_camps_an_outlet_and_its_owner_are_one_voice() -> None:
    told = tell(
        "سيطر الجيش السوري على حاجز كفر الزيت صباحاً",
        "ASSAULT",
        "سيطر",
        extension="capture_ground",
        actors=[ARMY],
        place=("كفر الزيت", "test-kafr"),
        time="2016-08-03",
    )
    own = tell(
        "أعلن دخول الجيش السوري بلدة كفر الزيت وسيطر فيها على الحاجز",
        "ASSAULT",
        "سيطر",
        extension="capture_ground",
        actors=[ARMY],
        place=("كفر الزيت", "test-kafr"),
        time="2016-08-03",
        chain=[("قال حزب الله إنه", "حزب الله", "hezbollah")],
    )
    event = join_readings(
        [
            article("a.txt", told, outlet="Al-Akhbar", published="2016-08-04"),
            article("b.txt", own, outlet="صحيفة ثانية", published="2016-08-04"),
        ]
    ).events[0]
    assert (event.support, len(event.reports)) == (2, 2)
    merged = weigh_event(event, across_camps=True)
    assert merged.support == 1
    assert [p.id for p in merged.common_links] == ["hezbollah"]
