"""Standing ties told by participles and nouns ("التابعة لـ", "المدعوم من", "قائد X"), read word by word.

A phrase is maximal ("مقاتلون من الفصائل الموالية للحكومة"), so both ends of a tie often stand in one phrase: the end
before the word is the name that stops there or holds it, the end behind it is the name that begins there.
"""

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.arguments import of_verb
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.resuming import describes_noun
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.roles.filling import fill
from tawatur.reports.roles.record import Roles, admitted, role_map
from tawatur.reports.tie_checks import no_tie, settled
from tawatur.reports.tie_dealings import in_company, of_adverb, of_go_betweens, parties_behind, taken_for
from tawatur.reports.tie_doers import front_of, is_where, over_adjective
from tawatur.reports.tie_ends import before_sort, clause_subject, counts_as, ends_before, ends_behind, with_joined
from tawatur.reports.tie_names import names_before
from tawatur.reports.tie_possessed import of_possessed
from tawatur.reports.tie_predicates import are_two, linked, split_parties, topic_of
from tawatur.reports.tie_relatives import indefinite_head, relative_with_pronoun, topic_of_relative
from tawatur.reports.tie_rows import nationals_behind, parties_before, with_joined_backers
from tawatur.reports.tie_sharing import alone, first_of_pair
from tawatur.reports.tie_titles import of_command, of_member

VERB_BEFORE = "subject_of_verb_before"
MEN = ("person",)
UNDER = "تحت"  # "يعمل تحت إمرة …"
ROLE = frozenset({"دور", "دورا"})  # "تلعب قطر دور الوسيط"
POSTS = frozenset(
    {"قياده", "زعامه", "اماره", "امره", "اشراف", "اوامر", "امر"}
)  # "تولى X قيادة الجبهة": the post, not who is commanded
UNITS = frozenset({"في", "من", "ضمن"})  # "الفرقة السابعة في الجيش"
AGENTS = frozenset({"من", "من قبل", "علي يد", "علي ايدي", "من جانب", "من طرف"})


def fill_tie(page: Page, word: int, sense: Sense) -> Roles:
    """The two ends of a tie: around the word itself for participles and nouns, by the clause for verbs."""
    if refusal := no_tie(page, word, sense):
        return Roles(rule=refusal)
    return settled(page, sense, _fill(page, word, sense))


def _fill(page: Page, word: int, sense: Sense) -> Roles:
    index = page.chunk_of[word]
    if (first := first_of_pair(page, word, sense)) is not None:
        shared = _fill(page, word - 1, first)
        shared.recipients = [a for a in shared.recipients if admitted(page, sense.entry, "recipient", a)]
        return shared
    if alone(page, word, sense):
        return Roles(rule="act_of_aid")
    if sense.entry.unit:
        return _of_unit(page, word, sense)
    if sense.shape == "verb" or (sense.shape == "phrase" and index >= 0 and page.chunks[index].kind == "verb"):
        return _of_verb(page, word, sense)
    title = sense.shape == "noun" or (sense.shape == "phrase" and bool(sense.entry.not_behind))
    if sense.entry.type in ("commands", "formed_by") and title and not sense.entry.lead:
        titled = of_command(page, word, sense)
        if sense.entry.type == "commands" or titled.actors:
            return titled
    if sense.entry.type == "part_of" and sense.shape == "noun" and sense.entry.admits.get("actor") == MEN:
        return of_member(page, word, sense)
    if sense.entry.type == "mediates_between" and "عبر" in role_map(sense):
        return of_go_betweens(page, word, sense)
    if sense.entry.type == "coordinates_with" and of_adverb(page, word, sense):
        return in_company(page, word, sense)
    if sense.shape == "noun" and page.text.words[word].preposition == "ك":
        return taken_for(page, index, sense)
    if (possessed := of_possessed(page, word, sense)) is not None:
        return possessed
    if sense.shape == "masdar" and sense.genitive == "either" and _of_giver(page, word):
        return fill(page, word, sense)
    roles = _around(page, word, sense)
    if sense.entry.type == "mediates_between" and roles.actors and roles.recipients:
        roles.recipients = parties_behind(page, roles.recipients)
    if (roles.actors and roles.recipients) or index < 0 or page.inner_names.get(word, False):
        return roles
    if sense.shape == "noun" and (row := are_two(page, word)) and not roles.recipients:
        roles.actors = [a for a in row if admitted(page, sense.entry, "actor", a)]
        split_parties(roles)
    symmetric = "party" in role_map(sense).values()
    if symmetric:
        _parties(page, word, sense, roles)
        if roles.actors and roles.recipients:
            return roles
    if sense.shape == "masdar" or (symmetric and sense.shape in ("noun", "phrase")):
        return fill(page, word, sense)  # "قناة بين أ وب", "دعم إيران للجماعة"
    return roles


