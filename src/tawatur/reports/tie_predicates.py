"""Of whom a noun of ties is said as a predicate: "أهم حلفاء", "بأنها حليف", "تشكل العمود الفقري", "خصمان"."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.pronouns import agrees, referent
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.roles.record import Roles
from tawatur.reports.tie_ends import clause_subject, with_joined
from tawatur.reports.tie_names import names_before
from tawatur.reports.tie_relatives import told_of_relative

ELATIVES = frozenset({"اهم", "ابرز", "اكبر", "اقرب", "اقوي", "اول", "اوثق", "اشد", "الد", "احد", "احدي", "افضل"})
STEPS = frozenset({"من", "هو", "هي", "هم", "كان", "كانت"})
NOTHING_BUT = frozenset({"سوي", "الا", "مجرد"})  # "ليست الجماعة سوى ذراع للدولة"
BECOMES = frozenset({"تحول", "انتقل"})  # "تحولت الجماعة إلى ذراع للدولة"
COUNTED = frozenset({"اعتبر", "عد", "وصف", "راي"})  # with an object: "تعتبر تركيا الوحدات فرعا"
MAKES = frozenset({"شكل", "مثل", "عد", "اعتبر", "كان", "ظل", "بات", "اصبح"})
LINKED = frozenset({"ربط", "ارتبط", "جمع", "اقام"})  # "تربط أنقرة والدوحة علاقات وثيقة"
BACK = 9  # chunks before a predicate within which its verb stands
BETWEEN = ELATIVES | STEPS | NOTHING_BUT


def topic_of(page: Page, word: int, sense: Sense) -> tuple[ActorPhrase, ...] | None:
    """Of whom a predicate noun is said; None where nothing shows that it is one."""
    if sense.shape not in ("noun", "phrase"):
        return None
    start = _opening(page, word)
    left = page.text.words[start - 1] if start else None
    at = page.chunk_of[start - 1] if start else -1
    if left is not None and left.enclitic and at >= 0 and page.chunks[at].kind == "that":
        return _meant_by_that(page, start - 1)
    if start and page.text.words[start - 1].stem_key == "الي" and _made(page, word, BECOMES) is not None:
        return clause_subject(page, word)
    if (counted := _counted(page, word)) is not None:
        return counted
    elative = start < word or (sense.shape == "phrase" and page.text.words[word].stem_key in ELATIVES)
    if elative and (topic := tuple(names_before(page, start))):
        return tuple(a for a in topic if a.form == "name") or topic  # "قائد الفرقة X، إحدى تشكيلات": the unit
    if (elative or sense.shape == "phrase") and _made(page, word) is not None:
        return clause_subject(page, word) or None
    return None


def _meant_by_that(page: Page, that: int) -> tuple[ActorPhrase, ...]:
    """ "وصف إسرائيل بأنها أهم حليف": the one described; "أعلنت الحركة أنها جزء من": the one who says it."""
    here, verb = page.text.words[that], page.chunk_of[that] - 1
    if (described := told_of_relative(page, verb, here.enclitic)) is not None:
        return (described,)
    meant = referent(page, here) if here.preposition == "ب" else None
    if here.preposition != "ب" and verb >= page.sentence_first[verb] and page.chunks[verb].kind == "noun":
        meant = page.chunks[verb].actor
    elif here.preposition != "ب" and is_finite(page.chunks[verb]):
        chunk = subject_chunk(page, verb).chunk
        meant = page.chunks[chunk].actor if chunk is not None else None
    return (meant,) if meant is not None and agrees(here.enclitic, meant) else ()


def _opening(page: Page, word: int) -> int:
    """Where the predicate begins: over "من أهم", "هو أحد"."""
    start = word
    while start and page.text.words[start - 1].stem_key in (BETWEEN) and word - start < len(STEPS):
        start -= 1
    return start


def _made(page: Page, word: int, lemmas_of_being: frozenset[str] = MAKES) -> Chunk | None:
    """The verb of being, counting or making up before a predicate in its clause."""
    index = page.chunk_of[word]
    for position in range(index - 1, max(page.sentence_first[index], index - BACK) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind == "that":
            return None
        if chunk.kind == "verb":
            verb = page.word(chunk)
            lemmas = {verb.stem_key, *(key(a.lemma) for a in verb.analyses if a.pos == "verb")}
            if lemmas & lemmas_of_being:
                return chunk if lemmas & COUNTED or position >= clause_of(page, index).start else None
            if page.chunks[position - 1].kind != "relative":
                return None  # "تعتبر تركيا الوحدات التي تقاتل التنظيم فرعا لـ"
    return None


def _counted(page: Page, word: int) -> tuple[ActorPhrase, ...] | None:
    """ "تعتبر تركيا الوحدات فرعا للحزب", "التي تعتبره فرعا": who is counted is the object of the verb."""
    verb = _made(page, word)
    if verb is None or not {key(a.lemma) for a in page.word(verb).analyses if a.pos == "verb"} & COUNTED:
        return None
    if page.word(verb).enclitic:
        meant = referent(page, page.word(verb))
        return (meant,) if meant is not None else ()
    counting = subject_chunk(page, verb.index).chunk
    between = page.chunks[verb.index + 1 : page.chunk_of[word]]
    others = [c for c in between if c.bare and c.actor is not None and c.index != counting and not c.joined]
    return (others[0].actor,) if counting is not None and others and others[0].actor is not None else None


def split_parties(roles: Roles) -> None:
    """ "إثيوبيا وإريتريا خصمان", "تتنافس روسيا وإيران": of two of whom a mutual tie is said each is an end."""
    if roles.actors and not roles.recipients and len(roles.actors) > 1:
        roles.actors, roles.recipients = roles.actors[:1], roles.actors[1:]


def are_two(page: Page, word: int) -> tuple[ActorPhrase, ...]:
    """ "إثيوبيا وإريتريا خصمان": the row of names before a predicate in the dual or plural that names no other."""
    here = page.text.words[word]
    if "ال" in here.prefixes or here.enclitic or not here.stem_key.endswith(("ان", "تان", "اء")):
        return ()
    before = names_before(page, word)
    row = with_joined(page, before[0]) if before else ()
    return row if len(row) > 1 else ()


def linked(page: Page, word: int) -> tuple[ActorPhrase, ...]:
    """ "تربط أنقرة والدوحة علاقات وثيقة": the two whom a verb of linking joins by a mutual tie."""
    index = page.chunk_of[word]
    for position in range(index - 1, max(clause_of(page, index).start, index - BACK) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind == "verb":
            lemmas = {key(a.lemma) for a in page.word(chunk).analyses if a.pos == "verb"}
            found = [c.actor for c in page.chunks[position + 1 : index] if c.bare and c.actor is not None]
            return tuple(found) if lemmas & LINKED and len(found) == 2 else ()
    return ()
