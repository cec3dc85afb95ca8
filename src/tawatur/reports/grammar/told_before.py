"""What was told right before a verb as its subject: an event, whoever is behind it, or whoever sent word."""

from collections.abc import Callable, Sequence

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.agreement import Features, features, gender_of, may_precede, number_of
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.neighbours import after, stands_behind
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.resuming import has_resumption
from tawatur.reports.lexicon.senses import accuses, key, lights_of, speaks, suffered
from tawatur.reports.lexicon.senses import index as lexicon

WITHIN = frozenset({"خلال", "في", "اثناء"})
SOURCES = "مصادر"
CAUSE = 10  # chunks before a verb of results within which its cause stands
CALLS = frozenset({"مبادره", "حمله", "عريضه", "دعوه", "وسم", "هاشتاغ", "هاشتاق"})
TEXTS = frozenset({"قرار", "قانون", "بيان", "تقرير", "مشروع", "رساله", "وثيقه", "مذكره", "مقترح", "اعلان", "نداء"})
MESSAGES = frozenset({"برقيه", "رساله", "خطاب", "مكالمه"})
GRANTS = frozenset(map(key, ("سبق", "أمكن", "تسنى", "حق", "جاز", "تيسر", "أتيح", "انبغى", "آن", "قدر", "تعين", "وجب")))
NEAR = 4  # chunks before a verb of hitting within which its event stands
SAYING = TEXTS | CALLS


def indefinite_owner(page: Page, index: int, verb: Features) -> int | None:
    """ "باحتجاز أشخاص ينتقدون": the indefinite name that ends the phrase before is the subject."""
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if left is None or left.kind != "noun" or page.chunks[index].joined:
        return None
    if verb.number == "p" and _some_of_own(page, left.actor or left.owner):
        return left.index
    owner = left.owner if left.actor is None else left.actor if left.prep else None
    if owner is None or owner.definite:
        return _text_before(page, index, verb)
    if verb.number == "p":
        men = owner.number in ("p", "") and not (owner.klass == "weapon" and left.prep)  # "مدعومين بدبابات هاجموا"
        return left.index if men else None
    agrees = bool(verb.gender) and owner.gender == verb.gender and owner.form == "role"
    met = left.actor is owner and owner.klass == "armed" and owner.number == "s" and left.prep != "ب"
    met = met and not suffered(page.word(page.chunks[index]))
    return left.index if agrees and (verb.tense == "present" or met) else None  # "أمام جيش استدعى احتياطه"


def _some_of_own(page: Page, actor: ActorPhrase | None) -> bool:
    """ "شيع الحزب ثلاثة من مقاتليه قتلوا": a number of one's own is indefinite, so a verb behind describes it."""
    words = page.text.words
    if actor is None or actor.quantity is None or not words[actor.last - 1].enclitic:
        return False
    return any(word.key == "من" for word in words[actor.first + 1 : actor.last - 1])


def indefinite_event(page: Page, index: int, verb: Features) -> bool:
    """ "في تفجيرات استهدفت الحي": an indefinite event noun behind a preposition is its subject."""
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if left is None or left.kind != "noun" or not left.prep or left.definite:
        return False
    if page.word(left).stem_key in closed().missiles and not page.word(page.chunks[index]).enclitic:
        return not verb.gender or gender_of(left, page) in ("", verb.gender)  # "على صاروخ أطلق"
    if left.actor is not None:
        return False
    word = page.word(page.chunks[index])
    if verb.number == "p" or (word.enclitic and any("object" in e.noun for e, _ in lights_of(word, as_verb=True))):
        return False  # "إثر هجوم شنوه", "معارك خاضتها": the event is what they did
    if has_resumption(page, index) and stands_behind(word, page.chunks[index + 1].prep):
        return False  # "اعتداء قام به"
    last = page.text.words[left.last - 1]
    words = page.text.words[left.head : left.last]
    told = any(a.derived == "masdar" or key(a.lemma) in lexicon().nouns for w in words for a in w.analyses)
    return told and not last.definite and (not verb.gender or _of_gender(words, verb.gender))


def doer_within(page: Page, index: int, verb: Features) -> int | None:
    """ "معارك تمكنت خلالها القوات من التقدم": of a verb that tells what happened in the event before it."""
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if left is None or left.kind != "noun" or left.definite or left.actor is not None or page.chunks[index].joined:
        return None
    within = has_resumption(page, index) and page.chunks[index + 1].prep in WITHIN
    if not within or suffered(page.word(page.chunks[index])):
        return None
    right = after(page, index, verb)
    return right if right is not None and page.chunks[right].actor is not None else None


