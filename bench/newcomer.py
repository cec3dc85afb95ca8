"""Goes a newcomer's way in an environment: a folder with one file of each kind, the case, its pages, five ways out.

Called by bench/weight.py after the core was weighed; the extras are installed here. Run with the folder as directory.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests import kinds  # noqa: E402

EXTRAS = "docx,pdf,warc,parquet,pages"
OPENED = {  # format: file, and what its own reader makes of it, as a number of records
    "reports": ("reports.csv", "import csv; print(len(list(csv.DictReader(open(f, encoding='utf-8')))))"),
    "gexf": ("network.gexf", "import networkx; print(networkx.read_gexf(f).number_of_nodes() + 1)"),
    "parquet": ("case.parquet", "import pyarrow.parquet; print(pyarrow.parquet.read_table(f).num_rows)"),
    "briefing": ("briefing.docx", "import docx; print(len(docx.Document(f).paragraphs))"),
    "geojson": ("map.geojson", "import json; print(len(json.load(open(f, encoding='utf-8'))['features']))"),
    "graphml": ("network.graphml", "import networkx; print(networkx.read_graphml(f).number_of_nodes() + 1)"),
    "articles": ("custody.csv", "import csv; print(len(list(csv.DictReader(open(f, encoding='utf-8')))))"),
}


def troubles(python: Path, wheel: Path, folder: Path) -> list[str]:
    """What went wrong on the way, a line each."""
    subprocess.run([python, "-m", "pip", "install", "-q", f"{wheel}[{EXTRAS}]"], check=True, cwd=folder)
    written = kinds.write_all(folder / "every kind")
    tawatur = python.with_name("tawatur")
    built = _run([str(tawatur), "build", "every kind", "-o", "every.tawatur"], folder)
    found = [] if built.returncode == 0 else [f"build: {built.stderr[-500:]}"]
    if built.stderr.strip():
        found.append(f"build complains: {built.stderr.strip()[:500]}")
    read = _run([str(tawatur), "read", "--json", "every kind"], folder).stdout.splitlines()
    named = {json.loads(line)["article"]["path"].split("/")[0] for line in read} | {"07.jsonl"}
    found += [f"no article of {path.name}" for path in written if not any(n.startswith(path.name) for n in named)]
    for name, (file, code) in OPENED.items():
        done = _run([str(tawatur), "export", "every.tawatur", "--as", name, "-o", file], folder)
        opened = _run([str(python), "-c", f"f = {file!r}\n{code}"], folder)
        if done.returncode or opened.returncode or not int(opened.stdout or 0):
            found.append(f"{name}: {done.stderr[-300:]} {opened.stderr[-300:]}")
    return found


def _run(command: list[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False)
