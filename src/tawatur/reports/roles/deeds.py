"""Whom an act is done to by way of a thing: whose deed is judged, whom help is kept from, among whom people fall."""

from tawatur.knowledge.lexicon.entries import LOSSES, Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.arguments import tells_itself
from tawatur.reports.grammar.belonging import holders_by_name, owner_behind, owners_behind
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.neighbours import carries_object, stands_behind
from tawatur.reports.grammar.noun_relatives import side_of_subject
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.grammar.resuming import has_resumption
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.roles.record import HOLDERS, Roles, admitted

JUDGED = frozenset({"ACCUSE", "SUPPORT"})
FALLEN = frozenset({"قتلي", "قتيل", "قتيلا", "جرحي", "جريح", "جريحا", "ضحايا", "مصابين", "مصابون", "اصابات", "خسائر"})
POSTS = frozenset({"موقع", "مواقع", "نقطه", "نقاط", "حاجز", "حواجز", "تحصينات", "متاريس"})
AMONG = ("في صفوف", "بين صفوف", "من صفوف")
AMID = "وسط"  # of people; "وسط تزايد هجماتهم" is when
CROWDS = (AMID, "بين")
OWNERS = frozenset({"office", "organisation"})
BESIDE = ("في", "عند", "قرب", "بالقرب من", "داخل", "امام", "قباله", "ب")
SEARCH = "بحثا"
COSTS = "خسائر"
PROPOSES = frozenset({"قدم", "طرح", "اقترح", "عرض", "اعد", "اطلق"})
UNDERTAKEN = frozenset({"قيام", "اقدام", "شن", "ارتكاب", "تنفيذ", "لجوء", "مواصله", "استمرار"})
GIVING = frozenset({"سماح", "منح", "تزويد", "تسليح", "تدريب", "دعم", "مساعده", "اعطاء", "تسليم"})
LET = frozenset({"office", "weapon"})
LETTING = frozenset({"مشاركه", "استخدام", "دخول", "مرور", "عبور", "انضمام", "استضافه", "انتشار"})  # by others
REACHING = ("الي", "ل", "عن")
OBEYING = {
    "انصياع": ("ل",), "امتثال": ("ل",), "خضوع": ("ل",), "اذعان": ("ل",), "انقياد": ("ل",), "رضوخ": ("ل",),
    "تلقي": ("من",), "تنفيذ": (), "اطاعه": (), "استجابه": ("ل",),
}  # fmt: skip
ORDERS = frozenset({"اوامر", "امر", "تعليمات", "توجيهات", "مطالب", "طلب"})
UNPLANNED = LOSSES | {"clash"}


def by_way_of(page: Page, roles: Roles, slots: Slots, entry: Entry) -> None:
    """Adds the recipients whom the sense names only through a deed, a help or a loss."""
    if entry.type in JUDGED and not roles.recipients:
        _add(page, roles, entry, [a for c in _things(slots) for a in (*_undertook(page, c), *_doers(page, c))])
    if entry.extension == "restrict" and not roles.recipients:
        _add(page, roles, entry, _kept_from(page, slots))
    if entry.extension == "capture_ground" and not roles.recipients:
        at_cost = [c for c in slots.get("علي", ()) if page.word(c).stem_key == "حساب"]
        _add(page, roles, entry, [c.owner for c in at_cost if c.owner is not None])  # "تقدم على حساب الحوثيين"
        known = {a.entity for a in roles.actors}
        roles.recipients += [a for a in _whose_posts(page, slots) if a.entity not in known]
    burns = entry.type == "ASSAULT" and entry.mode == "destroy"  # "أحرقوا منازل السكان"
    if (
        (entry.type in ("COERCE", "SANCTION") or burns)
        and entry.roles.get("object") == "none"
        and roles.actors
        and not roles.recipients
    ):
        _add(page, roles, entry, _whose_things(page, slots) or _whose_ground(page, slots, entry))
    if not roles.recipients and entry.type == "COERCE":
        _add(page, roles, entry, _sought(page, slots))
    if not roles.recipients and entry.type == "ASSAULT":
        _add(page, roles, entry, _amidst(page, slots, entry))
    if entry.extension in LOSSES and (among := _among(page, slots)):
        told = [r for r in roles.recipients if page.text.words[r.head].stem_key not in FALLEN]
        roles.recipients[:] = told
        _add(page, roles, entry, among)


