"""A case opens in other programs as it is: a notebook from folder to figure, and Datasette."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "examples" / "from_folder_to_network.ipynb"


def test_notebook_runs_from_folder_to_figure(tmp_path: Path) -> None:
    pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    command = [sys.executable, str(ROOT / "tools" / "make_notebook.py"), "--check"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.strip().endswith("1 drawing")


def test_notebook_is_kept_with_its_outputs_and_no_trace_of_a_machine() -> None:
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert all(cell["outputs"] for cell in code[:-1])
    outputs = json.dumps([cell["outputs"] for cell in code], ensure_ascii=False)
    assert "image/svg+xml" in outputs
    for trace in ("/home/", "/root/", "/tmp/", "Traceback", "error"):
        assert trace not in outputs.replace("errors", "")


def asked(case: Path, path: str) -> object:
    """What Datasette answers about a case, without a server."""
    program = shutil.which("datasette", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("needs datasette")
    done = subprocess.run([program, str(case), "--get", path], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_case_opens_in_datasette_as_it_is(demo_copy: Path) -> None:
    from tawatur.casefile import schema
    from tawatur.casefile.case import Case

    with Case.open(str(demo_copy)) as case:
        events = {event.id: event.support for event in [*case.events(), *case.ties()]}
    found = asked(demo_copy, "/demo.json")
    assert isinstance(found, dict)
    assert {table["name"] for table in found["tables"]} >= {table.name for table in schema.metadata.sorted_tables}
    rows = asked(demo_copy, "/demo/events.json?_shape=array&_size=max&_col=id&_col=support")
    assert isinstance(rows, list)
    assert {row["id"]: row["support"] for row in rows} == events
    words = "/demo.json?_shape=array&sql=select+count(*)+as+n+from+search_words+where+search_words+match+'روس'"
    assert isinstance(asked(demo_copy, words), list)
