"""Those who fell in their own attack: "هجمات أسفرت عن مقتل خمسة جنود وانتحاري" hit the soldiers, not the bomber."""

from typing import TYPE_CHECKING

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tawatur.reports.events import Telling

ATTACKERS = frozenset({
    "مهاجم", "مهاجمان", "مهاجمين", "مهاجمون", "انتحاري", "انتحاريا", "انتحاريان", "انتحاريين", "انتحاريون", "منفذ",
    "منفذا", "منفذي", "منفذو", "معتدين", "معتدون",
})  # fmt: skip
MILITANTS = frozenset({
    "متشدد", "متشددا", "متشددين", "متشددون", "متشددان", "متطرف", "متطرفا", "متطرفين", "متطرفون", "ارهابي", "ارهابيا",
    "ارهابيين", "ارهابيون", "ارهابيان", "جهادي", "جهاديا", "جهاديين", "جهاديون",
})  # fmt: skip
STANDING = frozenset({"جيش", "قوات", "قوه", "شرطه", "وحدات", "حرس", "طيران", "طائرات", "تحالف"})
TURNED = frozenset({"clash", "repel"})


def attacked_themselves(page: Page, victim: ActorPhrase, doers: "Iterable[ActorPhrase]") -> bool:
    """Whether the dead are called attackers, or militants of whom no more is said where a group by name attacked."""
    words = page.text.words
    head = words[victim.head].stem_key
    if head in ATTACKERS:
        return True
    plain = not any(n in page.actors_at for n in range(victim.head + 1, victim.last))
    return head in MILITANTS and plain and any(_is_group(page, d) for d in doers)


def _is_group(page: Page, doer: ActorPhrase) -> bool:
    named = doer.form in ("name", "loaded", "anaphor") and doer.klass in ("armed", "political")
    return named and page.text.words[doer.head].stem_key not in STANDING


def spare_attackers(page: Page, told: "Sequence[Telling]") -> None:
    """Takes attackers from those whom attacks hit, where nothing but their deaths makes them so."""
    for attack in told:
        extension = attack.sense.entry.extension
        if attack.type != "ASSAULT" or extension in LOSSES | TURNED:
            continue
        if attack.sense.shape != "verb" and attack.sense.genitive == "patient":
            continue  # "استهداف الانتحاري": whom it is said to hit
        roles, own = attack.roles, attack.clause if attack.sense.shape == "verb" else range(0)
        roles.recipients[:] = [
            r
            for r in roles.recipients
            if page.chunk_of[r.head] in own or not attacked_themselves(page, r, roles.actors)
        ]