def _sought(page: Page, slots: Slots) -> list[ActorPhrase]:
    """ "داهمت الشرطة منازل بحثا عن أعضاء في التنظيم": whom one who searches is after."""
    for chunk in slots.get("عن", ()):
        if chunk.first and page.text.words[chunk.first - 1].key == SEARCH:
            return [a for a in (c.actor for c in slots["عن"]) if a is not None]
    return []


def _amidst(page: Page, slots: Slots, entry: Entry) -> list[ActorPhrase]:
    """ "فجر نفسه وسط المصلين", "ألحق خسائر في صفوف الجيش": amid whom someone blows himself up, whose the losses are."""
    blast = entry.extension == "suicide_attack"
    where = CROWDS if blast else (*AMONG, AMID) if COSTS in entry.with_ else ()
    behind = [_crowd(page, c) for slot in where for c in slots.get(slot, ()) if c.text != "pronoun"]
    found = [a for c in behind if (a := c.actor or (c.owner if c.prep in AMONG else None)) is not None]
    return found or (_beside_post(page, slots) if blast else [])


def _crowd(page: Page, chunk: Chunk) -> Chunk:
    """ "وسط حشد من الشباب": of whom a crowd is."""
    behind = page.chunks[chunk.index + 1] if chunk.index + 1 < page.sentence_last[chunk.index] else chunk
    of_them = chunk.actor is None and chunk.owner is None and behind.prep == "من" and behind.actor is not None
    return behind if of_them else chunk


def _beside_post(page: Page, slots: Slots) -> list[ActorPhrase]:
    """ "فجر نفسه عند حاجز للجيش", "بالقرب من دورية للشرطة": whose the post is at which someone blows himself up."""
    posts = [c for slot in BESIDE for c in slots.get(slot, ()) if page.word(c).stem_key in closed().target_nouns]
    for chunk in posts:
        own = owners_behind(page, chunk) or tuple(a for a in (chunk.actor, chunk.owner) if a is not None)
        rides = page.word(chunk).stem_key not in closed().missiles  # "عربة عسكرية", no "سيارة مفخخة"
        if held := [a for a in own if a.klass in HOLDERS | OWNERS or (a.klass == "weapon" and rides)]:
            return held
    return []


def _add(page: Page, roles: Roles, entry: Entry, found: list[ActorPhrase]) -> None:
    known = {a.entity for a in roles.actors + roles.recipients}
    for one in found:
        if one.entity not in known and admitted(page, entry, "recipient", one):
            known.add(one.entity)
            roles.recipients.append(one)


def _things(slots: Slots) -> list[Chunk]:
    """The first thing that is judged, as object or behind "ب"."""
    held = [c for slot in ("object", "ب") for c in slots.get(slot, ()) if c.actor is None and c.text != "pronoun"]
    return held[:1]


def _undertook(page: Page, thing: Chunk) -> tuple[ActorPhrase, ...]:
    """ "ندد بقيام مستوطنين باقتحام": whose undertaking is judged."""
    by = thing.owner if page.word(thing).stem_key in UNDERTAKEN else None
    return (by,) if by is not None else ()


