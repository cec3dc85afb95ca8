"""A reviewer's decision, and what it may say."""

import hashlib
from typing import Any, Literal, get_args

import msgspec

from tawatur.casefile.judgements.fields import EVENT_FIELDS, REPORT_FIELDS, check_value
from tawatur.errors import JudgementError

Action = Literal["accept", "reject", "correct", "merge", "split", "undo"]
Target = Literal["report", "event", "actor", "copy", "judgement"]
_ACTIONS: dict[str, tuple[str, ...]] = {
    "report": ("accept", "reject", "correct"),
    "event": ("accept", "reject", "correct", "merge", "split"),
    "actor": ("correct", "merge", "split"),
    "copy": ("accept", "reject"),
    "judgement": ("undo",),
}
_PREFIXES: dict[str, Target] = {"r": "report", "e": "event", "t": "event", "c": "copy", "j": "judgement"}


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One decision. `value` depends on the action:

    correct: {"field", "to"}; event merge: {"with": event id}; event split: {"reports": ids that leave};
    actor merge: {"into": actor id}; actor split: {"articles": ids, "name": {"ar", "en"}}. Decisions on events
    carry `anchors`, the reports that the event had: by them it is found again when its id has changed. `named` is what
    the thing was called when it was decided on, in both languages; it may be gone now.
    """

    id: str
    made_at: str
    reviewer: str
    action: Action
    target: str
    kind: Target
    value: dict[str, Any] = {}
    anchors: tuple[str, ...] = ()
    reason: str = ""
    named: dict[str, str] = {}

    def reports_meant(self) -> set[str]:
        """The reports that the decision is about, as far as it names them."""
        named = {self.target} if self.kind == "report" else set()
        return named | {*self.anchors, *self.value.get("with_anchors", ()), *self.value.get("reports", ())}

    def reports_merged(self) -> tuple[str, ...]:
        """The reports that the decision says belong together."""
        if (self.kind, self.action) != ("event", "merge"):
            return ()
        return (*self.anchors, *self.value.get("with_anchors", ()))


def make_judgement(
    *,
    action: str,
    target: str,
    reviewer: str,
    reason: str,
    made_at: str,
    value: dict[str, Any] | None = None,
    anchors: tuple[str, ...] = (),
    kind: str | None = None,
    named: dict[str, str] | None = None,
) -> Judgement:
    """A decision with an id from its content. Raises JudgementError where it makes no sense."""
    of = kind or kind_of(target)
    value = value or {}
    if not reviewer.strip():
        raise JudgementError("a judgement needs the name of its reviewer; sign it with --by")
    if action not in get_args(Action) or action not in _ACTIONS[of]:
        raise JudgementError(f"{action} {of}: not possible; for {of} there is {', '.join(_ACTIONS[of])}")
    _check(action, of, value)
    content = msgspec.json.encode([made_at, reviewer, action, target, value, reason], order="deterministic")
    digest = "j" + hashlib.blake2b(content, digest_size=8).hexdigest()
    return Judgement(
        id=digest, made_at=made_at, reviewer=reviewer.strip(), action=action, target=target, kind=of,  # type: ignore[arg-type]
        value=value, anchors=anchors, reason=reason.strip(), named=named or {},
    )  # fmt: skip


def kind_of(target: str) -> Target:
    """What an id names: report, event or tie, copy, judgement by their first letter and length; else an actor."""
    if len(target) == 17 and target[0] in _PREFIXES and all(c in "0123456789abcdef" for c in target[1:]):
        return _PREFIXES[target[0]]
    return "actor"


def _check(action: str, kind: str, value: dict[str, Any]) -> None:
    if action == "correct":
        fields = {"report": REPORT_FIELDS, "event": EVENT_FIELDS, "actor": ("name",)}[kind]
        if value.get("field") not in fields or "to" not in value:
            raise JudgementError(f"correct {kind}: name a field ({', '.join(fields)}) and what it should be")
        check_value(value["field"], value["to"])
    needed = {
        ("event", "merge"): "with",
        ("event", "split"): "reports",
        ("actor", "merge"): "into",
        ("actor", "split"): "articles",
    }
    name = needed.get((kind, action))
    if name and not value.get(name):
        raise JudgementError(f"{action} {kind}: say {name!r}")
