"""From triggers to drafts: sense, roles, gate, and the circumstances of each act."""

import msgspec

from tawatur.arabic.word import Word
from tawatur.model.draft import Draft
from tawatur.model.reading import ReportKind
from tawatur.reports.blames import blames
from tawatur.reports.by_means import lend_to_means
from tawatur.reports.causes import lend_doers
from tawatur.reports.company import Company
from tawatur.reports.consequences import lend_onwards
from tawatur.reports.deals import only_required
from tawatur.reports.drafting import draft_of
from tawatur.reports.duties import duties
from tawatur.reports.enemies import lend_enemies
from tawatur.reports.gate import DEEDS, counted_loss, enjoys, is_state, passes
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.arguments import of_verb
from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.happenings import lend_beside
from tawatur.reports.inheritance import inherit
from tawatur.reports.known_sides import lend_known_sides
from tawatur.reports.lexicon.collocates import NO_KEYS, folded, leads, locks, refused
from tawatur.reports.lexicon.senses import Sense, lights_of
from tawatur.reports.modality.resumed import definite
from tawatur.reports.naming import only_names
from tawatur.reports.other_senses import other_sense
from tawatur.reports.repeats import told_once, without_repeats
from tawatur.reports.repulses import lend_attackers
from tawatur.reports.roles.filling import fill
from tawatur.reports.roles.record import Roles
from tawatur.reports.scope import about_conflict
from tawatur.reports.shots import share_shots
from tawatur.reports.tie_checks import only_wanted
from tawatur.reports.tie_sharing import resume_object, share_object
from tawatur.reports.ties import fill_tie
from tawatur.reports.triggers import Trigger, triggers_of
from tawatur.reports.undoing import surely_undone
from tawatur.reports.unlocked import between_forces, one_type
from tawatur.reports.victims import lend_victims
from tawatur.reports.whereabouts import take_places


class Telling(msgspec.Struct, kw_only=True):
    """A trigger in the sense that passed, with its roles and clause."""

    trigger: Trigger
    sense: Sense
    roles: Roles
    clause: range
    type: str
    kind: ReportKind
    tolls: list["Telling"] = []
    reach: list[Chunk] | None = None  # the chunks among which its place and time stand, once they are sought


def read_events(page: Page) -> list[Draft]:
    """The drafts of an article."""
    company = Company(page)
    found = [t for trigger in triggers_of(page) if (t := _telling(page, trigger, company)) is not None]
    found += [_stated(page, *said) for said in (*duties(page), *blames(page))]
    found.sort(key=lambda t: t.trigger.word)
    told = without_repeats(page, found)
    lend_doers(page, told)
    share_shots(page, told)
    lend_beside(page, told)
    lend_victims(page, told)
    lend_attackers(page, told)
    lend_enemies(page, told)
    lend_onwards(page, told)
    lend_to_means(page, told)
    lend_known_sides(page, told)
    if not about_conflict(page, told):
        return []
    triggers = sorted(t.trigger.word for t in told if t.kind == "event" or t.sense.shape == "verb")
    drafted = [(t.sense, draft_of(page, t, triggers)) for t in told]
    drafts = definite(page.text, page.named, [d for sense, d in drafted if not only_wanted(sense, d)])
    return take_places(page, inherit(page, told_once(page, drafts)))


def _telling(page: Page, trigger: Trigger, company: Company) -> Telling | None:
    """The first sense of a trigger that its neighbours allow and whose roles pass the gate."""
    word = page.text.words[trigger.word]
    clause = clause_of(page, chunk_near(page, trigger.word))
    beside: frozenset[str] | None = None
    spare: Telling | None = None
    before = page.text.words[trigger.word - 1] if trigger.word else None
    for sense in trigger.senses:
        entry = sense.entry
        if entry.without:
            beside = company.beside(trigger.word, trigger.last) if beside is None else beside
            if refused(entry, beside):
                continue
        described = entry.kind == "tie" and sense.shape in ("active", "passive")  # "القوات المتحالفة معها"
        if not leads(entry, word, None if described else before):
            continue
        bound = not entry.with_ or _locked(company, trigger, sense, clause)
        bound = bound or (entry.extension == "wound" and counted_loss(page, word, sense))  # "وأصيب خمسة"
        alone = sense.shape == "verb" and not entry.turn and not (entry.type == "AID" and sense.weak)
        if not bound and (not alone or spare is not None or not _free(trigger.senses, word)):
            continue
        if surely_undone(page, word, sense) or only_names(page, word, sense) or other_sense(page, word, sense):
            continue
        if only_required(page, word, sense):
            continue
        stays = is_state(page, word, sense)
        if stays and not entry.state_type:
            if bound:
                return None
            continue
        roles = (fill_tie if entry.kind == "tie" else fill)(page, trigger.word, sense)
        if stays:
            share_object(page, word.index, entry, roles)
            resume_object(page, word.index, entry, roles)
        if (told := _told(page, word, sense, roles, stays=stays)) is not None:
            telling = Telling(trigger=trigger, sense=sense, roles=roles, clause=clause, type=told[1], kind=told[0])
            if bound:
                return telling
            spare = telling if told[0] == "event" and between_forces(roles) else None
        if bound and stays:
            return None
    return spare


