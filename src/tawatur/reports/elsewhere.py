"""Places in the clause of an act that say where something else is: its doers, an older happening, the next item.

"القوات الموالية للرئيس الموجود في المنفى شنت هجوما", "أعنف تفجير منذ هجومهم في شمال البلاد", "تقدموا في عدة محافظات،
ففي محافظة …", "وفيما مشطوا قرى المحافظة شنت الطائرات غارات".
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tawatur.arabic.word import Word
from tawatur.model.draft import Draft
from tawatur.model.phrases import PlacePhrase
from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.past_relative import inner_of
from tawatur.reports.held_ground import is_attack
from tawatur.reports.items import meant_to, opens_item
from tawatur.reports.lexicon.senses import senses_of
from tawatur.reports.local_sources import is_local
from tawatur.reports.locating import AREAS, SIDES, lies
from tawatur.reports.owning import relative_of
from tawatur.reports.reckoning import ACCORDING

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

MOVING = frozenset(
    {"انسحاب", "فرار", "هروب", "هرب", "توجه", "تحرك", "تحريك", "نزوح", "تقدم", "زحف", "عوده", "تراجع", "انطلاق"}
)
GOALS = frozenset({"الي", "نحو", "صوب", "باتجاه"})
SOURCE = 3  # chunks from a place back to the source whose it is
TOLD_BY = frozenset({"وفقا", "طبقا", "نقلا"})
OTHER = frozenset({"منذ", "غداه", "عشيه"})  # before a noun of another happening
OUTSIDE = "خارج"
BEGUN = frozenset(
    {
        "اندلاع",
        "بدء",
        "بدا",
        "بدايه",
        "انطلاق",
        "حرب",
        "نزاع",
        "صراع",
        "ازمه",
        "سيطره",
        "دخول",
        "سقوط",
        "تحرير",
        "اجتياح",
    }
)  # the act is part of it or follows there
MEANWHILE = frozenset({"فيما", "بينما", "حين"})
STAYING = frozenset(
    {"موجود", "موجوده", "موجودين", "مقيم", "مقيمه", "مقيمين", "متواجد", "متواجده", "متواجدين", "منفي", "لاجئ"}
)  # where someone lives who acts elsewhere
POSTED = frozenset(
    {f"{stem}{end}" for stem in ("متمركز", "متحصن", "مرابط", "منتشر", "متواجد") for end in ("", "ه", "ين", "ون")}
)  # "قصفت الميليشيات المتمركزة في الجبل": who shells does so from there
EXILE = frozenset({"منفي", "منفاه", "منفاها"})
GIVEN = frozenset({"AID", "COOPERATE"})  # done for an aim that is told behind them
FORCE = frozenset({"ASSAULT", "COERCE"})
FIRED = frozenset({"shelling", "air_strike", "shooting", "attack"})
PLATFORMS = frozenset({"منصه", "منصات", "بارجه", "بوارج", "سفن", "زوارق", "تلال", "مرتفعات", "مطار", "مطارات"})
BACK = 4  # chunks from a place back to the position from which one fires


def here(page: Page, telling: "Telling", chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks that may say where the act was, without those that place something else."""
    own = page.chunk_of[telling.trigger.word]
    led, inner = _verb_before(page, telling.clause, own), inner_of(page, own) if chunks else range(0)
    chunks = [c for c in chunks if c.index not in inner]
    return [c for c in chunks if not _of_other(page, telling, c, own) and not _of_verb_before(page, telling, c, led)]


def other_grounds(page: Page, own: int) -> bool:
    """ "شن هجمات على مناطق أخرى": what is hit has no name, and is none of the places told."""
    behind = (page.chunks[i] for i in clause_of(page, own) if i > own)
    sites = closed().sites | closed().grounds | AREAS
    for chunk in behind:
        if chunk.kind == "noun" and not chunk.definite and page.word(chunk).stem_key in sites and chunk.place is None:
            following = page.text.words[chunk.head + 1 : chunk.last + 1]
            return any(w.stem_key == "اخري" for w in following)
    return False


