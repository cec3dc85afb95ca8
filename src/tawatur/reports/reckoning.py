"""Dates that stand beside an act and are not its own: of a statement, of what one counts from, of what came later.

"في بيان أمس" and "وذلك بحسب الوزارة ليل الاثنين" date the statement; "منذ بدء الهجوم في يونيو" and "قبل يومين من الهدنة
في 5 مارس" date what is counted from; "وصلت أمس بعد تحريره" dates the arrival.
"""

from tawatur.mentions.times.intervals import days_of
from tawatur.model.phrases import TimePhrase
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.borders import clause_of
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import key, suffered
from tawatur.reports.resumption import NOUNS

EARLIER = frozenset({"بعد", "قبل", "عقب", "في اعقاب", "غداه"})
STATEMENTS = frozenset(
    {"بيان", "تصريح", "تصريحات", "تقرير", "خطاب", "كلمه", "مقابله", "رساله", "تغريده", "مقال", "حوار"}
)
ISSUED = frozenset({"صادر", "صادره", "منشور", "منشوره", "مورخ", "مورخه"})
MEETINGS = frozenset({"لقاء", "لقاءات", "محادثات", "مباحثات", "مفاوضات", "مشاورات", "اجتماع", "اجتماعات"})
PUBLISHED = frozenset(
    {"نشر", "بث", "صدر", "اصدر", "وزع", "تداول", "اذاع", "تناقل", "القي", "حمل"}
)  # said of statements
ACCORDING = frozenset({"بحسب", "حسب", "وفق", "بحسب ما"})
TELLING = frozenset(
    {
        "اعلن",
        "اكد",
        "قال",
        "ذكر",
        "افاد",
        "اوضح",
        "اشار",
        "كشف",
        "صرح",
        "اضاف",
        "نفي",
        "اقر",
        "اعترف",
        "ادعي",
        "زعم",
        "تبني",
    }
)  # verbs that only tell; "رد" and "جدد" may be acts
AHEAD = frozenset({"مقبل", "مقبله", "قادم", "قادمه", "مقبلين", "قادمين", "غدا", "غد"})
BEGINNINGS = frozenset({"ان", "انطلاق", "بدء", "بدايه", "اندلاع"})  # behind "منذ": of what happened
FROM = 9  # words between "قبل يومين من" and the date of the happening that one counts from
SINCE = 8  # words between "منذ" and the date of the happening that it names
LONG_SINCE = 12  # the same where a verb tells the happening ("منذ أن باشر … شن هجمات في 22 يوليو")
STILL = frozenset({"زال", "زالت", "زالوا", "يزال", "تزال", "يزالون"})
LED = 5  # words before an act among which "في وقت سابق" stands
BESIDE = 2  # chunks between "في بيان" and its day
WEEK = 7  # days
LASTING = frozenset({"clash", "besiege"})  # went on till then: "بعد شهور من القتال"
COUNTED, BACK = "count_from_event", "event_counted_back"


def stated_at(page: Page, chunk: Chunk, word: int) -> bool:
    """ "في بيان أمس", "تقريرها الصادر أمس", "بحسب الوزارة ليل الاثنين", "حسبما ذكرت أمس": the day of what was said."""
    words = page.text.words
    before = words[max(0, chunk.first - 2) : chunk.first]
    if before and before[-1].stem_key in ISSUED:
        return True
    if any(w.stem_key in STATEMENTS and w.preposition != "ل" for w in before[-1:]):
        return True
    if len(before) == 2 and before[0].stem_key in STATEMENTS and before[1].pos == "adjective":
        return True
    for index in range(chunk.index - 1, page.sentence_first[chunk.index] - 1, -1):
        left = page.chunks[index]
        if left.kind == "verb" and left.first > word:
            return (_tells(page, left) and page.chunks[index - 1].kind != "that") or _published(page, left)
        if left.kind != "noun":
            return False
        near = left.prep == "في" and chunk.index - left.index <= BESIDE
        if left.prep in ACCORDING or (near and page.word(left).stem_key in STATEMENTS):
            return True  # "في تصريح للصحفيين أمس", "في بيان وزع عبر الإنترنت أمس"
    return False


