"""Who does what an event noun tells where "من" names him: "هجوم من الجبهة", "تم صده من الجيش"."""

from tawatur.knowledge.lexicon.entries import LOSSES, Entry
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.governor import Governor
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.lexicon.senses import Sense, index, key
from tawatur.reports.roles.datives import FORCES
from tawatur.reports.roles.genitives import is_part
from tawatur.reports.roles.predicates import CLAIMS
from tawatur.reports.roles.record import Roles, admitted


def agents_of_noun(
    page: Page,
    word: int,
    roles: Roles,
    slots: Slots,
    mapping: dict[str, str],
    sense: Sense,
    governor: Governor | None,
) -> None:
    """ "هجوم من الجبهة", "تم صده من الجيش": a force behind "من" acts, where the sense does not say otherwise."""
    over = governor.entry if governor is not None and governor.role == "actor" and governor.actors else None
    aimed = governor is not None and governor.rule == "aim_of_subject" and bool(governor.actors)
    done = aimed or (over is not None and not tells(over))  # "هجوما لاستعادة المدينة من التنظيم"
    if (
        roles.actors
        or done  # "تمكنت القوات من استعادة البلدة من التنظيم", "من قتل العديد منهم"
        or mapping.get("من", "actor") != "actor"
        or not (sense.genitive in ("agent", "either") or governor is not None)
    ):
        return
    for chunk in slots.get("من", []):
        own = page.chunk_of[word]
        if sense.entry.extension in LOSSES and chunk.text == "pronoun":
            known = chunk.actor is not None and not roles.recipients
            roles.recipients += [chunk.actor] if known and chunk.actor is not None else []
            continue  # "مقتل ثلاثين منهم"
        if (
            (sense.genitive != "agent" and _counted_of(page, own, chunk))
            or is_part(page, chunk)
            or any(is_finite(c) for c in page.chunks[own + 1 : chunk.index])
        ):
            continue  # "قصف المناطق الجنوبية من السعودية"
        if (
            chunk.actor is not None
            and (chunk.actor.klass in FORCES or sense.entry.speech)
            and admitted(page, sense.entry, "actor", chunk.actor)
        ):
            roles.actors.append(chunk.actor)


def _counted_of(page: Page, own: int, chunk: Chunk) -> bool:
    """ "أسر عدد آخر من المقاتلين": of whom a number is told."""
    told = page.text.words[page.chunks[own].head + 1 : chunk.first]
    return any(w.stem_key in closed().measures for w in told)


def tells(entry: Entry | None) -> bool:
    """Whether a governing entry reports words ("أعلن"); "واصل" and "تابع" before a verbal noun go on with it."""
    told = entry is not None and entry.kind == "light" and key(entry.lemma) in index().speech
    return told and entry is not None and key(entry.lemma) not in CLAIMS
