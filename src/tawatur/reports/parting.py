"""Whether two acts of one sentence happened apart: what stands between them, or a day of their own, parts them."""

from itertools import pairwise

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.mentions.times.intervals import days_of
from tawatur.model.draft import Draft
from tawatur.reports.elsewhere import BEGUN, OTHER, fled_from, turns
from tawatur.reports.grammar.borders import clause_of
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.grounds import in_scene
from tawatur.reports.items import opens_item
from tawatur.reports.owning import condemned, speaks
from tawatur.reports.reckoning import EARLIER, LASTING, counted_from, long_ago

PARTING = frozenset({"الا", "لكن", "بينما", "فيما", "حين", "كما", "بعدما", "كذلك", "غداه", "عشيه", "تزامن", "تزامنا"})
FOUGHT = frozenset({"capture_ground", "repel", "clash"})  # "سيطروا على المدينة، فيما فرت الميليشيات"
DENYING = frozenset({"لا", "لم", "لن", "ليس", "ليست"})
REPELLING = frozenset({"الا", "لكن"})
BESIDE = frozenset({"فيما", "بينما"})  # "قتل ستة، فيما قتل أربعة من رجالها": losses of both sides of a fight


def parted(page: Page, source: Draft, draft: Draft) -> bool:
    """Whether a word between two acts begins what happened elsewhere: "إلا أن", "بينما", "في حين"."""
    first, last = sorted((source.trigger_word, draft.trigger_word))
    if any(counted_from(page, d.trigger_word) and d.extension not in LASTING for d in (source, draft)):
        return True  # "بعد أربعة أيام من هجوم"
    if _other_day(source, draft) or any(_of_old(page, d) or _dated_before(page, d) for d in (source, draft)):
        return True  # "تلاها في 14 يونيو اختطاف طائرة", "أعنف هجوم منذ معركة الموصل"
    if draft.trigger_word == first and draft.extension in LOSSES and in_scene(page, first, last):
        return False
    if draft.trigger_word == first and fled_from(page, source):
        return True  # "أعدم أطفالا فروا من معارك بعشيقة"
    if source.type == "COERCE" and draft.trigger_word == last and condemned(page.text, last):
        return True  # "حكمت محكمة في القاهرة على متهمين في الهجوم"
    between = page.text.words[first + 1 : last]
    if any(a.stem_key == "غير" and b.stem_key == "ان" for a, b in pairwise(between)):
        return True  # "غير أن قوة أخرى"
    if any(turns(w) for w in between) or (source.trigger_word == first and _meanwhile(page, first)):
        return True
    parting = [w for w in between if w.stem_key in PARTING]
    if draft.extension == "repel" and _attackers(source) & {a.entity for a in draft.recipients}:
        parting = [w for w in parting if w.stem_key not in REPELLING]  # "هاجموا البلدة، إلا أن الجيش تصدى لهم"
    sides = len(parting) == 1 and parting[0].stem_key in BESIDE and parting[0].index == last - 1
    told = draft.extension in LOSSES or (draft.extension == "withdraw" and source.extension in FOUGHT)
    if parting and not (sides and draft.trigger_word == last and told):
        return True
    if draft.trigger_word == first and any(w.stem_key in DENYING and w.conjunction == "و" for w in between):
        return True  # "قتل عشرة، ولا تشمل الحصيلة ضحايا المعارك في …"
    chunks = page.chunks[max(page.chunk_of[draft.trigger_word], 0) + 1 : max(page.chunk_of[source.trigger_word], 0)]
    own = range(page.chunk_of[first] + 1, page.chunk_of[last]) if page.chunk_of[first] >= 0 else ()
    if any(opens_item(page, n) for n in own):
        return True  # "قتل أربعة، وفي مأرب قتل خمسة"
    return any(speaks(page, c) for c in chunks)  # "… وقال إن": what is said behind


def _attackers(draft: Draft) -> set[str]:
    return {a.entity for a in draft.actors} if draft.type == "ASSAULT" else set()


def _dated_before(page: Page, draft: Draft) -> bool:
    """ "… بعد هجوم وقع الشهر الماضي": with a date of its own it was elsewhere."""
    index = page.chunk_of[draft.trigger_word]
    own = draft.time is not None and not draft.time.rule.startswith("inherited") and draft.rule == "noun"
    if not own or draft.time is None or draft.time.span.start < draft.trigger.start or index < 0:
        return False
    return page.chunks[index].prep in EARLIER and long_ago(page, draft.time.edtf)


def _meanwhile(page: Page, word: int) -> bool:
    """Whether an act opens its sentence behind "فيما": the main clause tells another; "بينما كانوا" sets its scene."""
    index = page.chunk_of[word]
    start = clause_of(page, index).start if index >= 0 else 0
    if index < 0 or start <= page.sentence_first[index]:
        return False
    link = page.chunks[start - 1]
    opens = link.index == page.sentence_first[index] and link.kind == "when" and link.text in BESIDE
    return opens and page.chunks[start].text not in closed().copulas


def _of_old(page: Page, draft: Draft) -> bool:
    index = page.chunk_of[draft.trigger_word]
    return index >= 0 and page.chunks[index].prep in OTHER and page.word(page.chunks[index]).stem_key not in BEGUN


def _other_day(source: Draft, draft: Draft) -> bool:
    """Whether each of two acts has a date of its own, and no day is common to both."""
    times = [d.time for d in (source, draft) if d.time is not None and not d.time.rule.startswith("inherited")]
    one, *more = [days_of(t.edtf or "") for t in times] or [None]
    other = more[0] if more else None
    return one is not None and other is not None and (one.last < other.first or other.last < one.first)
