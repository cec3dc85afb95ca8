"""An entry of the lexicon that no example fires is an error: nobody has seen what it does."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tawatur.knowledge.lexicon.entries import Entry, entries
from tawatur.reports import events
from tawatur.reports.modality import controls
from tests.examples.adapters import reports as room

EXAMPLES = Path(__file__).parents[2] / "src" / "tawatur" / "reports" / "examples"
UNFIRED_AT_MOST = 0  # falls, never rises


def examples() -> Iterator[dict[str, Any]]:
    """Every example of the room that promises something."""
    for path in sorted(EXAMPLES.glob("*.yml")):
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        yield from (e for e in content["examples"] if e.get("expect"))


def fired(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """The entries that made a draft in some example, carried one as its light verb, or gave it a modality."""
    seen: set[int] = set()
    original = events.draft_of

    def recording(page: Any, telling: Any, *rest: Any) -> Any:
        seen.add(id(telling.sense.entry))
        governor = telling.roles.governor
        if governor is not None and governor.entry is not None:
            seen.add(id(governor.entry))
        return original(page, telling, *rest)

    lemmas: set[str] = set()

    class Asked(dict[str, Any]):
        """A table of control verbs that notes which of them gave a modality."""

        def get(self, lemma: str, default: Any = None) -> Any:
            lemmas.update({lemma} & self.keys())
            return super().get(lemma, default)

    for name in ("control_of_clause", "control_of_noun"):
        table = Asked(getattr(controls, name)())
        monkeypatch.setattr(controls, name, lambda table=table: table)
    monkeypatch.setattr(events, "draft_of", recording)
    for example in examples():
        room.found(example)
    return seen | {id(e) for e in entries() if e.kind == "control" and e.lemma in lemmas}


def shown(entry: Entry) -> str:
    """An entry as its file names it."""
    locks = f" with {'/'.join(entry.with_[:3])}" if entry.with_ else ""
    return f"{entry.file}.yml: {entry.lemma} ({entry.pos}, {entry.type or entry.kind}){locks}"


def test_every_entry_is_fired_by_an_example(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = fired(monkeypatch)
    unfired = [shown(e) for e in entries() if e.kind not in ("plain", "speech") and id(e) not in seen]
    assert len(unfired) <= UNFIRED_AT_MOST, f"{len(unfired)} entries without an example:\n" + "\n".join(unfired)