def _stated(page: Page, word: int, sense: Sense, roles: Roles) -> Telling:
    trigger = Trigger(word=word, last=word + 1, senses=(sense,))
    clause = clause_of(page, page.chunk_of[word])
    return Telling(trigger=trigger, sense=sense, roles=roles, clause=clause, type=sense.entry.type or "", kind="event")


def _free(senses: tuple[Sense, ...], word: Word) -> bool:
    """Whether a verb may tell its deed of force though no neighbour locks its sense."""
    return one_type(senses) and not lights_of(word, as_verb=True)


def _locked(company: Company, trigger: Trigger, sense: Sense, clause: range) -> bool:
    """Whether a sense that needs a neighbour has it; the keys of the trigger itself lock nothing.

    A deed is locked by words of its own clause and of the noun that it describes, what is said by all near.
    """
    keys, own = folded(sense.entry.with_), company.own(trigger.word, trigger.last)
    told = sense.entry.type not in DEEDS or sense.entry.extension == "form_unit"
    if locks(keys, own, company.of_clause(clause, complement=told)):
        return True
    if sense.entry.extension == "condemn" and locks(keys, own, company.predicate(clause)):
        return True
    word = company.page.text.words[trigger.word]
    if not told and not word.enclitic:
        if locks(keys, own, company.description(trigger.word)):
            return True
        hit = locks(keys, own, company.behind(clause))  # seldom, and what is hit takes long to find
        return hit and locks(keys, own, _hit_behind(company, trigger, sense, clause))
    given = told or (sense.entry.type == "AID" and features(word).tense == "past")
    return locks(keys, own, company.antecedent(trigger.word, told=given))


def _hit_behind(company: Company, trigger: Trigger, sense: Sense, clause: range) -> frozenset[str]:
    """ "أحرق مسلحون يرتدون أقنعة قرية": the keys of an object that stands behind what only describes the doer."""
    page = company.page
    index = page.chunk_of[trigger.word]
    if sense.shape != "verb" or index < 0 or not is_finite(page.chunks[index]):
        return NO_KEYS
    found = of_verb(page, index).slots.get("object", ())
    return NO_KEYS.union(*(company.own(c.first, c.last) for c in found if c.index >= clause.stop))


def chunk_near(page: Page, word: int) -> int:
    """The chunk of a word, or for a word of an aside the one before it."""
    while word > 0 and page.chunk_of[word] < 0:
        word -= 1
    return max(page.chunk_of[word], 0)


def _told(page: Page, word: Word, sense: Sense, roles: Roles, *, stays: bool) -> tuple[ReportKind, str] | None:
    """What a sense with its roles tells: an act, a tie that needs both ends, or nothing."""
    entry = sense.entry
    if stays or enjoys(page, sense, roles.governor):
        return ("relation", entry.state_type) if entry.state_type and _has_both(roles) else None
    if entry.type is None:
        return None
    if entry.kind == "tie":
        return ("relation", entry.type) if _has_both(roles) else None
    return ("event", entry.type) if passes(page, word, sense, roles) else None


def _has_both(roles: Roles) -> bool:
    """Whether a tie has two ends: nobody stands by himself."""
    ends = {(a.entity, a.first) for a in (*roles.actors, *roles.recipients)}
    return bool(roles.actors and roles.recipients) and len(ends) > 1