def turns(word: Word) -> bool:
    """ "…، ففي محافظة أبين سيطروا على": another item begins there."""
    return word.conjunction == "ف" and word.stem_key == "في"


def told_here(page: Page, telling: "Telling") -> list[PlacePhrase]:
    """The places among an act's roles, without those that place something else."""
    places = telling.roles.places
    chunks = here(page, telling, [page.chunks[page.chunk_of[p.first]] for p in places])
    own = page.chunk_of[telling.trigger.word]
    others = bool(chunks) and other_grounds(page, own)
    kept = {c.index for c in chunks if not others or c.index > own}
    return [p for p in places if page.chunk_of[p.first] in kept]


def _of_other(page: Page, telling: "Telling", chunk: Chunk, own: int) -> bool:
    if chunk.index <= page.sentence_first[chunk.index] or chunk.index == own:
        return False
    before = page.chunks[chunk.index - 1]
    if chunk.prep == "ب" and page.word(chunk).stem_key in closed().accompaniments:
        return True  # "التحالف بقيادة السعودية"
    if chunk.index > own and before.kind == "mark" and turns(page.text.words[chunk.first]):
        return True
    if any(opens_item(page, n) or meant_to(page, n) for n in range(own + 1, chunk.index + 1)):
        return True  # "خطفوا ثلاثة، وفي مأرب، قتلوا سبعة"
    if OUTSIDE in (chunk.prep, page.word(chunk).stem_key) and chunk.place is not None and not chunk.place.locality:
        return True  # "هجمات خارج العراق"
    if chunk.index > own and (_where_told(page, chunk, own) or _of_some(page, chunk)):
        return True
    if telling.type == "CONSULT" and chunk.prep == "علي":
        return True  # "التقى القادة لتنسيق الهجوم على الرقة"
    if (
        telling.type in GIVEN
        and chunk.prep != "من"
        and any(_is_aim(page, n, telling) for n in range(own + 1, chunk.index + 1))
    ):
        return True
    if telling.sense.entry.extension in FIRED and chunk.index > own and _fired_from(page, chunk, own):
        return True
    if chunk.index > own and lies(page, chunk):
        return True  # "أطراف المدينة الواقعة جنوبي البلاد"
    if page.word(chunk).stem_key == "اتجاه" and any(_moves(page, n) for n in range(own + 1, chunk.index)):
        return True  # "تقدمت المقاومة ودفعتهم إلى الانسحاب باتجاه ذمار"
    if chunk.prep in SIDES and before.place is not None and before.prep in GOALS:
        return True  # "تعزيزات متجهة إلى محافظة تعز جنوب غرب اليمن": where the goal lies
    if before.kind == "noun" and before.prep in OTHER and before.index != own and before.place is None:
        return page.word(before).stem_key not in BEGUN
    return stays(page, telling, chunk.first - 1)


def _of_aim(page: Page, telling: "Telling", chunk: Chunk, own: int) -> bool:
    with_others = telling.sense.entry.extension == "joint_operation"  # where they fight together
    return not with_others and any(_is_aim(page, n, telling) for n in range(own + 1, chunk.index + 1))


def _is_aim(page: Page, index: int, telling: "Telling") -> bool:
    """ "قدمت أسلحة لقتال الحوثيين في …", "استخدموا القاعدة في شن غارات داخل …": what is done with it is there."""
    chunk, base = page.chunks[index], telling.sense.entry.extension == "host_base"
    if chunk.kind != "noun" or chunk.prep not in (("ل", "في", "ب") if base else ("ل",)) or chunk.actor is not None:
        return False
    if chunk.place is not None and chunk.place.first <= chunk.head:
        return False
    behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else chunk
    goes_on = behind.bare and not behind.joined and behind.place is None  # "لشن غارات"
    last = chunk.place.first if chunk.place is not None else behind.last if goes_on else chunk.last
    words = page.text.words[chunk.head : last]
    return any(
        is_attack(w.stem_key) or any(s.entry.type in FORCE and not s.entry.with_ for s in senses_of(w, as_verb=False))
        for w in words
    )


