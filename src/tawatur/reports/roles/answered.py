"""Of whom a request was asked that someone answers: "أعلن التحالف هدنة استجابة لطلب الرئيس", "بناء على طلب الحكومة"."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.grammar.verbal_nouns import is_masdar
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.roles.record import Roles

ANSWERS = {"ل": frozenset({"استجابه", "تلبيه"}), "علي": frozenset({"بناء"}), "عند": frozenset({"نزولا"})}
ASKED = frozenset({"state", "office", "person", "armed", "political", "organisation"})
HOLDING = frozenset({"عقد", "اجري"})
AFTER = ("بعد", "عقب", "اثر")
BACK = 12  # chunks before the answer within which it is told who gives it


def add_answerer(page: Page, roles: Roles, index: int, sense: Sense) -> None:
    """Adds who answers a request or a letter that is named for being answered."""
    if sense.entry.type in ("REQUEST", "CONSULT") and not roles.recipients:
        roles.recipients += [a for a in answered_by(page, index) if a not in roles.actors]


def answered_by(page: Page, index: int) -> tuple[ActorPhrase, ...]:
    """Who did what was asked, where a noun of asking stands behind the words that say so; empty elsewhere."""
    request = page.chunks[index]
    answer = _answer(page, request)
    if answer is None:
        return ()
    between = page.chunks[page.chunk_of[answer] + 1 : index]
    if between:
        return tuple(a for a in _giver(page, between[0]) if a.klass in ASKED)
    for position in range(page.chunk_of[answer], max(page.sentence_first[index], index - BACK) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "relative") and position + 1 < page.sentence_last[index]:
            return ()
        if chunk.kind == "noun" and chunk.owner is not None and chunk.prep in AFTER and is_masdar(page.word(chunk)):
            return (chunk.owner,) if chunk.owner.klass in ASKED else ()  # "بعد موافقة الملك استجابة لطلب"
        if is_finite(chunk):
            if any(key(a.lemma) in HOLDING for a in page.word(chunk).analyses):
                return ()  # "عقد الوزير اجتماعا مع الوفد بناء على طلب واشنطن": the others may have been asked
            subject = subject_chunk(page, position).chunk
            told = actors_of(page, subject) if subject is not None else ()
            return tuple(a for a in told if a.klass in ASKED)
    return ()


def _answer(page: Page, request: Chunk) -> int | None:
    """The word of answering before a request, or None: right before it, or before "من" and who answers."""
    forms = ANSWERS.get(request.prep)
    first = page.sentence_first[request.index]
    if forms is None:
        return None
    for left in (request.first - 1, page.chunks[request.index - 1].first - 1 if request.index > first else -1):
        if left >= 0 and page.text.words[left].stem_key in forms and page.chunk_of[left] >= first:
            return left
    return None


def _giver(page: Page, chunk: Chunk) -> tuple[ActorPhrase, ...]:
    """ "استجابة من الملك لطلب الرئيس": who is said to answer."""
    return actors_of(page, chunk.index) if chunk.prep == "من" else ()
