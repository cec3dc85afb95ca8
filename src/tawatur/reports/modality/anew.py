"""Whether a violent act or protest is one definite happening, or only a kind, a campaign or a bare memory.

News recalls more attacks than it tells: "بعد الهجوم على القنصلية", "المتهم باغتيال الوزير". An act is definite where
its own clause says enough of it: who and whom, where, when, how many. A noun that only points at an act needs more of
that than a verb that tells one; an imperfect paints a habit, unless a day or a toll bounds it.
"""

import re
from bisect import bisect_left
from operator import attrgetter

import msgspec

from tawatur.arabic.word import Text, Word
from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.model.draft import Draft
from tawatur.model.phrases import ActorPhrase, Named
from tawatur.reports.modality.frames import described, happened, past, under_way
from tawatur.reports.modality.words import lemmas_of

_FIRST = attrgetter("first")
COUNTRY = re.compile("place:[a-z]{2}")
ASKED_ANEW = frozenset({"ASSAULT", "PROTEST"})
BLASTS = frozenset({"car_bomb", "suicide_attack", "bombing"})
FORCES = frozenset({"armed", "weapon"})
SPEAKING = frozenset({"person", "office", "media"})
SUPPOSING_RULES = ("accused_of", "aim_of")  # acts of which someone is accused, or that someone has in mind
TAKEN_UP, COUNTED = ":taken_up", ":counted"  # marks of acts told before, and of those whose dead are counted
CLOSE_RULES = ("means_of_subject", "aim_of")  # acts that another act is done by or for
RESULTS = frozenset({"مقتل", "مصرع", "استشهاد", "اصابه", "جرح"})  # nouns that tell what has come of an attack
BATTLES = frozenset({"معركه", "معركت", "عمليه", "حمله"})
STATIONED = frozenset({"تمركز", "رابط", "تموضع", "تحصن"})
RECALLED = frozenset({"assassinate"})  # what news recalls far more often than it tells
VERBAL_RULES = ("verb", "passive", "control_verb", "aspect_verb")
RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللتين"})
# what stands right before a noun that only refers to an act told elsewhere or earlier
RECALLING = frozenset({
    "بعد", "قبل", "عقب", "اثر", "منذ", "خلال", "اثناء", "غداه", "عشيه", "بسبب", "نتيجه", "جراء", "رغم", "ردا", "حول",
    "بشان", "ذكري", "ملف", "قضيه", "تهمه", "تهم", "اتهام", "محاكمه", "ضلوع", "تورط", "مسووليه", "تحقيق", "ضد", "من",
    "مثل", "مقابل",
})  # fmt: skip
# verbs whose subject is the act: it happened
BREAKING_OUT = frozenset({
    "اندلع", "اندلعت", "دار", "دارت", "نشب", "نشبت", "وقع", "وقعت", "جرت", "جري", "حدث", "حدثت", "شهد", "شهدت",
    "تدور", "يدور", "تجري", "تندلع", "تتواصل", "تواصلت", "استمرت", "تستمر",
})  # fmt: skip
COMES = frozenset({"ياتي", "تاتي", "جاء", "جاءت"})
DONE = frozenset({"تم", "تمت", "جري", "جرت"})
NEAR_PLACE = 3  # words behind an act of which someone is accused within which its own place begins
NEAR_BEFORE, NEAR_AFTER = 12, 15  # words around a trigger within which its day stands
HEADLINE, FULL_STOPS = 16, frozenset(".؟!…")  # words of a headline at most; what headlines do not end with
TOLD, RETOLD = 2, 3  # how much a clause must say of an act that it tells, and of one that it only points at


