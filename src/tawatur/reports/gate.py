"""Whether a trigger with its roles tells an act: the gate of precision. Recall is won by finding roles."""

from bisect import bisect_left

from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import LOSSES, Entry
from tawatur.model.phrases import PlacePhrase
from tawatur.reports.askings import asks_nothing
from tawatur.reports.deals import struck_deal
from tawatur.reports.grammar.agreement import gender_of
from tawatur.reports.grammar.borders import clause_of
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.governor import Governor
from tawatur.reports.grammar.neighbours import beside_verb
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense, always_present, key, lights_of
from tawatur.reports.modality.anew import whole_country
from tawatur.reports.other_senses import brings_no_force, is_hit
from tawatur.reports.reached import befell, come_about, fell_in
from tawatur.reports.refusals import of_ourselves
from tawatur.reports.roles.record import Roles, role_map
from tawatur.reports.undoing import NOUNS, is_goods, undone
from tawatur.reports.works import in_hand, in_headline, opens_clause

FORCES = frozenset({"armed", "weapon", "state"})
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID"})
AFTER = frozenset({"بعد", "عقب", "اثر", "فور", "منذ", "غداه"})
SINCE = frozenset({"بعد", "عقب", "اثر", "رغم", "بسبب", "غداه", "نتيجه", "منذ", "فور", "خلفيه"})
TO_COME = frozenset({"ان", "كي", "لكي"})  # "تعهد بأن يزود": right behind these no verb tells what stands
OURS = "بلاد"
TEXTS = frozenset({OURS, "بيان", "رساله", "قرار", "تقرير", "خطاب", "مذكره", "وثيقه", "نداء"})
TALKERS = frozenset({"person", "media"})
SPEAKERS = frozenset({"office", "person", "media", "political"})
HARMED = frozenset({"killed", "wounded"})  # units of numbers that only a verb of loss counts
SYMMETRIC = frozenset({"AGREE", "CONSULT", "COOPERATE"})


