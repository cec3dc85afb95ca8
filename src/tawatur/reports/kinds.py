"""What kind of its type an act is where its own words decide: shelling from the air, wounded who "fell"."""

from typing import TYPE_CHECKING

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

FALL = frozenset({"سقط", "سقوط", "وقوع", "وقع"})
WOUNDED = frozenset({"جرحي", "جريح", "جريحا", "جريحين", "جريحان", "مصاب", "مصابا", "مصابين", "مصابون"})


def flown(page: Page, telling: "Telling") -> bool:
    """ "قصفت طائرات حربية المدينة": shelling by aircraft is a strike from the air."""
    heads = [page.text.words[a.head].stem_key for a in telling.roles.actors if a.klass == "weapon"]
    return telling.sense.entry.extension == "shelling" and any(head in closed().air_arms for head in heads)


def loss(page: Page, telling: "Telling") -> str | None:
    """The extension of an act; "سقط عشرات الجرحى" tells of wounded, though its verb tells of dead elsewhere."""
    told, hit = telling.sense.entry.extension, telling.roles.recipients
    wounded = told == "kill" and bool(hit) and telling.sense.entry.lemma in FALL  # "توفي أحد الجرحى" tells of a dead
    return "wound" if wounded and all(_are_wounded(page, victims) for victims in hit) else told


def _are_wounded(page: Page, victims: ActorPhrase) -> bool:
    return any(word.stem_key in WOUNDED for word in page.text.words[victims.first : victims.last])
