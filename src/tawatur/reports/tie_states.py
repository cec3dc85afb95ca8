"""Of whom a participle of ties is said as a predicate: "إنهم تابعون لـ", "كانت القوات موالية لـ"."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.pronouns import agrees, referent
from tawatur.reports.grammar.relatives import head_of_relative
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import key
from tawatur.reports.tie_relatives import told_of_relative

FREE = frozenset({"هو", "هي", "هم"})
STILL = frozenset({"ما", "لا", "لم", "غير", "عسكريا", "سياسيا", "ايضا", "اساسا", "اصلا", "سابقا", "حاليا"})
SAYING = frozenset({"source", "media"})
OTHER = frozenset({"اخري", "اخر", "اخرين", "اخرون"})
STAYING = ("زال", "يزال", "تزال", "انفك", "ينفك", "تنفك", "برح")
STEPS = 3  # words between a participle and the word that shows that it is a predicate


def topic_of_state(page: Page, word: int) -> tuple[ActorPhrase, ...] | None:
    """Whom a participle without article is said of, if a verb of being, a free pronoun or "أنهم" stands before it."""
    here = page.text.words[word]
    if "ال" in here.prefixes or here.preposition or here.conjunction:
        return None
    at = _opener(page, word)
    if at is None:
        return () if _denied(page, page.chunk_of[word]) else None
    left, index = page.text.words[at], page.chunk_of[at]
    if page.chunks[index].kind == "that":
        meant = _meant(page, at)
        return (meant,) if meant is not None else ()
    if left.stem_key in FREE and (index == page.sentence_first[index] or page.chunks[index - 1].kind != "relative"):
        return None
    return () if _negated(page, index) else _topic(page, index, page.chunk_of[word])


def _opener(page: Page, word: int) -> int | None:
    """The verb of being, the free pronoun or the "أنهم" right before a predicate, over adverbs and its subject."""
    for number in range(word - 1, max(word - 1 - STEPS, page.text.sentence_of(word).first - 1), -1):
        left, chunk = page.text.words[number], page.chunk_of[number]
        if chunk < 0:
            return None
        if page.chunks[chunk].kind == "that":
            return number if left.enclitic in ("ه", "ها", "هم") and number == word - 1 else None
        if left.stem_key in FREE or _is_being(page, page.chunks[chunk]):
            return number
        if left.stem_key not in STILL:
            return None
    return None


def _is_being(page: Page, chunk: Chunk) -> bool:
    word = page.word(chunk)
    being = word.stem_key in closed().copulas or any(
        key(a.lemma) in closed().copulas for a in word.analyses if a.pos == "verb"
    )
    return chunk.kind == "verb" and being


def _negated(page: Page, being: int) -> bool:
    """ "لن يكون تابعا لـ", "لم تعد موالية لـ"; "ما زالت" says that it stands, "ليست" is told as denied."""
    word = page.word(page.chunks[being])
    before = page.text.words[word.index - 1].stem_key if word.index else ""
    return before in ("لم", "لن", "لا", "ما") and not word.stem_key.startswith(STAYING)


def _denied(page: Page, index: int) -> bool:
    """ "لم تعد الفصائل موالية لـ": the subject stands between a denied verb of being and its predicate."""
    verb = index - 2
    between = verb >= page.sentence_first[index] and page.chunks[index - 1].bare and page.chunks[index - 1].actor
    return bool(between) and _is_being(page, page.chunks[verb]) and _negated(page, verb)


def _topic(page: Page, index: int, predicate: int) -> tuple[ActorPhrase, ...]:
    """The noun of the relative clause in which a verb of being stands, or its own subject."""
    for position in range(index - 1, max(index - STEPS, page.sentence_first[index]) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind == "relative":
            head = head_of_relative(page, position)
            actor = page.chunks[head].actor or page.chunks[head].owner if head is not None else None
            return (actor,) if actor is not None else ()
        if page.word(chunk).stem_key not in STILL:
            break
    subject = subject_chunk(page, index).chunk if page.chunks[index].kind == "verb" else None
    return actors_of(page, subject) if subject is not None and subject != predicate else ()


def _meant(page: Page, that: int) -> ActorPhrase | None:
    """Whom "إنهم" means: who says it ("أعلنت الجماعة أنها تابعة"), else the name before that agrees."""
    here, verb = page.text.words[that], page.chunk_of[that] - 1
    while verb > page.sentence_first[verb] and not is_finite(page.chunks[verb]):
        verb -= 1
    if (related := told_of_relative(page, verb, here.enclitic)) is not None:
        return related
    if (described := _described(page, verb)) is not None and agrees(here.enclitic, described):
        return described  # "ستة مسلحين قالت إنهم تابعون لـ"
    if _of_nameless(page, verb):
        return None  # "هاجمت الطائرة مواقع يعتقد أنها تابعة لـ"
    subject = subject_chunk(page, verb).chunk if verb >= 0 and is_finite(page.chunks[verb]) else None
    speaker = page.chunks[subject].actor if subject is not None else None
    if speaker is not None and speaker.klass not in SAYING and agrees(here.enclitic, speaker):
        return speaker
    return referent(page, here, frozenset({speaker.entity}) if speaker is not None else frozenset())


def _of_nameless(page: Page, verb: int) -> bool:
    """Whether a verb goes on about an indefinite noun that names no actor."""
    left = page.chunks[verb - 1] if verb > page.sentence_first[verb] else None
    if left is None or left.kind != "noun" or left.definite or page.word(page.chunks[verb]).conjunction:
        return False
    return left.actor is None and left.owner is None and left.last == page.chunks[verb].first


def _described(page: Page, verb: int) -> ActorPhrase | None:
    """The indefinite name right before a verb of saying that goes on about it, over "آخرين"."""
    index = verb - 1
    while index > page.sentence_first[verb] and page.word(page.chunks[index]).stem_key in OTHER:
        index -= 1
    chunk = page.chunks[index] if index >= page.sentence_first[verb] else None
    actor = chunk.actor or chunk.owner if chunk is not None and chunk.kind == "noun" else None
    joined = page.word(page.chunks[verb]).conjunction
    return actor if actor is not None and not actor.definite and actor.form != "name" and not joined else None
