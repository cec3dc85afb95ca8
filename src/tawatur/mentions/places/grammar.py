"""Reads, at one word, the longest phrase that may name a place: place words, directions, a name, adjectives."""

from functools import lru_cache

import msgspec

from tawatur.arabic.word import Word
from tawatur.mentions.places.heads import TRANSPARENT, Head, heads
from tawatur.mentions.places.index import Form, forms, longest, openings
from tawatur.mentions.places.nationality import capitals, nationalities

Words = tuple[Word, ...]
SETTLED = frozenset(("city", "town", "village", "governorate", "camp"))  # "المدينة المحاصرة" is still the city before
RELATIVES = frozenset(("التي", "الذي", "اللتين", "اللذين", "الي", "الا", "الان", "اليوم"))
QUOTES = frozenset('"«»“”')
COMPOUND = {
    ("north", "east"): "northeast",
    ("north", "west"): "northwest",
    ("south", "east"): "southeast",
    ("south", "west"): "southwest",
}


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A possible place phrase: its words, place words, part ("countryside-north") and name, not yet judged."""

    first: int
    last: int
    form: Form
    heads: tuple[Head, ...] = ()
    part: str = ""
    kbs: tuple[str, ...] = ()  # the places that bear the name; empty for an unknown or resumed one
    name: tuple[int, int] = (0, 0)
    again: str = ""  # the kind of place that "البلدة", "البلاد" resume

    @property
    def typed(self) -> Head | None:
        """The innermost place word that says what kind of place the name is."""
        return next((h for h in reversed(self.heads) if h.kind not in TRANSPARENT), None)


def read_at(words: Words, first: int, end: int) -> Hit | None:
    """The longest phrase that begins at word `first` and stays before `end`."""
    headed = next((h for form in _place_words(words[first].key) if (h := _headed(words, first, end, form))), None)
    match = longest(words, first)
    if match is None or match.last > end or (headed and headed.last > match.last):
        return headed
    if headed and headed.last == match.last and match.last == first + 1:
        return headed
    part, last = "", match.last
    if _takes_sides(words, last, first, match.form):
        part, last = _sides(words, last, end)
    return Hit(
        first=first,
        last=last,
        form=match.form,
        kbs=match.kbs,
        name=(first, match.last),
        part=part,
        heads=_own_head(match.form.text, match.last - first),
    )


@lru_cache(maxsize=100_000)
def _place_words(word: str) -> tuple[Form, ...]:
    """Those readings of a word that are a place word or a direction."""
    known = heads()
    opening = (known.lands, known.nouns, known.cardinals, known.resuming)
    return tuple(f for f in forms(word) if f.preposition != "ك" and any(f.text in words for words in opening))


@lru_cache(maxsize=100_000)
def may_open(word: str) -> bool:
    """Whether a place phrase can begin with a word of this key; most words cannot."""
    return bool(_place_words(word) or openings(word))


def _own_head(text: str, length: int) -> tuple[Head, ...]:
    """The place word that a known name of several words opens with: "سهل الغاب" needs no other."""
    head = heads().nouns.get(text)
    return (head,) if head is not None and length > 1 else ()


def _takes_sides(words: Words, last: int, first: int, form: Form) -> bool:
    return last < len(words) and (form.text == "ريف" or (last == first + 1 and words[last].key.endswith("يه")))


def _headed(words: Words, first: int, end: int, form: Form) -> Hit | None:
    found = heads()
    if form.text in found.lands and (land := _land(words, first, end, form)):
        return land
    if form.text in found.resuming:
        return _resuming(words, first, end, form)
    sides, seen, at, text = [], [], first, form.text
    while at < end:
        if at > first and text in found.nouns and (name := longest(words, at, clitics=False)) and name.last > at + 1:
            break  # "ريف جسر الشغور": the second place word belongs to the name
        if text in found.cardinals:
            sides.append(found.cardinals[text])
        elif text in found.nouns and not (text == "وادي" and "أ" in words[at].text):  # "وأدى": and led to
            seen.append(found.nouns[text])
        elif not (sides and text[:1] == "و" and text[1:] in found.cardinals):
            break
        at += 1
        text = words[at].key if at < end else ""
    if at == first or at >= end:
        return None
    return _named(words, first, end, form, tuple(seen), at, _side(sides))


def _land(words: Words, first: int, end: int, form: Form) -> Hit | None:
    """ "الأراضي السورية", "الشمال الشرقي السوري": a country or part of it by its adjective."""
    side, at = heads().lands[form.text], first + 1
    if at < end and (turn := heads().adjectives.get(words[at].key)):
        side, at = _side([side, turn]), at + 1
    country = nationalities().get(words[at].key) if at < end else None
    if country is None:
        return None
    last = at + 1
    while side == "border" and last < end and (words[last].text == "-" or words[last].key in nationalities()):
        last += 1
    return Hit(first=first, last=last, form=form, part=side, kbs=(country,), name=(first, last))


def _side(sides: list[str]) -> str:
    """One direction from the words of direction: "شمال غرب"."""
    return COMPOUND.get((sides[0], sides[1]), sides[0]) if len(sides) > 1 else "".join(sides)


def _named(words: Words, first: int, end: int, form: Form, seen: tuple[Head, ...], at: int, side: str) -> Hit | None:
    quoted = words[at].text in QUOTES and any(w.text in QUOTES for w in words[at + 2 : min(at + 6, end)])
    if words[at].text in QUOTES and not quoted:
        return None
    start = at + quoted
    match = longest(words, start, clitics=False)
    typed = next((h for h in reversed(seen) if h.kind not in TRANSPARENT), None)
    last, kbs = (match.last, match.kbs) if match and match.last <= end else (start, ())
    if last <= start + 1 and words[start].key in heads().resuming:
        inner = _resuming(words, start, end, Form("", "", words[start].key))
        return msgspec.structs.replace(inner, first=first, form=form, part=side or inner.part) if inner else None
    if not kbs:
        last = _unknown(words, start, end) if typed is not None and typed.found else start
        last = _area(words, start, end) if typed is not None and typed.kind == "area" and last == start else last
    if last == start:
        return None
    name = (start, last)
    last += quoted and last < end and words[last].text in QUOTES
    after, last = _sides(words, last, end) if seen else ("", last)
    while seen and last < end and words[last].key in heads().tails:
        last += 1
    part = _part(typed, after or side)
    return Hit(first=first, last=last, form=form, heads=seen, part=part, kbs=kbs, name=name)


def _part(typed: Head | None, side: str) -> str:
    if typed is not None and typed.kind == "governorate":
        return ""  # "محافظة أبين الجنوبية": the southern governorate, not its south
    if typed is not None and typed.kind == "countryside":
        return f"countryside-{side}" if side else "countryside"
    return side


def _sides(words: Words, at: int, end: int) -> tuple[str, int]:
    """The direction adjectives after a name and where they end: "الشمالي الغربي"."""
    found: list[str] = []
    while at < end and len(found) < 2 and (side := heads().adjectives.get(words[at].key)):
        found.append(side)
        at += 1
    if not found:
        return "", at
    return COMPOUND.get((found[0], found[-1]), found[0]), at


def _unknown(words: Words, start: int, end: int) -> int:
    """Where a name that nobody knows ends, or `start` when the words are no name."""
    if start >= end or not _name_like(words[start]):
        return start
    last = start + 1
    component = words[start].key in heads().components
    if component and (last >= end or not _name_like(words[last])):
        return start
    if last < end and _name_like(words[last]) and (component or (_bare(words[start]) and _definite_name(words[last]))):
        last += 1
    return last


def _area(words: Words, start: int, end: int) -> int:
    """Where "مناطق سيطرة الجيش", "مناطق الاشتباك" end, or `start`: an area named by what goes on there."""
    if words[start].key in heads().area_of:
        return start + 1
    if start + 1 < end and words[start].key in heads().area_held and not _bare(words[start + 1]):
        return start + 2
    return start + 1 if words[start].stem_key in heads().area_held and words[start].enclitic else start


def _name_like(word: Word) -> bool:
    if word.kind != "word" or (len(word.key) < 3 and word.key not in heads().components):
        return False
    known = heads()
    if word.prefixes[:1] in (("و",), ("ف",), ("ب",), ("ل",)) or word.enclitic or word.key.endswith(("ها", "هم")):
        return False
    verb = word.key[0] in "يت" and any(a.pos == "verb" for a in word.analyses)
    if verb or (word.key[0] == "ي" and len(word.key) > 3):
        return False  # "قرية يسكنها": an imperfect
    if word.key in known.not_names or word.key in known.nouns or word.key in known.cardinals:
        return False
    return "ال" in word.key[:2] or not word.key.endswith(("يه", "ات", "ون")) or word.key in known.components


def _bare(word: Word) -> bool:
    return not word.key.startswith("ال")


def _definite_name(word: Word) -> bool:
    return word.key.startswith("ال") and not word.key.endswith(("يه", "ي"))


def _resuming(words: Words, first: int, end: int, form: Form) -> Hit | None:
    """ "البلدة", "البلاد", "العاصمة السورية دمشق", "الأحياء الشرقية", "الريف الشمالي"."""
    found, last = heads(), first + 1
    if form.text in found.capital:
        return _capital(words, first, end, form)
    side, after = _sides(words, last, end)
    if form.text in found.quarters:
        return _quarters(words, first, after, end, form, side) if side else None
    if form.text in found.country:
        return Hit(first=first, last=last, form=form, again="country")
    head = found.definite[form.text]
    if last < end and words[last].text == "على" and head.noun == "محافظة":
        return None  # "للمحافظة على": to keep
    if head.kind == "base" and first and words[first - 1].key in found.members:
        return None
    if last < end and (match := longest(words, last, clitics=False)) and match.last <= end and not head.many:
        return Hit(first=first, last=match.last, form=form, heads=(head,), kbs=match.kbs, name=(last, match.last))
    if head.kind == "countryside" and not side:
        return None
    if last < end and words[last].key in found.zones:
        return Hit(first=first, last=last + 1, form=form, heads=(head,), name=(first, last + 1))
    if last < end and not side and (head.many or (head.kind not in SETTLED and _adjective(words[last]))):
        return None  # "القاعدة الشعبية": another thing, not the place before
    return Hit(first=first, last=after, form=form, heads=(head,), part=_part(head, side), again=head.kind)


def _quarters(words: Words, first: int, after: int, end: int, form: Form, side: str) -> Hit:
    """ "الأحياء الشرقية من حلب", or of the city named before."""
    link = after if after < end and words[after].key in ("من", "في") else after - 1
    match = longest(words, link + 1, clitics=link < after) if link + 1 < end else None
    if match and match.last <= end and (link == after or match.form.preposition == "ل"):
        return Hit(
            first=first, last=match.last, form=form, part=f"quarters-{side}", kbs=match.kbs, name=(link + 1, match.last)
        )
    return Hit(first=first, last=after, form=form, part=f"quarters-{side}", again="city")


def read_list_item(words: Words, at: int, end: int, before: Hit) -> Hit | None:
    """An unknown name that goes on a list: "بلدات مورك وبريديج".

    The words after it must end the list or go on with it; a dual has one more name, whatever follows.
    """
    typed = before.typed
    if typed is None or not typed.many or not typed.found or at >= end:
        return None
    form = next((f for f in forms(words[at].key) if f.conjunction == "و" and not f.preposition), None)
    if form is None or len(form.text) < 3 or form.text in heads().not_names or form.text in heads().nouns:
        return None
    last = at + 1 + (form.text in heads().components)
    second = typed.two and before.name[0] > before.first
    if last < end and not second and not _ends_list(words[last]):
        return None
    return Hit(first=at, last=last, form=form, heads=(typed,), name=(at, last))


def _ends_list(word: Word) -> bool:
    """Whether a word may stand after the last name of a list, or go on with it."""
    return word.kind == "punctuation" or word.key in ("في", "بريف") or word.key[:1] in ("و", "ب")


def _adjective(word: Word) -> bool:
    """Whether a word after a definite noun describes it and so makes it another thing."""
    return word.key.startswith("ال") and word.key not in RELATIVES


def _capital(words: Words, first: int, end: int, form: Form) -> Hit | None:
    last = first + 1
    country = nationalities().get(words[last].key) if last < end else None
    last += country is not None
    match = longest(words, last, clitics=False) if last < end else None
    if match and match.last <= end:
        return Hit(
            first=first,
            last=match.last,
            form=form,
            heads=(Head("عاصمة", "capital"),),
            kbs=match.kbs,
            name=(last, match.last),
        )
    if country is not None and (capital := capitals().get(country)):
        return Hit(
            first=first, last=last, form=form, heads=(Head("عاصمة", "capital"),), kbs=(capital,), name=(first, last)
        )
    return Hit(first=first, last=last, form=form, again="capital") if form.text.startswith("ال") else None
