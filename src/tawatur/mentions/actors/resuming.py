"""Bare nouns that take up someone named before: "الحزب", "القوات", "المسلحون", "الطائرات".

A noun takes up the last one who was called by it. Forces also take up an army, aircraft the aircraft of the only side
that flies; "الجيش" or "الحكومة" of whom nobody spoke is that of the only state of which the article speaks. Where two
could be meant, a noun means nobody but itself.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from tawatur.arabic.letters import key
from tawatur.knowledge.files import load_yaml
from tawatur.mentions.actors.actor import Actor
from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.known import known
from tawatur.mentions.actors.node import Node
from tawatur.mentions.actors.possessors import FORCES, STATELY, Mention, country_of, give_owner, side_of
from tawatur.mentions.actors.standins import RESUMING, lemma_of

OCCUPATION, OCCUPYING = "احتلال", "الاحتلال"
AIRCRAFT = frozenset({"طيران", "طائرة", "طائرات", "مقاتلة", "مقاتلات", "مروحية"})
INSTITUTIONS = frozenset({"جيش", "قوات", "حكومة", "شرطة", "برلمان", "وزارة", "حرس"})
FIELDED = frozenset({"قوات", "وزارة", "حرس"})  # of which a field may say more: "قوات الأمن", "وزارة الدفاع"
MANY = frozenset({"ميليشيا", "فصيل", "كتيبة"})  # units that are taken up in the plural too
BACKING = frozenset({"دعم", "مسانده", "اسناد", "مساعده", "موازره", "غطاء"})
BACKED = 5  # words before a phrase among which stands that it backs others
REACH = 60  # mentions back
NEAR = 3  # sentences within which people are taken up


def resumed(node: Node, order: Sequence[Actor], seen: Sequence[Mention], desk: Desk) -> Actor | None:
    """The actor that a bare definite noun (`is_bare`) takes up again by its lemma, or None."""
    if node.noun is None or node.qualities:
        return None
    lemma, sort = lemma_of(node.noun.head), node.noun.sort
    if node.noun.head in FORCES and node.number != "d":
        called = FORCES if node.noun.head == "قوات" else frozenset({"جيش"})
        forces = (m.actor for m in reversed(seen[-REACH:]) if _is_force(m, desk, called))
        return None if node.topic else next(forces, None)
    if node.number == "p" and sort == "person" and node.klass == "armed":
        ranked = "title" in node.noun.flags and lemma != "جندي"  # "القادة", "الضباط": those present, or all of them
        return None if ranked else _people(node, lemma, seen, desk)
    many = node.number == "p" and lemma in MANY
    if not (many or sort == "source" or (node.number == "s" and (sort in RESUMING or "title" in node.noun.flags))):
        return None
    for actor in reversed(order[-REACH:]):
        if sort == "source" and actor.number != node.number:
            continue  # "المصادر" takes up sources, "المصدر" a source
        if lemma in actor.lemmas and (not node.topic or _same_topic(node, actor, desk)):
            return actor
    return None


def _is_force(mention: Mention, desk: Desk, words: frozenset[str]) -> bool:
    """Whether a phrase calls its actor forces or an army, or names one: "القوات الخاصة", "الجيش السوداني"."""
    if mention.node.klass != "armed" or mention.node.quantity is not None or _backs(mention.node, desk):
        return False
    head = desk.head(mention.node.head)
    called = mention.node.actor is None or mention.node.form != "nationality"
    army = mention.actor.kb in known() and any(t.kind == "army_of" for t in known()[mention.actor.kb or ""].affiliation)
    return army or (called and head is not None and head[0].head.head in words)


def _backs(node: Node, desk: Desk) -> bool:
    """ "سيطرت القوات بدعم من التحالف … هذه القوات": who only backs the others is not taken up."""
    before = desk.words[max(node.first - BACKED, 0) : node.first]
    led = bool(before) and before[-1].key == "من"
    return led and any(w.preposition == "ب" and w.stem_key in BACKING for w in before)


def _same_topic(node: Node, actor: Actor, desk: Desk) -> bool:
    words = key(actor.name["ar"]).split()
    return all(desk.keys[i] in words for i in node.topic)


def is_bare(node: Node, desk: Desk) -> bool:
    """Whether a phrase is a definite noun that nothing but an adjective or field tells from others of its kind."""
    if node.noun is None or not node.definite or node.enclitic or node.owner is not None or node.follows is not None:
        return False
    if node.words or node.place or node.quantity is not None:
        return False
    described = bool(node.qualities or node.topic or (node.loose and node.noun.head != "قوات"))
    return (described or node.last == node.head + 1) and not _told_apart(node, desk)


def _told_apart(node: Node, desk: Desk) -> bool:
    """Whether a participle right behind tells a phrase from others: "القوات المشاركة في العملية"."""
    if node.last >= desk.size:
        return False
    word = desk.words[node.last]
    if "ال" not in word.prefixes or word.conjunction or word.preposition or desk.head(node.last) is not None:
        return False
    return any(a.derived in ("active", "passive") for a in word.analyses)


def _people(node: Node, lemma: str, seen: Sequence[Mention], desk: Desk) -> Actor | None:
    """ "مسلحو الحركة … المسلحون": the fighters named last by the word, in this sentence or shortly before."""
    first = desk.text.sentence_of(node.first).first
    for _ in range(NEAR - 1):
        first = desk.text.sentence_of(first - 1).first if first else 0
    for mention in reversed(seen[-REACH:]):
        if mention.node.first < first:
            return None
        noun = mention.node.noun
        if noun is not None and lemma_of(noun.head) == lemma and mention.node.klass == "armed":
            return mention.actor if mention.node.number == "p" else None
    return None


def side_taken_up(node: Node, seen: Sequence[Mention], desk: Desk) -> str | None:
    """The known actor that a bare noun (`is_bare`) means by what the article told so far ("الجيش", "التنظيم").

    Where its side is known ("الطائرات", "المسلحون"), the phrase is given that owner.
    """
    side = _side_meant(node, seen, desk)
    if side is None or node.noun is None:
        return None
    node.form = "anaphor"
    if node.noun.head == OCCUPATION:
        node.rule = "resumes_side"
        return side
    if node.noun.sort == "unit" and not known()[side].country:
        node.rule = "resumes_side"
        return side
    return give_owner(node, side, "resumes_side_of")


def _side_meant(node: Node, seen: Sequence[Mention], desk: Desk) -> str | None:
    if node.noun is None or (node.topic and node.noun.head not in FIELDED):
        return None
    head = node.noun.head
    if head == OCCUPATION:
        return _only(_occupier(m.actor.kb) for m in seen[-REACH:])
    if head in AIRCRAFT:
        return _only(side_of(m) for m in seen[-REACH:] if m.node.noun is not None and m.node.noun.head in AIRCRAFT)
    if node.qualities or (head == "وزارة" and not node.topic):
        return None
    if head in INSTITUTIONS:
        return _only(country_of(m) for m in seen[-REACH:] if m.actor.kind in ("state", "office", "person"))
    if head in militants()["heads"] and (node.number == "p" or node.noun.sort == "unit"):
        group = _only(m.actor.kb for m in seen[-REACH:] if _fights_a_state(m.actor.kb))
        return group if group in militants()["groups"] else None
    return None


@cache
def _occupier(actor: str | None) -> str | None:
    """The state whose forces the knowledge base knows to be called those of the occupation."""
    record = known().get(actor or "")
    if record is None or not any(OCCUPYING in form.form.split() for form in record.loaded):
        return None
    return record.state or record.id


def _fights_a_state(actor: str | None) -> bool:
    """Whether a known actor is an armed group that no state has."""
    record = known().get(actor or "")
    return record is not None and record.klass == "armed" and not any(t.kind in STATELY for t in record.affiliation)


def _only(sides: Iterable[str | None]) -> str | None:
    """The one side among those named, or None."""
    found = {side for side in sides if side is not None}
    return found.pop() if len(found) == 1 else None


@cache
def militants() -> dict[str, frozenset[str]]:
    """`heads`: words for fighters against a state; `groups`: the known groups that they mean without more."""
    content = load_yaml("tawatur.mentions.actors", "militants.yml")
    return {name: frozenset(content[name]) for name in ("heads", "groups")}