def _doers(page: Page, thing: Chunk) -> tuple[ActorPhrase, ...]:
    """ "أدان الجرائم التي ارتكبتها القوات", "أشاد بالدور الذي تقوم به قطر": who did what is judged."""
    end, position = page.sentence_last[thing.index], thing.index + 1
    while position < end and page.chunks[position].kind == "noun" and not page.chunks[position].joined:
        position += 1  # "الهجمات على السفن التي شنها"
    if position + 1 >= end or page.chunks[position].kind != "relative":
        return ()
    verb = page.chunks[position + 1]
    if verb.text in ("كان", "كانت") and position + 2 < end:
        verb = page.chunks[position + 2]
    if not is_finite(verb):
        return ()
    word = page.word(verb)
    carried = has_resumption(page, verb.index) and stands_behind(word, page.chunks[verb.index + 1].prep)
    if side_of_subject(word) != "actor" or not (carried or word.enclitic):
        return ()  # "الهجمات التي تعرضت لها السعودية"
    subject = subject_chunk(page, verb.index).chunk
    return actors_of(page, subject) if subject is not None and subject > verb.index else ()


def _whose_things(page: Page, slots: Slots) -> list[ActorPhrase]:
    """ "هدمت القوات منازل السكان", "جمدت أصول المصرف", "غنمت آليات للحوثيين": whose the things were."""
    found: list[ActorPhrase] = []
    for chunk in slots.get("object", ()):
        body = chunk.actor if chunk.actor is not None and chunk.actor.klass == "armed" else None
        owned = chunk.owner if chunk.actor is None and chunk.owner is not None and chunk.owner.definite else None
        said = next(iter(holders_by_name(page, chunk)), None)  # "آليات عسكرية تابعة للجيش"
        one = owner_behind(page, chunk) or said or body or owned  # "ناقلات جنود" are no soldiers'
        found += [one] if one is not None else []
    given = slots.get("ل", ())
    if not found and slots.get("object") and given and given[0].index == slots["object"][0].index + 1:
        found += [given[0].actor] if given[0].actor is not None else []  # "علقت مساعداتها للجيش"
    return found


def _whose_ground(page: Page, slots: Slots, entry: Entry) -> list[ActorPhrase]:
    """ "استولوا على منزل الشيخ", "على أربع دبابات للمسلحين": whose house, seat or arms are taken."""
    if entry.roles.get("على") != "none":
        return []
    found: list[ActorPhrase] = []
    for chunk in slots.get("علي", ()):
        target = chunk.actor is None and page.word(chunk).stem_key in closed().target_nouns
        own = (chunk.owner,) if target and chunk.owner is not None else ()
        found += own or owners_behind(page, chunk) or holders_by_name(page, chunk)
    return found


def _whose_posts(page: Page, slots: Slots) -> list[ActorPhrase]:
    """ "سيطر على موقع للحوثيين", "حرر حواجز تابعة للتنظيم": fighters lose the posts that are theirs."""
    taken = [c for c in slots.get("علي", ()) if c.actor is None and page.word(c).stem_key in POSTS]
    found = [a for c in taken for a in (owners_behind(page, c) or ((c.owner,) if c.owner is not None else ()))]
    posts = [a for a in found if a.klass == "armed" and a.quantity is None]
    seized = [c for slot in ("علي", "object") for c in slots.get(slot, ())]
    said = [a for c in seized for a in holders_by_name(page, c) if a.klass in HOLDERS and a not in posts]
    return posts + said


def _kept_from(page: Page, slots: Slots) -> list[ActorPhrase]:
    """ "منع وصول المساعدات إلى السكان", "عرقل إدخال الغذاء للمحاصرين": who would have had it."""
    told = any(tells_itself(page, c) for c in slots.get("object", ()))
    behind = [c for slot in REACHING for c in slots.get(slot, ()) if c.text != "pronoun"]
    people = [c.actor for c in behind if c.actor is not None and c.actor.klass != "state"]
    return [a for a in people if told or a.klass in ("civilians", "group")]


def _among(page: Page, slots: Slots) -> list[ActorPhrase]:
    """ "أوقع قتلى في صفوف المسلحين", "سقط ضحايا بين المدنيين": whose the fallen were."""
    found = [c.actor or c.owner for slot in AMONG for c in slots.get(slot, ())]
    found += [c.actor for c in slots.get(AMID, ())]
    for chunk in slots.get("بين", ()):
        before = page.text.words[chunk.first - 1] if chunk.first else None
        if before is not None and before.stem_key in FALLEN and chunk.text != "pronoun":
            found.append(chunk.actor or chunk.owner)
    return [a for a in found if a is not None and page.text.words[a.head].stem_key not in FALLEN]