def _published(page: Page, verb: Chunk) -> bool:
    """ "في بيان وزع عبر الإنترنت أمس", "التقرير الذي صدر الاثنين": the day of the statement."""
    before = page.chunks[verb.index - 1] if verb.index > page.sentence_first[verb.index] else verb
    before = page.chunks[before.index - 1] if before.kind == "relative" else before
    if before.kind != "noun" or page.word(before).stem_key not in STATEMENTS:
        return False
    return any(key(a.lemma) in PUBLISHED for a in page.word(verb).analyses if a.pos == "verb")


def long_ago(page: Page, edtf: str | None, days: int = WEEK) -> bool:
    """Whether a time is over a week, or so many days, before the day of writing."""
    written, told = days_of(page.named.published.edtf or ""), days_of(edtf or "")
    return written is not None and told is not None and (written.first - told.last).days > days


def _tells(page: Page, verb: Chunk) -> bool:
    return any(key(a.lemma) in TELLING for a in page.word(verb).analyses if a.pos == "verb")


def ahead(page: Page, span_first: int, span_last: int) -> bool:
    """Whether a time lies ahead ("الساعات المقبلة"): it dates nothing that happened."""
    return any(w.stem_key in AHEAD for w in page.text.words[span_first:span_last])


def happened_before(page: Page, word: int) -> bool:
    """Whether an act behind "بعد" came before what its clause dates; not an attack told anew ("بعد معارك")."""
    chunk = page.chunks[page.chunk_of[word]] if page.chunk_of[word] >= 0 else None
    if chunk is not None and chunk.prep == "منذ" and chunk.kind == "noun":
        return True  # "وصل اليوم في أول زيارة منذ تحريرها"
    if chunk is not None and (_on_the_eve(page, chunk) or done_before(page, chunk)):
        return True
    if chunk is None or chunk.prep not in EARLIER or chunk.kind != "noun":
        return counted_from(page, word)
    told = page.text.words[chunk.head]
    anew = told.stem_key in MEETINGS or (told.stem_key in NOUNS and not chunk.definite and chunk.owner is None)
    anew = anew or any(
        suffered(page.word(c)) for i in clause_of(page, chunk.index) if (c := page.chunks[i]).kind == "verb"
    )
    return not anew or counted_from(page, word)


def done_before(page: Page, chunk: Chunk) -> bool:
    """ "عاد الأحد بعد خوضه معارك", "بعد مشاركتها في معارك": what one had done before one came back."""
    left = page.chunks[chunk.index - 1] if chunk.index > page.sentence_first[chunk.index] else None
    if left is None or left.kind != "noun" or left.prep not in EARLIER or chunk.kind != "noun" or chunk.joined:
        return False
    word = page.word(left)
    return bool(word.enclitic) and any(a.derived == "masdar" for a in word.analyses)


def _on_the_eve(page: Page, chunk: Chunk) -> bool:
    """ "غداة مقتل عشرة في تفجير سيارة": the car bomb was a day before what its sentence tells."""
    before = (page.chunks[i] for i in range(clause_of(page, chunk.index).start, chunk.index))
    return any(c.prep in ("غداه", "عشيه") for c in before)


def counted_from(page: Page, word: int) -> bool:
    """Whether one counts from an act: "بعد يوم من مقتل خمسة جنود، شن الجيش غارات", "بعد أربعة أيام على هجوم"."""
    left = page.text.words[max(0, word - 1)]
    if left.stem_key not in ("من", "علي"):
        return False
    return any(t.last == word - 1 and t.rule in (COUNTED, BACK) for t in _near(page, word))


def reckoned(page: Page, time: TimePhrase, word: int) -> bool:
    """ "يقتل منذ بدأ الهجوم في يونيو", "قبل يومين من بدء الهدنة في 5 مارس": when that was from which one counts."""
    words, near = page.text.words, _near(page, time.first)
    start = max(word + 1, time.first - LONG_SINCE)
    since = [n for n in range(start, time.first) if words[n].stem_key == "منذ"]
    since = [n for n in since if not any(w.kind == "punctuation" for w in words[n : time.first])]
    if any(not any(t.first <= n < t.last for t in near) for n in since):
        return True
    for count in near:
        from_ = count.rule == COUNTED and word < count.first and count.last < time.first <= count.last + FROM
        if from_ and words[count.last].stem_key == "من":
            return not any(w.kind == "punctuation" for w in words[count.last : time.first])
    return False


def _near(page: Page, word: int) -> list[TimePhrase]:
    """The times of the sentence around a word."""
    chunk = max(page.chunk_of[word], 0)
    near = page.chunks[page.sentence_first[chunk] : page.sentence_last[chunk]]
    return [c.time for c in near if c.time is not None]


