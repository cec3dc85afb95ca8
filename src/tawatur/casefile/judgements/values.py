"""Turns what a person typed (command line, form) into the value of a judgement."""

from typing import Any

from tawatur.errors import JudgementError


def given_value(action: str, kind: str, *, field: str | None, to: str | None, reports: str | None) -> dict[str, Any]:
    """The value of a judgement from plain words. Raises JudgementError where something is lacking."""
    if action == "correct":
        if not field:
            raise JudgementError("correct: say which field and what it should be, with --field and --to")
        return {"field": field, "to": _typed(field, to)}
    if action == "merge":
        return {"into" if kind == "actor" else "with": to or ""}
    if action == "split":
        ids = [part.strip() for part in (reports or "").split(",") if part.strip()]
        return {"articles": ids, "name": {"ar": to or "", "en": to or ""}} if kind == "actor" else {"reports": ids}
    return {}


def _typed(field: str, to: str | None) -> Any:
    if field == "specific":
        if to not in ("true", "false"):
            raise JudgementError("specific: must be true or false")
        return to == "true"
    if field in ("title", "name"):
        arabic, _, english = (to or "").partition("|")
        return {name: words.strip() for name, words in (("ar", arabic), ("en", english)) if words.strip()}
    return to or None
