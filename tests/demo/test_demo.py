"""The whole way on the bundled case: what it was written to show comes out; the rest is approved in the diff."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.casefile.case import Case
from tawatur.casefile.checking import check_case
from tawatur.model.case import Event

APPROVED = Path(__file__).with_name("approved.txt")


@pytest.fixture(scope="module")
def case(demo_file: Path) -> Iterator[Case]:
    """The demonstration case, open."""
    with Case.open(str(demo_file)) as opened:
        yield opened


def told_by(event: Event) -> set[str]:
    """The numbers of the articles that tell of an event."""
    return {told.article[:2] for told in event.reports}


def the_event(case: Case, *, articles: set[str], type: str) -> Event:
    """The one event of a type that all these articles tell of."""
    (found,) = [event for event in case.events(type=type) if articles <= told_by(event)]
    return found


def test_strikes_from_hamadan_stand_on_three_feet(case: Case) -> None:
    event = the_event(case, articles={"01", "02", "03"}, type="ASSAULT")
    assert (event.support, event.common_links) == (3, ())
    assert "three feet" in event.why["en"]


def test_meeting_in_aleppo_is_told_by_three_articles_and_stands_on_one_foot(case: Case) -> None:
    event = the_event(case, articles={"05", "06", "07"}, type="CONSULT")
    assert event.support == 1
    assert [link.name["ar"] for link in event.common_links] == ["صحيفة الضفاف"]
    assert event.time.edtf is not None
    assert event.time.edtf.startswith("2016-11-17")


def test_base_is_given_and_denied(case: Case) -> None:
    disputed = [event for event in case.events(disputed=True) if {"03", "04"} <= told_by(event)]
    assert len(disputed) == 1
    assert {found.field for found in disputed[0].disagreements} == {"modality"}
    assert disputed[0].against == 1


def test_two_meetings_of_russian_officers_in_aleppo_stay_two(case: Case) -> None:
    hezbollah = the_event(case, articles={"05"}, type="CONSULT")
    quds = the_event(case, articles={"08"}, type="CONSULT")
    assert hezbollah.id != quds.id


def test_two_attacks_on_aleppo_stay_two(case: Case) -> None:
    august = [event for event in case.events(type="ASSAULT") if "04" in told_by(event)]
    october = [event for event in case.events(type="ASSAULT") if "05" in told_by(event)]
    assert august
    assert october
    assert not {event.id for event in august} & {event.id for event in october}


def test_arming_is_only_denied(case: Case) -> None:
    (event,) = [e for e in case.events(type="AID", actor="russia", with_actor="hezbollah") if "07" in told_by(e)]
    assert (event.modality, event.support) == ("denied", 1)


def test_network_shows_the_go_betweens_before_the_meeting_and_the_direct_link_after_it(case: Case) -> None:
    (indirect,) = case.network().at("2016-10").indirect
    assert {indirect.one.id, indirect.two.id} == {"hezbollah", "russia"}
    assert {party.id for party in indirect.through} == {"iran", "syria"}
    compared = case.network().compare("2016-10", "2016-12")
    assert {"hezbollah", "russia"} in [{c.one.id, c.two.id} for c in compared.changes if c.kind == "came"]


def test_case_is_whole(case: Case) -> None:
    assert list(check_case(case.engine)) == []


def test_case_is_as_approved(case: Case) -> None:
    shown = "\n".join(line for event in (*case.events(), *case.ties()) for line in lines(event)) + "\n"
    if os.environ.get("TAWATUR_APPROVE"):
        APPROVED.write_text(shown, encoding="utf-8")
    assert shown == APPROVED.read_text(encoding="utf-8"), "look at the difference; TAWATUR_APPROVE=1 takes it over"


def lines(event: Event) -> Iterator[str]:
    """An event as the approved file shows it."""
    kind = f"{event.type} {event.extension or '-'}"
    yield f"{kind} | {event.title['en']} | support {event.support}, against {event.against}"
    for told in event.reports:
        chain = " < ".join(f"{link.name.get('en')} {link.stance}" for link in told.chain)
        yield f"    {told.article[:2]} {told.modality} | {told.quote} | {chain or 'own voice'}"
    for found in event.disagreements:
        yield f"    disputed: {found.field} {found.note['en']}"
