"""Which act a time belongs to: that of its own clause, not one that the clause only speaks of."""

from itertools import pairwise, takewhile

from tawatur.arabic.word import Text, Word
from tawatur.mentions.times.intervals import days_of
from tawatur.model.phrases import TimePhrase
from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.past_relative import inner_of
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.items import opens_item
from tawatur.reports.lexicon.senses import index, key
from tawatur.reports.reckoning import TELLING, counted_from, happened_before

BEFORE = 6  # words before "منذ" among which a superlative stands
CLOSE = 5  # words within which "الآن" stands beside its act
BEHIND = 4  # words behind "بعد يومين من" among which the happening stands from which is counted
COUNTED_BACK, COUNTED_ON = "event_counted_back", "count_from_event"
JOINERS = frozenset(
    {"كما", "بينما", "فيما", "كذلك", "لكن", "الا", "حيث", "حين", "وقت", "بعدما"}
)  # begin an act of their own
DETAILING = frozenset({"حيث"})  # goes on about the act before it
ADDING = frozenset(
    {
        "مضيفا",
        "مضيفه",
        "مبينا",
        "مبينه",
        "موكدا",
        "موكده",
        "مشيرا",
        "مشيره",
        "موضحا",
        "موضحه",
        "لافتا",
        "لافته",
        "منوها",
    }
)  # go on with another statement
WIDE = 10  # days; a wider time is not that of the other acts of its sentence
SUPERLATIVES = frozenset(
    {
        "اعنف",
        "اسوا",
        "اكبر",
        "اول",
        "الاول",
        "الاولي",
        "الاعنف",
        "الاسوا",
        "الاكبر",
        "اضخم",
        "اوسع",
        "اخطر",
        "اعلي",
        "اقوي",
        "ادمي",
    }
)  # "أعنف قتال منذ شهر" compares, it dates nothing
OPEN_ENDED = ("since", "now")
JUDGING = frozenset({"دان", "ادان", "استنكر", "ندد", "شجب", "انتقد", "اتهم"})  # what is judged came before
MOURNING = frozenset({"شيع", "دفن", "ابن"})  # so did what one died of
CONDEMNING = frozenset(
    {"ادانه", "استنكار", "تنديد", "شجب", "استهجان", "تعازي", "تعزيه", "عزاء", "مواساه", "استياء", "رفض", "ادانات"}
    | {
        "تحقيقات",
        "تحقيق",
        "تحقيقا",
        "قضيه",
        "اتهام",
        "اتهامات",
        "ادانته",
        "ملابسات",
        "محاكمه",
        "تورط",
        "ضلوع",
        "تهمه",
        "ذكري",
        "مسووليه",
    }  # "اعتقل أمس بتهمة قتل"
    | {"متورط", "متورطين", "متورطون", "متهم", "متهمين", "متهمون", "مشتبه", "ضالع", "ضالعين", "ضالعون"}
    | {"منفذ", "منفذي", "منفذو", "مرتكب", "مرتكبي", "مرتكبو", "مدبر", "مدبري"}
    | {"تشييع", "دفن", "جنازه", "تابين", "شيع", "جثمان", "جثامين"}
)  # nouns whose object came before
CHARGED = frozenset({"تحقيق", "تحقيقا", "قضيه", "اتهام", "اتهامات"})  # "وجهت أمس الاتهام إلى عشرين في حادث التفجير"
CONDEMNED = 5  # words between them and what is condemned

HELD = ("محتجز", "مختطف", "مخطوف", "معتقل", "محاصر", "مسجون", "محبوس", "خاضع", "متوقف", "مفقود")
LAYING = frozenset({"زرع", "لغم", "فخخ"})  # "ألغام زرعها المتمردون": laid before they burst
JUDGED_OR_MOURNED = JUDGING | MOURNING


def dates(time: TimePhrase) -> bool:
    """Whether a time can date an act: resolved, and no habit."""
    return bool(time.edtf) and not time.repeats


