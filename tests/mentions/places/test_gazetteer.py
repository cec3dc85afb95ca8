"""What the gazetteer promises to other rooms."""

import pytest

from tawatur.arabic.letters import LOOKALIKES
from tawatur.errors import KnowledgeError
from tawatur.mentions.places.gazetteer import parents, place, places
from tawatur.mentions.places.precision import precision, precision_of_kind


def test_quarter_lies_in_city_governorate_and_country() -> None:
    assert parents("sy-minyan") == ("sy-aleppo", "sy-aleppo-governorate", "sy")


def test_id_may_carry_the_prefix_of_readings() -> None:
    assert place("place:sy-aleppo") == place("sy-aleppo")


def test_part_is_named_and_lies_in_its_place() -> None:
    part = place("sy-aleppo+countryside-north")
    assert part.name == {"ar": "ريف حلب الشمالي", "en": "northern countryside of Aleppo"}
    assert parents(part.kb)[0] == "sy-aleppo"
    assert part.lat is None


def test_unknown_id_is_refused() -> None:
    with pytest.raises(KnowledgeError):
        place("sy-nowhere")


def test_every_chain_of_parents_ends_in_a_country() -> None:
    for kb, record in places().items():
        if record.country and record.kind != "country":
            assert parents(kb)[-1] in places()
            assert place(parents(kb)[-1]).kind == "country", kb


def test_coordinates_come_only_with_a_geonames_id() -> None:
    assert all(record.geonames for record in places().values() if record.lat is not None)


def test_names_hold_no_lookalike_letters() -> None:
    assert not [r.kb for r in places().values() for name in r.names if set(name) & LOOKALIKES.keys()]


def test_wars_have_at_least_four_hundred_places_of_our_own() -> None:
    kinds = {"quarter", "camp", "base", "front", "airport", "crossing", "district", "mountain", "site", "governorate"}
    assert sum(r.kind in kinds for r in places().values()) > 400


def test_every_kind_has_a_precision() -> None:
    assert all(precision_of_kind(record.kind) for record in places().values())


def test_codes_follow_the_kind() -> None:
    assert precision("sy-aleppo") == (8, 1, 1)
    assert precision("sy+north").ucdp == 5
    assert precision("sy").radius is None
    assert precision("sy-aleppo+countryside").acled == 2
