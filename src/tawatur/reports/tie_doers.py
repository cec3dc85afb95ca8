"""Of whom a tie is told, where that is not who stands right before it: joined and adverbial participles, wings."""

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.pronouns import agrees, referent
from tawatur.reports.grammar.relatives import head_of_relative
from tawatur.reports.lexicon.senses import Sense, accuses
from tawatur.reports.tie_ends import clause_subject, ends_before
from tawatur.reports.tie_names import names_before, referent_before
from tawatur.reports.tie_predicates import ELATIVES, NOTHING_BUT
from tawatur.reports.tie_states import OTHER, topic_of_state

JOINED = 16  # words back to the participle or relative that a joined participle goes on from
RELATIVES = {"الذي": "s", "التي": "f", "الذين": "p"}
ACCUSED = 4  # words behind a verb of accusing within which the charge stands
MUTUAL = frozenset({"allied_with", "opposes"})
FREE = frozenset({"هو", "هي", "هم"})
LOADS = frozenset(
    {"شحن", "نقل", "استطلاع", "اسعاف", "دوريه", "تجسس", "مدرعات", "شاحنات", "اغاثه", "امداد", "مراقبه", "مساعدات"}
)  # what vehicles carry or are for
UNDESCRIBED = ("preposition", "particle", "verb")
DOERS = frozenset({"armed", "weapon", "political", "state", "office", "person"})
DESCRIBED = ("ا", "ه", "ين")  # endings of a participle in the accusative, as keys
OPENING = ELATIVES | NOTHING_BUT | FREE


def front_of(page: Page, word: int, sense: Sense) -> tuple[ActorPhrase, ...] | None:
    """Of whom the tie at a word is told; None where who stands right before it decides."""
    here = page.text.words[word]
    if sense.shape in ("active", "passive"):
        if here.conjunction == "و" and not here.enclitic:
            return _gone_on(page, word, sense)
        if (stated := topic_of_state(page, word)) is not None:
            return stated
        if "ال" in here.prefixes and (placed := _over_town(page, word)):
            return placed
        return _said_of_doer(page, word) if sense.shape == "passive" and _describes_act(page, word) else None
    if sense.shape == "masdar" and here.preposition == "ب" and not here.enclitic and _accused(page, word):
        return ()
    if sense.shape == "masdar" and here.preposition == "ل" and not here.enclitic and not _names_side(page, word):
        return (
            tuple(a for a in clause_subject(page, word) if a.klass in DOERS) or None
        )  # "أرسل الحزب مقاتلين لدعم النظام"
    if sense.shape == "masdar" and here.enclitic and sense.genitive == "agent":
        own = clause_subject(page, word) if _behind_verb_and_doer(page, word) else ()
        return tuple(a for a in own if agrees(here.enclitic, a)) or None  # "أعلنت الجماعة ولاءها"
    if sense.shape == "noun" and here.enclitic and not here.conjunction and sense.entry.type in MUTUAL:
        meant = referent(page, here)
        return (meant,) if meant is not None and _named_behind(page, word) else ()  # "تدفع واشنطن حليفتها تركيا"
    if sense.shape == "noun" and here.enclitic and here.conjunction and sense.entry.type in MUTUAL:
        near = [a for a in reversed(names_before(page, word)) if agrees(here.enclitic, a)]
        return tuple(near[:1]) or None  # "القوات المناهضة للحوثيين وحلفاؤهم": theirs
    if sense.shape == "noun" and here.enclitic and not here.conjunction and _in_construct(page, word):
        meant = referent_before(page, here) or referent(page, here)
        return (meant,) if meant is not None else ()  # "قوات حليفه صالح"
    if sense.entry.lead and (left := before_place(page, word)) is not None:
        return tuple(names_before(page, left))  # "المجلس العسكري في تشاد بقيادة"
    if sense.entry.type == "part_of" and sense.shape == "noun" and not sense.entry.unit:
        return _whole_names(page, word)
    return None


def _gone_on(page: Page, word: int, sense: Sense) -> tuple[ActorPhrase, ...] | None:
    """ "القوات المنقلبة على الشرعية والموالية لصالح": a joined participle is said of whom the first is said of."""
    lead = _lead(page, word)
    if lead is not None and page.text.words[lead].stem_key in RELATIVES:
        head = head_of_relative(page, page.chunk_of[lead])
        actor = page.chunks[head].actor or page.chunks[head].owner if head is not None else None
        return (actor,) if actor is not None else ()
    if lead is not None:
        return ends_before(page, lead, sense)
    if (described := _over_description(page, word)) is not None:
        return (described,)
    thing = _ending(page.text.words[word]) == "f"
    return () if thing else None  # "المدنيين والموالين للحركة" heads a phrase of its own