def _calls(page: Page, index: int, verb: Features) -> bool:
    """Whether a text or call of the gender of a verb stands at a chunk."""
    chunk = page.chunks[index]
    named = chunk.kind == "noun" and page.word(chunk).stem_key.removesuffix("ا") in SAYING
    return named and gender_of(chunk, page) == verb.gender


def _text_before(page: Page, index: int, verb: Features) -> int | None:
    """ "قرارا يدين الحوثيين", "بيان يدعو إلى": a text without article that a verb of saying describes says it."""
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if left is not None and left.prep and index - 2 >= page.sentence_first[index] and _calls(page, index - 2, verb):
        left = page.chunks[index - 2]  # "أطلقوا مبادرة على الإنترنت تدعو القوات إلى"
    if left is None or left.kind != "noun" or left.actor is not None or left.definite or page.chunks[index].joined:
        return None
    said = verb.tense == "present" and verb.number != "p" and speaks(page.word(page.chunks[index]))
    text = page.word(left).stem_key.removesuffix("ا") in SAYING
    return left.index if said and text and not page.text.words[left.last - 1].definite else None


def things_that_act(page: Page, index: int, verb: Features) -> bool:
    """ "رصدت القوات مركبات تتجه إلى البلدة": things in the plural that a verb describes, which no actor's name is."""
    left = page.chunks[index - 1]
    if left.kind != "noun" or page.chunks[index].joined or verb.tense != "present" or verb.gender != "f":
        return False
    plain = left.actor is None and left.owner is None and left.place is None and not left.definite
    return plain and number_of(left, page) == "p" and left.last == left.head + 1


def accused_before(
    page: Page, accusing: int | None, link: int, verb: Features, subject_of: Callable[[int], int | None]
) -> int | None:
    """ "اتهم التقرير الجماعة بأنها جندت أطفالا": what is said of the accused is his act, not the accuser's."""
    led = accusing is not None and page.word(page.chunks[link]).preposition == "ب"
    if accusing is None or not led or not accuses(page.word(page.chunks[accusing])):
        return None
    accuser = subject_of(accusing)
    for position in range(accusing + 1, link):
        chunk = page.chunks[position]
        other = chunk.bare and position != accuser and not chunk.joined and chunk.actor is not None
        if other and may_precede(verb, chunk, page):
            return position
    return None


def event_left(page: Page, index: int, verb: Features) -> int | None:
    """ "في قصف للتحالف استهدف مواقع": the indefinite event to which a verb of hitting belongs, phrases between."""
    lights = [e for e, _ in lights_of(page.word(page.chunks[index]), as_verb=True)]
    verbs = [key(a.lemma) for a in page.word(page.chunks[index]).analyses if a.pos == "verb"]
    hits = any("subject" in e.noun and "object" in e.roles for e in lights)
    if not hits and not any(x in closed().results for x in verbs):  # "هجمات في كابل أوقعت قتلى"
        return None
    if _is_event(page, page.chunks[index - 1], verb):
        return index - 1  # "نفذوا هجوما استهدف الدورية"
    for position in range(index - 2, max(page.sentence_first[index], index - NEAR) - 1, -1):
        left = page.chunks[position]
        if left.kind != "noun" or not page.chunks[position + 1].prep:
            return None
        if _is_event(page, left, verb):
            return position
    return None


def hits_by_event(page: Page, index: int, event: Chunk, verb: Features) -> bool:
    """ "أشاد بعمليات نفذها الطيران واستهدفت المخازن": a verb of hitting goes on from the event right before."""
    lights = [e for e, _ in lights_of(page.word(page.chunks[index]), as_verb=True)]
    hits = any("subject" in e.noun and "object" in e.roles for e in lights)
    return hits and verb.number != "p" and _is_event(page, event, verb)


def _is_event(page: Page, left: Chunk, verb: Features) -> bool:
    """Whether a phrase is an indefinite event of the gender of a verb."""
    if left.kind != "noun" or left.actor is not None or left.definite:
        return False
    words = page.text.words[left.head : left.last]
    if "ال" in words[-1].prefixes:
        return False  # "حوض الأشراف"
    told = any(key(a.lemma) in lexicon().nouns or a.derived == "masdar" for w in words for a in w.analyses)
    return told and gender_of(left, page) in ("", verb.gender)


