"""Which attack a definite noun takes up in a later sentence: "وأسفر القصف عن مقتل خمسة", "وقتل اثنان في الهجوم"."""

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.resuming import VICTIM
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import key

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

ANY: frozenset[str] = frozenset()
BLASTS = frozenset({"bombing", "suicide_attack", "attack"})
FIRE = frozenset({"shelling", "air_strike", "attack"})
FIGHTS = frozenset({"clash", "attack", "capture_ground", "repel"})
BATTLES = frozenset({"معارك", "معركه"})
NOUNS = {
    "هجوم": ANY,
    "هجمات": ANY,
    "عمليه": ANY,
    "اعتداء": ANY,
    "كمين": frozenset({"ambush", "attack", "clash", "shooting"}),
    "قصف": FIRE,
    "غاره": FIRE,
    "غارات": FIRE,
    "ضربه": FIRE,
    "ضربات": FIRE,
    "تفجير": BLASTS,
    "انفجار": BLASTS,
    "اشتباك": FIGHTS,
    "اشتباكات": FIGHTS,
    "مواجهات": FIGHTS,
    "معارك": FIGHTS,
    "معركه": FIGHTS,
}
INCIDENTS = frozenset({"حادث", "حادثه"})  # an attack told before, or an accident
MORE = frozenset({"اخري", "ثانيه", "ثالثه", "رابعه", "مماثله"})
BACK = 2  # sentences before in which the attack was told


def attack_taken_up(page: Page, index: int, told: "Sequence[Telling]") -> "Telling | None":
    """The last attack told shortly before that the definite event noun at chunk `index` may mean, or None."""
    chunk = page.chunks[index]
    stem = page.word(chunk).stem_key
    kinds = ANY if stem in INCIDENTS and not _whether(page, chunk) else NOUNS.get(stem)
    if kinds is None or chunk.kind != "noun" or chunk.actor is not None or not (chunk.definite or _this(page, index)):
        return None
    here = page.text.sentence_of(chunk.head)
    first = here.first
    for _ in range(BACK):
        first = page.text.sentence_of(first - 1).first if first else 0
    before = (t for t in reversed(told) if t.trigger.word < here.first)
    near = takewhile(lambda t: t.trigger.word >= first, before)
    last = next((t for t in near if t.type == "ASSAULT" and t.sense.entry.extension not in LOSSES), None)
    fits = last is not None and (not kinds or last.sense.entry.extension in kinds)
    return last if fits else None


def _whether(page: Page, chunk: Chunk) -> bool:
    """ "لم يعرف ما إذا كان الحادث أسفر عن قتلى": it is not known."""
    return any(w.stem_key == "اذا" for w in page.text.words[max(chunk.first - 3, 0) : chunk.first])


def attack_before(page: Page, index: int, told: "Sequence[Telling]") -> "Telling | None":
    """ "استهدف الطيران المعسكر، وطال القصف القرية": the attack of its sentence that a definite subject takes up."""
    chunk = page.chunks[index]
    kinds = NOUNS.get(page.word(chunk).stem_key)
    if (
        kinds is None
        or chunk.kind != "noun"
        or not chunk.bare
        or not chunk.definite
        or index == page.sentence_first[index]
    ):
        return None
    verb = page.chunks[index - 1]
    if not is_finite(verb) or subject_chunk(page, index - 1).chunk != index:
        return None
    first = page.text.sentence_of(chunk.head).first
    near = [t for t in told if first <= t.trigger.word < chunk.head and t.type == "ASSAULT"]
    last = max((t for t in near if t.sense.entry.extension not in LOSSES), key=lambda t: t.trigger.word, default=None)
    return last if last is not None and (not kinds or last.sense.entry.extension in kinds) else None


def another(page: Page, index: int) -> bool:
    """ "كما استهدفت غارة أخرى المعسكر": one more of the strikes just told, which a verb says of it."""
    chunk, words = page.chunks[index], page.text.words
    behind = words[chunk.head + 1] if chunk.head + 1 < len(words) else words[chunk.head]
    more = behind.stem_key in MORE and words[chunk.head].stem_key in NOUNS
    return more and chunk.bare and chunk.actor is None and not chunk.definite


