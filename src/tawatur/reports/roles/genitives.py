"""Whose act the genitive of an event noun is, and the parties that its adjectives of nationality name."""

from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import LOSSES, Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.appositions import explains
from tawatur.reports.grammar.arguments import Arguments
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.governor import Governor, stands_in
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.pronouns import standing_for
from tawatur.reports.grammar.verbal_nouns import is_masdar
from tawatur.reports.lexicon.senses import Sense, key, senses_of
from tawatur.reports.roles.record import Roles, add, admitted

ASKING = frozenset({"REQUEST", "AGREE", "THREATEN"})
HELPS = frozenset({"دعم", "مساعده", "مسانده", "موازره"})
CALLS = frozenset({"دعوه", "مطالبه", "مناشده"})
AIMED = frozenset({"ب", "في", "علي", "ل", "الي"})  # "شارك في قتال التنظيم"

DECIDED = frozenset({"قرار", "قرارا", "تعهد", "تعهدا", "وعد", "وعدا", "وعود", "التزام", "توجيهات", "امر", "اوامر"})


def national_parties(roles: Roles, arguments: Arguments, sense: Sense) -> None:
    """ "اللقاء الروسي الإيراني": adjectives of nationality are the parties of the noun."""
    symmetric = "party" in sense.entry.roles.values()
    for number, national in enumerate(arguments.nationals):
        if number == 0:
            roles.actors.append(national)
        elif symmetric:
            roles.recipients.append(national)
        else:
            roles.actors.append(national)


def genitives(
    page: Page,
    word: int,
    roles: Roles,
    genitive: list[Chunk],
    direct: list[Chunk],
    sense: Sense,
    *,
    dative: bool,
    governed: bool,
    met: bool,
    helped: bool,
    opposed: bool = False,
    gives: bool = False,
) -> None:
    """Puts the genitive of an event noun and the objects behind it into their roles.

    `met` makes it a patient, `helped` an agent; `opposed` says that a preposition names the other side, `gives` that
    a thing stands behind it which the doer gives or throws ("إرسال روسيا أسلحة").
    """
    side = "patient" if met else sense.genitive
    if side == "none" and page.text.words[word].enclitic and sense.entry.roles.get("subject", "actor") == "actor":
        side = "agent"  # "حربها ضد": a pronoun says whose act it is
    gives = gives and side == "none" and sense.masdar is not None  # a battle or deal is given by no one
    if helped or (gives and sense.entry.roles.get("subject", "actor") == "actor"):
        side = "agent"
    calls = page.text.words[word].preposition == "ب" and page.text.words[word].stem_key in CALLS
    if governed and calls and side == "agent" and sense.entry.type == "REQUEST":
        side = "patient"  # "اكتفت الحكومة بدعوة السكان إلى": whom she calls upon
    here = page.text.words[word]
    if here.preposition == "ل" and side == "agent" and not helped and here.stem_key in HELPS:
        side = "patient"  # "خطة لدعم المزارعين": they are helped
    if not genitive or side == "none":
        for chunk in genitive:
            if chunk.place is not None and chunk.actor is None:
                roles.places.append(chunk.place)
        return
    meant = genitive[0].text == "pronoun"  # "بعد إحراقه الطيار": no title of whoever the pronoun means
    direct = [c for c in direct if meant or not explains(page, c, genitive[0])]
    direct = [c for c in direct if not _continues(genitive[0], c) and not _charged_with(page, c)]
    if (direct or dative) and sense.entry.roles.get("subject") != "recipient":
        side = "agent"  # but "استشهاد جنود": nobody dies at his own hands
    elif side == "either":
        side = _side_of(genitive[0], sense, governed)
        aimed = governed or page.chunks[page.chunk_of[word]].prep in AIMED
        side = "agent" if sense.entry.extension == "clash" and (opposed or not aimed) else side
    _add_genitive(page, word, roles, genitive, side, sense.entry)
    for chunk in direct:
        add(page, roles, "recipient", chunk, sense.entry)


def _charged_with(page: Page, chunk: Chunk) -> bool:
    """ "توقيف المفرزة المسؤولة عن الحراسة": what the one before is charged with, nobody else."""
    behind = page.chunks[chunk.index + 1] if chunk.index + 1 < page.sentence_last[chunk.index] else None
    return page.word(chunk).stem.startswith("مسؤول") and behind is not None and behind.prep == "عن"


