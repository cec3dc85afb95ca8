"""A denial of one type contradicts a telling of another: which are held together, and which are not."""

import pytest

import tawatur
from tawatur.events.reader import join_readings
from tawatur.events.records import Joined, ReadArticle

from .making import article, tell

# a telling, a denial of it in other terms
DISPUTED = [
    (
        "استخدمت الطائرات الأمريكية قاعدة الحبانية العراقية.",
        "نفى وزير الدفاع العراقي أن تكون بلاده منحت الولايات المتحدة قاعدة عسكرية.",
    ),
    ("تسلح تركيا كتائب الجيش الحر.", "قال وزير الخارجية التركي إن تركيا لم تقدم أسلحة إلى الجيش الحر."),
]
# not the same two parties, another thing given, a telling of later days
APART = [
    (
        "استخدمت الطائرات الأمريكية قاعدة الحبانية العراقية.",
        "نفى وزير الدفاع الأردني أن تكون بلاده منحت الولايات المتحدة قاعدة عسكرية.",
    ),
    (
        "استخدمت الطائرات الأمريكية قاعدة الحبانية العراقية.",
        "نفى وزير الدفاع العراقي أن تكون بلاده منحت الولايات المتحدة قرضا.",
    ),
]


def read(*texts: str) -> Joined:
    items = []
    for number, text in enumerate(texts):
        reading = tawatur.read(text, published="2016-08-17", outlet=f"صحيفة {number}")
        items.append(ReadArticle(reading=reading, text=text))
    return join_readings(items)


def disputed(joined: Joined) -> list[str]:
    found = [(e, d) for e in (*joined.events, *joined.ties) for d in e.disagreements]
    for event, one in found:
        known = {r.id for r in (*event.reports, *one.elsewhere)}
        assert known.issuperset(i for side in one.sides for i in side)
        assert {r.id for r in event.reports}.isdisjoint(r.id for r in one.elsewhere)
    return sorted(f"{e.type} {d.field}" for e, d in found)


@pytest.mark.parametrize(("telling", "denial"), DISPUTED)
def test_other_terms_are_a_disagreement_of_both_events(telling: str, denial: str) -> None:
    assert len(disputed(read(telling, denial))) == 2


@pytest.mark.parametrize(("telling", "denial"), APART)
def test_other_parties_and_other_gifts_are_not(telling: str, denial: str) -> None:
    assert disputed(read(telling, denial)) == []


RED, BLUE = ("دولة الشمال", "test-north"), ("دولة الجنوب", "test-south")


def base(day: str, **more: object) -> dict[str, object]:
    return tell(
        "استخدمت دولة الشمال قاعدة لدى دولة الجنوب",
        "COOPERATE",
        "استخدمت",
        extension="host_base",
        actors=[RED],
        recipients=[BLUE],
        time=day,
        **more,
    )


def denial(**more: object) -> dict[str, object]:
    said = {"actors": [BLUE], "recipients": [RED], **more}
    return tell("لم تمنح دولة الجنوب قاعدة إلى دولة الشمال", "AID", "تمنح", modality="denied", **said)


def test_what_is_told_of_later_days_is_not_what_was_denied() -> None:
    late = [
        article("a.txt", base("2016-09-02"), published="2016-09-03"),
        article("b.txt", denial(), published="2016-08-17"),
    ]
    assert disputed(join_readings(late)) == []


def test_a_plan_or_thought_is_no_telling() -> None:
    planned = [
        article("a.txt", base("2016-08-16", modality="planned")),
        article("b.txt", denial(), published="2016-08-17"),
    ]
    assert disputed(join_readings(planned)) == []


def test_a_denial_that_names_one_party_denies_too_little() -> None:
    told = [article("a.txt", base("2016-08-16")), article("b.txt", denial(recipients=[]), published="2016-08-17")]
    assert disputed(join_readings(told)) == []


def test_no_contact_denies_working_together() -> None:
    room = tell("أقامت دولة الشمال ودولة الجنوب غرفة عمليات", "COOPERATE", "غرفة", actors=[RED], recipients=[BLUE])
    none = tell(
        "لا تواصل بين دولة الجنوب ودولة الشمال", "CONSULT", "تواصل", modality="denied", actors=[BLUE], recipients=[RED]
    )
    joined = join_readings([article("a.txt", room), article("b.txt", none)])
    assert disputed(joined) == ["CONSULT modality", "COOPERATE modality"]


def test_who_works_together_need_not_have_met() -> None:
    """The wide denies the narrow, not the other way round."""
    met = tell("التقت دولة الشمال ودولة الجنوب", "CONSULT", "التقت", actors=[RED], recipients=[BLUE])
    none = tell(
        "لا تعاون بين دولة الجنوب ودولة الشمال",
        "COOPERATE",
        "تعاون",
        modality="denied",
        actors=[BLUE],
        recipients=[RED],
    )
    assert disputed(join_readings([article("a.txt", met), article("b.txt", none)])) == []