def told_anew(text: Text, named: Named, draft: Draft) -> bool:
    """Whether the act is told as a happening of its own; only violence and protest are asked."""
    word = text.words[draft.trigger_word]
    if draft.kind == "event" and draft.type == "MOBILIZE" and _only_present(word) and lemmas_of(word) & STATIONED:
        return False  # "حواجز تتمركز فيها القوات": where they stand, no move of theirs
    if draft.kind != "event" or draft.type not in ASKED_ANEW:
        return True
    if draft.modality == "asserted" and (TAKEN_UP in draft.rule or COUNTED in draft.rule):
        return True
    if draft.rule.startswith(SUPPOSING_RULES):
        placed = draft.place is not None and draft.place.locality
        near = draft.place is not None and word.index < draft.place.first <= word.index + NEAR_PLACE
        one = placed and (near or (word.definite and word.number == "s"))
        return one or described(text, draft.trigger_word)  # "نددت بالهجوم على القنصلية في البصرة"
    dated = _dated(text, named, draft)
    if word.pos != "verb" and not draft.rule.startswith(VERBAL_RULES):
        wide = draft.place is not None and whole_country(named, draft.place.entity)
        local = msgspec.structs.replace(draft, place=None) if wide else draft
        return _noun_tells(text, word, local, dated=dated) or _past_attack(text, draft, _said(draft, dated=dated))
    return _verb_tells(text, word, draft, dated=dated)


def _verb_tells(text: Text, word: Word, draft: Draft, *, dated: bool) -> bool:
    said = _said(draft, dated=dated)
    present = _only_present(word) and not _before_that(text, word)
    if _relative(text, draft):
        retold = draft.type == "ASSAULT" and draft.extension not in RECALLED and past(word)
        return not present and (said >= RETOLD or retold)
    if draft.type == "PROTEST" and any(not a.definite or a.quantity for a in draft.actors):
        return not present or dated  # "المتظاهرون رفعوا لافتات" only paints a protest already told
    if present:
        gained = draft.extension == "capture_ground" and draft.place is not None and _of_forces(draft)
        return dated or bool(draft.figures) or gained or (_in_headline(text, word, draft) and said >= TOLD)
    lost = draft.extension in LOSSES and bool(draft.recipients or draft.actors)
    if draft.actors and all(a.klass in SPEAKING for a in draft.actors) and not _bounded(draft, dated=dated):
        return lost  # "هاجم الوزير خصومه": in words
    told = (past(word) or _before_that(text, word)) and draft.type == "ASSAULT" and bool(said)
    return told or lost or said >= TOLD or _bounded(draft, dated=dated) or _of_forces(draft)


def _noun_tells(text: Text, word: Word, draft: Draft, *, dated: bool) -> bool:
    """A new (indefinite) noun with its toll, day or light verb tells; others need who or whom beside where or when."""
    before = text.words[max(text.sentence_of(word.index).first, word.index - 2) : word.index]
    said, bounded = _said(draft, dated=dated), _bounded(draft, dated=dated)
    if draft.rule.startswith("control_noun"):
        return said >= RETOLD or (bool(draft.figures) and bool(draft.actors))
    if _one_at(word, draft):
        return True
    if _named_battle(word, before, draft):
        return True
    if draft.extension in LOSSES and any(_some(text, word, r) for r in draft.recipients):
        return True  # "وإصابة آخرين"
    if before and before[-1].stem_key in COMES and said:
        return True  # "يأتي مقتل القائد بعد أسبوع من الهدنة"
    if before and before[-1].stem_key in DONE and (draft.recipients or draft.place is not None):
        return True  # "تم القضاء على ثمانية مسلحين"
    if word.definite or any(w.stem_key in RECALLING for w in before):
        fought = _of_forces(draft) and any(a.klass in FORCES for a in draft.recipients)
        enough = bounded and (bool(draft.actors) or not word.definite)
        return said >= RETOLD or (said >= TOLD and (enough or (fought and not word.definite)))
    if bounded and (
        draft.figures
        or dated
        or draft.rule.startswith("light_verb")
        or draft.extension in BLASTS
        or any(w.pos == "verb" and w.stem_key in BREAKING_OUT for w in before)
    ):
        return True
    return said >= TOLD and (_of_forces(draft) or (bounded and any(a.klass in FORCES for a in draft.recipients)))


def _one_at(word: Word, draft: Draft) -> bool:
    """ "حادث التفجير بمسجد البلدة", "الهجوم على مطار بروكسل": one act, known by the place right behind it."""
    place = draft.place
    near = place is not None and place.locality and 0 < place.first - word.index <= NEAR_PLACE
    attack = draft.type == "ASSAULT" and draft.extension != "capture_ground"  # "التقدم نحو" may be still to come
    return near and word.definite and word.number == "s" and attack


