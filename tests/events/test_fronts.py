"""Where a place is told of day after day, parties, place and day do not make one happening of two."""

from tawatur.events.records import ReadArticle

from .making import article, tell
from .test_joining import FALCON, KAFR, joined_alone, shelling, sizes

HALL = "انتزع لواء الصقر مبنى البلدية في كفر الزيت"
MILL = "سيطر لواء الصقر على طاحونة القرية في كفر الزيت"


def taken(text: str, day: str | None, **more: object) -> dict[str, object]:
    time = {"time": day} if day else {}
    return tell(
        text, "ASSAULT", text.split()[0], extension="capture_ground", actors=[FALCON], place=KAFR, **time, **more
    )


def week_of_war() -> list[ReadArticle]:
    """Articles that tell of shelling of the town every third day."""
    days = [f"2016-08-{day:02}" for day in (3, 6, 9, 12, 15)]
    return [article(f"{day}.txt", shelling(day), outlet=f"صحيفة {day}", published=day) for day in days]


def two(first: str, second: str, day: str | None = "2016-08-09", **more: object) -> list[ReadArticle]:
    told = enumerate((first, second))
    return [
        article(f"{n}.txt", taken(text, day, **more), outlet=f"وكالة {n}", published="2016-08-10") for n, text in told
    ]


def test_a_day_makes_one_of_two_where_little_else_is_told() -> None:
    assert sizes(joined_alone(*two(HALL, MILL))) == [2]


def test_a_day_makes_one_of_two_not_at_a_front() -> None:
    assert max(sizes(joined_alone(*week_of_war(), *two(HALL, MILL)))) == 1


def test_a_figure_makes_one_of_two_even_at_a_front() -> None:
    figures = [(5, "killed")]
    told = two(HALL + " وقتل خمسة", MILL + " وقتل خمسة", figures=figures)
    assert sizes(joined_alone(*week_of_war(), *told))[0] == 2


def test_a_front_is_one_only_in_its_month() -> None:
    later = [
        article(f"{n}.txt", taken(text, "2018-05-09"), outlet=f"وكالة {n}", published="2018-05-10")
        for n, text in enumerate((HALL, MILL))
    ]
    assert sizes(joined_alone(*week_of_war(), *later))[0] == 2


def test_what_may_have_been_is_not_yet_what_was() -> None:
    done = article("a.txt", taken(HALL, None), outlet="وكالة أ", published="2016-08-10")
    feared = article("b.txt", taken(MILL, None, modality="possible"), outlet="وكالة ب", published="2016-08-10")
    told = article("c.txt", taken(MILL, None), outlet="وكالة ب", published="2016-08-10")
    assert max(sizes(joined_alone(done, feared))) == 1
    assert sizes(joined_alone(done, told)) == [2]
