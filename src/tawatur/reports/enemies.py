"""From whom ground is taken, where only the fighting told with it names them: "سيطروا على التل بعد معارك مع …"."""

from typing import TYPE_CHECKING

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.page import Page

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

LOSERS = frozenset({"armed", "political"})
FIGHTS = frozenset({"clash", "attack", "repel", "raid", "ambush", "capture_ground", "shelling", "air_strike"})
AIM = 6  # words from an operation to what it is for
AFTER = frozenset({"بعد", "عقب", "اثر"})
NEEDY = frozenset({"capture_ground", "attack", "raid"})


def lend_enemies(page: Page, told: "list[Telling]") -> None:
    """Gives captures that name no loser, and attacks for ground, those whom the same doers fight in the sentence."""
    fights: dict[int, list[Telling]] = {}
    for one in told:
        fought = one.type == "ASSAULT" and one.sense.entry.extension in FIGHTS
        if (fought or _is_aim(page, one)) and one.roles.recipients:
            fights.setdefault(page.text.sentence_of(one.trigger.word).first, []).append(one)
    for needy in told:
        if needy.sense.entry.extension not in NEEDY or needy.roles.recipients or not needy.roles.actors:
            continue
        here = needy.trigger.word
        near = sorted(
            (f for f in fights.get(page.text.sentence_of(here).first, ()) if _lends(page, needy, f)),
            key=lambda f: (abs(f.trigger.word - here), f.trigger.word),
        )
        needy.roles.recipients += next((e for f in near if (e := _enemies(needy, f))), [])


def _is_aim(page: Page, telling: "Telling") -> bool:
    """ "حملة لقصف مواقع التنظيم", "عملية لملاحقة المسلحين": what an operation is for."""
    aimed = page.chunks[page.chunk_of[telling.trigger.word]].prep == "ل" and telling.sense.shape == "masdar"
    return aimed and telling.type in ("ASSAULT", "COERCE")


def _lends(page: Page, needy: "Telling", fight: "Telling") -> bool:
    """A capture takes any fight; an attack only the capture or the aim behind it ("عملية لاستعادة المدينة من …")."""
    if needy.sense.entry.extension == "capture_ground":
        return fight.type == "ASSAULT"
    behind = fight.trigger.word - needy.trigger.word > 0
    if behind and fight.sense.entry.extension == "clash":
        return page.chunks[page.chunk_of[fight.trigger.word]].prep in AFTER  # "اقتحمت القوات الحي بعد معارك مع …"
    near = fight.trigger.word - needy.trigger.word <= AIM and _is_aim(page, fight)
    return behind and (fight.sense.entry.extension == "capture_ground" or near)


def _enemies(capture: "Telling", fight: "Telling") -> list[ActorPhrase]:
    """The other side of a fight in which those who take the ground are one side."""
    doers = {a.entity for a in capture.roles.actors}
    sides = [fight.roles.actors, fight.roles.recipients]
    if fight.sense.entry.extension != "clash":
        others = sides[1] if doers & {a.entity for a in sides[0]} else []
    else:
        ours = [bool(doers & {a.entity for a in side}) for side in sides]
        others = sides[1] if ours == [True, False] else sides[0] if ours == [False, True] else []
    return [a for a in others if a.klass in LOSERS and a.quantity is None and a.number != "d" and a.entity not in doers]
