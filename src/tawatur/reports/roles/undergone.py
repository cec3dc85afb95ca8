"""Who did what "was done" where the verb before says who acts: "تقدمت القوات وتمت السيطرة على القاعدة"."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.additions import forces
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.going_on import described, says_only
from tawatur.reports.grammar.governor import Governor
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.grammar.verbal_nouns import is_masdar
from tawatur.reports.lexicon.senses import Sense, index, key, suffered

DONE = frozenset({"تم", "جرى", "جري"})
TAKEN = frozenset({"capture_ground", "destroy", "shoot_down"})
HELD = frozenset({"arrest", "loot"})
PUBLIC = frozenset({"قوات", "قوه", "شرطه", "جيش", "اجهزه", "وحدات", "وحده", "سلطات", "امن", "مخابرات", "استخبارات"})
BACK = 12  # chunks to the left within which the verb stands that says who acts


def doers_before(page: Page, governor: Governor, sense: Sense) -> tuple[ActorPhrase, ...]:
    """The subject of the verb of force before a joined "وتم", if it may have done what the noun tells."""
    here = page.chunk_of[governor.word]
    lemmas = {key(a.lemma) for a in page.text.words[governor.word].analyses if a.pos == "verb"}
    if governor.rule != "event_verb" or not page.chunks[here].joined or DONE.isdisjoint(lemmas):
        return ()
    for position in range(here - 1, max(page.sentence_first[here], here - BACK) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "when", "relative"):
            return ()
        if not is_finite(chunk) or described(page, position):
            continue
        word = page.word(chunk)
        if suffered(word) or says_only(word) or features(word).passive or not forces(word):
            return ()
        subject = subject_chunk(page, position).chunk
        found = actors_of(page, subject) if subject is not None else ()
        return tuple(a for a in found if _may_do(page, a, position, sense))
    return ()


def done_by_none(page: Page, word: int, governor: Governor | None) -> bool:
    """ "تم تفجيرها", "جرى اعتقالهم": the pronoun on what "was done" is whom it befell, never who did it."""
    if governor is None or governor.rule != "event_verb" or not page.text.words[word].enclitic:
        return False
    lemmas = {key(a.lemma) for a in page.text.words[governor.word].analyses if a.pos == "verb"}
    return not DONE.isdisjoint(lemmas)


def undergone(page: Page, word: int, governor: Governor | None, meant: list[Chunk]) -> list[Chunk]:
    """Whom "it was done to him" means: rather a thing, where one is described so, or where no clause is about him."""
    if governor is None or not done_by_none(page, word, governor) or page.text.words[word].enclitic == "هم":
        return meant
    done = page.chunk_of[governor.word]
    thing = page.chunks[done - 1] if done > page.sentence_first[done] else None
    one = thing is not None and thing.bare and (thing.actor is None or thing.actor.klass == "weapon")
    if one and thing is not None and not thing.definite and not page.chunks[done].joined:
        return []  # "أبطلت القوات عبوات تم زرعها"
    if thing is not None and thing.kind == "relative":
        return meant  # "المروحية التي تم استهدافها"
    names = [page.chunks[page.chunk_of[c.actor.head]] if c.actor is not None else c for c in meant]
    return [c for c, n in zip(meant, names, strict=True) if (n.bare and n.actor is not None) or _pursued(page, n)]


def _pursued(page: Page, chunk: Chunk) -> bool:
    """ "ملاحقة الميليشيات بعد أن تم دحرها": those to whom a deed is done are spoken of."""
    owner = chunk.owner
    return owner is not None and any(is_masdar(w) for w in page.text.words[chunk.first : owner.first])


def _may_do(page: Page, actor: ActorPhrase, verb: int, sense: Sense) -> bool:
    """Whether one who acts may take, destroy or hold someone; aircraft hold no ground and no men."""
    if sense.entry.extension in TAKEN:
        return actor.klass in ("armed", "state") or (
            actor.klass == "weapon" and sense.entry.extension != "capture_ground"
        )
    if sense.entry.extension not in HELD or actor.klass not in ("armed", "state", "office"):
        return False
    lemmas = [key(a.lemma) for a in page.word(page.chunks[verb]).analyses if a.pos == "verb"]
    raids = any(e.type == "COERCE" for x in lemmas for e in index().verbs.get(x, ()))
    return raids or page.text.words[actor.head].stem_key in PUBLIC
