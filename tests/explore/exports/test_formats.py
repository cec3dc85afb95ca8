"""Each format is read back by its own reader, holds what the case holds, and drops nothing uncertain."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.errors import QueryError
from tawatur.explore.exports.doubt import DOUBT
from tawatur.explore.exports.folding import FOLDS
from tawatur.explore.exports.format import Wish, cell
from tawatur.explore.exports.registry import FORMATS, export_case, formats_page

ROOT = Path(__file__).parents[3]
SHEETS = ("ucdp", "acled", "reports", "nodes", "edges", "uwazi")
UNCERTAIN = {column.name for column in DOUBT}


@pytest.fixture
def case(demo_file: Path) -> Iterator[Case]:
    with Case.open(str(demo_file)) as opened:
        yield opened


def written(case: Case, name: str, folder: Path, **wish: Any) -> Path:
    target = folder / f"out.{name}"
    export_case(case, name, target, Wish(**wish))
    return target


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("name", SHEETS)
def test_sheet_has_the_columns_of_its_table_and_no_ragged_row(name: str, case: Case, tmp_path: Path) -> None:
    found = rows(written(case, name, tmp_path))
    assert found
    assert list(found[0]) == [field.name for field in FORMATS[name].fields]
    assert all(None not in row and None not in row.values() for row in found)


@pytest.mark.parametrize("name", ["ucdp", "acled"])
def test_sheet_of_events_keeps_everything_uncertain(name: str, case: Case, tmp_path: Path) -> None:
    found = {row["tawatur_id"]: row for row in rows(written(case, name, tmp_path))}
    events = {event.id: event for event in case.events()}
    assert found.keys() == events.keys()
    for id, row in found.items():
        assert row.keys() >= UNCERTAIN
        assert (row["modality"], int(row["support"]), int(row["against"])) == (
            events[id].modality,
            events[id].support,
            events[id].against,
        )


def test_undated_events_stay_undated(case: Case, tmp_path: Path) -> None:
    undated = {e.id for e in case.events() if not e.time.edtf and not any(r.edtf for r in e.reports)}
    for row in rows(written(case, "ucdp", tmp_path)):
        if row["id"] in undated:
            assert (row["date_start"], row["date_end"], row["date_prec"], row["edtf"]) == ("", "", "", "")


def test_reports_are_one_row_a_report_and_quote_their_article(case: Case, tmp_path: Path) -> None:
    found = rows(written(case, "reports", tmp_path))
    events = [*case.events(), *case.ties()]
    assert sorted(row["report_id"] for row in found) == sorted(r.id for e in events for r in e.reports)
    for row in found:
        text, _ = case.article(row["article"])
        words = text[int(row["evidence_start"]) : int(row["evidence_end"])]
        assert row["quote"].removeprefix("'") == words.replace("\n", " ")


def test_plover_records_have_the_fields_of_the_table(case: Case, tmp_path: Path) -> None:
    found = [json.loads(line) for line in written(case, "plover", tmp_path).read_text(encoding="utf-8").splitlines()]
    assert len(found) == len(case.events())
    for record in found:
        assert list(record) == [field.name for field in FORMATS["plover"].fields]
        assert record["tawatur"].keys() == UNCERTAIN


def test_geojson_points_have_a_radius_and_what_is_no_point_has_none(case: Case, tmp_path: Path) -> None:
    found = json.loads(written(case, "geojson", tmp_path).read_text(encoding="utf-8"))
    assert found["type"] == "FeatureCollection"
    assert len(found["features"]) == len(case.events()) + len(case.ties())
    assert any(feature["geometry"] for feature in found["features"])
    for feature in found["features"]:
        if feature["geometry"]:
            longitude, latitude = feature["geometry"]["coordinates"]
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90
            assert feature["properties"]["radius_km"] > 0


def test_gexf_has_spells_and_graphml_the_same_links(case: Case, tmp_path: Path) -> None:
    spelled = nx.read_gexf(written(case, "gexf", tmp_path))
    plain = nx.read_graphml(written(case, "graphml", tmp_path), force_multigraph=True)
    edges = rows(written(case, "edges", tmp_path))
    assert spelled.number_of_edges() == plain.number_of_edges() == len(edges)
    given = [data for *_, data in spelled.edges(data=True)]
    dated = [row for row in edges if row["start"]]
    assert sum("start" in data or "spells" in data for data in given) == len(dated)
    assert all({"modality", "support", "against", "specific"} <= data.keys() for data in given)


def test_nodes_are_the_ends_of_edges(case: Case, tmp_path: Path) -> None:
    ends = {row[end] for row in rows(written(case, "edges", tmp_path)) for end in ("source", "target")}
    assert {row["id"] for row in rows(written(case, "nodes", tmp_path))} == ends


def test_json_ld_selects_the_exact_words(case: Case, tmp_path: Path) -> None:
    graph = json.loads(written(case, "jsonld", tmp_path).read_text(encoding="utf-8"))["@graph"]
    ids = [node["id"] for node in graph]
    assert len(set(ids)) == len(ids)
    paths = {node["id"]: node["path"] for node in graph if "path" in node}
    for node in (n for n in graph if "target" in n):
        position, quote = node["target"]["selector"]
        text, _ = case.article(paths[node["target"]["source"]])
        assert text[position["start"] : position["end"]] == quote["exact"]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_sentence_of_a_briefing_cites_a_source(lang: str, case: Case, tmp_path: Path) -> None:
    target = tmp_path / "briefing.md"
    export_case(case, "briefing", target, Wish(lang=lang))
    blocks = target.read_text(encoding="utf-8").strip().split("\n\n")
    said = [block for block in blocks[2:] if not block.startswith(("#", ">", "["))]
    assert said
    assert all(block.endswith("]") for block in said)


def test_html_briefing_runs_nothing_that_a_source_wrote(case: Case, tmp_path: Path) -> None:
    target = tmp_path / "briefing.html"
    export_case(case, "briefing", target, Wish(lang="ar"))
    page = target.read_text(encoding="utf-8")
    assert 'dir="rtl"' in page
    assert "<script" not in page


def test_word_briefing_opens_in_python_docx(case: Case, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    target = tmp_path / "briefing.docx"
    export_case(case, "briefing", target, Wish())
    words = [paragraph.text for paragraph in docx.Document(str(target)).paragraphs]
    assert all(event.title["en"] in words for event in case.events())


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_arabic_of_a_word_briefing_runs_from_right_to_left(lang: str, case: Case, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    target = tmp_path / "briefing.docx"
    export_case(case, "briefing", target, Wish(lang=lang))
    for paragraph in docx.Document(str(target)).paragraphs:
        turned = bool(paragraph._p.xpath("w:pPr/w:bidi")) and bool(paragraph._p.xpath("w:r/w:rPr/w:rtl"))
        assert turned == (lang == "ar" or paragraph.style.name == "Quote")


def test_figures_and_times_follow_the_fold_and_the_spread_stays(case: Case, tmp_path: Path) -> None:
    found = {fold: {r["id"]: r for r in rows(written(case, "ucdp", tmp_path, fold=fold))} for fold in FOLDS}
    for id, cautious in found["cautious"].items():
        detailed = found["detailed"][id]
        assert cautious["figures"] == detailed["figures"]
        if cautious["best"] and detailed["best"]:
            assert float(cautious["best"]) <= float(detailed["best"])
        if cautious["date_prec"] and detailed["date_prec"]:
            assert int(cautious["date_prec"]) >= int(detailed["date_prec"])


def test_filters_choose_what_is_written(case: Case, tmp_path: Path) -> None:
    found = rows(written(case, "ucdp", tmp_path, filters=Filters(support=2)))
    assert {row["id"] for row in found} == {event.id for event in case.events(support=2)}


def test_mark_for_excel_is_written_only_when_asked(case: Case, tmp_path: Path) -> None:
    assert written(case, "ucdp", tmp_path, bom=True).read_bytes().startswith(b"\xef\xbb\xbf")
    assert not written(case, "ucdp", tmp_path).read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@x"])
def test_no_cell_is_a_formula(words: str) -> None:
    assert cell(words) == "'" + words


def test_numbers_below_zero_stay_numbers() -> None:
    assert cell(-33.5) == "-33.5"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_format_writes_the_same_bytes_each_time(name: str, case: Case, tmp_path: Path) -> None:
    if name == "ftm":
        pytest.importorskip("followthemoney")
    first = written(case, name, tmp_path).read_bytes()
    assert written(case, name, tmp_path).read_bytes() == first


def test_unknown_format_fold_and_folder_are_refused_in_one_line(case: Case, tmp_path: Path) -> None:
    for name, target, wish in (
        ("xml", tmp_path / "a", Wish()),
        ("ucdp", tmp_path / "none" / "a", Wish()),
        ("ucdp", tmp_path / "a", Wish(lang="fr")),
    ):
        with pytest.raises(QueryError, match=r"^export: [^\n]+$"):
            export_case(case, name, target, wish)
    assert not list(tmp_path.iterdir())


def test_docs_list_every_format_with_its_fields() -> None:
    assert formats_page() in (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
