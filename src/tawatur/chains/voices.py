"""Who may be speaking: actor phrases and unnamed sources of an article, found by the word where they begin or end."""

from typing import Literal

import msgspec

from tawatur.arabic.word import Word
from tawatur.chains.asides import PUT_OUT
from tawatur.chains.lexicon import keys, noun_of, nouns, speech_verbs
from tawatur.chains.newcomers import Newcomers
from tawatur.chains.phrases import ends_of, is_surname, unnamed
from tawatur.chains.quotes import Quotes
from tawatur.chains.voice import LONGEST, PREPOSITIONS, Voice, circumstance, is_deed, noun_like, phrase_end
from tawatur.model.phrases import ActorPhrase
from tawatur.model.span import Span
from tawatur.reports.grammar.page import Page

ISSUED = frozenset({"صادر", "صادره", "صدر", "صدرت"})
PEOPLE = frozenset({"person", "office", "source"})
PARTITIVE = frozenset({"عدد", "مجموعه", "بعض", "كثير", "العديد", "الكثير"})
STATEMENTS = frozenset({"بيان", "رساله", "تسجيل", "تصريح", "شريط"})  # texts of others that media put out
RECORDED = frozenset({"مصور", "مصوره", "مسجل", "مسجله"})  # "مقطع مصور": no man with a camera
SURNAMED = frozenset({"person", "group", "office", "armed"})  # "اللواء التركي" may be taken for a brigade
OURS = frozenset({"نا", "ي"})
GOVERNOR = "والي"  # the governor of a province, and no "and to"
KUNYA = frozenset({"ام", "ابو", "ابي"})
NEVER = frozenset({"weapon"})  # classes that do not speak
OPENING, CLOSING = frozenset({"«", "“", '"'}), frozenset({"»", "”", '"'})