def _named_battle(word: Word, before: tuple[Word, ...], draft: Draft) -> bool:
    """ "معركة كوباني", "عملية تحرير الموصل": fighting that is known by the place it is fought for."""
    if draft.place is None or word.definite or word.preposition:
        return False
    carried = bool(before) and before[-1].stem_key in BATTLES and not before[-1].definite
    return word.stem_key in BATTLES or (draft.extension == "capture_ground" and carried)


def _past_attack(text: Text, draft: Draft, said: int) -> bool:
    """Whether the sentence tells an attack of which it says anything as something that has happened."""
    if draft.type != "ASSAULT" or draft.extension in RECALLED:
        return False
    if draft.rule.startswith(CLOSE_RULES) and draft.place is None:
        return False
    if draft.extension == "clash" and under_way(text, draft.trigger_word):
        return True
    return described(text, draft.trigger_word) or (bool(said) and happened(text, draft.trigger_word))


def _some(text: Text, word: Word, filler: ActorPhrase) -> bool:
    """ "إصابة آخرين", "مقتل عدد من المقاتلين": so many, or others than those told of, are people of one happening."""
    others = text.words[filler.head].stem_key in ("اخرين", "اخرون", "اخر", "اخري")
    several = text.words[filler.first].stem_key in ("عدد", "عشرات", "مءات", "ميات", "بعض", "احد", "اثنين")
    return filler.quantity is not None or others or (several and word.stem_key in RESULTS)


def whole_country(named: Named, entity: str) -> bool:
    """Whether a place is a whole country: too wide to tell one act from another."""
    kept = next((e.kb for e in named.entities if e.id == entity), None)
    return kept is not None and COUNTRY.fullmatch(kept) is not None


def _said(draft: Draft, *, dated: bool) -> int:
    """How much the clause says of the act: who, whom, where, when, how many."""
    return sum((bool(draft.actors), bool(draft.recipients), draft.place is not None, dated, bool(draft.figures)))


def _bounded(draft: Draft, *, dated: bool) -> bool:
    return dated or bool(draft.figures) or draft.place is not None


def _before_that(text: Text, word: Word) -> bool:
    """ "قبل أن يقتحموا المعسكر": what came after something else that was told."""
    words = text.words[max(0, word.index - 2) : word.index]
    return [w.stem_key for w in words] == ["قبل", "ان"]


def _of_forces(draft: Draft) -> bool:
    """Whether forces or weapons do it: they do not attack in words."""
    return any(a.klass in FORCES for a in draft.actors)


def _relative(text: Text, draft: Draft) -> bool:
    """ "المدينة التي قصفها": the clause describes something else."""
    before = draft.trigger_word - 1
    return "relative" in draft.rule or (before >= 0 and text.words[before].stem_key in RELATIVES)


def _in_headline(text: Text, word: Word, draft: Draft) -> bool:
    """ "الحوثيون يقصفون تعز": in a headline, doer first, the imperfect tells what has just happened."""
    head = text.sentence_of(word.index)
    at_edge = head.first == 0 or head.last >= len(text.words)
    short = head.last - draft.first <= HEADLINE and text.words[head.last - 1].text not in FULL_STOPS
    return at_edge and short and _of_forces(draft) and draft.actors[0].first < word.index


def _dated(text: Text, named: Named, draft: Draft) -> bool:
    """Whether a day that counts from the article's own ("أمس", "الجمعة") stands near, in the clause."""
    if draft.time is not None and draft.time.anchor == "published" and not draft.time.rule.startswith("inherited"):
        return True
    first = max(draft.first, draft.trigger_word - NEAR_BEFORE)
    last = min(draft.last, draft.trigger_word + NEAR_AFTER)
    for time in named.times[bisect_left(named.times, first, key=_FIRST) :]:
        if time.first >= last:
            return False
        if not time.repeats and time.anchor == "published":
            return True
    return False


def _only_present(word: Word) -> bool:
    return {a.tense for a in word.analyses if a.pos == "verb"} == {"present"}