def _of_giver(page: Page, word: int) -> bool:
    """ "أدان دعم تركيا للفصائل": right behind the noun stands who gives, and behind "ل" to whom."""
    near = page.actors_at.get(word + 1, ())
    giver = next((a for a in near if not a.adjective and not page.text.words[word + 1].preposition), None)
    if giver is None or page.text.words[word].enclitic or giver.last >= len(page.text.words):
        return False
    behind = page.text.words[giver.last]
    return behind.preposition == "ل" and any(not a.adjective for a in page.actors_at.get(behind.index, ()))


def _parties(page: Page, word: int, sense: Sense, roles: Roles) -> None:
    """Both sides of a symmetric tie that stand right before or behind its noun."""
    sides = [*parties_before(page, word), *nationals_behind(page, word)]
    sides = sides or list(linked(page, word))
    named = [a for a in sides if admitted(page, sense.entry, "party", a)]
    if len({a.entity for a in named}) > 1:
        roles.actors, roles.recipients = named[:1], named[1:]


def _of_verb(page: Page, word: int, sense: Sense) -> Roles:
    """A tie told backwards ("الفيلق الذي شكلته روسيا") needs the relative clause that makes its object the topic."""
    mapping = role_map(sense)
    backwards = mapping["subject"] == "recipient" and mapping["object"] == "actor"
    relative = relative_with_pronoun(page, word)
    if backwards and sense.entry.type == "formed_by" and relative is None:
        return Roles(rule="tie_needs_relative_clause")
    roles = fill(page, word, sense)
    if roles.rule.endswith(VERB_BEFORE) and _describes_nameless(page, word):
        return Roles(rule="told_of_no_name")  # "ترأس مجموعة تنتمي للتنظيم"
    if sense.entry.type in ("opposes", "allied_with", "coordinates_with"):
        split_parties(roles)
    if sense.entry.type == "commands" and sense.entry.with_:
        _below_the_post(page, word, sense, roles)
    if sense.entry.type == "commands":
        roles.actors = _one_kind(roles.actors)
    topic = indefinite_head(page, word) if relative is None else topic_of_relative(page, relative, sense)
    if topic is None and (relative is not None or describes_noun(page, page.chunk_of[word])):
        _drop_object(roles, mapping["object"])  # "تحالف تقوده كينيا": the pronoun means what no list knows
    if topic is not None:
        role = mapping["object"]
        if role in ("actor", "recipient") and admitted(page, sense.entry, role, topic):
            _give_topic(roles, role, topic)  # "التحالف الذي تقوده …": its pronoun is the object, no name behind it
    return roles


def _describes_nameless(page: Page, word: int) -> bool:
    """Whether a verb goes on about an indefinite noun right before it that names no actor."""
    index = page.chunk_of[word]
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if left is None or left.kind != "noun" or left.definite or page.text.words[word].conjunction:
        return False
    named = left.actor is not None or left.owner is not None or left.place is not None
    return not named and left.last == page.chunks[index].first


def _one_kind(leaders: list[ActorPhrase]) -> list[ActorPhrase]:
    """ "الجبهة التي يتزعمها منصور، والحركة التي": beside a person who leads stands no force that does."""
    person = bool(leaders) and leaders[0].klass == "person"
    return [a for a in leaders if not person or a.klass in ("person", "office")]


def _drop_object(roles: Roles, role: str) -> None:
    """Takes out whom the pronoun on a verb was thought to mean."""
    if role == "actor":
        roles.actors = []
    elif role == "recipient":
        roles.recipients = []


