"""How far an act's place and time may stand: its clause, what opens its sentence, and what goes on about the same act.

News tells an attack and then goes on about it: "غارات شنها الطيران، استهدفت تجمعا في المدينة". What is said of the
attack in its next clauses says where and when it was. So does the second loss of a pair ("قتل اثنان وأصيب ثلاثة في …").
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from tawatur.arabic.word import Word
from tawatur.reports.elsewhere import turns
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.arguments import of_verb
from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.held_ground import SAID, is_attack, of_target
from tawatur.reports.items import adverbial, meant_to, opens_item
from tawatur.reports.lexicon.senses import key, suffered
from tawatur.reports.locating import locates
from tawatur.reports.reckoning import SINCE

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

DATES = frozenset({"تاريخ", "موعد", "ذكري", "يوم"})
DURING = frozenset({"في", "خلال", "اثناء", "مع", "في اثناء"})
WITHIN = frozenset({"في", "خلال", "جراء", "اثر", "نتيجه"})
LOSSES = frozenset({"kill", "wound"})
FIGHTERS = frozenset({"armed", "weapon", "group", "political"})
BESIDE = frozenset({"فيما", "بينما"})
OTHERS = frozenset({"اخر", "اخرون", "اخرين"})
LEADING = frozenset({"قاد", "تزعم", "تراس", "راس"})
PREDICATE = 8  # chunks behind an event noun within which its verb stands
DONE = frozenset({"نفذ", "شن", "ارتكب", "دبر", "زرع"})
THOUGHT = frozenset({"يشتبه", "يعتقد", "يرجح", "اشتبه", "قيل", "يقال", "ذكر", "قالت", "قال", "تردد"})


def reach_of(page: Page, telling: "Telling") -> list[Chunk]:
    """The chunks in which a telling's place and time may stand, in order; kept, since both are sought there."""
    if telling.reach is None:
        telling.reach = _sought(page, telling)
    return telling.reach


def _sought(page: Page, telling: "Telling") -> list[Chunk]:
    own = page.chunk_of[telling.trigger.word]
    start, stop = telling.clause.start, telling.clause.stop
    beside = _beside(page, max(start, own + 1), stop)
    chunks = [*_opening(page, telling.clause), *page.chunks[start:beside], *_behind_relative(page, beside)]
    if telling.type in ("ASSAULT", "COERCE"):
        chunks += of_target(page, own, stop) + _of_object(page, own, stop)
    if telling.sense.shape == "verb":
        chunks += _of_topic(page, telling, own)
        if telling.sense.entry.extension in LOSSES:
            chunks += _of_losses(page, telling, own, chunks)
        return chunks
    for index in range(own + 1, min(page.sentence_last[own], own + 1 + PREDICATE * 2)):
        verb = page.chunks[index]
        if verb.kind != "verb" or not is_finite(verb):
            continue
        before = page.chunks[index - 1]
        if subject_chunk(page, index).chunk == own or (before.kind == "relative" and index == own + 2):
            clause = clause_of(page, index)
            chunks += [page.chunks[i] for i in clause if i > own] + _behind_relative(page, clause.stop)
    chunks += _went_on(page, own, page.text.words[telling.trigger.word])
    if telling.sense.entry.extension in LOSSES:
        chunks += _of_losses(page, telling, own, chunks)
    by_index = {c.index: c for c in chunks}
    return [by_index[index] for index in sorted(by_index)]


def _behind_relative(page: Page, stop: int) -> list[Chunk]:
    """ "قصفت طائرات التحالف الذي تقوده السعودية، مواقع في حرض": the clause goes on behind who leads its doer."""
    at = stop + 1
    if not 0 < stop < at + 1 < len(page.chunks) or at + 2 >= page.sentence_last[stop - 1]:
        return []
    link, verb, leader = page.chunks[stop : stop + 3]
    leads = is_finite(verb) and any(key(a.lemma) in LEADING for a in page.word(verb).analyses if a.pos == "verb")
    led = link.kind == "relative" and leads and page.word(verb).enclitic in ("ه", "ها") and leader.bare
    if not led or leader.joined:
        return []
    at += 2 + (page.chunks[at + 2].text in closed().commas)
    if at >= page.sentence_last[stop - 1] or page.chunks[at].kind not in ("noun", "time"):
        return []
    rest = [page.chunks[i] for i in clause_of(page, at) if i >= at]
    return list(takewhile(lambda c: not _aims(page, c), rest))


