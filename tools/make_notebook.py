"""Runs the notebook of examples/ and keeps what it prints and draws; run this after the demonstration changed."""

import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[1] / "examples" / "from_folder_to_network.ipynb"


def executed(folder: Path) -> nbformat.NotebookNode:
    """The notebook with fresh outputs, run in a folder. Raises CellExecutionError."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    client = NotebookClient(notebook, timeout=300, record_timing=False, resources={"metadata": {"path": str(folder)}})
    client.execute()
    return notebook


def main() -> int:
    """Runs it in a folder that is thrown away; with --check nothing is written."""
    with tempfile.TemporaryDirectory() as folder:
        notebook = executed(Path(folder))
    if "--check" not in sys.argv:
        nbformat.write(notebook, NOTEBOOK)
    drawn = [o for cell in notebook.cells for o in cell.get("outputs", []) if "image/svg+xml" in o.get("data", {})]
    print(f"{len(notebook.cells)} cells, {len(drawn)} drawing")
    return 0 if drawn else 1


if __name__ == "__main__":
    sys.exit(main())
