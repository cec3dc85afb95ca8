"""From the scopes around a trigger to the chain of a draft, with what the speakers leave of its modality."""

from bisect import bisect_right
from typing import NamedTuple

from tawatur.arabic.letters import key
from tawatur.chains.agreement import agrees
from tawatur.chains.openers import COMMAS
from tawatur.chains.outlets import Outlet
from tawatur.chains.scopes import Scope
from tawatur.chains.voice import Voice
from tawatur.chains.voices import Sources
from tawatur.model.draft import Draft
from tawatur.model.reading import Filler, Link, Modality, Stance
from tawatur.model.span import Span

ADJUNCTS = frozenset(
    {"بعد", "قبل", "عقب", "غداه", "منذ", "اثر", "خلال", "اثناء", "عشيه"}
)  # what they govern a denial leaves standing

DUTY = frozenset({"وجب", "انبغي"})
SIDES = frozenset({"armed", "state", "political"})
ACTING = frozenset({"office", "person", "organisation"})
TELLERS = frozenset({"media", "text"})
NEAR = 90  # words back at which the last speaker still speaks
HEAD = 1  # words of a nominal complement among which the thing denied stands
DECLARED = frozenset({"هدنه", "وقف"})  # a truce, a cease-fire
WAR = frozenset({"حرب", "حربا"})


class Chain(NamedTuple):
    """The links of a draft, its modality, the words that changed it, and who does what a speaker says of himself."""

    links: tuple[Link, ...]
    modality: Modality
    cues: tuple[Span, ...]
    speaker: Filler | None = None