def _add_genitive(page: Page, word: int, roles: Roles, genitive: list[Chunk], side: str, entry: Entry) -> None:
    """Puts the names of a genitive on its side; one that only owns what is hit ("قصف مواقع الفرقة") is a patient."""
    for chunk in genitive:
        if chunk.owner is not None and chunk.actor is None:
            if _owns_target(page, word, chunk) or _owns_words(page, word, chunk, entry):
                side = "patient"
            _add_actor(page, roles, chunk.owner, "actor" if side == "agent" else "recipient", entry)
            if chunk.place is not None and chunk.place.first != chunk.owner.first:
                roles.places.append(chunk.place)
        else:
            acts = side == "agent" and chunk.actor is not None
            add(page, roles, "actor" if acts else "recipient", chunk, entry)


def _continues(genitive: Chunk, chunk: Chunk) -> bool:
    """ "اختطاف إمام مسجد": a bare noun without article behind one indefinite man is his genitive, and no object."""
    one = genitive.actor or genitive.owner
    forces = one is not None and one.last == one.first + 1 and one.klass == "armed" and genitive.place is None
    lone = one is not None and one.form == "role" and (one.number == "s" or forces)
    lone = lone and one is not None and not one.definite and one.quantity is None
    return lone and chunk.actor is None and (forces or not chunk.definite)  # "استهداف قوات طوارئ عسير"


def accompanies(page: Page, word: int, governor: Governor | None) -> bool:
    """ "بمساعدة روسيا", "بمشاركة القوات": behind such a "ب" the genitive is who helps; not in "قامت بدعم القوات"."""
    here = page.text.words[word]
    helps = here.preposition == "ب" and any(key(a.lemma) in closed().accompaniments for a in here.analyses)
    return helps and not is_complement(page, word, governor)


def is_complement(page: Page, word: int, governor: Governor | None) -> bool:
    """Whether the "ب" before an event noun is that of its verb ("قام بدعم", "اتهم إيران بدعم", "وعد بدعم")."""
    here = page.chunk_of[word]
    behind = page.chunks[here + 1 : min(here + 3, page.sentence_last[here])]
    if behind and (
        behind[0].prep == "من" or (behind[0].joined and behind[0].owner is None and behind[-1].prep == "من")
    ):
        return False  # "بدأت القوات بدعم من الطيران هجوما", "بدعم ومساندة كبيرة من"
    if governor is None:
        return _asked(page, here)
    if governor.role != "actor":
        return False  # "حظي بدعم روسيا"
    entry = governor.entry
    taken = entry is not None and stands_in(entry, "ب")
    if entry is not None and taken and entry.kind == "aspect":
        return page.text.words[word].stem_key in HELPS  # not "بدأت القوات بمشاركة المتطوعين عملية"
    return taken or governor.rule == "accused_of"


def _asked(page: Page, here: int) -> bool:
    """Whether the verb of asking, vowing or threatening before a phrase takes its "ب" ("تلوح تركيا بدعم الفصائل")."""
    for position in range(here - 1, max(page.sentence_first[here] - 1, here - 4), -1):
        if is_finite(page.chunks[position]):
            return any(s.entry.type in ASKING for s in senses_of(page.word(page.chunks[position]), as_verb=True))
        if page.chunks[position].kind != "noun":
            return False
        if page.word(page.chunks[position]).stem_key in DECIDED:
            return True  # "قرار للحكومة بدعم العشائر"
    return False


def _owns_target(page: Page, word: int, chunk: Chunk) -> bool:
    """ "قصف مواقع الفرقة": whose positions are hit is the recipient."""
    assert chunk.owner is not None
    words = page.text.words[max(word + 1, chunk.first) : chunk.owner.first]
    return any(w.stem_key in closed().target_nouns for w in words)


def _owns_words(page: Page, word: int, chunk: Chunk, entry: Entry) -> bool:
    """ "قبول طلب الرئيس", "رفض مقترح المبعوث": whose words are taken or turned down takes or refuses nothing."""
    assert chunk.owner is not None
    words = page.text.words[max(word + 1, chunk.first) : chunk.owner.first]
    return entry.type in ("AGREE", "REJECT") and any(w.stem_key in closed().words for w in words)