def let_by(page: Page, roles: Roles, slots: Slots, entry: Entry) -> None:
    """ "وافقت على السماح للطائرات باستخدام", "تعهد بدعم الجيش": whom what is agreed to is for."""
    if entry.type != "AGREE" or roles.recipients:
        return
    for chunk in (*slots.get("علي", ()), *slots.get("ب", ())):
        stem, own = page.word(chunk).stem_key, any(w.enclitic for w in page.text.words[chunk.first : chunk.last])
        if stem not in GIVING | (frozenset() if own else LETTING) or chunk.index + 1 >= page.sentence_last[chunk.index]:
            continue
        behind = page.chunks[chunk.index + 1]
        given = behind.actor if behind.prep == "ل" and behind.actor is not None else chunk.owner
        _add(page, roles, entry, [given] if given is not None and given.klass in HOLDERS | LET else [])


def _obeyed(page: Page, deed: Chunk) -> tuple[ActorPhrase, ...]:
    """ "رفضوا الانصياع للحوثيين", "تلقي الأوامر من قادة": whom someone will not obey."""
    leads = OBEYING.get(page.word(deed).stem_key)
    if leads is None or deed.actor is not None or deed.index + 1 >= page.sentence_last[deed.index]:
        return ()
    behind = page.chunks[deed.index + 1]
    if deed.owner is not None:
        return (deed.owner,) if any(w.stem_key in ORDERS for w in page.text.words[deed.first : deed.last]) else ()
    return actors_of(page, behind.index) if behind.prep in leads and not behind.joined else ()


def proposed_by(page: Page, roles: Roles, slots: Slots, entry: Entry) -> None:
    """ "رفض المقترح الذي قدمته فرنسا", "وافق على الخطة التي طرحها المبعوث": who proposes it is the other side."""
    if roles.recipients or entry.type not in ("REJECT", "AGREE"):
        return
    if entry.type == "REJECT":
        _add(page, roles, entry, [a for c in slots.get("object", ()) for a in _obeyed(page, c)])
    for chunk in (*slots.get("object", ()), *slots.get("علي", ())):
        relative = chunk.index + 1
        if relative + 1 >= page.sentence_last[chunk.index]:
            continue
        loose = not chunk.definite and is_finite(page.chunks[relative])  # "رفض عرضا قدمه النظام"
        if page.chunks[relative].kind != "relative" and not loose:
            continue
        verb = page.chunks[relative + (not loose)]
        if not page.word(verb).enclitic or not any(key(a.lemma) in PROPOSES for a in page.word(verb).analyses):
            continue
        subject = subject_chunk(page, verb.index).chunk
        by = page.chunks[subject].actor if subject is not None else None
        if by is not None and by not in roles.actors and admitted(page, entry, "recipient", by):
            roles.recipients.append(by)


def done_besides(page: Page, roles: Roles, sense: Sense, verb: int, noun: int) -> bool:
    """Whether a noun behind "in addition to" tells what is done to someone or somewhere by who acted before."""
    more = sense.shape == "noun" and carries_object(
        page.text.words[verb]
    )  # "شنت الطائرات غارات، إضافة إلى غارة على المعسكر"
    done = more or sense.genitive in ("patient", "either") or sense.entry.extension == "capture_ground"
    harms = sense.entry.type in ("ASSAULT", "COERCE") and sense.entry.extension not in UNPLANNED
    behind = page.text.words[noun + 1] if noun + 1 < page.chunks[page.chunk_of[noun]].last else None
    whose = behind is not None and bool(behind.enclitic)  # "وكذا استهداف مواقعهم"
    return done and harms and bool(roles.recipients or roles.places or whose)
