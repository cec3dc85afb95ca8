"""The terminal as a user meets it: every command answers, JSON is by the contract, an error is one line."""

import json
import sqlite3
from pathlib import Path

import jsonschema
import msgspec
import pytest

from tawatur.explore.cli.main import run
from tawatur.explore.contracts import schema_text

DEMO = Path(__file__).parents[2] / "src" / "tawatur" / "demo" / "articles"
FILTERS = [
    ["--type", "CONSULT"],
    ["--actor", "حزب الله"],
    ["--place", "Aleppo"],
    ["--since", "2016-11", "--until", "2016-11"],
    ["--modality", "denied"],
    ["--outlet", "الضفاف"],
    ["--support", "2"],
]


class Done:
    """What a command printed, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def tawatur(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Runs a command in this process."""

    def call(*arguments: object) -> Done:
        monkeypatch.setattr("sys.argv", ["tawatur", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            run()
        heard = capfd.readouterr()
        code = left.value.code
        return Done(code if isinstance(code, int) else 0 if code is None else 1, heard.out, heard.err)

    return call


def test_readings_are_by_the_shipped_schema(tawatur) -> None:  # type: ignore[no-untyped-def]
    done = tawatur("read", "--json", *sorted(DEMO.iterdir()))
    schema = json.loads(schema_text("reading"))
    lines = done.out.splitlines()
    assert len(lines) == 8
    for line in lines:
        jsonschema.validate(json.loads(line), schema)


@pytest.mark.parametrize("command", ["events", "ties"])
def test_events_and_ties_are_by_the_shipped_schema(tawatur, demo_file: Path, command: str) -> None:  # type: ignore[no-untyped-def]
    schema = json.loads(schema_text("event"))
    lines = tawatur(command, demo_file, "--json").out.splitlines()
    assert lines
    for line in lines:
        jsonschema.validate(json.loads(line), schema)


@pytest.mark.parametrize(
    "arguments",
    [
        ["events"], ["ties"], ["actors"], ["sources"], ["disagreements"], ["timeline"], ["judgements"], ["check"],
        ["network", "--at", "2016-11"], ["network", "--compare", "2016-10", "2016-12"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_every_command_answers(tawatur, demo_file: Path, arguments: list[str]) -> None:  # type: ignore[no-untyped-def]
    done = tawatur(arguments[0], demo_file, *arguments[1:])
    assert (done.code, done.err) == (0, "")


def test_filters_narrow_what_is_listed(tawatur, demo_file: Path) -> None:  # type: ignore[no-untyped-def]
    everything = tawatur("events", demo_file, "--json").out.splitlines()
    for given in FILTERS:
        found = tawatur("events", demo_file, "--json", *given).out.splitlines()
        assert 0 < len(found) < len(everything), given


def test_reading_for_a_person_shows_date_roles_chain_and_quote(tawatur) -> None:  # type: ignore[no-untyped-def]
    out = tawatur("read", DEMO / "06_nabd_2016-11-24.txt").out
    assert "published 2016-11-24" in out
    assert "CONSULT" in out
    assert "through: " in out
    assert "ضباطاً روساً" in out


def test_decision_is_taken_listed_and_undone(tawatur, demo_copy: Path) -> None:  # type: ignore[no-untyped-def]
    event = json.loads(tawatur("events", demo_copy, "--json", "--limit", "1").out)
    done = tawatur("judge", demo_copy, "correct", event["id"], "--field", "time", "--to", "2016-08-15", "--by", "A")
    assert done.code == 0
    made = done.out.split()[0]
    changed = [json.loads(line) for line in tawatur("events", demo_copy, "--json").out.splitlines()]
    assert {e["id"]: e["time"]["edtf"] for e in changed}[event["id"]] == "2016-08-15"
    assert made in tawatur("judgements", demo_copy).out
    assert tawatur("judge", demo_copy, "undo", made, "--by", "B").code == 0
    back = [json.loads(line) for line in tawatur("events", demo_copy, "--json").out.splitlines()]
    assert {e["id"]: e["time"]["edtf"] for e in back}[event["id"]] == event["time"]["edtf"]


def test_search_shows_where(tawatur, demo_file: Path) -> None:  # type: ignore[no-untyped-def]
    assert "06_nabd" in tawatur("search", demo_file, "الفيلق الخامس").out


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "{tmp}/none.txt"],
        ["read", "{tmp}/empty.txt"],
        ["read", "{tmp}/binary.txt"],
        ["read", "{tmp}/latin.txt"],
        ["read", "--metadata", "{tmp}/none.jsonl", "{tmp}/good.txt"],
        ["build", "{tmp}/none.txt", "-o", "{tmp}/new.tawatur"],
        ["build", "{tmp}/good.txt", "-o", "{tmp}/no/new.tawatur"],
        ["build", "{tmp}/good.txt", "-o", "{tmp}/good.txt"],
        ["events", "{tmp}/none.tawatur"],
        ["events", "{tmp}/good.txt"],
        ["events", "{tmp}/newer.tawatur"],
        ["events", "{demo}", "--since", "yesterday"],
        ["events", "{demo}", "--sort", "colour"],
        ["judge", "{demo}", "accept", "e0000000000000000", "--by", "A"],
        ["judgements", "{demo}", "--import", "{tmp}/none.jsonl"],
        ["network", "{demo}"],
        ["network", "{demo}", "--at", "soon"],
        ["search", "{demo}", "*"],
        ["schema", "nothing"],
        ["serve", "{demo}", "--host", "0.0.0.0"],
        ["serve", "{demo}", "--password-file", "{tmp}"],
        ["build", "-o", "{tmp}/new.tawatur"],
        ["build", "{tmp}/good.txt", "-o", "{tmp}"],
        ["build", "{tmp}/good.txt", "-o", "{tmp}/new.tawatur", "--columns", "words"],
        ["build", "-o", "{tmp}/new.tawatur", "--fetch", "http://127.0.0.1/"],
        ["read", "--metadata", "{tmp}", "{tmp}/good.txt"],
        ["read", "--columns", "text", "{tmp}/good.txt"],
        ["read", "{tmp}/*.pdf"],
        ["demo", "--no-serve", "-o", "{tmp}"],
        ["demo", "--no-serve", "-o", "{tmp}/no/demo.tawatur"],
        ["demo", "--articles", "{tmp}/good.txt"],
        ["export", "{demo}", "--as", "ucdp", "-o", "{tmp}"],
        ["export", "{demo}", "--as", "ucdp", "-o", "{tmp}/no/a.csv"],
        ["export", "{demo}", "--as", "none", "-o", "{tmp}/a.csv"],
        ["export", "{demo}", "--as", "ucdp", "--fold", "none", "-o", "{tmp}/a.csv"],
        ["export", "{demo}", "--as", "briefing", "--lang", "fr", "-o", "{tmp}/a.md"],
        ["judge", "{demo}", "correct", "e0000000000000000", "--by", "A"],
        ["judge", "{demo}", "accept", "e0000000000000000", "--by", " "],
        ["judge", "{demo}", "explode", "e0000000000000000", "--by", "A"],
        ["judge", "{demo}", "undo", "j0000000000000000", "--by", "A"],
        ["timeline", "{demo}", "--until", "soon"],
        ["check", "{tmp}"],
        ["user", "a:b", "--password-file", "{tmp}/users", "--password", "long enough"],
        ["user", "a", "--password-file", "{tmp}/users", "--password", "short"],
    ],
    ids=" ".join,
)
def test_error_is_one_line_and_exit_code_one(  # type: ignore[no-untyped-def]
    tawatur, demo_copy: Path, tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01" * 99)
    (tmp_path / "latin.txt").write_bytes("Überfälle und Kämpfe".encode("latin-1") * 9)
    (tmp_path / "good.txt").write_text("قصف الجيش المدينة أمس.", encoding="utf-8")
    newer = tmp_path / "newer.tawatur"
    newer.write_bytes(demo_copy.read_bytes())
    with sqlite3.connect(newer) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE name = 'schema'")
    connection.close()
    done = tawatur(*(a.format(tmp=tmp_path, demo=demo_copy) for a in arguments))
    assert done.code == 1
    assert done.err.startswith("tawatur: ")
    assert len(done.err.strip().splitlines()) == 1
    assert "Traceback" not in done.err
    what = done.err.removeprefix("tawatur: ")
    assert ":" in what or ";" in what, "it does not say what is wrong with which thing"


def test_formats_that_help_names_are_those_that_there_are() -> None:
    from tawatur.explore.cli.export import NAMES
    from tawatur.explore.exports.registry import FORMATS

    assert list(FORMATS) == NAMES.split(", ")


def test_files_of_other_kinds_are_told_of(tawatur, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("قصف الجيش المدينة أمس.", encoding="utf-8")
    for name in ("b.doc", "c.doc", "d.odt", ".hidden.doc"):
        (folder / name).write_bytes(b"x")
    done = tawatur("build", folder, "-o", tmp_path / "a.tawatur", "--jobs", "1")
    assert (done.code, done.err) == (0, "")
    assert "left out, of kinds that are not read: .doc (2), .odt (1)" in done.out


def test_event_of_many_reports_stays_short(tawatur, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for number in range(12):
        text = (
            f"قصف الجيش السوري مدينة حلب يوم 24 تشرين الثاني 2016، بحسب وكالة رويترز. وزار الوزير رقم {number} المعرض."
        )
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    assert tawatur("build", tmp_path, "-o", tmp_path / "a.tawatur", "--jobs", "1").code == 0
    assert "… and 4 more reports" in tawatur("events", tmp_path / "a.tawatur").out


def test_imported_decisions_shape_the_case_once_it_is_joined(tawatur, demo_copy: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    from tawatur.casefile.case import Case
    from tawatur.casefile.judgements.records import make_judgement

    with Case.open(str(demo_copy)) as opened:
        told = opened.events(sort="reports", limit=1)[0].reports[-1]
    at = "2026-11-01T08:00:00.000+00:00"
    made = make_judgement(action="reject", target=told.id, reviewer="B", reason="misread", made_at=at)
    rows = tmp_path / "decisions.jsonl"
    rows.write_bytes(msgspec.json.encode(made) + b"\n")
    assert tawatur("judgements", str(demo_copy), "--import", str(rows)).code == 0
    done = tawatur("join", str(demo_copy))
    assert done.code == 0, done.err
    assert "decisions 1, of which lost 0" in " ".join(done.out.split())
    with Case.open(str(demo_copy)) as opened:
        assert told.id not in {report.id for event in opened.events() for report in event.reports}


def test_brackets_in_a_complaint_are_told_as_they_are(tawatur, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """A command to copy, as pip install 'tawatur[pdf]', or a file's own name."""
    (tmp_path / "good.txt").write_text("قصف الجيش المدينة أمس.", encoding="utf-8")
    (tmp_path / "a [bold] b.txt").write_bytes(b"")
    done = tawatur("build", tmp_path, "-o", tmp_path / "a.tawatur", "--jobs", "1")
    assert done.err.startswith("tawatur: a [bold] b.txt: the file is empty")
    assert tawatur("read", tmp_path / "a [bold] b.txt").err.startswith("tawatur: a [bold] b.txt: the file is empty")