def _add_actor(page: Page, roles: Roles, actor: ActorPhrase, role: str, entry: Entry) -> None:
    if admitted(page, entry, role, actor):
        (roles.actors if role == "actor" else roles.recipients).append(actor)


def _side_of(chunk: Chunk, sense: Sense, governed: bool) -> str:
    """Whose genitive a two-way noun has: patient when someone else is known to act, agent for weapons."""
    actor = chunk.actor or chunk.owner
    if governed or actor is None:
        return "patient"
    if actor.klass == "weapon" or (
        sense.entry.extension in ("shelling", "air_strike") and actor.klass in ("armed", "state")
    ):
        return "agent"
    return "patient"


def indefinite_target(page: Page, index: int) -> bool:
    """Whether an event noun has a patrol, a post or the like without article as its genitive."""
    hit = page.chunks[index].owner
    if hit is None or hit.quantity is not None or hit.form != "role":
        return False
    word = page.text.words[hit.head]
    return not word.definite and word.stem_key in closed().target_nouns and word.stem_key not in closed().air_arms


def is_guest(chunk: Chunk) -> bool:
    """ "زيارة لوزير الدفاع" is his, "زيارة لبغداد" one to Baghdad."""
    return chunk.actor is not None and chunk.actor.klass != "state"


def is_part(page: Page, chunk: Chunk) -> bool:
    """Whether a state behind "من" is that of which a definite noun right before is a part."""
    left = page.chunks[chunk.index - 1] if chunk.index else chunk
    last = page.text.words[left.last - 1]
    state = chunk.actor is not None and chunk.actor.klass == "state"
    return state and left.kind == "noun" and left.last - left.first > 1 and "ال" in last.prefixes and left.owner is None


def is_site(page: Page, chunk: Chunk) -> bool:
    """ "قصف القوات القريتين": a place without a name is an object too."""
    words = page.text.words[chunk.first : chunk.last]  # "عدة قرى"
    accusative = words[0].stem_key.removesuffix("ا") in closed().sites and not chunk.definite  # "الطيران سوقا"
    return (accusative or any(w.stem_key in closed().sites for w in words)) and not chunk.joined


def counts(page: Page, chunk: Chunk, sense: Sense) -> bool:
    return bool(chunk.actor or chunk.place or chunk.owner) or _is_hit(page, chunk, sense)


def _is_hit(page: Page, chunk: Chunk, sense: Sense) -> bool:
    """ "قصف القوات القريتين": a place is an object too, but not of a killing ("قتل المدنيين طريقا إلى النصر")."""
    return is_site(page, chunk) and sense.entry.extension not in LOSSES


def on_oneself(page: Page, word: int, genitive: list[Chunk], carriers: tuple[ActorPhrase, ...], sense: Sense) -> bool:
    """ "تتقدم التعزيزات في محاولة لاقتحامها": whom or what is hit is not who hits."""
    if not page.text.words[word].enclitic or sense.genitive not in ("patient", "either") or sense.masdar is None:
        return False
    acting = {a.entity for a in carriers}
    return any(c.actor is not None and c.actor.entity in acting for c in genitive)


def ground(page: Page, word: int, sense: Sense) -> bool:
    """ "استعادتها", "تحريره": what is taken is a place, which no actor's name stands for."""
    pronoun = page.text.words[word].enclitic
    return pronoun in ("ه", "ها") and sense.entry.extension == "capture_ground" and sense.genitive == "patient"


def bars_deed(page: Page, word: int, genitive: list[Chunk]) -> bool:
    """ "لمنع تسلل المسلحين": a deed is barred, and nobody is forbidden a thing."""
    owner = genitive[0].owner if genitive else None
    return owner is not None and any(is_masdar(w) for w in page.text.words[word + 1 : owner.first])


def done_to_others(page: Page, index: int, word: Word, carriers: tuple[ActorPhrase, ...]) -> list[Chunk]:
    """ "قصف المتمردون الحي بعد أن نجحت القوات في دحرهم": the many whom a pronoun means that is not who acts."""
    if word.enclitic != "هم":
        return []
    other = standing_for(page, page.chunks[index], word, frozenset(a.entity for a in carriers))
    return [other] if other is not None and other.actor is not None and other.actor.klass == "armed" else []