class Judge:
    """Gives every draft its chain."""

    def __init__(self, sources: Sources, scopes: list[Scope], outlet: Outlet, agency: Voice | None) -> None:
        self.sources, self.outlet, self.agency = sources, outlet, agency
        self._scopes = sorted(scopes, key=lambda s: (s.first, s.rank, -s.last, s.cue_word))
        self._firsts = [scope.first for scope in self._scopes]

    def chain_of(self, draft: Draft) -> Chain:
        """The chain of a draft, outermost first."""
        word = draft.trigger_word
        around = [s for s in self._scopes[: bisect_right(self._firsts, word)] if word < s.last]
        links: list[Link] = []
        modality, cues = draft.modality, list[Span]()
        for scope in around:
            for voice in self._spoken_through(scope, first=not links):
                self._add(links, _link(voice, scope))
            modality, changed = self._put(modality, scope, draft)
            if changed:
                cues.append(scope.cue)
        kept = self._without_own_speech(links, draft)
        last = links[-1] if len(kept) < len(links) and not draft.actors else None
        speaker = Filler(entity=last.entity, span=last.span) if last is not None and draft.speech else None
        if not links and speaker is None:
            speaker = self._spoke_last(draft)
        elif draft.ours and not draft.actors and speaker is None:
            speaker = self._side_of(links[-1])
        return Chain(_with_stance(kept, modality), modality, tuple(cues), speaker)

    def _spoken_through(self, scope: Scope, *, first: bool) -> tuple[Voice, ...]:
        voices = scope.voices if scope.medium is None else (scope.medium, *scope.voices)
        if (
            first
            and self.agency is not None
            and scope.medium is None
            and scope.voices
            and scope.voices[0].anonymous
            and scope.voices[0].entity != self.agency.entity
        ):
            voices = (self._nearest(scope), *voices)
        return tuple(v for v in voices if not self.outlet.owns(v))

    def _nearest(self, scope: Scope) -> Voice:
        """The agency as it was last named before a scope."""
        assert self.agency is not None
        named = [
            v for s in self._scopes if s.cue_word < scope.cue_word for v in s.voices if v.entity == self.agency.entity
        ]
        return max(named, key=lambda v: v.first, default=self.agency)

    def _add(self, links: list[Link], link: Link) -> None:
        if any(old.entity == link.entity for old in links):
            return
        links.append(link)

    def _put(self, modality: Modality, scope: Scope, draft: Draft) -> tuple[Modality, bool]:
        """What a denial, doubt or guess makes of an act told in its complement."""
        if (
            draft.kind == "relation"
            and scope.rule.startswith("speech_noun")
            and draft.trigger_word > scope.first + HEAD
        ):
            return modality, False  # "نفى مهاجمة القوات الموالية للرئيس": their loyalty is not denied
        if scope.stance == "denies" and not self._adjunct(draft) and not self._in_relative(draft, scope):
            return ("asserted" if modality == "denied" else "denied"), True
        if (
            scope.modality
            and modality == "asserted"
            and not self._adjunct(draft)
            and not self._in_relative(draft, scope)
        ):
            return scope.modality, True
        return modality, False

    def _in_relative(self, draft: Draft, scope: Scope) -> bool:
        """ "نفت مشاركتها في الحوار الذي دعا إليه الرئيس": what only describes the thing denied stands."""
        before = self.sources.words[draft.trigger_word - 1] if draft.trigger_word else None
        return scope.rule.startswith("speech_noun") and before is not None and before.pos == "relative"

    def _adjunct(self, draft: Draft) -> bool:
        word = self.sources.words[draft.trigger_word - 1] if draft.trigger_word else None
        return word is not None and word.stem_key in ADJUNCTS

    def _without_own_speech(self, links: list[Link], draft: Draft) -> list[Link]:
        """The speaker of a report that is itself a speech act is its actor and no link of its chain."""
        own = {a.entity for a in draft.actors}
        joined = self.sources.words[draft.trigger_word].conjunction == "و"  # "استدعت جنودها ودعتهم": hers
        alone = self._goes_on(draft) or not (draft.recipients or joined)  # "أكد أن ذلك لن يمر دون عقاب": nobody's
        if links and draft.speech and not own and alone and not self._only_tells(links[-1]):
            return links[:-1]
        if links and self._declares(links[-1], draft):
            return links[:-1]
        return links[:-1] if draft.speech and links and links[-1].entity in own else links

    def _goes_on(self, draft: Draft) -> bool:
        """ "أكد الوزير أن …، وطالب بوقف القصف", "قال الوزير: نطالب بوقف القصف": the speaker's own act."""
        word = self.sources.words[draft.trigger_word]
        if draft.rule in ("active_participle", "duty", "blame"):
            return True  # "قال الشيخ إن …، داعيا إلى": of one whom no list of actors knows
        if word.pos != "verb":
            return False
        if any(key(a.lemma) in DUTY for a in word.analyses if a.pos == "verb"):
            return True  # "قال الوزير إنه يجب على الحوثيين الانسحاب": who says so asks it of them
        before = self.sources.words[draft.trigger_word - 1] if draft.trigger_word else None
        joined = word.conjunction == "و" and before is not None and before.text in COMMAS
        persons = {a.person for a in word.analyses}
        return joined or ("1" in persons and "3" not in persons)  # "ودعتهم" may be "she called them" as well

    def _side_of(self, link: Link) -> Filler | None:
        """ "قال الناطق باسم الجيش: قصفنا الموقع": "we" are those for whom he speaks, else who speaks."""
        named = self.sources.named.actors
        own = [a.span for a in named if a.entity == link.entity and a.inside is None]
        held = (a for a in named if a.inside is not None and a.klass in SIDES)
        side = next((a for a in held if any(o.start <= a.span.start < a.span.end <= o.end for o in own)), None)
        if side is not None:
            return Filler(entity=side.entity, span=side.span)
        known = any(v.klass in SIDES | ACTING and not v.anonymous for v in self._voices_of(link))
        return Filler(entity=link.entity, span=link.span) if known else None

    def _voices_of(self, link: Link) -> list[Voice]:
        return [v for s in self._scopes for v in s.voices if v.span == link.span]

    def _only_tells(self, link: Link) -> bool:
        """An agency, a newspaper and a text report; what they report is not their own demand or accusation."""
        return any(v.klass in TELLERS for v in self._voices_of(link))

    def _spoke_last(self, draft: Draft) -> Filler | None:
        """ "قال الوزير إن …. وأشاد بالجيش": a speech act without subject that opens a sentence is of who spoke last."""
        word = self.sources.words[draft.trigger_word]
        if not draft.speech or draft.actors or draft.rule not in ("verb:", "active_participle", "duty", "blame"):
            return None
        persons = {a.person for a in word.analyses if a.pos == "verb"}
        if "1" in persons and "3" not in persons:  # "أكد" is rather he than I
            return None
        for voice in reversed(self.sources.history):
            if voice.first >= draft.trigger_word or voice.klass in TELLERS:
                continue
            near = draft.trigger_word - voice.last <= NEAR
            agreed = near and (word.pos != "verb" or agrees(word, voice))
            return Filler(entity=voice.entity, span=voice.span) if agreed and not voice.anonymous else None
        return None

    def _declares(self, link: Link, draft: Draft) -> bool:
        """ "أعلن التحالف هدنة", "أعلن حربه على": to declare it is to make it."""
        if not link.rule.startswith("speech_noun_"):
            return False
        what = self.sources.words[draft.trigger_word].stem_key
        at_once = any(s.cue == link.cue and s.first == draft.trigger_word for s in self._scopes)
        return what in DECLARED or (what in WAR and at_once)


def _link(voice: Voice, scope: Scope) -> Link:
    stance: Stance = scope.stance if voice is scope.voices[-1] else "asserts"
    return Link(entity=voice.entity, span=voice.span, stance=stance, cue=scope.cue, rule=scope.rule)


def _with_stance(links: list[Link], modality: Modality) -> tuple[Link, ...]:
    """Who tells that something did not happen denies it."""
    if not links or modality != "denied" or any(link.stance != "asserts" for link in links):
        return tuple(links)
    last = links[-1]
    return (
        *links[:-1],
        Link(entity=last.entity, span=last.span, stance="denies", cue=last.cue, rule=last.rule),
    )