def owns_time(page: Page, word: int, chunk: Chunk) -> bool:
    """Whether the act at `word` can have happened at the time that a chunk of its clause names."""
    time = chunk.time
    if time is None or not dates(time):
        return False
    if since(page.text, time):
        before = page.text.words[max(0, time.first - BEFORE) : time.first]
        if any(w.stem_key in SUPERLATIVES for w in before) or _of_participle(page.text, word, time):
            return False
    if time.rule == "now" and abs(time.first - word) > CLOSE:
        return False  # "رغم سيطرتها حاليا" says nothing of the attack before it
    if time.last <= word and (_apart(page.text, word) or laid(page.text, word) or condemned(page.text, word)):
        return False
    named_behind = 0 <= word - time.last < BEHIND
    if time.rule == COUNTED_BACK:
        return named_behind
    return time.rule != COUNTED_ON or not named_behind


def laid(text: Text, word: int) -> bool:
    """Whether a trigger says who had laid what burst: neither the day nor the toll of the blast is its own."""
    trigger = text.words[word]
    return bool(trigger.enclitic) and any(a.pos == "verb" and key(a.lemma) in LAYING for a in trigger.analyses)


def condemned(text: Text, word: int) -> bool:
    """ "تلقى أمس اتصالا عبر فيه عن إدانته للتفجير": what is condemned was before the day of the call."""
    first, at = text.sentence_of(word).first, word
    while at > max(first, word - CONDEMNED - 2) and text.words[at - 1].kind != "punctuation":
        at -= 1
        told = text.words[at]
        if told.stem_key in CHARGED:
            return True
        if word - at > CONDEMNED:
            continue
        if told.stem_key in CONDEMNING and not (told.stem_key == "ضالع" and told.definite):  # "الضالع" is a town
            return True
        if told.pos == "verb" and _judges(told):
            return True
    return False


def _judges(word: Word) -> bool:
    return any(key(a.lemma) in JUDGED_OR_MOURNED for a in word.analyses if a.pos == "verb")


def provoked(text: Text, word: int) -> bool:
    """Whether an act only gives the reason of another ("ردا على هجوم السبت"): its day is no other's."""
    return _apart(text, word) or text.words[max(0, word - 1)].stem_key in ("عقب", "غداه")


def since(text: Text, time: TimePhrase) -> bool:
    """Whether a time begins with "منذ"."""
    return time.rule.startswith("since") or text.words[time.first].stem_key == "منذ"


def _apart(text: Text, word: int) -> bool:
    """ "هاجم أمس ردا على الغارات", "أمر السبت بتسليحهم في أعقاب هجمات": the act behind these words came before."""
    before = [w.stem_key for w in text.words[max(0, word - 2) : word]]
    return before[-2:] in (["ردا", "علي"], ["احتجاجا", "علي"], ["في", "اعقاب"])


def _of_participle(text: Text, word: int, time: TimePhrase) -> bool:
    """ "استعادة البلدة الخاضعة للحوثيين منذ عام": the stretch is that of the participle between."""
    between = text.words[word + 1 : time.first]
    if any(w.stem_key.startswith(HELD) and not w.stem_key.endswith("ات") for w in between):
        return True  # "أعدموا ثلاثة رجال محتجزين لديهم منذ شهرين"
    return any("ال" in w.prefixes and w.pos == "adjective" and any(a.derived for a in w.analyses) for w in between)


def said_at(page: Page, chunk: int, word: int, verbs: frozenset[str] = TELLING) -> bool:
    """ "أعلن الوزير الخميس مقتل قائد": the time says when it was told; the act may bear another."""
    if page.chunks[chunk].first > word:
        return False
    clause = clause_of(page, chunk)
    before = [page.chunks[i] for i in clause if i < chunk and is_finite(page.chunks[i])]
    if not before:  # "قبل يومين اتهموا الحكومة بقتل مدنيين"
        before = [c for i in clause if i > chunk and is_finite(c := page.chunks[i]) and c.first <= word][:1]
    if not before or before[-1].first == word:
        return False
    verb = page.word(before[-1])
    return verb.stem_key in verbs or any(key(a.lemma) in verbs for a in verb.analyses if a.pos == "verb")


def speaks(page: Page, chunk: Chunk) -> bool:
    """Whether a chunk is a verb of speaking or judging."""
    lemmas = {key(a.lemma) for a in page.word(chunk).analyses} if chunk.kind == "verb" else set()
    return any(lemma in index().speech or lemma in JUDGING for lemma in lemmas)


def of_speech(page: Page, chunk: int) -> bool:
    """Whether the clause of a time is one of speaking ("قال المرصد أمس إن …", "أكدت القوات التي … اليوم أن …")."""
    if any(speaks(page, page.chunks[n]) for n in clause_of(page, chunk)):
        return True
    at, words = page.chunks[chunk].last, page.text.words
    at += at < len(words) and words[at].kind == "punctuation"
    return at < len(words) and words[at].stem_key == "ان"