def _fired_from(page: Page, chunk: Chunk, own: int) -> bool:
    """ "قصفوا من مواقعهم في الجبل قرى …": whence one fires is not what is hit."""
    if chunk.prep in ("", "علي"):
        return False  # "قصفوا من الجبل قرى …", "… على قرى …"
    for index in range(chunk.index - 1, max(own, chunk.index - 1 - BACK), -1):
        left = page.chunks[index]
        if left.kind != "noun" or (left.prep not in ("من", "ل", "في", "ب") and not (left.joined and left.prep == "")):
            return False
        if left.prep == "من":
            before = page.chunks[index - 1]
            part = before.bare and page.word(before).stem_key.removesuffix("ا") in closed().measures | closed().portions
            held = any(w.stem_key in closed().strongholds | PLATFORMS for w in page.text.words[left.first : left.last])
            owned = [
                w for c in page.chunks[index : chunk.index] for w in page.text.words[c.first : c.last] if w.enclitic
            ]
            return held and bool(owned) and not part  # "قصفوا عددا من مواقعهم في كرش"
    return False


def _of_some(page: Page, chunk: Chunk) -> bool:
    """ "استشهد 38 شخصا، بينهم 12 في خان يونس": where some of them were."""
    if chunk.index < page.sentence_first[chunk.index] + 2:
        return False
    count, among = page.chunks[chunk.index - 1], page.chunks[chunk.index - 2]
    word = page.word(count)
    bare = count.bare and count.last == count.head + 1 and (word.kind == "number" or word.pos == "number")
    return bare and among.text == "pronoun" and among.prep in ("بين", "من")


def _moves(page: Page, index: int) -> bool:
    """Whether a chunk is another movement, with a goal of its own."""
    return page.word(page.chunks[index]).stem_key in MOVING


def _where_told(page: Page, chunk: Chunk, own: int) -> bool:
    """ "…، وفق متحدث باسم الجيش في بورتسودان": where those are who tell it, unless they are witnesses."""
    for index in range(chunk.index, max(own, chunk.index - SOURCE), -1):
        source = page.chunks[index]
        if source.kind != "noun":
            return False
        if source.prep in ACCORDING or (source.prep == "ل" and page.text.words[source.first - 1].stem_key in TOLD_BY):
            return not is_local(page, source)
        if index < chunk.index and source.prep not in ("", "ب", "ل"):
            return False
    return False


def stays(page: Page, telling: "Telling", at: int) -> bool:
    """Whether the word before a place says that one of the doers lives or stands there: "الرئيس الموجود في الرياض"."""
    if at > 1 and page.text.words[at].stem_key in EXILE:
        at -= 2 if page.text.words[at - 1].kind == "word" and not page.text.words[at].preposition else 1
    word = page.text.words[max(at, 0)]
    held = STAYING | POSTED if telling.sense.entry.extension == "shelling" else STAYING
    if word.stem_key not in held or "ال" not in word.prefixes:
        return False
    return not any(a.first <= at <= a.last for a in telling.roles.recipients)


def _verb_before(page: Page, clause: range, own: int) -> int:
    """The main verb behind a clause of time that no comma ends ("وفيما مشطوا … شنت الطائرات"), or -1."""
    if clause.start <= page.sentence_first[own] or page.chunks[clause.start - 1].text not in MEANWHILE:
        return -1
    verbs = [i for i in clause if i <= own and is_finite(page.chunks[i])]
    return verbs[-1] if len(verbs) > 1 else -1


def _of_verb_before(page: Page, telling: "Telling", chunk: Chunk, verb: int) -> bool:
    """ "وفيما مشطوا قرى المحافظة شنت الطائرات غارات": the place belongs to the verb that came first."""
    if verb < 0 or not telling.clause.start <= chunk.index < verb:
        return False
    return any(is_finite(page.chunks[i]) for i in range(telling.clause.start, chunk.index))


def fled_from(page: Page, draft: Draft) -> bool:
    """Whether a relative clause tells from where someone had come: "الذين فروا من معارك بعشيقة"."""
    index = page.chunk_of[draft.trigger_word]
    whence = draft.type == "RETREAT" or (index >= 0 and page.chunks[index].prep == "من")
    return whence and index >= 0 and relative_of(page, index) >= 0
