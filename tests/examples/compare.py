"""Holds what a room found against what an example expects, and names each way of failing apart."""

from collections.abc import Mapping, Sequence
from typing import Any

Found = Mapping[str, Any]
NOT_COMPARED = {"span", "nth", "because", "note"}


def place(text: str, words: str, nth: int = 1) -> tuple[int, int]:
    """Where the words stand in the text for the nth time. Raises ValueError: an example must quote its own text."""
    start = -1
    for _ in range(nth):
        start = text.find(words, start + 1)
        if start < 0:
            raise ValueError(f"the example does not hold {words!r} {nth} times: {text}")
    return start, start + len(words)


def failures(example: Mapping[str, Any], found: Sequence[Found]) -> list[str]:
    """Every way in which the findings differ from the example: missed, partial, ambiguous, wrong value, false alarm."""
    text = example["text"]
    bad: list[str] = []
    expected = example.get("expect") or []
    for entry in expected:
        bad += _missed(text, entry, found)
    for entry in example.get("reject") or []:
        bad += _false_alarms(text, entry, found)
    if example.get("only") or (not expected and not example.get("reject")):
        spans = [place(text, e["span"], e.get("nth", 1)) for e in expected if "span" in e]
        bad += [f"false alarm: {_shown(text, f)}" for f in found if tuple(f["span"]) not in spans]
    return bad


def _missed(text: str, entry: Mapping[str, Any], found: Sequence[Found]) -> list[str]:
    if "span" not in entry:
        return [] if any(not _wrong(entry, f) for f in found) else [f"missed: {dict(entry)}"]
    span = place(text, entry["span"], entry.get("nth", 1))
    exact = [f for f in found if tuple(f["span"]) == span]
    near = [f for f in found if f["span"][0] < span[1] and span[0] < f["span"][1]]
    if not near:
        return [f"missed: {entry['span']}"]
    if not exact:
        return [f"partial: wanted {entry['span']!r}, got " + "; ".join(_shown(text, f) for f in near)]
    right = [f for f in exact if not _wrong(entry, f)]
    if not right:
        return [f"wrong value: {entry['span']!r} {_wrong(entry, exact[0])}"]
    if len(right) > 1 and not entry.get("several"):
        return [f"ambiguous: {entry['span']!r} found {len(right)} times"]
    return []


def _wrong(entry: Mapping[str, Any], finding: Found) -> dict[str, Any]:
    return {
        name: {"wanted": value, "got": finding.get(name)}
        for name, value in entry.items()
        if name not in NOT_COMPARED | {"several"} and finding.get(name) != value
    }


def _false_alarms(text: str, entry: Mapping[str, Any], found: Sequence[Found]) -> list[str]:
    span = place(text, entry["span"], entry.get("nth", 1)) if "span" in entry else (0, len(text))
    touching = [f for f in found if f["span"][0] < span[1] and span[0] < f["span"][1] and not _wrong(entry, f)]
    return [f"false alarm: {_shown(text, f)} ({entry.get('because', 'rejected')})" for f in touching]


def _shown(text: str, finding: Found) -> str:
    values = {k: v for k, v in finding.items() if k != "span" and v not in (None, "", [], ())}
    return f"{text[slice(*finding['span'])]!r} {values}"
