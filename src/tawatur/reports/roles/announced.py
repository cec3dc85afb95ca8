"""Who announces a deed of their own: "أعلن الجيش تحرير البلدة", "أعلن التنظيم إعدام الرهينتين"."""

from collections.abc import Sequence

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.governor import Governor
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.roles.record import SPOKESMEN, admitted

ANNOUNCES = key("أعلن")
WHO = frozenset({"armed", "state"})  # a ministry, a monitor or a spokesman also announces what others did
# what is only done on purpose; an attack, an abduction or a loss may be what the one who announces it suffered
ON_PURPOSE = frozenset(
    {
        "arm",
        "arrest",
        "capture_ground",
        "cut_relations",
        "deploy",
        "destroy",
        "expel",
        "form_unit",
        "fund",
        "recruit",
        "release",
        "relief",
        "repel",
        "shoot_down",
        "train",
    }
)
BLAME = ("مسوولي", "مسيولي", "مسؤولي")
KILLING = frozenset({"قتل", "اعدام", "تصفيه", "قضاء"})  # "أعلن الجيش مقتل خمسة" names no killer
REBELS = frozenset(
    {"كتايب", "كتيبه", "لواء", "الويه", "فصايل", "فصيل", "حركه", "جماعه", "تنظيم", "جبهه", "سرايا", "مقاومه"}
)
FORCES = frozenset({"قوات", "جيش", "شرطه"})
STRIKES = frozenset({"استهداف", "قصف", "مهاجمه", "ضرب", "اقتحام"})


def carriers_of(page: Page, governor: Governor, sense: Sense, hit: Sequence[ActorPhrase]) -> list[ActorPhrase]:
    """Who carries out what a governor brings: whom it names, or for whom he speaks."""
    meant = (a if sense.entry.speech else _spoken_for(page, a) for a in governor.actors if a not in hit)
    return [a for a in meant if a is not None and a not in hit and admitted(page, sense.entry, "actor", a)]


def _spoken_for(page: Page, actor: ActorPhrase) -> ActorPhrase | None:
    """ "أعلن المتحدث باسم الجيش السيطرة على البلدة": the army took it, who speaks for it only tells so."""
    if page.text.words[actor.head].stem_key not in SPOKESMEN:
        return actor
    inner = (a for n in range(actor.head + 1, actor.last) for a in page.actors_at.get(n, ()))
    return next((a for a in inner if a.klass in WHO | {"political"} and a.entity != actor.entity), None)


def announces_own(page: Page, governor: Governor, sense: Sense) -> bool:
    """Whether the subject of "to announce" did what its verbal noun tells."""
    entry = governor.entry
    if entry is None or key(entry.lemma) != ANNOUNCES or governor.role != "actor":
        return False
    if any(actor.klass not in WHO and not _of_fighters(page, actor) for actor in governor.actors):
        return False
    if any(w.stem_key.startswith(BLAME) and w.enclitic for w in page.text.words[governor.word : governor.noun]):
        return True  # "أعلن التنظيم مسؤوليته عن مقتل عشرة"
    return sense.entry.extension in ON_PURPOSE or page.text.words[governor.noun].stem_key in KILLING


def _of_fighters(page: Page, actor: ActorPhrase) -> bool:
    """ "المتحدث باسم الجيش", "الناطق باسم الحركة": who speaks for fighters tells their own deeds."""
    meant = _spoken_for(page, actor)
    return meant is not None and meant is not actor and meant.klass == "armed"


def announces_strike(page: Page, governor: Governor, hit: Sequence[ActorPhrase]) -> bool:
    """ "أعلنت الكتائب استهداف مقر للجيش": fighters who announce a strike on another named side dealt it."""
    entry = governor.entry
    if entry is None or key(entry.lemma) != ANNOUNCES or page.text.words[governor.noun].stem_key not in STRIKES:
        return False
    if not hit or any(actor.klass != "armed" for actor in governor.actors):
        return False
    met = {actor.entity for actor in (*governor.actors, *hit)}
    sides = {one.id: one.kb or one.affiliation for one in page.named.entities if one.id in met}
    own = {sides.get(actor.entity) for actor in governor.actors}
    if all(_rebels(page, a) for a in governor.actors) and all(_forces(page, a) for a in hit):
        return not any(a.entity == h.entity for a in governor.actors for h in hit)
    return all((side := sides.get(actor.entity)) is not None and side not in own for actor in hit)


def _rebels(page: Page, actor: ActorPhrase) -> bool:
    """Whether a phrase names a band that fights on its own: battalions, factions, a movement."""
    return page.text.words[actor.head].stem_key in REBELS


def _forces(page: Page, actor: ActorPhrase) -> bool:
    """Whether a phrase names forces of a state or of a ruler ("قوات النظام", "الجيش")."""
    return actor.klass == "armed" and actor.definite and page.text.words[actor.head].stem_key in FORCES