class Sources:
    """The possible speakers of one article, those no phrase names included."""

    def __init__(self, page: Page) -> None:
        self.page, self.text, self.named = page, page.text, page.named
        self.words = page.text.words
        self.quotes = Quotes(page.text)
        self.entities = {e.id: e for e in self.named.entities}
        self.newcomers = Newcomers(page.text)
        self.history: list[Voice] = []  # those who spoke for the outlet
        self.heard: list[Voice] = []  # all who spoke, those inside another's speech included
        self.texts: dict[str, Voice] = {}  # a text by the lemma of its noun -> who wrote it
        self.media: dict[str, Voice] = {}  # a speaker's entity -> the medium last spoken to
        self.agencies: dict[str, Voice] = {}  # a speaker's entity -> the agency spoken to
        self.places = {p.first: p.last for p in self.named.places}
        self.times = {t.first: t.last for t in self.named.times}
        self._first, self._last = ends_of(self.words, self.named)

    def phrase_at(self, index: int) -> ActorPhrase | None:
        """The outermost actor phrase that begins at a word."""
        return self._first.get(index)

    def phrase_before(self, index: int) -> ActorPhrase | None:
        """The outermost actor phrase whose last word stands right before a word."""
        return self._last.get(index)

    def at(self, index: int, stop: int) -> Voice | None:
        """The source that begins at word `index`: an actor phrase, else a speaking noun."""
        phrase = self._first.get(index)
        if phrase is not None:
            never = phrase.klass in NEVER or circumstance(self.words[index])  # "قال مهددا": no man of that name
            return None if never else self.of(phrase)
        return self.noun_at(index, stop)

    def of(self, phrase: ActorPhrase) -> Voice:
        """The voice of an actor phrase; a definite head alone is resolved to the speaker it resumes."""
        entity = self.entities.get(phrase.entity)
        voice = Voice(
            entity=phrase.entity,
            span=phrase.span,
            first=phrase.first,
            last=phrase.last,
            klass=phrase.klass,
            gender=self._gender(phrase),
            number="s" if self.words[phrase.first].stem_key in ("احد", "احدي") else phrase.number,
            anonymous=phrase.anonymous or bool(entity and entity.anonymous) or unnamed(phrase, entity),
        )
        known = entity is not None and entity.kb is not None
        return voice if known and phrase.form != "anaphor" else self._resumed(voice)

    def _gender(self, phrase: ActorPhrase) -> str:
        """That of the head word; names of bodies agree by it or by what they stand for, so they leave it open."""
        if self.words[phrase.head].text.endswith("ة"):
            return "f"
        named = phrase.form == "name" and phrase.klass != "person"
        if phrase.klass == "state" and not named:
            return "f"  # a capital: "دمشق نفت"
        return "" if named else phrase.gender

    def _resumed(self, voice: Voice) -> Voice:
        """ "المصدر", "الوكالة", "التقرير السابق": the last speaker whose words hold that head."""
        if (same := self._by_surname(voice)) is not None:
            return msgspec.structs.replace(
                voice, entity=same.entity, klass=same.klass, gender=same.gender, anonymous=same.anonymous
            )
        head = self.words[voice.first]
        if (head.pos != "name" and "ال" not in head.prefixes) or voice.last - voice.first > 2:
            return voice
        writer = self.writer_of(head) if voice.klass in ("text", "group", "source") else None
        if writer is not None:
            return msgspec.structs.replace(voice, entity=writer.entity, klass=writer.klass, anonymous=writer.anonymous)
        for earlier in reversed(self.heard):
            held = (earlier.first,) if earlier.klass in PEOPLE else range(earlier.first, earlier.last)
            if earlier.entity != voice.entity and any(self.words[w].stem_key == head.stem_key for w in held):
                return msgspec.structs.replace(
                    voice, entity=earlier.entity, klass=earlier.klass, anonymous=earlier.anonymous
                )
        return voice

    def _by_surname(self, voice: Voice) -> Voice | None:
        """ "اللواء الخزرجي" after "اللواء عبد الأمير الخزرجي": who spoke under a longer name that ends so."""
        if voice.klass not in SURNAMED or voice.last - voice.first > 2 or voice.number in ("p", "d"):
            return None
        name = self.words[voice.last - 1].stem_key
        listed = self.phrase_at(voice.first) is not None  # else "العسل": honey, and who spoke under the longer name
        if len(name) < 3 or name in nouns() or (listed and not is_surname(self.words[voice.last - 1])):
            return None
        for earlier in reversed(self.heard):
            if earlier.klass not in PEOPLE or earlier.entity == voice.entity:
                continue
            if earlier.last - earlier.first > voice.last - voice.first and (
                self.words[earlier.last - 1].stem_key == name
            ):
                return earlier
        return None

    def noun_at(self, index: int, stop: int) -> Voice | None:
        """A speaking noun with its adjectives and genitive ("تقارير صحفية", "التقرير السابق")."""
        found = nouns().get(self.words[index].stem_key) if index < stop else None
        if found is None:
            return None
        noun, plural = found
        if noun.text and self.words[index].enclitic in OURS:
            return None  # "تشير معلوماتنا إلى": the speaker's own
        last = self._before_object(index, phrase_end(self.words, index, stop))
        if noun.text and "ال" in self.words[index].prefixes and last > index + 1 and not self.words[index + 1].definite:
            last = index + 1  # "اتهم البيان عناصر الحزب": another phrase
        if noun.text and (owner := self._owner(index, last, stop)) is not None:
            return owner
        voice = self.newcomers.enter(
            index,
            last,
            kind="other" if noun.text else "person",
            en=noun.en,
            klass="text" if noun.text else "source",
            gender="f" if plural and noun.text else noun.gender,
            number="s" if noun.text or not plural else "p",
        )
        return self._resumed(voice)

    def _before_object(self, index: int, last: int) -> int:
        """ "اتهم تقرير دولي قوات الحكومة": behind the adjective of an indefinite noun another phrase begins."""
        for k in range(index + 2, last):
            adjective = self.words[k - 1].pos == "adjective" and not self.words[k - 1].definite
            if adjective and k in self._first and self._first[k].klass not in ("media", "state"):
                return k
        return last

    def _owner(self, index: int, last: int, stop: int) -> Voice | None:
        """Who speaks in a text: "بيان الوزارة", "بيان للوزارة", "تقرير صادر عن المركز"."""
        for j in range(index + 1, min(last + 3, stop)):
            phrase = self._first.get(j)
            if phrase is None or phrase.klass in NEVER or self.words[j].stem_key in RECORDED:
                continue
            before = self.words[j - 1]
            bare = not before.definite and (
                before.pos != "adjective" or j == index + 1
            )  # "تقرير دولي الحوثيين": an object
            own = j == last and (self.words[j].preposition == "ل" or bare)
            issued = before.stem_key == "عن" and self.words[j - 2].stem_key in ISSUED
            written = self._written(index, j, phrase)  # "حصيلة أعدتها"
            if j < last or own or issued or written or before.key == "ل":
                voice = self.of(phrase)
                span = Span(self.words[index].stem_span.start, phrase.span.end)
                gender = "" if phrase.form == "nationality" else voice.gender  # "اتهم تقرير أممي": the report's own
                return msgspec.structs.replace(voice, span=span, first=index, gender=gender)
            return None
        return None

    def _written(self, index: int, at: int, phrase: ActorPhrase) -> bool:
        """ "حصيلة أعدتها الوكالة"; who only puts it out ("البيان الذي بثه التلفزيون") has not written it."""
        before = self.words[at - 1]
        if before.enclitic == "" or not any(a.pos == "verb" for a in before.analyses):
            return False
        handed_on = phrase.klass == "media" and self.words[index].stem_key in STATEMENTS
        return not (handed_on and any(a.lemma in PUT_OUT for a in before.analyses))

    def unnamed_at(self, index: int, stop: int, *, governed: bool = False, whole: bool = False) -> Voice | None:
        """A noun phrase that nothing else names, between a speech verb and its opener ("أهالي الحي").

        `whole` says that the word is a name, whatever clitics it seems to begin with.
        """
        word = self.words[index] if index < stop and index not in self.times else None
        if word is None:
            return None
        if word.text in OPENING:
            return self._quoted_name(index, stop)
        if word.text == GOVERNOR and index + 1 < stop and noun_like(self.words[index + 1]):
            last = phrase_end(self.words, index + 1, stop)  # "قال والي كيليس"
            return self.newcomers.enter(
                index, last, kind="person", en="", klass="office", gender="m", number="s", whole=True
            )
        if word.key in KUNYA and index + 1 < stop and self.words[index + 1].pos == "name":
            last = phrase_end(self.words, index + 1, stop)  # "قالت أم محمد"
            gender: Literal["m", "f", ""] = "f" if word.key == "ام" else "m"
            return self._resumed(
                self.newcomers.enter(index, last, kind="person", en="", klass="person", gender=gender, number="s")
            )
        if (
            not (noun_like(word) or (word.pos == "verb" and not word.analyses))  # a foreign name: "قال روبيرت فورد"
            or circumstance(word)
            or (word.preposition and not governed and not whole)
            or word.stem_key in PREPOSITIONS
            or word.enclitic
            or (word.conjunction and not whole)
        ):
            return None
        if is_deed(word) or word.stem_key in keys("things") or len(word.key) == 1:
            return None  # "وأكد حدوث اتفاق": what is said, not who says it
        if word.pos in ("adverb", "number") or any(participle for _, participle in speech_verbs(word)):
            return None
        last = phrase_end(self.words, index, stop)
        if "ال" in word.prefixes:  # "يتهم الغرب إيران": another phrase begins
            last = next((k for k in range(index + 1, last) if k in self._first and not whole), last)
        if word.stem_key in PARTITIVE and last < stop and self.words[last].key == "من":
            last = phrase_end(self.words, last + 1, stop) if last + 1 < stop else last  # "عدد من العائدين"
        elif word.stem_key in keys("media_nouns") and last == index + 1:
            quoted = self._quoted_name(last, stop) if last < stop and self.words[last].text in OPENING else None
            last = quoted.last if quoted is not None else last  # "محطة «سي إن إن»"
        gender = "f" if word.text.endswith("ة") else ""
        return self._resumed(
            self.newcomers.enter(index, last, kind="group", en="", klass="group", gender=gender, number="", whole=whole)
        )

    def _quoted_name(self, index: int, stop: int) -> Voice | None:
        close = next((j for j in range(index + 1, min(stop, index + LONGEST)) if self.words[j].text in CLOSING), None)
        if close is None or close == index + 1:
            return None
        voice = self.newcomers.enter(index + 1, close, kind="group", en="", klass="group", gender="", number="")
        return msgspec.structs.replace(voice, last=close + 1)

    def group_at(self, index: int, stop: int) -> tuple[Voice, ...]:
        """The source at a word and those that "و" joins to it; unnamed ones that speak together are one voice."""
        first = self.at(index, stop)
        if first is None:
            return ()
        found = [first]
        while (joined := self._joined(found[-1].last, stop)) is not None:
            found.append(joined)
        several = any(v.number != "s" for v in found)  # "مصدر أمني ومصدر طبي" are two
        if len(found) > 1 and several and any(v.klass in ("source", "civilians", "group") for v in found):
            span = Span(first.span.start, found[-1].span.end)
            return (msgspec.structs.replace(first, span=span, last=found[-1].last, number="p"),)
        return tuple(found)

    def _joined(self, index: int, stop: int) -> Voice | None:
        """The source that "و" joins at a word, each in marks of its own too ("«حماس» و«الجهاد»")."""
        if index < stop and self.words[index].conjunction == "و" and self.words[index].pos != "conjunction":
            return self.at(index, stop)
        marked = index + 3 < stop and self.words[index].text in CLOSING and self.words[index + 2].text in OPENING
        return self.at(index + 3, stop) if marked and self.words[index + 1].key == "و" else None

    def note_texts(self, start: int, stop: int, writer: Voice) -> None:
        """Keeps whose text is told of between a verb and its complement: "قالت الوزارة في بيان إن", later "البيان"."""
        for word in self.words[start:stop]:
            noun = noun_of(word)
            if noun is not None and noun.text and writer.klass != "text":
                self.texts[noun.lemma] = writer

    def writer_of(self, word: Word) -> Voice | None:
        """Who wrote the text that a word names, as far as the article told before."""
        noun = noun_of(word)
        return self.texts.get(noun.lemma) if noun is not None else None

    def remember(self, voices: tuple[Voice, ...], *, nested: bool = False) -> None:
        """Keeps who spoke, for those who only say "he" after it."""
        self.heard.extend(voices)
        if not nested:
            self.history.extend(voices)