def passes(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """Whether the sense has the roles it needs, and is neither a state, a modifier nor an echo of a told act."""
    entry = sense.entry
    if _runs(page, word, sense):
        return True
    if entry.type == "REQUEST" and asks_nothing(page, word, sense, roles):
        return False
    deal = struck_deal(page, word, sense, roles)
    told = _filled(sense, roles) or counted_loss(page, word, sense) or of_ourselves(word, sense, roles) or deal
    if _in_words(sense, roles) or _in_politics(sense, roles) or (not told and not _left_open(page, word, sense, roles)):
        return False
    if sense.weak and not (entry.with_ or entry.turn or deal) and not _believed(page, word, sense, roles):
        return False
    if brings_no_force(page, word, sense, roles) or (entry.type == "AGREE" and roles.rule == "cause_of_subject"):
        return False  # "وصلت الأفواج استعدادا للهجوم": it only says what they came for
    if is_goods(word, sense) or is_hit(page, word, sense) or (roles.rule == "charged_with" and not roles.recipients):
        return False  # "بتهمة التحريض على الشغب": it only names the charge
    if sense.shape in NOUNS and (
        _echo(page, word, sense, roles) or undone(page, word, sense) or is_hit(page, word, sense)
    ):
        return False
    carried = roles.governor is not None and roles.governor.entry is not None
    return carried or sense.masdar is None or not sense.masdar.state or come_about(page, word, roles)


def _believed(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """Whether a sense that needs more than one role to be believed is."""
    return (
        _well_filled(page, word, sense, roles)
        or _carried(page, word, sense, roles)
        or _past(page, word, sense, roles)
        or _dates(page, word, sense, roles)
        or _agrees_alone(page, word, sense, roles)
        or fell_in(page, word, sense, roles)
        or in_hand(page, word, sense, roles)
        or of_ourselves(word, sense, roles)
    )


def _left_open(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """Speech whose speaker the chain tells or no list knows: "نطالب", "وأشاد بجهود", "دعا البيان", "داعيا إلى"."""
    if not sense.entry.speech or sense.entry.tier != "sure" or not word.analyses:
        return False
    if sense.shape == "active":
        before = page.text.words[word.index - 1] if word.index else word
        open_to_chain = bool(roles.recipients) or sense.entry.predicate or before.text in closed().commas
        return roles.rule == "active_participle" and open_to_chain
    if sense.shape != "verb":
        return False
    if all(a.person == "1" for a in word.analyses if a.pos == "verb"):
        return len(word.stem) > 3  # "ألم" is pain
    if roles.recipients and (roles.passive or roles.subject is None):
        return True
    if roles.subject is not None:
        head = page.word(page.chunks[roles.subject])
        if sense.entry.turn and head.stem_key == OURS:
            return True  # "إن بلاده لن تقف مكتوفة الأيدي"
        return bool(roles.recipients) and (head.stem_key.removesuffix("ا") in TEXTS or head.pos == "name")
    start = word.index - page.text.sentence_of(word.index).first
    return start == 0 or (start == 1 and page.text.words[word.index - 1].stem_key == "كما")


def _agrees_alone(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """ "تراجع المسلحون": of two verbs of one form only this agrees with the subject behind it."""
    own = sense.entry.tier == "sure" and sense.masdar is None and sense.shape == "verb"
    if not own or not roles.actors or roles.subject is None or roles.subject < page.chunk_of[word.index]:
        return False
    gender = gender_of(page.chunks[roles.subject], page)
    rivals = {a.gender for a in word.analyses if a.pos == "verb" and key(a.lemma) != key(sense.entry.lemma)}
    return gender == "m" and rivals == {"f"}


def _dates(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """ "بعد رفض الضباط المشاركة", "رغم دعوة المجلس إلى": what was said before or against something was said."""
    before = page.text.words[word.index - 1] if word.index else None
    spoken = sense.masdar is not None and sense.genitive == "agent"
    spoken = spoken and (sense.entry.speech or sense.entry.type == "AGREE")
    said = spoken and ((before is not None and before.stem_key in SINCE) or _brings_about(page, word))
    return said and any(a.first > word.index or word.enclitic for a in roles.actors)


def _brings_about(page: Page, word: Word) -> bool:
    """ "أدى رفض الحركة للهدنة إلى": what a verb of outcome says that it led to something has been said."""
    index = page.chunk_of[word.index]
    if index == page.sentence_first[index]:
        return False
    verb = page.chunks[index - 1]
    leads = verb.kind == "verb" and page.chunks[index].bare and not page.chunks[index].joined
    return leads and any(key(a.lemma) in closed().results for a in page.word(verb).analyses)


def _past(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """ "بعد طرد المسلحين منها", "عقب استعادتها من التنظيم": behind these a deed done to a force is past."""
    before = page.text.words[word.index - 1] if word.index else None
    hits = sense.entry.type in ("ASSAULT", "COERCE") and sense.genitive in ("patient", "either")
    told = sense.shape == "masdar" and hits
    if (
        not told
        or "ال" in word.prefixes
        or _any_such(page, word)
        or before is None
        or before.stem_key not in AFTER
        or before.enclitic
    ):
        return False
    return any(a.klass in ("armed", "political", "weapon") for a in roles.recipients)


def _in_words(sense: Sense, roles: Roles) -> bool:
    """ "جدد الوزير هجومه على رئيس الحكومة": who only speaks attacks others like him in words."""
    spoken = sense.entry.extension == "attack" and key(sense.entry.lemma) in ("هجوم", "هاجم", "هجمه", "حمله")
    if not spoken or not roles.actors or not roles.recipients or roles.places:
        return False
    heard = SPEAKERS | {"organisation"}  # "هاجم رئيس المجلس الأمم المتحدة"
    return all(a.klass in SPEAKERS for a in roles.actors) and all(a.klass in heard for a in roles.recipients)


def _in_politics(sense: Sense, roles: Roles) -> bool:
    """ "خاض البرلمان معركة شرسة حول القانون": who only speaks fights in words, unless enemies are told."""
    battle = sense.entry.extension == "clash" and sense.shape != "verb" and bool(roles.actors)
    return battle and not roles.recipients and not roles.places and all(a.klass in TALKERS for a in roles.actors)


def _any_such(page: Page, word: Word) -> bool:
    """ "عقب تحرير أي قرية": no deed in particular."""
    behind = page.text.words[word.index + 1] if word.index + 1 < len(page.text.words) else word
    return behind.stem_key in ("اي", "ايه", "كل", "اخر")


def _runs(page: Page, word: Word, sense: Sense) -> bool:
    """ "معارك أسفرت عن …", "اشتباكات استمرت يومين": fighting of which a verb says how it went is told without names."""
    if sense.entry.extension != "clash" or sense.shape == "verb" or "ال" in word.prefixes or word.enclitic:
        return False
    behind = page.chunk_of[word.index] + 1
    if word.number != "p" or behind >= len(page.chunks) or page.chunks[behind].kind != "verb":
        return False
    verb = page.word(page.chunks[behind])
    lasts = any(e.kind != "control" and "subject" in e.noun for e, _ in lights_of(verb, as_verb=True))
    return not verb.conjunction and (lasts or any(key(a.lemma) in closed().results for a in verb.analyses))


def _filled(sense: Sense, roles: Roles) -> bool:
    if "none" in sense.entry.needs and sense.shape in ("verb", "phrase"):
        return True  # a car bomb that goes off is a happening whoever is hit
    if roles.moved and any(a.klass == "armed" for a in roles.actors):
        return True
    if sense.entry.speech and sense.masdar is not None and not roles.actors:
        return False  # "تعرض لانتقادات": nobody is named who says it
    needs = sense.entry.needs or ("actor", "recipient", "place")
    if sense.entry.type in ("CONSULT", "COOPERATE", "AGREE") and not sense.entry.needs:
        return bool(roles.actors or roles.recipients)
    if (roles.actors and "actor" in needs) or (roles.recipients and "recipient" in needs):
        return True
    return bool(roles.places) and "place" in needs


def counted_loss(page: Page, word: Word, sense: Sense) -> bool:
    """ "قتل ثلاثة وأصيب خمسة في انفجار": behind a verb of loss a number alone tells whom."""
    if sense.entry.extension not in LOSSES or sense.shape != "verb" or word.enclitic:
        return False
    figures = page.named.figures
    at = bisect_left(figures, word.index + 1, key=lambda f: f.first)
    return at < len(figures) and figures[at].first == word.index + 1 and figures[at].unit in HARMED


def _carried(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """A weak noun that a light verb carries or a place bounds ("خاضت القوات معارك", "معارك عنيفة في المدينة")."""
    if sense.shape not in ("noun", "masdar", "phrase"):
        return False
    if sense.entry.type == "ASSAULT" and any(_at(page, word, place) for place in roles.places):
        return True
    return roles.governor is not None and bool(roles.actors or roles.places or roles.recipients)


def _at(page: Page, word: Word, place: PlacePhrase) -> bool:
    """ "معارك في المدينة"; a noun with the article needs a place of its own, behind it and no whole country."""
    return "ال" not in word.prefixes or (place.first > word.index and not whole_country(page.named, place.entity))


def _well_filled(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """Whether all that the sense asks for is there: an intransitive verb with a bound subject asks for no more."""
    if roles.actors and (roles.recipients or roles.places):
        return True
    if len(roles.actors) > 1 and sense.entry.type in SYMMETRIC:
        return True
    sent = sense.shape == "masdar" or roles.passive
    if sense.entry.type == "MOBILIZE" and sent and roles.recipients and roles.places:
        return any(a.klass in ("armed", "weapon") for a in roles.recipients)  # "نشر مئات المقاتلين في محيط القاعدة"
    if sense.entry.extension == "train" and sense.shape == "verb" and roles.recipients and roles.places:
        return True  # "تدرب المقاتلون في كينيا"
    if _takes_many(page, word, sense, roles):
        return True
    if sense.shape != "verb":
        return False
    counted = any(a.quantity is not None and a.klass in ("armed", "civilians", "group") for a in roles.recipients)
    if counted and sense.entry.type in ("ASSAULT", "COERCE"):
        return True  # "وأسر 11 من الحوثيين"
    if roles.passive and roles.recipients and roles.places and sense.entry.type in ("ASSAULT", "COERCE"):
        return True  # "الأراضي التي طهرت من المسلحين في ريف حلب"
    if any(a.klass in ("armed", "weapon") for a in roles.actors) and _dated(page, word):
        return True  # "وصل الجنود أمس"
    mapped = {role for slot, role in role_map(sense).items() if slot != "ضد"}  # which every act may have
    if "actor" in sense.entry.admits and not mapped & {"recipient", "party", "place"}:
        return bool(roles.actors)
    return "actor" not in mapped and bool(roles.recipients) and "recipient" in sense.entry.admits


def _takes_many(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """ "مقتل أربعة في كمين وأسر سبعة آخرين", "إضافة إلى أسر عشرة": people who are counted are taken prisoner."""
    taken = sense.shape == "masdar" and sense.entry.extension == "arrest" and "ال" not in word.prefixes
    chunk = page.chunks[page.chunk_of[word.index]]
    told = taken and not word.enclitic and (bool(word.conjunction) or chunk.prep == "الي") and not roles.actors
    return told and any(a.quantity is not None for a in roles.recipients)


def _dated(page: Page, word: Word) -> bool:
    return any(page.chunks[i].time is not None for i in clause_of(page, page.chunk_of[word.index]))


def _echo(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """A definite noun that has no argument of its own resumes what was told ("وخلال الهجوم")."""
    if "ال" not in word.prefixes:
        return False
    own = [a for a in roles.actors + roles.recipients if a.first > word.index]
    if own or any(p.first > word.index for p in roles.places):
        return False
    if word.index and page.text.words[word.index - 1].stem_key in closed().demonstratives:
        return True
    behind = page.text.words[word.index + 1] if word.index + 1 < len(page.text.words) else word
    ground = sense.entry.extension == "capture_ground"
    if roles.recipients and not ground and behind.pos == "preposition" and behind.enclitic:
        return False  # "تم القبض عليهم"
    if befell(sense, roles):
        return False
    return roles.governor is None or roles.governor.rule == "event_verb" or not roles.actors


def standing(page: Page, word: Word, entry: Entry) -> bool:
    """Whether a verb is an imperfect that is no future ("سيدرب ويمول" are both to come)."""
    index = page.chunk_of[word.index]
    ahead = word.future or (beside_verb(page, index) and page.word(page.chunks[index - 1]).future)
    before = page.text.words[max(word.index - 1, 0)]
    ahead = ahead or (before.stem_key in TO_COME and not before.enclitic)
    return not ahead and always_present(word, entry)


def is_state(page: Page, word: Word, sense: Sense) -> bool:
    """An imperfect of a verb of state ("يدعم", "تسيطر على") tells no act."""
    stays = sense.entry.aspect == "state" and sense.shape == "verb" and standing(page, word, sense.entry)
    stays = stays and not (sense.entry.type == "MOBILIZE" and opens_clause(page, word))
    return stays and not (sense.entry.type in ("ASSAULT", "MOBILIZE") and in_headline(page, word))


def enjoys(page: Page, sense: Sense, governor: Governor | None) -> bool:
    """Whether a standing act is told from the side of the one who has it now: "تحظى الجماعة بدعم إيران"."""
    light = governor.entry if governor is not None else None
    if light is None or light.subject != "recipient" or sense.entry.aspect != "state":
        return False
    assert governor is not None
    return always_present(page.text.words[governor.word], light)