def _aims(page: Page, chunk: Chunk) -> bool:
    """ "للوقوف إلى جانب الحكومة في اليمن": what it is for."""
    return chunk.prep == "ل" and chunk.actor is None and any(a.derived == "masdar" for a in page.word(chunk).analyses)


def _of_object(page: Page, own: int, stop: int) -> list[Chunk]:
    """ "أحرق مسلحون يرتدون أقنعة قرية في الغوطة": what follows an object that stands behind what describes the doer."""
    objects = of_verb(page, own).slots.get("object", ()) if is_finite(page.chunks[own]) else ()
    behind = next((c.index for c in objects if c.index >= stop), None)
    return list(page.chunks[behind + 1 : clause_of(page, behind).stop]) if behind is not None else []


def _beside(page: Page, first: int, stop: int) -> int:
    """The chunk at which what happened elsewhere or at another time begins ("…، تزامنا مع قصف"), else `stop`."""
    words, chunks = page.text.words, page.chunks
    for index in range(first, stop):
        chunk = chunks[index]
        if chunk.kind == "noun" and (
            words[chunk.head].stem_key.startswith("تزامن")
            or (chunks[index - 1].kind == "mark" and turns(words[chunk.first]))
        ):
            return index
        if opens_item(page, index) or meant_to(page, index):
            return index
    return stop


def _of_losses(page: Page, telling: "Telling", own: int, chunks: Sequence[Chunk]) -> list[Chunk]:
    """ "قتل أربعة في هجوم استهدف فندقا في المدينة", "قتل اثنان وأصيب ثلاثة في المدينة"."""
    attack = next((c for c in chunks if c.index > own and c.prep and is_attack(page.word(c).stem_key)), None)
    end = telling.clause.stop
    if attack is not None:
        more = [page.chunks[i] for i in clause_of(page, attack.index) if i >= end]
        return more + [c for c in _went_on(page, attack.index, page.word(attack)) if c.index >= end]
    if telling.sense.shape != "verb" or end >= page.sentence_last[own]:
        return []
    if any(locates(page, c) for c in chunks if c.index > own) or (second := _second_loss(page, end)) is None:
        return []
    found: list[Chunk] = []
    for chunk in (page.chunks[i] for i in clause_of(page, second)):
        following = page.chunks[min(chunk.index + 1, len(page.chunks) - 1)]
        if chunk.kind == "mark" and following.kind != "time" and following.prep not in WITHIN:
            break  # "…، تزامنا مع قصف على بلدة"
        found.append(chunk)
    return found


def _second_loss(page: Page, end: int) -> int | None:
    """ "… وأصيب ثلاثة", "…، فيما جرح سبعة آخرون": the verb of the other losses of one happening."""
    last, at = page.sentence_last[end], end
    if page.chunks[at].text in closed().commas and at + 1 < last:
        at += 1
    link = page.chunks[at] if page.chunks[at].kind == "when" and page.chunks[at].text in BESIDE else None
    at += link is not None
    if at >= last or page.chunks[at].kind != "verb" or not suffered(page.word(page.chunks[at])):
        return None
    if link is None:
        return at if at == end and page.chunks[at].joined else None
    others = page.chunks[at + 1] if at + 1 < last else link
    more = any(w.stem_key in OTHERS for w in page.text.words[others.first : others.last])
    return at if more else None


def _went_on(page: Page, noun: int, word: Word) -> list[Chunk]:
    """What stands behind a verb that goes on about an attack: "غارات شنها الطيران، استهدفت …", "هجوم شنه … واستهدف"."""
    first, found = noun + 1, []
    if not is_attack(word.stem_key):
        return []
    for index in range(first, min(page.sentence_last[noun], first + PREDICATE * 2)):
        verb = page.chunks[index]
        if verb.kind != "verb" or not is_finite(verb):
            continue
        if index == first or page.chunks[index - 1].kind == "relative":
            continue
        if _done(page, index):
            return [page.chunks[i] for i in clause_of(page, index) if i >= index]
        goes = verb.joined or page.chunks[index - 1].text in closed().commas
        said = any(key(a.lemma) in SAID for a in page.word(verb).analyses if a.pos == "verb")
        if not goes or not said or not _agrees(page, word, verb):
            break
        found += [page.chunks[i] for i in clause_of(page, index) if i >= index]
    return found