def _below_the_post(page: Page, word: int, sense: Sense, roles: Roles) -> None:
    """ "تولى X قيادة الجبهة", "يخضع اللواء لإمرة الحرس": who stands behind the post fills its role."""
    for slot, role in role_map(sense).items():
        for chunk in of_verb(page, page.chunk_of[word]).slots.get(slot, ()):
            if role in ("actor", "recipient") and page.word(chunk).stem_key in POSTS:
                named = [a for a in page.actors_at.get(chunk.head + 1, ()) if admitted(page, sense.entry, role, a)]
                (roles.actors if role == "actor" else roles.recipients)[:] = named[:1]


def _of_unit(page: Page, word: int, sense: Sense) -> Roles:
    """ "الفرقة السابعة في الجيش العراقي": a unit with a name, and right behind it the force that it belongs to."""
    roles, index = Roles(rule="unit_of_force"), page.chunk_of[word]
    own = next((a for a in page.actors_at.get(word, ()) if a.head == word and a.form == "name"), None)
    behind = page.chunks[index + 1] if index >= 0 and index + 1 < page.sentence_last[index] else None
    if own is None or behind is None or behind.prep not in UNITS or behind.first != own.last or behind.actor is None:
        return roles
    force = behind.actor
    if force.form != "name" or force.entity == own.entity or not admitted(page, sense.entry, "recipient", force):
        return roles
    roles.actors, roles.recipients = [own], [force]
    return roles


def _give_topic(roles: Roles, role: str, topic: ActorPhrase) -> None:
    roles.actors = [topic] if role == "actor" else [a for a in roles.actors if a != topic]
    roles.recipients = [topic] if role == "recipient" else [a for a in roles.recipients if a != topic]


def _around(page: Page, word: int, sense: Sense) -> Roles:
    mapping, roles = role_map(sense), Roles(rule=f"tie_{sense.shape}")
    start = before_sort(page, word) if sense.shape == "noun" else word
    before = front_of(page, word, sense)
    before = topic_of(page, word, sense) if before is None else before
    if before is None:
        before = ends_before(page, word, sense) or (tuple(names_before(page, start)[:1]) if start < word else ())
        before = before or over_adjective(page, word, sense)
    joined = page.text.words[word].conjunction and not page.text.words[word].enclitic
    if joined and sense.shape in ("noun", "masdar") and "party" in mapping.values():
        before = ()  # "تحالف فوق العراق، وتحالف أميركي مع البحرين"
    if sense.shape == "masdar" and before and _beside_or_of(page, word, before[0]):
        before = ()
    if sense.shape == "noun":
        before = tuple(a for a in before if a.head != word or a.first < word)  # "بوصفها تمثل حليفا لـ"
    if sense.shape == "noun" and sense.entry.type in ("part_of", "affiliated_with"):
        before = tuple(a for a in before if not is_where(page, a))  # "التي تقاتل في سوريا، فرعا لـ"
    last = word + max(len(sense.entry.phrase) - 1, 0)
    slot, behind = ends_behind(page, last, participle=sense.shape in ("active", "passive"))
    if sense.entry.lead and before and (nationals := _indefinite_nation(page, word)):
        slot, behind = "", nationals  # "بقيادة سعودية"
    if sense.shape == "phrase" and not behind and not slot:  # "إحدى فصائل الحشد": the name begins inside the phrase
        behind = tuple(a for a in page.actors_at.get(last, ()) if a.form == "name" and a.last > last + 1)[:1]
    if sense.shape in ("active", "passive") and not slot:
        return roles  # "المعارضة", "المساندة" without their preposition only name
    if slot == "ل" and sense.shape == "masdar" and _is_cause(page.text.words[word]):
        before = clause_subject(page, word)  # "قصفت الطائرات المواقع دعما للمقاومة"
    under = key(page.text.words[word].text) == UNDER
    if not before and (sense.entry.lead or under or _said_of_subject(page, word, sense)):
        before = clause_subject(page, word)  # "تشكل اللواء في الصيف بقيادة …"
    if sense.shape == "passive" and len(behind) == 1 and (slot == "ب" or slot in AGENTS):
        behind = with_joined_backers(page, word, behind[0])
    if sense.shape not in ("active", "passive") and sense.genitive != "none":
        mapping.setdefault("genitive", "recipient")
    front, back = _slots_of_ends(page, word, sense, mapping, slot, behind)
    if sense.shape in ("active", "passive"):  # "المعسكر التابع لـ": an adjective alone is no follower
        before = tuple(a for a in before if a.head != word or a.number == "p")
    if sense.shape != "noun" and any(a.head == word and a.entity in {b.entity for b in behind} for a in before):
        return roles  # "المعارضة السورية" is a name of its own
    row = with_joined(page, before[0]) if before and _many(page, word, sense) else ()
    if sense.shape == "passive" and len(before) > 1 and before[1].first >= before[0].last:
        row = before  # "تقدم الجيش والمقاومة مدعومين بـ"
    if len(row) > 1:
        before = row  # "إيران وسوريا حليفتان لـ"
    _give(page, roles, mapping.get(front, ""), before, sense, one=len(row) < 2)
    _give(page, roles, mapping.get(back, ""), behind, sense, one=False)
    return roles


