"""Of whom something is asked where the words for asking name nobody: "شدد على ضرورة التزام الطرفين", "أن تنسحب"."""

from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.arguments import of_verb
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.grammar.verbal_nouns import is_masdar
from tawatur.reports.lexicon.collocates import folded

NEED = frozenset({"ضروره", "وجوب"})
OWN_DEEDS = frozenset({  # verbal nouns whose genitive does them
    "قيام", "التزام", "انسحاب", "خروج", "امتثال", "تقيد", "استجابه", "وفاء", "رحيل", "تراجع", "توقف", "امتناع", "كف",
    "تحمل", "مغادره", "ابتعاد", "انصياع", "تخلي", "اعتراف", "عوده", "سحب",
})  # fmt: skip
WEIGHT = "اهميه"
PURSUED = frozenset({  # deeds with the article that are asked for where they are called weighty
    "توصل", "عوده", "اسراع", "التزام", "ضغط", "انسحاب", "اقدام", "مضي", "تحرك", "تدخل", "تصدي",
})  # fmt: skip
WITHIN = 24  # words behind the verb, its subject with titles among them, within which it is named
NEAR = 6  # chunks behind the verb within which the need is named
FAR = 9  # chunks behind a verb of asking within which the clause of what is asked begins
NOT_ASKED = frozenset({"عوده", "قيام"})  # who comes back need not be asked, and what shall be founded is not there yet
ASKED = frozenset({"state", "office", "organisation", "armed", "political"})
OWN_FORMS = ("ين", "تن", "يت", "تت")  # "ينسحب", "تتوقف": they have no passive


def of_whom(page: Page, verb: int, entry: Entry) -> tuple[ActorPhrase, ...]:
    """Of whom a verb asks by what it asks for: behind a need, in a clause that it opens, or in one that says what."""
    if entry.with_:
        return urged(page, verb)
    return obliged(page, verb, entry) if "clause" in entry.roles else asked(page, verb)


def urged(page: Page, verb: int) -> tuple[ActorPhrase, ...]:
    """Whoever does what is said to be needed, as a genitive or as the subject of the clause with "أن"."""
    for position in range(verb + 1, min(verb + NEAR, page.sentence_last[verb])):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "relative", "when") or is_finite(chunk):
            return ()
        if page.text.words[chunk.first].stem_key in NEED or page.word(chunk).stem_key in NEED:
            return _own_deed(page, chunk) or _of_clause(page, position)
    return ()


def only_values(page: Page, word: Word, entry: Entry) -> bool:
    """ "أكد أهمية العلاقات", "أن ضرورة الحل": nothing is asked for; a deed behind "أهمية" is ("أهمية وقف")."""
    if entry.type != "REQUEST" or folded(entry.with_).isdisjoint(NEED):
        return False
    words, last = page.text.words, page.text.sentence_of(word.index).last
    for at in range(word.index + 1, min(word.index + WITHIN, last - 1)):
        if words[at].stem_key in NEED or (words[at].stem_key == "ان" and words[at].pos == "subordinator"):
            return words[at].stem_key not in NEED
        if words[at].stem_key == WEIGHT:
            deed = words[at + 1]
            told = is_masdar(deed) and not deed.conjunction and not deed.preposition
            asked = deed.stem_key == "ان" or (told and (not deed.definite or deed.stem_key in PURSUED))
            return bool(words[at].enclitic) or not asked
    return False


def obliged(page: Page, verb: int, entry: Entry) -> tuple[ActorPhrase, ...]:
    """ "يجب أن تنسحب القوات", "نريد أن يلقي الحزب سلاحه": whoever shall do it, as the subject of the clause."""
    wanted = entry.roles.get("subject") == "none" or features(page.word(page.chunks[verb])).person == "1"
    if not wanted or "clause" not in entry.roles:
        return ()
    asked = (a for a in _of_clause(page, verb) if a.klass in entry.admits.get("recipient", ()))
    return tuple(a for a in asked if a.definite or a.form == "name")  # not "يجب أن تنشر قوات"


def asked(page: Page, verb: int) -> tuple[ActorPhrase, ...]:
    """ "طالبت بأن تسحب تركيا قواتها", "دعا إلى انسحاب القوات التركية": who shall do what is asked of nobody by name."""
    for position in range(verb + 1, min(verb + FAR, page.sentence_last[verb])):
        chunk = page.chunks[position]
        if chunk.kind == "that":
            return tuple(a for a in _of_clause(page, position - 1) if a.klass in ASKED and _does(page, position + 1))
        if chunk.kind in ("relative", "when") or is_finite(chunk) or (chunk.kind == "mark" and chunk.text != "،"):
            return ()
        if chunk.prep in ("ب", "الي") and (done := _own_deed(page, chunk)):
            other = page.text.words[done[0].first - 1].stem_key in NOT_ASKED
            return () if other else tuple(a for a in done if a.klass in ASKED)
    return ()


def _does(page: Page, verb: int) -> bool:
    """Whether the verb of a clause surely is active: it has an object, or a form that none befalls."""
    word = page.word(page.chunks[verb])
    return bool(word.enclitic or of_verb(page, verb).slots.get("object")) or word.stem.startswith(OWN_FORMS)


def _own_deed(page: Page, chunk: Chunk) -> tuple[ActorPhrase, ...]:
    """ "ضرورة التزام الحوثيين بالهدنة"; in "ضرورة سحب القوات" the owner is what is withdrawn."""
    owner = chunk.owner
    if owner is None or chunk.actor is not None or owner.first == chunk.first:
        return ()
    deed = page.text.words[owner.first - 1]
    moved = deed.stem_key == "سحب" and owner.klass != "state"
    return (owner,) if deed.stem_key in OWN_DEEDS and not moved else ()


def _of_clause(page: Page, need: int) -> tuple[ActorPhrase, ...]:
    """ "ضرورة أن تنسحب إيران": the subject of the clause of the need."""
    link, verb = need + 1, need + 2
    if verb >= page.sentence_last[need] or page.chunks[link].kind != "that" or not is_finite(page.chunks[verb]):
        return ()
    subject = subject_chunk(page, verb).chunk
    told = subject is not None and subject > verb and not features(page.word(page.chunks[verb])).passive
    return actors_of(page, subject) if told and subject is not None else ()