def _since_happening(page: Page, word: int) -> bool:
    """ "قتل 17 جنديا منذ أن باشر المتمردون هجماتهم": over a time that no other act's day tells."""
    words, last = page.text.words, page.text.sentence_of(word).last
    for n in range(word + 1, last - 1):
        if words[n].kind == "punctuation":
            return False
        if words[n].stem_key == "منذ" and words[n + 1].stem_key in BEGINNINGS:
            return True
    return False


def _since_then(page: Page, word: int) -> bool:
    """ "منذ ذلك الوقت شنوا مئات الغارات": over a time that began with what was told before."""
    words, first = page.text.words, page.text.sentence_of(word).first
    return any(
        one.stem_key == "منذ" and words[one.index + 1].stem_key in ("ذلك", "تلك") for one in words[first : word - 1]
    )


def told_before(page: Page, word: int) -> bool:
    """ "وكان الجيش قد …": what a sentence so opened tells came before what was told."""
    words = page.text.words
    first = page.text.sentence_of(word).first
    return words[first].stem_key in ("كان", "كانت", "كانوا") and any(w.stem_key == "قد" for w in words[first:word])


def was_doing(page: Page, clause: range, word: int) -> bool:
    """ "سيطروا على المواقع التي كانت تتمركز فيها المليشيات أمس": the day is that of the main clause."""
    own, start = page.chunk_of[word], clause.start
    if own <= start or start == 0 or page.chunks[start - 1].kind != "relative" or page.chunks[own].kind != "verb":
        return False
    if page.chunks[start].text not in closed().copulas or own > start + 2:
        return False
    return features(page.word(page.chunks[own])).tense == "present"


def goes_on_doing(page: Page, clause: range, own: int) -> bool:
    """ "أعلن التحالف الذي يقاتل المتمردين هدنة من مساء أمس": what one is doing is not of the day of the main clause."""
    told = own == clause.start and own > 0 and page.chunks[own - 1].kind == "relative"
    return told and page.chunks[own].kind == "verb" and features(page.word(page.chunks[own])).tense == "present"


def _over_a_stretch(page: Page, clause: range) -> bool:
    """ "وخلال أسبوع، شنوا عشرات الغارات": over a time without a date."""
    start = page.sentence_first[clause.start]
    if any(chunk.kind == "verb" for chunk in page.chunks[start : clause.start]):
        start = clause.start
    over = [c for c in page.chunks[start : clause.stop] if c.prep == "خلال" and c.kind == "noun"]
    return any(w.stem_key in closed().durations for c in over for w in page.text.words[c.first : c.last])


def some_time_before(page: Page, word: int, clause: range) -> int | None:
    """ "كانوا قتلوا في وقت سابق": the word that tells it was before, on a day unknown; "في وقت سابق أمس" tells it."""
    words, last = page.text.words, page.chunks[clause.stop - 1].last if clause else 0
    for at in range(max(page.text.sentence_of(word).first + 1, word - LED), last):
        if words[at].key in ("سابق", "سابقا") and words[at - 1].stem_key == "وقت":
            behind = words[at + 1 : at + 2]
            told = any(page.chunks[page.chunk_of[w.index]].time is not None for w in behind)
            return at if not told and not any(w.stem_key == "من" for w in behind) else None
    return None


def _still(page: Page, clause: range, own: int) -> bool:
    """ "ما زال القتال دائرا", "ولا تزال الاشتباكات مستمرة": what goes on as one writes is of no day told beside it."""
    return any(page.chunks[i].kind == "verb" and page.chunks[i].text in STILL for i in clause if i < own)


def undated(page: Page, word: int) -> bool:
    """Whether an act's own clause says when, and nobody can tell the day: it takes no other's."""
    own = page.chunk_of[word]
    if own < 0:
        return False
    clause = clause_of(page, own)
    if was_doing(page, clause, word) or _since_happening(page, word) or _since_then(page, word):
        return True
    if goes_on_doing(page, clause, own) or _over_a_stretch(page, clause):
        return True
    if some_time_before(page, word, clause) is not None or _still(page, clause, own):
        return True
    times = [c.time for i in clause if i > own and (c := page.chunks[i]).time is not None]
    return any(t is not None and not t.edtf and t.rule != COUNTED for t in times)
