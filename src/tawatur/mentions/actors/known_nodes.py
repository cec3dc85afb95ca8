"""Known names as phrases."""

from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.heads import heads
from tawatur.mentions.actors.known import Known, known
from tawatur.mentions.actors.node import Node

BIRTH = frozenset({"راس", "راسه", "راسها", "راسهم"})
SO_CALLED = frozenset({"يسمي", "تسمي", "سمي"})
SECURITY = frozenset({"القومي", "الوطني", "الداخلي", "الاقليمي"})
MARKS = frozenset({("«", "»"), ("“", "”"), ('"', '"'), ("(", ")")})
FORMS = {"capital": "nationality", "unsure": "name"}


def known_node(desk: Desk, index: int) -> Node | None:
    """The known name that begins at a word, as a phrase; "ما يسمى" before it colours it."""
    found = desk.name(index)
    if found is None:
        return None
    hit, stripped = found
    if hit.form == "capital" and desk.keys[hit.last] in BIRTH:
        return None  # "مسقط رأسه": where he was born, no capital
    if desk.keys[hit.last - 1] == "الامن" and desk.keys[hit.last] in SECURITY:
        return None  # "مجلس الأمن القومي الأردني": not that of the United Nations
    actor = known()[hit.actor]
    so_called = index > 1 and desk.keys[index - 1] in SO_CALLED and desk.keys[index - 2] == "ما"
    return Node(
        first=index,
        last=desk.closed(index, hit.last),
        head=index,
        start=desk.start(index, stripped),
        klass=actor.klass,
        rule="known_capital" if hit.form == "capital" else "known_name",
        form="loaded" if so_called else FORMS.get(hit.form, hit.form),
        gender=_gender(desk, index, actor),
        number=actor.number or "s",
        definite=True,
        actor=actor.id,
        colour="hostile" if so_called else hit.colour,
        candidates=() if len(hit.candidates) == 1 and _in_marks(desk, index, hit.last) else hit.candidates,
    )


def _in_marks(desk: Desk, first: int, last: int) -> bool:
    """ "هاجمت «القاعدة» الحاجز": what marks set apart by itself is a name and no common word."""
    left, right = (desk.words[n].text if 0 <= n < desk.size else "" for n in (first - 1, last))
    return (left, right) in MARKS


def _gender(desk: Desk, index: int, actor: Known) -> str:
    """How verbs agree with a known name: with its head noun ("قصفت كتائب …"), else as its entry says."""
    head = heads().get(desk.keys[index].removeprefix("ال"))
    if head is not None and head.shape.gender:
        return head.shape.gender
    return actor.gender or ("m" if actor.kind in ("person", "armed_group") else "f")
