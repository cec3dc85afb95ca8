"""The formats that need a library of their own are read back by it; every doubt of the case is still there."""

import csv
import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.casefile.case import Case
from tawatur.casefile.custody import custody
from tawatur.errors import ExtraMissing
from tawatur.explore.exports.doubt import DOUBT
from tawatur.explore.exports.format import Wish
from tawatur.explore.exports.formats.bayanat import quoted
from tawatur.explore.exports.formats.ftm import ftm_id
from tawatur.explore.exports.registry import export_case

UNCERTAIN = {column.name for column in DOUBT}


@pytest.fixture
def case(demo_file: Path) -> Iterator[Case]:
    with Case.open(str(demo_file)) as opened:
        yield opened


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_entities_pass_the_check_of_followthemoney(case: Case, tmp_path: Path) -> None:
    model = pytest.importorskip("followthemoney").model
    target = tmp_path / "case.ftm.jsonl"
    number = export_case(case, "ftm", target, Wish())
    entities = {}
    for data in lines(target):
        proxy = model.get_proxy(data, cleaned=False)  # cleans every value anew
        proxy.schema.validate(data)
        assert proxy.to_dict() == data, "a value that its own reader would change"
        entities[proxy.id] = proxy
    assert len(entities) == number
    for proxy in entities.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert value in entities, f"{proxy.id} names {value}, which is not there"
                assert entities[value].schema.is_a(prop.range)
    told = {value for proxy in entities.values() for value in proxy.get("recordId", quiet=True)}
    assert told == {event.id for event in [*case.events(), *case.ties()]}


def test_side_file_gives_the_words_of_each_entity_and_every_doubt(case: Case, tmp_path: Path) -> None:
    pytest.importorskip("followthemoney")
    export_case(case, "ftm", tmp_path / "case.ftm", Wish())
    ids = {data["id"] for data in lines(tmp_path / "case.ftm")}
    found = lines(tmp_path / "case.spans.jsonl")
    passages = [line for line in found if line["kind"] == "passage"]
    assert sum(len(event.reports) for event in [*case.events(), *case.ties()]) == len(passages)
    for line in passages:
        text, _ = case.article(str(line["path"]))
        assert text[int(str(line["start"])) : int(str(line["end"]))] == line["quote"]
        assert line.keys() >= {"chain", "modality", "specific", "flags", "rule"}
        assert line["article"] in ids
    doubts = [line for line in found if line["kind"] == "doubt"]
    assert all(line["doubt"].keys() == UNCERTAIN for line in doubts)  # type: ignore[attr-defined]
    assert all(set(line["entities"]) <= ids for line in found)  # type: ignore[call-overload]


def test_denial_says_so_in_the_entity_itself(case: Case, tmp_path: Path) -> None:
    pytest.importorskip("followthemoney")
    export_case(case, "ftm", tmp_path / "case.ftm", Wish())
    denied = {event.id for event in case.events(modality="denied")}
    found = [data["properties"] for data in lines(tmp_path / "case.ftm")]
    for values in found:
        if set(values.get("recordId", [])) & denied:  # type: ignore[attr-defined]
            assert "denied" in values["keywords"]  # type: ignore[index]
            assert "modality: denied" in values["description"]  # type: ignore[index]


