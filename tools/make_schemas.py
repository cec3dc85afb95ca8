"""Writes the JSON Schemas of the published contracts from the records. Run after a record changes."""

import json
from pathlib import Path
from typing import Any

import msgspec

from tawatur.model.case import Event
from tawatur.model.reading import SCHEMA, Reading

FOLDER = Path(__file__).parents[1] / "src" / "tawatur" / "explore" / "schemas"


def schemas() -> dict[str, dict[str, Any]]:
    """Each contract's schema by name."""
    reading = msgspec.json.schema(Reading)
    reading["title"] = "A reading of one article, as `tawatur read --json` prints it"
    reading["$defs"]["Reading"]["properties"]["schema"] = {"const": SCHEMA}
    event = msgspec.json.schema(Event)
    event["title"] = "An event or tie of a case, as `tawatur events --json` and `tawatur ties --json` print it"
    for content in (reading, event):
        content["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        for record in content["$defs"].values():
            record["required"] = sorted(record.get("required", []))  # a set, ordered anew by each msgspec
    return {"reading": reading, "event": event}


def main() -> None:
    """Writes every schema file."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in schemas().items():
        text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
        (FOLDER / f"{name}.schema.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
