"""What stands inside the phrase of an act: another deed, allies, whoever did something in a fight."""

from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.grammar.resuming import has_resumption
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import Sense, senses_of, suffered
from tawatur.reports.roles.record import Roles

HARMING = frozenset({"ASSAULT", "COERCE"})
FIGHTERS = frozenset({"armed", "weapon", "state"})


def of_own(page: Page, word: int, genitive: list[Chunk]) -> list[Chunk]:
    """ "جرائم خطف رجال أعمال": those who stand behind an inner deed suffer that, and do not do the crimes."""
    first = genitive[0] if genitive else None
    if first is None or first.owner is None or not first.first <= word < first.owner.first:
        return genitive
    inner = [s for n in range(word + 1, first.owner.first) for s in senses_of(page.text.words[n], as_verb=False)]
    suffers = bool(inner) and all(s.genitive == "patient" and s.entry.type in HARMING for s in inner)
    return [] if suffers else genitive


def strikes_beside(page: Page, index: int, genitive: list[Chunk], sense: Sense) -> bool:
    """ "ضربات الطيران وقصف المقاومة": behind strikes of one force the shelling joined to them is that of another."""
    chunk = page.chunks[index]
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if left is None or left.owner is None or not chunk.joined or not genitive or genitive[0].owner is None:
        return False
    blows = [s for n in range(left.head, left.owner.first) for s in senses_of(page.text.words[n], as_verb=False)]
    strikes = bool(blows) and all(s.entry.type == "ASSAULT" and s.genitive in ("agent", "either") for s in blows)
    strikes = strikes and sense.genitive == "either"
    return strikes and left.owner.klass in FIGHTERS and genitive[0].owner.klass in FIGHTERS


def against(mapping: dict[str, str], slots: Slots) -> None:
    """ "حربها مع حلفائها ضد المتمردين": where "ضد" says against whom, "مع" says with whom."""
    mapping.setdefault("ضد", "recipient")
    mapping.setdefault("في وجه", "recipient")
    if "ضد" in slots:
        mapping.pop("مع", None)


def add_fighters(page: Page, index: int, roles: Roles, sense: Sense) -> None:
    """ "معارك تمكنت خلالها القوات من التقدم": who does something in a fight is one of its sides."""
    verb, last = index + 1, page.sentence_last[index]
    while verb < last and is_modifier(page, page.chunks[verb]):
        verb += 1
    told = sense.entry.extension == "clash" and not roles.actors and verb < last
    if not told or not is_finite(page.chunks[verb]) or page.chunks[verb].joined:
        return
    within = has_resumption(page, verb) and page.chunks[verb + 1].prep in ("خلال", "في")
    doer = subject_chunk(page, verb).chunk if within and not suffered(page.word(page.chunks[verb])) else None
    found = actors_of(page, doer) if doer is not None and doer > verb else ()
    roles.actors += [a for a in found if a.klass in FIGHTERS and a not in roles.recipients]