def _over_description(page: Page, word: int) -> ActorPhrase | None:
    """ "المواطنين المسالمين والمؤيدين لـ": the plural before the adjective that a joined participle goes on from."""
    left = page.text.words[word - 1] if word else None
    described = left is not None and "ال" in left.prefixes and _ending(left) == "p" == _ending(page.text.words[word])
    if left is None or not described or left.preposition or left.conjunction or left.index in page.actors_at:
        return None
    return next((a for a in names_before(page, left.index) if a.number == "p"), None)


def _lead(page: Page, word: int) -> int | None:
    """The participle of the same form, or over a verb the relative pronoun, that a joined participle goes on from."""
    words, here, verbs = page.text.words, page.text.words[word], False
    for number in range(word - 1, max(page.text.sentence_of(word).first, word - JOINED) - 1, -1):
        left = words[number]
        if left.text in closed().stops:
            return None
        chunk = page.chunk_of[number]
        verbs = verbs or (chunk >= 0 and page.chunks[chunk].kind == "verb")
        if RELATIVES.get(left.stem_key, "") == _ending(here) and "ال" in here.prefixes:
            return number
        if not verbs and _same_form(left, here) and _describes(page, number):
            return number
    return None


def _same_form(left: Word, here: Word) -> bool:
    described = any(a.derived in ("active", "passive") for a in left.analyses)
    definite = ("ال" in left.prefixes) == ("ال" in here.prefixes)
    return described and definite and not left.preposition and _ending(left) == _ending(here)


def _describes(page: Page, number: int) -> bool:
    """Whether a noun stands right before that a participle describes; "من المسلحين والموالين" describes none."""
    left = page.text.words[number - 1] if number else None
    heads = any(a.head == number for a in page.actors_at.get(number, ()))
    return (
        left is not None and left.kind == "word" and left.pos not in ("preposition", "particle", "verb") and not heads
    )


def _ending(word: Word) -> str:
    """Whether a participle is said of one, of a feminine or a thing in the plural, or of many people."""
    key = word.stem_key
    return "f" if key.endswith("ه") else "p" if key.endswith(("ون", "ين")) else "s"


def _describes_act(page: Page, word: int) -> bool:
    """ "تقدمت قوات هادي مدعومة بالطيران": indefinite behind a definite name or a comma, it goes with the verb."""
    here = page.text.words[word]
    if not word or "ال" in here.prefixes or here.preposition or not here.stem_key.endswith(DESCRIBED):
        return False
    if page.text.words[word - 1].text in closed().commas:
        return True
    before, left = names_before(page, word), page.text.words[word - 1]
    chunk = page.chunk_of[word - 1]
    told_when = chunk >= 0 and page.chunks[chunk].kind == "time"
    if told_when or (not before and left.definite and left.pos in ("noun", "adjective")):
        return True  # "يرتكب النظام المجازر مدعوما من": no definite noun is described so
    if word - 1 in page.place_words:
        return True  # "تقدم الجيش في محيط سرت مدعوما بالطيران"
    return bool(before) and all(a.definite or a.form == "name" for a in before)


def _said_of_doer(page: Page, word: int) -> tuple[ActorPhrase, ...] | None:
    if (owner := _of_deed(page, word)) is not None:
        return (owner,)
    doers = tuple(a for a in clause_subject(page, word) if a.klass in DOERS)
    one_man = any(a.klass == "person" and a.gender == "m" for a in doers) and _ending(page.text.words[word]) != "s"
    return doers if doers and not one_man else None


def _of_deed(page: Page, word: int) -> ActorPhrase | None:
    """ "رحب بتقدم القوات مدعومة بالطيران": how those advanced whose deed stands right before."""
    index = page.chunk_of[word - 1] if word else -1
    chunk = page.chunks[index] if index >= 0 else None
    if chunk is None or chunk.owner is None or not chunk.prep or chunk.owner.last != word:
        return None
    return chunk.owner if any(a.derived == "masdar" for a in page.word(chunk).analyses) else None


def _accused(page: Page, word: int) -> bool:
    """ "تتهمه الميليشيات بالانتماء إلى": who accuses does not belong."""
    near = page.text.words[max(word - ACCUSED, page.text.sentence_of(word).first) : word]
    told = (w for w in near if page.chunk_of[w.index] >= 0 and is_finite(page.chunks[page.chunk_of[w.index]]))
    return any(accuses(w) for w in told)


def _names_side(page: Page, word: int) -> bool:
    """ "التحالف العربي لدعم الشرعية": a name right before its own aim; "التحالف بقيادة السعودية لدعم" is not led so."""
    before = [a for a in names_before(page, word) if a.form == "name"]
    led = any(a.first and page.text.words[a.first - 1].stem_key == "قياده" for a in before)
    return bool(before) and not led