def lasts_till_now(text: Text, time: TimePhrase) -> bool:
    """Whether a time is a stretch that still goes on: it dates its own clause and no other act."""
    return since(text, time) or time.rule.startswith(OPEN_ENDED) or time.rule in (COUNTED_BACK, COUNTED_ON)


def relative_of(page: Page, chunk: int) -> int:
    """The particle that opens the relative clause of a chunk, or -1 for one of the main clause; a comma ends it."""
    inner, first = inner_of(page, chunk), page.sentence_first[chunk]
    start = inner.start - 1 if inner else chunk - 1
    back = takewhile(lambda n: page.chunks[n].kind not in ("that", "when", "mark"), range(start, -1, -1))
    return next((n for n in back if n >= first and _relative(page.chunks[n])), -1)


def _opens(page: Page, chunk: int) -> bool:
    """Whether a clause of its own begins at a chunk behind a comma ("…، وأشاروا", "…، وأن")."""
    here, before = page.chunks[chunk], page.chunks[chunk - 1]
    return before.kind == "mark" and (here.kind == "that" or (is_finite(here) and here.joined))


def _relative(chunk: Chunk) -> bool:
    """A relative particle; "ما أسفر عن" and "مما أدى إلى" go on with the main clause."""
    return chunk.kind == "relative" and chunk.text not in ("ما", "مما")


def _goes_on(page: Page, one: int, other: int) -> bool:
    """ "سيطر الجيش في أبريل على البلدة، وطرد المسلحين": the next verb of the same doer shares the month."""
    if one < 0 or page.chunks[other].kind != "verb" or not page.chunks[other].joined:
        return False
    last = other - 1 if page.chunks[other - 1].kind != "mark" else other - 2
    doer = subject_chunk(page, other).chunk
    return one in clause_of(page, last) and doer is not None and subject_chunk(page, one).chunk == doer


def reaches(page: Page, edtf: str | None, source: int, word: int) -> bool:
    """Whether a time told at one word may be that of an act at another word of the sentence.

    The first clause dates those joined behind it; a clause behind "كما" or "بينما" dates itself only. A month or year
    dates only what came of it and the next verb of the same doer.
    """
    text, days = page.text, days_of(edtf or "")
    if days is None or laid(text, word) or condemned(text, word):
        return False
    between = text.words[min(source, word) + 1 : max(source, word)]
    results = any(key(a.lemma) in closed().results for w in between for a in w.analyses if a.pos == "verb")
    one, other = page.chunk_of[source], page.chunk_of[word]
    wide = (days.last - days.first).days > WIDE
    if wide and not (source < word and (results or _goes_on(page, one, other))):
        return False
    if min(one, other) >= 0 and relative_of(page, other) != relative_of(page, one):
        return False  # "… دفعت بتعزيزات أمس لوقف المقاومة التي تحقق انتصارات"
    if counted_from(page, word) or (source < word and happened_before(page, word)):
        return False  # "وصلت أمس بعد تحريره": the day of the arrival
    if any(w.stem_key == "ان" and w.conjunction == "ف" for w in between):
        return False  # "كما قتل جندي، ووفقا للوكالة فإن هجوما وقع فجر الأحد"
    if any(a.key == "الي" and b.stem_key == "ذلك" for a, b in pairwise(between)):
        return False  # "إلى ذلك، شنت …": another item
    if source > word and any(w.stem_key in ADDING or w.stem_key == "منذ" for w in between):
        return False  # "هاجموا معسكرا، مضيفا أن الجيش بدأ أمس عمليات"
    if source > word and any(_opens(page, n) for n in range(other + 1, one)):
        return False  # "شنت عملية …، وأشاروا إلى انفجار الليلة الماضية"
    if source > word and any(opens_item(page, n) for n in range(other + 1, one + 1)):
        return False  # "هاجموا القاعدة ليلا، وصباح اليوم قصفت الطائرات"
    first = text.sentence_of(source).first
    opening = JOINERS - DETAILING
    joins = [sum([w.stem_key in opening for w in text.words[first:at]]) for at in (source, word)]
    return joins[0] == joins[1] or joins[0] == 0
