"""Keeps decisions: adds, lists, undoes, exports and imports them. Rows are never changed or removed."""

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, insert, select

from tawatur.casefile import schema
from tawatur.casefile.judgements.naming import named_now
from tawatur.casefile.judgements.records import Judgement, kind_of, make_judgement
from tawatur.errors import JudgementError


def judge(
    engine: Engine,
    *,
    action: str,
    target: str,
    reviewer: str,
    reason: str = "",
    value: dict[str, Any] | None = None,
    made_at: str | None = None,
) -> Judgement:
    """Takes a decision down; it shapes the case at the next joining. Raises JudgementError, also for an unknown id."""
    with engine.begin() as connection:
        anchors = _anchors(connection, target, action)
        given = dict(value or {})
        if action == "merge" and kind_of(target) == "event" and given.get("with"):
            given["with_anchors"] = list(_anchors(connection, str(given["with"]), action))
        made = make_judgement(
            action=action, target=target, reviewer=reviewer, reason=reason, value=given, anchors=anchors,
            named=named_now(connection, target),
            made_at=made_at or dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds"),
        )  # fmt: skip
        _add(connection, [made])
    return made


def undo(engine: Engine, id: str, *, reviewer: str, reason: str = "") -> Judgement:
    """Takes a decision back by a new row. Raises JudgementError where there is none to take back."""
    if id not in {j.id for j in standing(engine)}:
        raise JudgementError(f"{id}: no judgement that stands; `tawatur judgements` lists them")
    return judge(engine, action="undo", target=id, reviewer=reviewer, reason=reason)


def all_judgements(engine: Engine) -> list[Judgement]:
    """Every row in the order in which it was made, undone ones and undoings too."""
    query = select(schema.judgements).order_by(schema.judgements.c.made_at, schema.judgements.c.number)
    with engine.connect() as connection:
        return [_record(row._mapping) for row in connection.execute(query)]


def standing(engine: Engine) -> list[Judgement]:
    """The decisions that hold: not undone (an undoing can itself be undone), without the undoings."""
    everything = all_judgements(engine)
    undone: set[str] = set()
    for made in reversed(everything):
        if made.action == "undo" and made.id not in undone:
            undone.add(made.target)
    return [j for j in everything if j.action != "undo" and j.id not in undone]


def import_judgements(engine: Engine, rows: Iterable[str]) -> tuple[int, int]:
    """Adds exported rows that the case lacks; gives how many were new and how many known. Raises JudgementError."""
    known = {j.id for j in all_judgements(engine)}
    fresh: dict[str, Judgement] = {}
    seen = 0
    for number, row in enumerate(rows, 1):
        if not row.strip():
            continue
        try:
            made = msgspec.json.decode(row, type=Judgement)
        except msgspec.DecodeError as error:
            raise JudgementError(f"line {number}: {error}; give what `tawatur judgements --json` wrote") from error
        if made.id in known or made.id in fresh:
            seen += 1
        else:
            fresh[made.id] = made
    with engine.begin() as connection:
        _add(connection, fresh.values())
    return len(fresh), seen


def _anchors(connection: Connection, target: str, action: str) -> tuple[str, ...]:
    """The reports of an event, after looking that the target is there at all."""
    kind = kind_of(target)
    table = {"report": schema.reports, "event": schema.events, "actor": schema.actors, "copy": schema.copies,
             "judgement": schema.judgements}[kind]  # fmt: skip
    if connection.execute(select(table.c.id).where(table.c.id == target)).first() is None and action != "undo":
        raise JudgementError(f"{target}: no such {kind} in this case; `tawatur events`, `ties` and `actors` list ids")
    if kind != "event":
        return ()
    rows = connection.execute(select(schema.reports.c.id).where(schema.reports.c.event_id == target))
    return tuple(sorted(rows.scalars()))


def _add(connection: Connection, made: Iterable[Judgement]) -> None:
    rows = [
        {"id": j.id, "made_at": j.made_at, "reviewer": j.reviewer, "action": j.action, "target": j.target,
         "value": json.dumps({"value": j.value, "anchors": j.anchors, "named": j.named}, ensure_ascii=False),
         "reason": j.reason, "undoes": j.target if j.action == "undo" else None}
        for j in made
    ]  # fmt: skip
    if rows:
        connection.execute(insert(schema.judgements), rows)


def _record(row: Any) -> Judgement:
    content = json.loads(row["value"])
    return Judgement(id=row["id"], made_at=row["made_at"], reviewer=row["reviewer"], action=row["action"],
                     target=row["target"], kind=kind_of(row["target"]), value=content["value"],
                     anchors=tuple(content["anchors"]), reason=row["reason"],
                     named=content.get("named", {}))  # fmt: skip


def states(engine: Engine) -> dict[str, str]:
    """What became of each judgement at the last joining: applied, or lost where it no longer found its object."""
    with engine.connect() as connection:
        return {row.judgement_id: row.state for row in connection.execute(select(schema.judgement_states))}