def sender_left(page: Page, index: int) -> int | None:
    """ "تلقى اتصالا من نظيره أعرب فيه عن": who called or wrote is the subject of what is said therein."""
    start, last = page.sentence_first[index], page.sentence_last[index]
    behind = page.chunks[index + 1] if index + 1 < last else None
    if page.chunks[index].joined or behind is None or behind.text != "pronoun" or behind.prep not in ("في", "خلال"):
        return None
    position = index - 1
    while position > start and not (page.chunks[position].prep == "من" and _is_someone(page.chunks[position])):
        chunk = page.chunks[position]
        if chunk.kind not in ("time", "mark") and not (chunk.kind == "noun" and (chunk.prep in ("", "في"))):
            return None
        position -= 1
    before = position - 1
    while before > start and page.chunks[before].kind == "time":
        before -= 1
    sent = page.chunks[max(before, start)]
    if position <= start:
        return None
    words = page.text.words[sent.head : sent.last]
    told = any(a.derived == "masdar" or key(a.lemma) in lexicon().nouns for w in words for a in w.analyses)
    told = told or page.word(sent).stem_key.removesuffix("ا") in MESSAGES
    return position if sent.bare and not sent.definite and sent.actor is None and told else None


def _is_someone(chunk: Chunk) -> bool:
    return chunk.actor is not None or bool(chunk.nationals)


def cause_before(page: Page, index: int, verb: Features) -> int | None:
    """ "عقب معارك استمرت، وأوقعت قتلى": a verb of results goes on from the act told last, not from who acts."""
    lemmas = [key(a.lemma) for a in page.word(page.chunks[index]).analyses if a.pos == "verb"]
    if not page.chunks[index].joined or verb.number == "p" or not any(x in closed().results for x in lemmas):
        return None
    behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    if behind is not None and behind.prep == "ب" and behind.text == "pronoun":
        return None  # "وأوقعت بهم خسائر": who acts
    for position in range(index - 1, max(page.sentence_first[index], index - CAUSE) - 1, -1):
        left = page.chunks[position]
        if left.kind in ("that", "when"):
            return None
        if left.kind == "noun" and left.actor is None and _tells(page, left) and _goes_with(page, left, verb):
            return position
    return None


def _goes_with(page: Page, chunk: Chunk, verb: Features) -> bool:
    """Whether a verb agrees with an act: those in the plural are feminine ("معارك")."""
    return (number_of(chunk, page) == "p") == (verb.gender == "f") or gender_of(chunk, page) == verb.gender


def _tells(page: Page, chunk: Chunk) -> bool:
    return any(e.type == "ASSAULT" for a in page.word(chunk).analyses for e in lexicon().nouns.get(key(a.lemma), ()))


def _of_gender(words: Sequence[Word], gender: str) -> bool:
    return any((w.gender == "f" or w.stem.endswith(("ات", "ة"))) == (gender == "f") for w in words)


def granted_to(page: Page, link: int, verb: Features) -> int | None:
    """ "يمكن لإيران أن تهاجم", "سبق لموسكو أن زودت", "كان على بغداد أن تنسحب": who may or must stands before "أن"."""
    that, start = page.chunks[link], page.sentence_first[link]
    left = page.chunks[link - 1] if link > start else None
    if that.kind != "that" or page.word(that).enclitic or left is None or left.actor is None or left.index <= start:
        return None
    given = page.chunks[left.index - 1]
    lemmas = {key(a.lemma) for a in page.word(given).analyses} | {page.word(given).stem_key}
    told = given.kind == "verb" and (not lemmas.isdisjoint(GRANTS) or given.text in closed().copulas)
    return left.index if told and left.prep in ("ل", "علي") and may_precede(verb, left, page) else None


def is_source(page: Page, index: int, subject: int) -> bool:
    """Whether the subject of a masculine plural would be sources, who speak in the feminine."""
    actor, verb = page.chunks[subject].actor, page.chunks[index]
    told = actor is not None and actor.klass == "source" and page.text.words[actor.head].stem_key == SOURCES
    return told and verb.kind == "verb" and features(page.word(verb)).number == "p"


def resumed_later(page: Page, index: int) -> bool:
    """ "الميليشيات التي ترفض واشنطن التنسيق معها": behind who acts and the verbal noun stands whom the clause means."""
    doer, deed, meant = (page.chunks[n] if n < page.sentence_last[index] else None for n in range(index + 1, index + 4))
    if doer is None or deed is None or meant is None or doer.actor is None or not doer.bare or not deed.bare:
        return False
    resumed = meant.text == "pronoun" and bool(meant.prep) and doer.actor.klass in ("state", "office", "person")
    return resumed and deed.actor is None and any(a.derived == "masdar" for a in page.word(deed).analyses)
