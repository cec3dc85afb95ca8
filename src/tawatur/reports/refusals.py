"""Whether "لن" refuses or only foretells: who refuses says so itself, of others a speaker can only foretell it."""

from tawatur.arabic.word import Word
from tawatur.model.reading import Modality
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense, key, speaks
from tawatur.reports.roles.record import Roles

# heads that stand for a state: its name or adjective behind them tells whose they are
OF_STATES = frozenset({"جمهوريه", "دوله", "حكومه", "مملكه", "اداره", "سلطات", "شعب", "خارجيه"})
SPOKESMEN = frozenset({"متحد", "ناطق", "وزير", "رييس", "بيان", "مسوو"})  # of whom it is not said whose they are
WANTS = key("أراد")
NEGATIONS = frozenset({"لا", "لم", "لن", "ما", "ليس"})
ROOT = 4  # letters that a land and its adjective share ("تركيا", "التركية")


def said_by_self(page: Page, word: Word, roles: Roles) -> Modality:
    """ "لن نقبل", "أكدت الحكومة أنها لن تقبل" refuse here and now; "قال محلل إن الحكومة لن تقبل" foretells."""
    if all(a.person != "3" for a in word.analyses if a.pos == "verb") or roles.subject is None:
        return "asserted"
    chunk = page.chunks[roles.subject]
    if not any(chunk.first <= a.first < chunk.last for a in roles.actors):
        return "asserted"  # "الحادثة لن تمر": the speaker threatens, the verb is of something else
    sentence = page.text.sentence_of(word.index)
    behind = chunk.first > word.index
    before = page.text.words[sentence.first : word.index if behind else chunk.first]
    if not behind and not _opens_speech(page, word, chunk.first):
        return "asserted"  # "أكدت الحكومة أنها لن تقبل": the subject of the verb of speech itself
    own = page.text.words[chunk.first : chunk.last]
    if any(w.enclitic for w in own):
        return "asserted"  # "بلاده لن تسمح"
    head = page.word(chunk)
    said = {w.stem_key[:ROOT] for w in before if w.pos in ("noun", "name", "adjective")}
    if before and said <= SPOKESMEN:
        return "asserted"  # "وأكد أن أنقرة لن تسمح", "قال المتحدث إن دمشق لن تقبل": who speaks for them
    names = [head, *own] if head.stem_key in OF_STATES or head.pos == "name" else [head]
    return "asserted" if any(w.stem_key[:ROOT] in said for w in names if len(w.stem_key) >= ROOT) else "planned"


def reported(page: Page, word: Word) -> bool:
    """Whether "يجب على" stands between quotation marks, or behind a verb of saying of its own sentence."""
    behind = page.text.words[word.index + 1] if word.index + 1 < len(page.text.words) else word
    if not word.stem.startswith("ي") or behind.stem_key not in ("علي", "ان") or behind.enclitic:
        return False  # "من أوجب ذلك", "يجب القضاء عليها"
    first = page.text.sentence_of(word.index).first
    if any(w.stem_key in ("اذا", "هل") for w in page.text.words[max(first, word.index - 3) : word.index]):
        return False  # "ما إذا كان يجب أن"
    if any(q.first <= word.index < q.last for q in page.text.quotations):
        return True
    return any(w.pos == "verb" and speaks(w) for w in page.text.words[first : word.index])


def only_wishes(page: Page, word: Word, roles: Roles) -> bool:
    """ "لا نريد أن", "أراد من الهجوم", "يريدون منه": only what is wanted of a named party now is asked of it."""
    verbs = [a for a in word.analyses if a.pos == "verb"]
    if not any(key(a.lemma) == WANTS for a in verbs[:1]):
        return False
    behind = page.text.words[word.index + 1 : word.index + 3]
    meant = any(w.enclitic and w.stem_key == "من" for w in behind)
    denied = word.index > 0 and page.text.words[word.index - 1].stem_key in NEGATIONS
    return denied or meant or bool(word.enclitic) or not roles.recipients or all(a.tense != "present" for a in verbs)


def _opens_speech(page: Page, word: Word, subject: int) -> bool:
    """Whether nothing but the subject and its description stands between "إن" or a colon and the verb."""
    between = page.text.words[subject : word.index]
    return not any(w.stem_key in ("ان", ":") or (w.pos == "verb" and w.stem_key != "لن") for w in between)


def of_ourselves(word: Word, sense: Sense, roles: Roles) -> bool:
    """ "نشكر الجزائر", "نقف مع أشقائنا في غزة": whoever is quoted says it of someone who is named."""
    verbs = [a for a in word.analyses if a.pos == "verb"]
    praised = sense.shape == "verb" and sense.entry.type == "SUPPORT" and sense.entry.speech and bool(roles.recipients)
    we = word.stem.startswith("ن") and len(word.stem) > 3  # "اطمأن" is rather he than I
    return praised and we and bool(verbs) and all(a.person == "1" for a in verbs)