def test_ids_of_followthemoney_never_meet() -> None:
    assert len({ftm_id("a", id) for id in ("a:b", "a-b", "a_b", "a.b", "ab", "a.3a.b", "a:b.", "أ")}) == 8
    assert all(re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?", ftm_id("a", id)) for id in ("أ:", "-", "."))


def test_parquet_is_read_back_with_types_and_everything_uncertain(case: Case, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    target = tmp_path / "case.parquet"
    export_case(case, "parquet", target, Wish())
    found = {row["id"]: row for row in pq.read_table(target).to_pylist()}
    events = {event.id: event for event in [*case.events(), *case.ties()]}
    assert found.keys() == events.keys()
    for id, row in found.items():
        event = events[id]
        assert (row["support"], row["against"], row["modality"]) == (event.support, event.against, event.modality)
        assert [party["id"] for party in row["actors"]] == [party.id for party in event.actors]
        assert [d["sides"] for d in row["disagreements"]] == [[list(s) for s in d.sides] for d in event.disagreements]
        assert [[link["stance"] for link in r["chain"]] for r in row["reports"]] == [
            [link.stance for link in report.chain] for report in event.reports
        ]
        assert row["first_day"] is None or isinstance(row["first_day"], dt.date)
        assert (row["edtf"] is None) == (row["first_day"] is None and row["last_day"] is None)


def test_parquet_of_an_empty_case_has_its_columns(case: Case, tmp_path: Path) -> None:
    from tawatur.casefile.filters import Filters

    pq = pytest.importorskip("pyarrow.parquet")
    export_case(case, "parquet", tmp_path / "none.parquet", Wish(filters=Filters(support=99)))
    table = pq.read_table(tmp_path / "none.parquet")
    assert (table.num_rows, "reports" in table.column_names) == (0, True)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib's parser, in its own code
def test_json_ld_says_in_rdf_what_was_derived_from_which_words(case: Case, tmp_path: Path) -> None:
    rdflib = pytest.importorskip("rdflib")
    oa, prov = rdflib.Namespace("http://www.w3.org/ns/oa#"), rdflib.Namespace("http://www.w3.org/ns/prov#")
    own, a = rdflib.Namespace("urn:tawatur:terms:"), rdflib.RDF.type
    export_case(case, "jsonld", tmp_path / "a.jsonld", Wish())
    graph = rdflib.Graph()
    graph.parse(tmp_path / "a.jsonld", format="json-ld")
    events = [*case.events(), *case.ties()]
    notes = set(graph.subjects(a, oa.Annotation))
    assert len(notes) == sum(len(event.reports) for event in events)
    held = custody(case.engine)
    for note in notes:
        target = graph.value(note, oa.hasTarget)
        source = graph.value(target, oa.hasSource)
        text, _ = case.article(str(source).removeprefix("urn:tawatur:article:"))
        selectors = {graph.value(s, a): s for s in graph.objects(target, oa.hasSelector)}
        start, end = (int(graph.value(selectors[oa.TextPositionSelector], p)) for p in (oa.start, oa.end))
        assert text[start:end] == str(graph.value(selectors[oa.TextQuoteSelector], oa.exact))
        assert graph.value(note, own.modality) is not None
        assert str(graph.value(source, own.sha256)) == held[str(source).removeprefix("urn:tawatur:article:")].sha256
    for event in events:
        node = rdflib.URIRef(f"urn:tawatur:event:{event.id}")
        derived = {str(o).removeprefix("urn:tawatur:report:") for o in graph.objects(node, prov.wasDerivedFrom)}
        assert derived == {report.id for report in event.reports}
        assert [int(graph.value(node, p)) for p in (own.support, own.against)] == [event.support, event.against]


def as_bayanat_splits(words: str) -> list[str]:
    """A list as Bayanat's importer takes it apart: quoted parts, or runs without comma and space."""
    if "," not in words:
        return [words.strip('"“” ')]
    return [part.strip('"“” ') for part in re.findall(r'"[^"]+"+|[^ , ]+', words)]


def test_lists_for_bayanat_come_apart_as_they_were() -> None:
    for values in (["a"], ["a b", "c, d"], ["الجيش السوري", "حزب الله"]):
        assert as_bayanat_splits(str(quoted(values))) == values
    assert as_bayanat_splits(str(quoted(['a "b" c', "d"]))) == ["a 'b' c", "d"]


def test_actors_for_bayanat_tell_every_event_with_its_doubts(case: Case, tmp_path: Path) -> None:
    export_case(case, "bayanat-actors", tmp_path / "a.csv", Wish())
    found = rows(tmp_path / "a.csv")
    by_id = {as_bayanat_splits(row["tags"])[1].removeprefix("tawatur "): row for row in found}
    for event in [*case.events(), *case.ties()]:
        for party in (*event.actors, *event.recipients):
            told = by_id[party.id]["description"]
            assert f"tawatur_id {event.id}; kind {event.kind}" in told
            assert f"modality {event.modality}" in told
    for row in found:
        assert row["type"] in ("Person", "Entity")
        for number in range(1, 6):
            for end in ("from_date", "to_date"):
                assert not row[f"event{number}_{end}"] or dt.date.fromisoformat(row[f"event{number}_{end}"])
            assert bool(row[f"event{number}_title"]) == bool(row[f"event{number}_comments"])


def test_bulletins_for_bayanat_are_one_a_report_and_quote_it(case: Case, tmp_path: Path) -> None:
    export_case(case, "bayanat-bulletins", tmp_path / "b.csv", Wish())
    found = rows(tmp_path / "b.csv")
    reports = [report for event in [*case.events(), *case.ties()] for report in event.reports]
    assert len({row["title"] for row in found}) == len(found) == len(reports)
    for row, report in zip(found, reports, strict=True):
        assert row["description"].removeprefix("'") == report.quote.replace("\n", " ")
        assert report.modality in as_bayanat_splits(row["labels"])
        assert "support" in row["comments"]


def test_articles_are_listed_with_digest_and_retrieval(case: Case, tmp_path: Path) -> None:
    export_case(case, "articles", tmp_path / "a.csv", Wish())
    found = rows(tmp_path / "a.csv")
    held = custody(case.engine)
    assert [row["id"] for row in found] == list(held)
    assert all(len(row["sha256"]) == 64 and row["retrieved"] and row["retrieved_basis"] == "file" for row in found)


@pytest.mark.parametrize(("name", "module"), [("ftm", "followthemoney"), ("parquet", "pyarrow")])
def test_format_without_its_library_says_what_to_install(
    name: str, module: str, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(ExtraMissing, match=rf"^{name}: [^\n]+pip install 'tawatur\[{name}\]'"):
        export_case(case, name, tmp_path / "a", Wish())
    assert not list(tmp_path.iterdir())


def test_words_from_a_pdf_are_marked_in_every_format(tmp_path: Path) -> None:
    """What is read from a PDF carries its flag into each record, whatever the way out."""
    import tawatur
    from tawatur.explore.exports.registry import FORMATS
    from tests import kinds

    pytest.importorskip("pypdf")
    (tmp_path / "a.pdf").write_bytes(kinds.pdf())
    assert tawatur.build(tmp_path / "a.pdf", str(tmp_path / "a.tawatur")).reports
    with tawatur.open(str(tmp_path / "a.tawatur")) as opened:
        for name in sorted(FORMATS.keys() - {"nodes", "edges", "gexf", "graphml"}):
            target = tmp_path / f"out.{name}"
            try:
                export_case(opened, name, target, Wish())
            except ExtraMissing:
                continue
            content = target.read_bytes()
            assert b"media.pdf" in content or b"PDF" in content or b"application/pdf" in content, name
