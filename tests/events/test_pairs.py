"""Short articles, read for real: which tell of one happening, and on how many feet it then stands."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

import tawatur
from tawatur.events.reader import join_readings
from tawatur.events.records import ReadArticle
from tawatur.model.case import Event

PAIRS = yaml.safe_load((Path(__file__).parent / "pairs.yml").read_text(encoding="utf-8"))["pairs"]


def _events(pair: dict[str, Any], kind: str) -> list[Event]:
    items = []
    for number, (outlet, published, text) in enumerate(pair["articles"]):
        reading = tawatur.read(text, published=published, outlet=outlet)
        head = reading.article
        named = msgspec.structs.replace(head, id=str(number), path=f"{number}.txt")
        items.append(ReadArticle(reading=msgspec.structs.replace(reading, article=named), text=text))
    joined = join_readings(items)
    return [e for e in (*joined.events, *joined.ties) if e.type == kind]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["why"])
def test_pair(pair: dict[str, Any]) -> None:
    events = _events(pair, pair.get("one") or pair["apart"])
    told = {report.article for event in events for report in event.reports}
    assert len(told) == len(pair["articles"]), "not read"
    whole = [e for e in events if {r.article for r in e.reports} == told]
    if "apart" in pair:
        assert not whole
        return
    assert whole, "not joined"
    if "support" in pair:
        assert {e.support for e in whole} == {pair["support"]}
    if "common" in pair:
        assert all(pair["common"] in {link.name["en"] for link in e.common_links} for e in whole)
