"""Walks through an article sentence by sentence and opens a scope for every voice that is not the outlet's own."""

from collections.abc import Iterator
from typing import NamedTuple

from tawatur.arabic.word import Sentence, Word
from tawatur.chains.adverbials import Adverbial, read_adverbials
from tawatur.chains.lexicon import ALIKE, SpeechVerb, classes, hidden_verbs, keys, nouns, speech_verbs
from tawatur.chains.openers import COMMAS, PRONOUNS_OF_SPEECH, SHORT_QUOTATION, STOPS, THAT, Opener, complement, find_opener
from tawatur.chains.outlets import Outlet, medium_of
from tawatur.chains.scopes import Ledger, Scope
from tawatur.chains.speakers import Speaker, dropped, protagonist, speaker_of
from tawatur.chains.voices import Sources, Voice

NEGATIONS = frozenset({"لم", "لا", "لن", "ما"})
REPORTERS = frozenset({"media", "source", "organisation", "office", "text", "group"})
MEASURES = frozenset({"رصد", "سجل", "سجّل", "وثق", "وثّق", "أحصى"})  # verbs that report only with such a subject
LABEL = 9  # words of a speaker before a colon that opens a sentence
MARKS = frozenset({"«", "»", '"', "“", "”", "(", ")"})


class Cue(NamedTuple):
    """A speech verb at a word with its complement."""

    at: int
    verb: SpeechVerb
    participle: bool
    opener: Opener