def over_adjective(page: Page, word: int, sense: Sense) -> tuple[ActorPhrase, ...]:
    """ "القوات الأخرى المناهضة للحكومة": a definite adjective may stand between a name and its participle."""
    left = page.text.words[word - 1] if word else None
    here = page.text.words[word]
    told = sense.shape in ("active", "passive") and "ال" in here.prefixes and not here.conjunction
    told = told or (sense.shape == "noun" and bool(here.conjunction) and bool(here.enclitic))  # "الانقلابية وحليفها"
    between = left is not None and "ال" in left.prefixes and not left.preposition and not left.conjunction
    adjective = between and left is not None and (left.pos == "adjective" or left.stem_key in OTHER)
    if sense.shape in ("active", "passive") and left is not None and _goes_with(here, left):
        return tuple(a for a in names_before(page, word - 1)[:1] if a.form != "name" and not a.definite)
    return tuple(names_before(page, word - 1)[:1]) if told and adjective else ()


def _over_town(page: Page, word: int) -> tuple[ActorPhrase, ...]:
    """ "اللواء 119 في بيحان الموالي لـ", "المقاومة في لحج، المدعومة من": a town, which is feminine, stands between."""
    comma = bool(word) and page.text.words[word - 1].text in closed().commas
    index = page.chunk_of[word - 1 - comma] if word > comma else -1
    chunk = page.chunks[index] if index >= 0 else None
    if chunk is None or chunk.prep not in ("في", "ب") or chunk.place is None or chunk.last != word - comma:
        return ()
    bare = chunk.place.first == chunk.first + (chunk.prep == "في")
    form = _ending(page.text.words[word])
    fits = [a for a in names_before(page, chunk.first) if _agrees_in_form(a, form)]
    return tuple(fits[:1]) if bare and (comma or form != "f") else ()


def _agrees_in_form(actor: ActorPhrase, form: str) -> bool:
    """Whether a participle of one form may be said of a name."""
    if form == "p":
        return actor.number == "p"
    return actor.gender == ("f" if form == "f" else "m") or (form == "f" and actor.number == "p")


def _goes_with(here: Word, left: Word) -> bool:
    """ "طائرات شحن تابعة لـ", "مسلحين آخرين تابعين لـ": what stands between a name and its participle belongs to it."""
    alone = not (left.prefixes or left.enclitic or here.prefixes)
    return alone and (left.stem_key in OTHER or (left.stem_key in LOADS and here.stem_key.endswith("ه")))


def before_place(page: Page, word: int) -> int | None:
    """The word where a place right before a tie opens with its preposition, if a name stops there."""
    index = page.chunk_of[word]
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    placed = left is not None and left.prep in ("في", "ب") and left.place is not None and left.last == word
    return left.first if placed and left is not None and names_before(page, left.first) else None


def _behind_verb_and_doer(page: Page, word: int) -> bool:
    index = page.chunk_of[word]
    verb = page.chunks[index - 2] if index - 2 >= page.sentence_first[index] else None
    return verb is not None and is_finite(verb) and page.chunks[index - 1].bare


def _named_behind(page: Page, word: int) -> bool:
    """Whether only adjectives with the article stand between a possessed noun and the name behind it."""
    for number in range(word + 1, min(word + 4, len(page.text.words))):
        if any(not a.adjective for a in page.actors_at.get(number, ())):
            return not page.text.words[number].conjunction and not page.text.words[number].preposition
        if "ال" not in page.text.words[number].prefixes:
            return False
    return False


def _in_construct(page: Page, word: int) -> bool:
    """Whether a noun without article stands right before, or a phrase that began before holds the word."""
    index = page.chunk_of[word]
    actor = page.chunks[index].actor if index >= 0 else None
    return actor is not None and actor.first < word < actor.last


def is_where(page: Page, actor: ActorPhrase) -> bool:
    """ "التي تقاتل في سوريا، فرعا لـ": where something is done."""
    chunk = page.chunks[page.chunk_of[actor.first]]
    return actor.klass == "state" and chunk.prep in ("في", "ب")


def _whole_names(page: Page, word: int) -> tuple[ActorPhrase, ...] | None:
    """A wing or branch is told of a name right before it; "رئيس فرع الحزب", "أعضاء الحركة" are told of no one."""
    index = page.chunk_of[word]
    left = page.text.words[word - 1] if word else None
    named = tuple(
        a for a in names_before(page, word) if a.form == "name" and a.klass != "person" and not is_where(page, a)
    )
    if named or left is None or index < 0:
        return named
    if left.stem_key in OPENING:
        return None  # "تعد الميليشيا من أبرز أذرع الحرس": said of the topic
    construct = left.kind == "word" and left.pos in ("noun", "name") and not left.definite
    within = page.chunks[index].head != word and page.chunks[index].first < word
    verb = any(is_finite(c) for c in page.chunks[max(index - 1, 0) : index])
    return () if within or (construct and not verb) else None