def series_before(page: Page, index: int, told: "Sequence[Telling]", extension: str | None) -> "Telling | None":
    """The last attack before, of its kind and with a doer, to which one more is told shortly after."""
    here = page.text.sentence_of(page.chunks[index].head)
    first = page.text.sentence_of(here.first - 1).first if here.first else 0
    near = [t for t in told if first <= t.trigger.word < page.chunks[index].head and t.type == "ASSAULT"]
    last = max((t for t in near if t.sense.entry.extension not in LOSSES), key=lambda t: t.trigger.word, default=None)
    return last if last is not None and last.sense.entry.extension == extension else None


def _this(page: Page, index: int) -> bool:
    head = page.chunks[index].head
    return bool(head) and page.text.words[head - 1].stem_key in closed().demonstratives


def toll_of(page: Page, loss: "Telling", told: "Sequence[Telling]") -> "Telling | None":
    """The attack whose toll a loss without a doer tells, in its sentence or as one taken up from before.

    "أدى إلى مقتل عشرة", "أوقع عشرة قتلى", "قتل القصف خمسة": the toll is no act of its own.
    """
    if loss.sense.entry.extension not in LOSSES or loss.roles.actors:
        return None
    results, subject = _cause(page, loss)
    if not results:
        return None
    first = page.text.sentence_of(loss.trigger.word).first
    near = list(takewhile(lambda t: t.trigger.word >= first, reversed(told)))
    same = next((t for t in near if t.type == "ASSAULT" and page.chunk_of[t.trigger.word] == subject), None)
    if same is not None:
        return same
    if subject is not None and (earlier := attack_taken_up(page, subject, told)) is not None:
        return earlier if _same_fight(page, subject, earlier) else None
    return next((t for t in near if t.type == "ASSAULT"), None)


def _same_fight(page: Page, subject: int, earlier: "Telling") -> bool:
    """Battles take up a clash; "المعارك التي دارت أمس" are those that their clause tells of."""
    if page.word(page.chunks[subject]).stem_key not in BATTLES:
        return True
    described = subject + 1 < page.sentence_last[subject] and page.chunks[subject + 1].kind == "relative"
    return earlier.sense.entry.extension == "clash" and not described


def _within(page: Page, verb: int) -> bool:
    """Whether a pronoun right behind a verb of loss takes up what it happened in ("قتل خلالها", "قتل فيه")."""
    behind = page.chunks[verb + 1] if verb + 1 < page.sentence_last[verb] else None
    if behind is not None and page.word(behind).stem == VICTIM:
        return True  # "غارة راح ضحيتها عشرون"
    return behind is not None and behind.text == "pronoun" and behind.prep in ("في", "خلال", "اثناء", "جراء", "اثر")


def _cause(page: Page, loss: "Telling") -> tuple[bool, int | None]:
    """Whether a result is told, and the chunk of what had it."""
    governor = loss.roles.governor
    if loss.sense.shape != "verb":
        led = governor is not None and governor.entry is not None and key(governor.entry.lemma) in closed().results
        subject = governor.subject if governor is not None else None
        return led, subject if subject is None or page.chunks[subject].actor is None else None
    word = page.text.words[loss.trigger.word]
    if _within(page, page.chunk_of[loss.trigger.word]):
        return True, None  # "اشتباكات قتل خلالها عشرون"
    subject = loss.roles.subject
    happening = subject is not None and page.word(page.chunks[subject]).stem_key in NOUNS
    results = any(key(a.lemma) in closed().results for a in word.analyses if a.pos == "verb")
    return results or happening, subject if happening else None


def its_toll(page: Page, loss: "Telling", attack: "Telling", number: int) -> bool:
    """ "أسفر قصف على الحي عن خمسة قتلى": the attack is the subject of the verb that tells its toll."""
    tolls = loss.sense.entry.extension in LOSSES and attack.sense.entry.extension not in LOSSES
    if not tolls or attack.type != "ASSAULT" or loss.roles.subject != number or loss.roles.actors:
        return False
    return any(key(a.lemma) in closed().results for a in page.text.words[loss.trigger.word].analyses)


def none_fell(page: Page, loss: "Telling") -> bool:
    """ "لم يسفر عن ضحايا", "لم يؤد إلى مقتل أحد": no one fell."""
    word = loss.roles.governor.word if loss.roles.governor is not None else loss.trigger.word
    return word > 0 and page.text.words[word - 1].stem_key in ("لم", "لن", "لا")