def _done(page: Page, index: int) -> bool:
    """ "هجومين يشتبه أن الجماعة نفذتهما في بلدة": who is thought to have done it, and where."""
    verb = page.chunks[index]
    does = any(key(a.lemma) in DONE for a in page.word(verb).analyses if a.pos == "verb")
    before = [page.chunks[i] for i in range(max(page.sentence_first[index], index - 4), index)]
    thought = any(c.kind == "that" for c in before) and any(c.kind == "verb" and c.text in THOUGHT for c in before)
    return does and thought and page.word(verb).enclitic in ("ه", "ها", "هما")


def _agrees(page: Page, word: Word, verb: Chunk) -> bool:
    """Whether a verb may be said of an attack: plurals of things are feminine."""
    form = features(page.word(verb))
    feminine = word.stem.endswith(("ة", "ات")) or word.number == "p" or word.stem_key in ("معارك", "مواجهات")
    return form.number != "p" and form.gender in ("", "f" if feminine else "m")


def _of_topic(page: Page, telling: "Telling", own: int) -> list[Chunk]:
    """ "أن المقاومة في مأرب، حققت تقدما": where the fighters stand of whom a clause behind a comma tells."""
    subject = telling.roles.subject
    if subject is None or subject >= telling.clause.start or telling.clause.start != own:
        return []
    if page.chunks[own - 1].text not in closed().commas or page.chunks[own].joined:
        return []
    doers = telling.roles.actors
    if not doers or any(a.klass not in FIGHTERS for a in doers):
        return []
    between = [page.chunks[i] for i in range(subject + 1, own)]
    if any(c.kind in ("verb", "that", "when", "relative") for c in between):
        return []
    return [c for c in between if c.prep == "في"]


def _opening(page: Page, clause: range) -> list[Chunk]:
    """The adverbials between a mark and the comma of the main clause ("وفي اليوم نفسه، هاجم …")."""
    first, at = page.sentence_first[clause.start], clause.start - 1
    if at < first or page.chunks[at].text not in closed().commas:
        return []
    found: list[Chunk] = []
    while at > first:
        begin = next((i + 1 for i in range(at - 1, first - 1, -1) if page.chunks[i].kind == "mark"), first)
        part = [page.chunks[i] for i in range(begin, at)]
        if not part or not (_during(part) or _begun(page, part) or all(adverbial(page, c) for c in part)):
            break
        found = [*_of_act(part), *found]
        at = begin - 1  # "أما في لحج، جنوب عدن، فقد شنت …"
        if at < first or page.chunks[at].text not in closed().commas:
            break
    return found


def _of_act(part: list[Chunk]) -> list[Chunk]:
    """ "منذ بدء الحملة في العراق قبل عام، تستعد": the places behind "منذ" are of what began then."""
    since = next((n for n, c in enumerate(part) if c.prep == "منذ"), len(part))
    return [c for n, c in enumerate(part) if n <= since or (c.kind == "time" and c.first <= part[since].first + SINCE)]


def _begun(page: Page, part: Sequence[Chunk]) -> bool:
    """ "ومنذ تسلم الحكومة السلطة في مارس،", "منذ 5 فبراير، تاريخ بدء العملية،": what began when that was told."""
    told = [c for c in part if c.kind != "particle"]
    if any(c.kind not in ("noun", "time") for c in told) or not told:
        return False
    named = told[0].bare and page.word(told[0]).stem_key in DATES and page.chunks[told[0].index - 2].time is not None
    return named or (told[0].kind == "noun" and told[0].prep == "منذ" and told[-1].time is not None)


def _during(chunks: Sequence[Chunk]) -> bool:
    """ "وفي الهدنة التي أعلنت في مارس، منع …": what happened in it happened at its time, told in a relative clause."""
    told = [c for c in chunks if c.kind != "particle"]
    kinds = [c.kind for c in told[:4]]
    if not told or kinds[0] != "noun" or told[0].prep not in DURING or "relative" not in kinds:
        return False
    return all(kind == "noun" for kind in kinds[: kinds.index("relative")])