class Reader:
    """One article being read for its voices."""

    def __init__(self, sources: Sources, outlet: Outlet) -> None:
        self.sources, self.quotes, self.outlet = sources, sources.quotes, outlet
        self.text, self.words = sources.text, sources.words
        self.ledger = Ledger()
        self.covered = {w for p in (*sources.named.actors, *sources.named.places) for w in range(p.first, p.last)}

    def read(self) -> list[Scope]:
        """Every scope of the article, in the order in which they were found."""
        previous: Sentence | None = None
        for sentence in self.text.sentences:
            self.ledger.reach(sentence.first)
            self._run_on(sentence, previous)
            self._sentence(sentence)
            previous = sentence
        return [s for s in self.ledger.scopes if s.last > s.first]

    def _run_on(self, sentence: Sentence, previous: Sentence | None) -> None:
        """Speech behind a colon without marks runs on to the end of its paragraph, until something closes it."""
        if previous is None or previous.paragraph != sentence.paragraph or self._closes(sentence):
            return
        for scope in self.ledger.scopes[-2:]:
            if scope.runs and scope.last == previous.last:
                scope.last = sentence.last
                if scope not in self.ledger.open:
                    self.ledger.open.append(scope)

    def _closes(self, sentence: Sentence) -> bool:
        head = [self.words[i] for i in range(sentence.first, min(sentence.first + 4, sentence.last))]
        if not head:
            return True
        start = tuple(w.key for w in head)
        bare = (head[0].stem_key if head[0].conjunction else head[0].key, *start[1:])
        return head[0].stem_key in keys("impersonal") or any(
            form[: len(words)] == words for words in classes()["closers"] for form in (start, bare))

    def _sentence(self, sentence: Sentence) -> None:
        adverbials = tuple(read_adverbials(self.sources, sentence.first, sentence.last))
        taken = {w for a in adverbials for w in range(a.first, a.last)}
        self._label(sentence)
        for index in range(sentence.first, sentence.last):
            word = self.words[index]
            if word.kind != "word" or index in taken or index in self.covered and not self._may_speak(index, sentence):
                continue
            self.ledger.reach(index)
            if found := speech_verbs(word) or self._hidden(index, sentence):
                self._verb(index, found, sentence)
            elif word.stem_key in _STANDS and self._stands_in(index, sentence):
                continue
            elif word.key in keys("saying"):
                self._saying(index, sentence)
            elif word.stem_key in nouns():
                self._noun_about(index, sentence)
        for adverbial in adverbials:
            self._adverbial(adverbial, sentence)
        self._quotation_goes_on(sentence)
        if not any(sentence.first <= v.first < sentence.last for v in self.sources.history[-3:]):
            self.sources.remember(protagonist(self.sources, sentence.first, sentence.last))

    # -- speech verbs

    def _verb(self, index: int, found: tuple[tuple[SpeechVerb, bool], ...], sentence: Sentence) -> None:
        before = self.words[index - 1] if index > sentence.first else None
        if before is not None and (before.stem_key in NEGATIONS or before.key in ("ما", "مما") or before.stem_key in keys("impersonal")):
            return
        for verb, participle in found:
            if participle and not _adverbial_participle(self.words[index]):
                continue
            if not participle and self.words[index].enclitic and self.words[index].pos != "verb":
                continue  # "ذكره", "قوله" as nouns
            if (verb.relays and not participle and self._relay(index, verb, sentence)) or self._speech(index, verb, participle, sentence, before):
                return

    def _may_speak(self, index: int, sentence: Sentence) -> bool:
        """Inside a phrase only a speaking noun does, or a verb that opens the sentence and was taken for a noun ("تابع المصدر أن")."""
        if self.words[index].stem_key in nouns():
            return True
        after = self.words[index + 1].stem_key if index + 1 < sentence.last else ""
        if any(participle and after in verb.opens for verb, participle in speech_verbs(self.words[index])):
            return True  # "مشيرا إلى": also a rank
        return index == sentence.first and any(w.stem_key == THAT for w in self.words[index + 1 : index + 4])

    def _hidden(self, index: int, sentence: Sentence) -> tuple[tuple[SpeechVerb, bool], ...]:
        """"وبيّن أن": what looks like a preposition is a verb where "أن" follows, or where it opens the sentence with "و"."""
        word, after = self.words[index], self.words[index + 1] if index + 1 < sentence.last else None
        if word.stem_key not in ALIKE or word.pos != "preposition" or after is None or word.enclitic:
            return ()
        if after.stem_key == THAT or index == sentence.first and not after.enclitic:
            return hidden_verbs().get(word.stem_key, ())
        return ()

    def _speech(self, index: int, verb: SpeechVerb, participle: bool, sentence: Sentence, before: Word | None) -> bool:
        opener = find_opener(self.text, self.quotes, index, verb, sentence, covered=self.covered)
        in_relative = before is not None and (before.pos == "relative")
        if in_relative and not self._relative_speaks(index, opener):
            return False
        stop = opener.at if opener else min(sentence.last, index + 12)
        speaker = self._speaker(index, verb, participle, opener, sentence, stop)
        opener = opener or self._direct(index, verb, speaker, sentence) or self._quotation_before(index, verb, sentence) \
            or self._bare(index, verb, speaker, sentence)
        if opener is not None and opener.kind == "noun" and not participle and not self._surely(index, speaker, sentence):
            opener = None  # "كشف", "نقل", "رد" as nouns: only a clause, colon or quotation shows that they speak
        if opener is not None and participle and any(s.first == opener.first and s.cue_word < index for s in self.ledger.scopes):
            return True  # "وأوضح قائلاً:": the main verb has opened it
        if opener is None:
            if verb.writes and speaker.voices and speaker.rule != "speaker_before":
                self.sources.remember(speaker.voices)
                self.sources.note_texts(speaker.after, min(sentence.last, speaker.after + 3), speaker.voices[-1])
            return False
        cue = Cue(index, verb, participle, opener)
        ended = self._make_room(cue, speaker, sentence, in_relative)
        if participle or (verb.continues and speaker.rule == "speaker_before"):
            main = next((s for s in ended if s.voices), None)
            speaker = speaker._replace(voices=main.voices[-1:]) if main is not None else speaker
        self._open(cue, speaker, sentence)
        return True

    def _surely(self, index: int, speaker: Speaker, sentence: Sentence) -> bool:
        """Whether a word that may be a noun is a verb: it opens the sentence and one who reports stands behind it."""
        if self.words[index].pos == "verb" or self.words[index].stem_key in ALIKE:
            return True
        if index == sentence.first and speaker.rule == "subject_after_verb" and any(
                v.stance == "denies" for v, _ in speech_verbs(self.words[index])):
            return True
        return index <= sentence.first + 1 and speaker.rule == "subject_after_verb" and speaker.voices[0].klass in REPORTERS | {"person"}

    def _relative_speaks(self, index: int, opener: Opener | None) -> bool:
        """"…، الذي أعلن أن «…»" speaks; "الذي أعلن مسؤوليته" and a relative clause inside a phrase do not."""
        if opener is None or opener.kind not in ("clause", "quote"):
            return False
        return opener.quoted or (index >= 2 and self.words[index - 2].text in COMMAS)

    def _speaker(self, index: int, verb: SpeechVerb, participle: bool, opener: Opener | None, sentence: Sentence, stop: int) -> Speaker:
        if participle:
            return Speaker(self._of_participle(index, sentence), index + 1, "speaker_of_participle")
        return speaker_of(self.sources, index, verb, opener, sentence.first, stop)

    def _of_participle(self, index: int, sentence: Sentence) -> tuple[Voice, ...]:
        """The subject of the verb before an adverbial participle, where it has not spoken yet ("مضى المتحدث قائلا")."""
        for j in range(index - 1, max(sentence.first, index - 8) - 1, -1):
            if self.words[j].kind == "punctuation" and self.words[j].text not in MARKS:
                break
            if self.words[j].pos == "verb" or self.words[j].analyses and j == sentence.first:
                voices = self.sources.group_at(j + 1, index)
                return voices or dropped(self.sources, self.words[index])
        return dropped(self.sources, self.words[index])

    def _direct(self, index: int, verb: SpeechVerb, speaker: Speaker, sentence: Sentence) -> Opener | None:
        """A nominal object: "أعلن الائتلاف إعادة انتخاب هيئته", "نفى الجيش قصف المدينة"."""
        if "object" not in verb.opens or self.words[index].enclitic or not speaker.voices:
            return None
        if speaker.rule == "speaker_before" and verb.stance != "denies" and speaker.voices[0].first < sentence.first:
            return None
        if verb.lemma in MEASURES and speaker.voices[0].klass not in REPORTERS:
            return None
        first = speaker.after
        while first < sentence.last and (self.words[first].text in COMMAS or self.words[first].text in MARKS
                                         or self.words[first].pos in ("adverb", "particle")
                                         or self.words[first].pos == "preposition" and self.words[first].enclitic):
            first += 1
        if first >= sentence.last or self.words[first].kind != "word" or self.words[first].pos in (
                "subordinator", "relative", "preposition", "conjunction"):
            return None
        if self.words[first].pos == "verb" and not any(a.derived == "masdar" for a in self.words[first].analyses):
            return None
        return complement(self.text, self.quotes, "noun", first, first, sentence)

    def _quotation_before(self, index: int, verb: SpeechVerb, sentence: Sentence) -> Opener | None:
        """«…»، قال فلان: the quotation stands before its verb."""
        if "quote" not in verb.opens:
            return None
        j = index - 1
        while j > sentence.first and (self.words[j].text in COMMAS or self.words[j].text == "."):
            j -= 1
        quotation = self.quotes.ending.get(j)
        if quotation is None or quotation.last - quotation.first < SHORT_QUOTATION or index - j > 3:
            return None
        return Opener("quote", index, quotation.first, quotation.last, True)

    def _bare(self, index: int, verb: SpeechVerb, speaker: Speaker, sentence: Sentence) -> Opener | None:
        """"قال فلان في تصريح لصحيفة كذا المدينة حوصرت": a clause without "إن" behind the medium that was spoken to."""
        if verb.lemma != "قال" or speaker.rule != "subject_after_verb":
            return None
        medium = medium_of(self.sources, speaker.after, min(sentence.last, speaker.after + 8))
        if medium is None:
            return None
        first = medium.last
        while first < sentence.last and self.words[first].text in MARKS:
            first += 1
        return complement(self.text, self.quotes, "clause", first, first, sentence) if first < sentence.last - 2 else None

    def _make_room(self, cue: Cue, speaker: Speaker, sentence: Sentence, in_relative: bool) -> list[Scope]:
        """Ends the open scopes that this verb stands beside; those it stands in stay open around it."""
        inner = self.quotes.inner(cue.at)
        start = inner.first if inner else 0
        beside = [s for s in self.ledger.open if s.first >= start]
        if not beside or in_relative or not self._stands_beside(cue, speaker, sentence, beside):
            return []
        cut = self._cut(cue.at, sentence)
        for scope in beside:
            scope.last = max(scope.first, min(scope.last, cut))
        self.ledger.open = [s for s in self.ledger.open if s not in beside]
        return beside

    def _stands_beside(self, cue: Cue, speaker: Speaker, sentence: Sentence, beside: list[Scope]) -> bool:
        if cue.participle or cue.verb.continues or all(s.cue_word < sentence.first for s in beside):
            return True
        word, before = self.words[cue.at], self.words[cue.at - 1]
        joined = bool(word.conjunction) or self._joiner_before(cue.at) > 0
        comma = before.text in COMMAS or before.text in MARKS
        return joined and (comma or speaker.rule == "subject_after_verb")

    def _joiner_before(self, index: int) -> int:
        """How many words before a verb join it as a clause of its own ("في حين", "كما", "لكنها")."""
        for width in (2, 1):
            if index >= width:
                found = [self.words[k] for k in range(index - width, index)]
                start = found[0].stem_key if found[0].conjunction else found[0].key
                if (start, *(w.key for w in found[1:])) in classes()["joiners"]:
                    return width
        return 0

    def _cut(self, index: int, sentence: Sentence) -> int:
        cut = index - self._joiner_before(index)
        while cut > sentence.first and (self.words[cut - 1].text in COMMAS):
            cut -= 1
        return cut

    def _open(self, cue: Cue, speaker: Speaker, sentence: Sentence) -> None:
        if not speaker.voices:
            return
        medium = medium_of(self.sources, max(sentence.first, cue.at - 12), cue.opener.at) if not cue.participle else None
        if medium is not None and (medium.entity in {v.entity for v in speaker.voices} or self.outlet.owns(medium)):
            medium = None
        elif medium is None and speaker.rule in ("speaker_before", "speaker_of_participle"):
            medium = self.sources.media.get(speaker.voices[-1].entity)
        if medium is not None:
            self.sources.media[speaker.voices[-1].entity] = medium
        self.sources.note_texts(speaker.after, cue.opener.at, speaker.voices[-1])
        opener, word = cue.opener, self.words[cue.at]
        runs = opener.kind == "colon" and not opener.quoted
        self.ledger.add(Scope(first=opener.first, last=opener.last, voices=speaker.voices, stance=cue.verb.stance,
                              modality=cue.verb.modality, cue=word.span, cue_word=cue.at,
                              rule=f"speech_{opener.kind}_{speaker.rule}", quoted=opener.quoted, runs=runs, medium=medium))
        if speaker.rule not in ("speaker_before", "speaker_of_participle"):
            self.sources.remember(speaker.voices, nested=self._inside_another(cue.at))

    def _inside_another(self, word: int) -> bool:
        return any(s.holds(word) for s in self.ledger.open)

    # -- sources that stand behind another: نقل المرصد عن سكان قولهم إن

    def _relay(self, index: int, verb: SpeechVerb, sentence: Sentence) -> bool:
        words = self.words
        end = min(sentence.last, index + 20)
        off = next((j for j in range(index + 1, end) if words[j].stem_key == "عن" and not words[j].enclitic), None)
        if off is None:
            return False
        origin = self.sources.group_at(off + 1, sentence.last)
        if not origin:
            return False
        opener = self._after_relay(origin[-1].last, verb, sentence)
        if opener is None:
            return False
        speaker = speaker_of(self.sources, index, verb, opener, sentence.first, off)
        self._make_room(Cue(index, verb, False, opener), speaker, sentence, False)
        relayed = tuple(v for v in speaker.voices if v.entity not in {o.entity for o in origin} and not self.outlet.owns(v))
        self.ledger.add(Scope(first=opener.first, last=opener.last, voices=(*relayed, *origin), stance="asserts", modality=None,
                              cue=words[index].span, cue_word=index, rule="relayed_from", quoted=opener.quoted))
        self.sources.remember((*relayed, *origin))
        return True

    def _after_relay(self, index: int, verb: SpeechVerb, sentence: Sentence) -> Opener | None:
        words, said = self.words, False
        for j in range(index, min(sentence.last, index + 14)):
            if words[j].text in STOPS:
                return None
            if words[j].text == ":":
                return complement(self.text, self.quotes, "colon", j, j + 1, sentence)
            if words[j].stem_key == THAT and not words[j].conjunction:
                return complement(self.text, self.quotes, "clause", j, j + 1, sentence)
            said = said or words[j].key in PRONOUNS_OF_SPEECH
            if said and j in self.quotes.starting:
                return complement(self.text, self.quotes, "quote", j, j, sentence)
        return None

    # -- other cues

    def _label(self, sentence: Sentence) -> None:
        """"المرصد: مقتل ثلاثة": a sentence that opens with a source and a colon."""
        first = sentence.first
        while first < sentence.last and self.words[first].text in MARKS:
            first += 1
        if first >= sentence.last:
            return
        voices = self.sources.group_at(first, sentence.last)
        end = voices[-1].last if voices else first
        while end < sentence.last and self.words[end].text in MARKS:
            end += 1
        if not voices or end >= sentence.last - 1 or self.words[end].text != ":" or end - first > LABEL:
            return
        opener = complement(self.text, self.quotes, "colon", end, end + 1, sentence)
        for scope in self.ledger.open:
            scope.last = min(scope.last, first)
        self.ledger.reach(first)
        self.ledger.add(Scope(first=end + 1, last=sentence.last, voices=voices, stance="asserts", modality=None,
                              cue=self.words[end].span, cue_word=first, rule="label_with_colon", quoted=opener.quoted))
        self.sources.remember(voices)

    def _stands_in(self, index: int, sentence: Sentence) -> bool:
        """"جاء في البيان أن": a text that speaks."""
        words = self.words
        if index + 2 >= sentence.last or (words[index].stem_key, words[index + 1].key) not in classes()["stands_in"]:
            return False
        voices = self.sources.group_at(index + 2, sentence.last)
        if not voices:
            return False
        opener = self._after_relay(voices[-1].last, _ANY, sentence)
        if opener is None:
            return False
        speaker = Speaker(voices, voices[-1].last, "subject_after_verb")
        cue = Cue(index, _ANY, False, opener)
        self._make_room(cue, speaker, sentence, False)
        self._open(cue, speaker, sentence)
        return True

    def _saying(self, index: int, sentence: Sentence) -> None:
        """"اكتفى الناطق بالقول إن", "ختم كلامه بقوله": the subject of the verb before it speaks."""
        opener = self._after_relay(index + 1, _ANY, sentence)
        if opener is None or opener.at > index + 6:
            return
        at = next((j for j in range(index - 1, max(sentence.first, index - 14) - 1, -1) if self.words[j].pos == "verb"), None)
        if at is None or any(s.cue_word == at for s in self.ledger.scopes):
            return
        speaker = speaker_of(self.sources, at, _ANY, opener, sentence.first, index)
        cue = Cue(at, _ANY, False, opener)
        self._make_room(cue, speaker, sentence, False)
        self._open(cue, speaker, sentence)

    def _noun_about(self, index: int, sentence: Sentence) -> None:
        """"أنباء عن مقتل": a text that tells of something stands for whoever wrote it."""
        word = self.words[index]
        noun, _ = nouns()[word.stem_key]
        if not noun.text or "ال" in word.prefixes or word.enclitic:
            return
        voice = None
        for j in range(index + 1, min(sentence.last - 1, index + 4)):
            if self.words[j].stem_key == "عن" and not self.words[j].enclitic:
                voice = self.sources.noun_at(index, j)
                break
            if self.words[j].preposition or self.words[j].pos in ("verb", "preposition", "subordinator", "punctuation"):
                return
        if voice is None:
            return
        last = next((k for k in range(j + 1, sentence.last) if self.words[k].kind == "punctuation" and self.words[k].text not in MARKS), sentence.last)
        held = self.quotes.inner(index)
        self.ledger.add(Scope(first=j + 1, last=min(last, held.last) if held else last, voices=(voice,), stance="asserts", modality=None,
                              cue=word.span, cue_word=index, rule="text_about"))

    def _adverbial(self, found: Adverbial, sentence: Sentence) -> None:
        voices = tuple(v for v in found.voices if not self.outlet.owns(v))
        if found.voices:
            self.sources.remember(found.voices)
        if not voices and not found.doubts:
            return
        first, last = self._reach(found, sentence)
        if last <= first:
            return
        around = [s for s in self.ledger.scopes if s.holds(found.first) or s.first < found.first <= s.last <= found.first + 1]
        media = bool(voices) and all(v.klass == "media" for v in voices) and not found.inner
        if around and not media:
            first = max(first, max(s.first for s in around), self._clause_start(found.first, first))
        self.ledger.scopes.append(Scope(
            first=first, last=last, voices=voices, stance="doubts" if found.doubts else "asserts",
            modality="possible" if found.doubts else None, cue=self.text.span(found.first, found.last), cue_word=found.first,
            rule=found.rule, rank=-1 if media else 1))

    def _reach(self, found: Adverbial, sentence: Sentence) -> tuple[int, int]:
        """Back over the unattributed words of its sentence; forward where it opens the sentence or stands inside it."""
        words = self.words
        lead = found.first
        while lead > sentence.first and (words[lead - 1].kind == "punctuation" or words[lead - 1].key in ("و",)):
            lead -= 1
        opens = lead <= sentence.first + 1
        first = sentence.first
        for scope in self.ledger.scopes:
            if sentence.first <= scope.last <= found.first and scope.last > first and not scope.holds(found.first):
                if scope.last < found.first - 2 and scope.rule != "text_about":
                    first = scope.last
        last = found.last
        after = found.last
        while after < sentence.last and words[after].text in MARKS:
            after += 1
        comma = after < sentence.last and words[after].text in COMMAS
        if opens or (comma and self._goes_on(after + 1, sentence)):
            last = self._next_voice(found.last, sentence)
        return (found.last if opens else first), last

    def _clause_start(self, index: int, first: int) -> int:
        """The last word before `index` that begins a coordinated clause ("، ويأتي ذلك - بحسب …")."""
        for j in range(index - 1, first, -1):
            if self.words[j].conjunction and self.words[j].pos == "verb" and self.words[j - 1].text in COMMAS:
                return j
        return first

    def _goes_on(self, index: int, sentence: Sentence) -> bool:
        """Whether the clause itself goes on behind an adverbial between commas: no new clause begins there."""
        if index >= sentence.last:
            return False
        word = self.words[index]
        if word.conjunction or word.pos in ("verb", "subordinator", "conjunction", "relative"):
            return False
        return word.key not in keys("joiners") and not any(p for _, p in speech_verbs(word))

    def _next_voice(self, index: int, sentence: Sentence) -> int:
        starts = [self._cut(s.cue_word, sentence) for s in self.ledger.scopes if index < s.cue_word < sentence.last and s.rank == 0
                  and s.rule != "text_about" and (self.words[s.cue_word].conjunction or self._joiner_before(s.cue_word))]
        return min(starts, default=sentence.last)

    def _quotation_goes_on(self, sentence: Sentence) -> None:
        """A sentence that opens with a long quotation and names nobody goes on with the last speaker."""
        quotation = self.quotes.starting.get(sentence.first)
        if quotation is None or quotation.last - quotation.first < 8 or not self.sources.history:
            return
        if any(s.holds(quotation.first) for s in self.ledger.scopes):
            return
        voice = self.sources.history[-1]
        self.ledger.add(Scope(first=quotation.first, last=quotation.last, voices=(voice,), stance="asserts", modality=None,
                              cue=self.words[sentence.first].span, cue_word=sentence.first, rule="quotation_of_last_speaker", quoted=True))


_ANY = SpeechVerb(lemma="", pos="verb", root=(), form=0, opens=frozenset({"clause", "colon", "quote"}))
_STANDS = frozenset({"جاء", "ورد", "كتب"})


def _adverbial_participle(word: Word) -> bool:
    """"مؤكداً", "لافتة", "مشيرين": indefinite and in the accusative."""
    return "ال" not in word.prefixes and not word.enclitic and not word.preposition and word.stem.endswith(("ا", "ة", "ين", "ات"))


def voices_of(scopes: list[Scope]) -> Iterator[Voice]:
    """Every voice of the scopes, media included."""
    for scope in scopes:
        if scope.medium is not None:
            yield scope.medium
        yield from scope.voices