def _slots_of_ends(
    page: Page, word: int, sense: Sense, mapping: dict[str, str], slot: str, behind: tuple[ActorPhrase, ...]
) -> tuple[str, str]:
    """In which slots of a tie its end before it and its end behind it stand."""
    if sense.shape == "passive":
        return "object", slot if slot in mapping else "subject" if slot in AGENTS else ""
    if sense.shape == "active":
        return "subject", slot
    before_name = page.text.words[word + 1 : behind[0].first] if behind else ()
    from_them = [w.stem_key for w in before_name if w.kind == "word"] == ["من"]
    if slot == "من" and page.text.words[word].enclitic and from_them:
        return "subject", "genitive"  # "وحلفاؤهم من قوات صالح"
    return "subject", slot or "genitive"


def _beside_or_of(page: Page, word: int, actor: ActorPhrase) -> bool:
    """ "بفضل المقاومة ومساندة التحالف", "مدفعية الدعم التابعة لـ": a help told beside a name, or for which it is."""
    here = page.text.words[word]
    if actor.last != word or here.enclitic:
        return False
    construct = "ال" in here.prefixes and actor.head == word - 1 and not actor.definite
    return construct or (here.conjunction == "و" and not here.preposition)


def _indefinite_nation(page: Page, word: int) -> tuple[ActorPhrase, ...]:
    """ "بقيادة فرنسية": the adjective of a nation right behind, without article."""
    behind = page.text.words[word + 1] if word + 1 < len(page.text.words) else None
    if behind is None or "ال" in behind.prefixes:
        return ()
    return tuple(a for a in nationals_behind(page, word) if a.klass == "state")


def _many(page: Page, word: int, sense: Sense) -> bool:
    """Whether a noun of ties is said of several: "شركاء", "حليفتان"."""
    here = page.text.words[word]
    plural = here.stem_key in {key(form) for form in sense.entry.plural}
    return sense.shape == "noun" and "ال" not in here.prefixes and (plural or here.stem_key.endswith(("ان", "تان")))


def _is_cause(word: Word) -> bool:
    """A verbal noun in the accusative that says why something is done ("دعما")."""
    return word.stem.endswith("ا") and not word.definite and not word.enclitic and not word.preposition


def _said_of_subject(page: Page, word: int, sense: Sense) -> bool:
    """ "تعتبر إيران حليفا لـ", "تلعب قطر دور الوسيط": the noun is the predicate of the clause."""
    if sense.shape != "noun" or not word:
        return False
    word = before_sort(page, word)  # "ليست إيران دولة عدوة لـ"
    here, left = page.text.words[word], page.text.words[word - 1]
    indefinite = "ال" not in here.prefixes and not here.enclitic and here.text.endswith(("ا", "ة", "ات", "اء"))
    return left.stem_key in ROLE or (indefinite and counts_as(page, word))


def _give(page: Page, roles: Roles, role: str, actors: tuple[ActorPhrase, ...], sense: Sense, *, one: bool) -> None:
    if role not in ("actor", "recipient", "party"):
        return
    fitting = [a for a in actors if admitted(page, sense.entry, role, a)]
    (roles.recipients if role == "recipient" else roles.actors).extend(fitting[:1] if one else fitting)
