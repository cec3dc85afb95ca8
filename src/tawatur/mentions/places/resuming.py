"""Places named by a word that leads back or by an adjective: "البلدة", "العاصمة السورية", "الشمال السوري"."""

from tawatur.arabic.word import Word
from tawatur.mentions.places.between import border_between
from tawatur.mentions.places.gazetteer import places
from tawatur.mentions.places.heads import Head, heads
from tawatur.mentions.places.hits import QUOTES, Hit, Words
from tawatur.mentions.places.index import Form, Match, forms, longest
from tawatur.mentions.places.nationality import capitals, nationalities
from tawatur.mentions.places.sides import one_side, part_of, sides_after

SETTLED = frozenset(("city", "town", "village", "governorate", "camp"))  # "المدينة المحاصرة" is still the city before
MARKS = QUOTES | {"("}
RELATIVES = frozenset(("التي", "الذي", "اللتين", "اللذين", "الي", "الا", "الان", "اليوم"))


def read_land(words: Words, first: int, end: int, form: Form) -> Hit | None:
    """ "الأراضي السورية", "الشمال الشرقي السوري": a country or part of it by its adjective."""
    side, at = heads().lands[form.text], first + 1
    if at < end and (turn := heads().adjectives.get(words[at].key)):
        side, at = one_side([side, turn]), at + 1
    country = nationalities().get(words[at].key) if at < end else None
    if country is None:
        if side != "border":
            return None
        return _border_with(words, first, at, end, form) or border_between(words, first, at, end, form)
    last = at + 1
    while side == "border" and last < end and (words[last].text == "-" or words[last].key in nationalities()):
        last += 1
    return Hit(first=first, last=last, form=form, part=side, kbs=(country,), name=(first, last))


def _border_with(words: Words, first: int, at: int, end: int, form: Form) -> Hit | None:
    """ "الحدود مع سوريا": the border of the country named."""
    match = longest(words, at + 1, clitics=False) if at + 1 < end and words[at].key == "مع" else None
    if match is None or match.last > end or not any(places()[kb].kind == "country" for kb in match.kbs):
        return None
    return Hit(first=first, last=match.last, form=form, part="border", kbs=match.kbs, name=(at + 1, match.last))


def read_resuming(words: Words, first: int, end: int, form: Form) -> Hit | None:
    """ "البلدة", "البلاد", "العاصمة السورية دمشق", "الأحياء الشرقية", "الريف الشمالي"."""
    found, last = heads(), first + 1
    if form.text in found.capital:
        return _capital(words, first, end, form)
    if form.text in found.owned:
        return _owned(words, first, end, form)
    side, after = sides_after(words, last, end)
    if side and after < end and words[after].key[:1] == "و" and words[after].key[1:] in found.adjectives:
        whole, further = "", after + 1  # "الأطراف الشمالية والغربية": more than one side
    else:
        whole, further = side, after
    if form.text in found.quarters:
        return _quarters(words, first, further, end, form, whole) if side else None
    if form.text in found.edges:
        return _edge(words, first, further, end, form, whole) if side else None
    if form.text in found.strip:
        described = last < end and _adjective(words[last])  # "القطاع الصحي"
        return None if described else Hit(first=first, last=last, form=form, again="strip")
    if form.text in found.country:
        return Hit(first=first, last=last, form=form, again="country")
    if form.text in found.kingdom:
        return Hit(first=first, last=last, form=form, again="kingdom")
    head = found.definite[form.text]
    if first > 1 and words[first - 1].text in MARKS and words[first - 2].text in ("ل", "لـ"):
        return None  # "قال لـ«المدينة»": a newspaper
    if last < end and words[last].text == "على" and head.noun == "محافظة":
        return None  # "للمحافظة على": to keep
    if head.kind == "base" and first and (words[first - 1].key in found.members or words[first - 1].text in QUOTES):
        return None
    if head.kind == "countryside" and last < end and (city := found.cities.get(words[last].key)):
        return _of_city(words, first, end, form, head, city)
    if last < end and (match := longest(words, last, clitics=False)) and match.last <= end and _beside(head, match):
        return Hit(first=first, last=match.last, form=form, heads=(head,), kbs=match.kbs, name=(last, match.last))
    if head.kind == "countryside" and not side:
        return None
    if last < end and words[last].key in found.zones:
        return Hit(first=first, last=last + 1, form=form, heads=(head,), name=(first, last + 1))
    if not side and (standing := _standing(words, first, end, form, head)) is not None:
        return standing
    if last < end and not side and (head.many or (head.kind not in SETTLED and _adjective(words[last]))):
        return None  # "القاعدة الشعبية": another thing, not the place before
    part = side if head.many else part_of(head, side)  # "المحافظات الجنوبية" are many
    return Hit(first=first, last=after, form=form, heads=(head,), part=part, again=head.kind)


def _standing(words: Words, first: int, end: int, form: Form, head: Head) -> Hit | None:
    """ "القاعدة الجوية", "المطار الدولي": what every base or airport is called means the one before."""
    at = first + 1
    if head.many or head.kind not in ("base", "airport") or at >= end or words[at].key not in heads().tails:
        return None
    if at + 1 < end and _adjective(words[at + 1]):
        return None  # "القاعدة الجوية الأميركية": another one
    return Hit(first=first, last=at + 1, form=form, heads=(head,), again=head.kind)


def _beside(head: Head, match: Match) -> bool:
    """Whether a name behind a definite place word stands in apposition: "القديمة" after "البلدة" describes it."""
    return not head.many and any(places()[kb].alone != "head" for kb in match.kbs)


def _owned(words: Words, first: int, end: int, form: Form) -> Hit | None:
    """ "ريفها", "محيطه الشمالي": what belongs to the place before; "محيطة" is an adjective."""
    head = heads().owned[form.text]
    counted = first > 0 and words[first - 1].key in heads().most
    if words[first].text.endswith("ة") or (form.text in heads().loose and not (form.conjunction or counted)):
        return None
    side, last = sides_after(words, first + 1, end) if head.kind == "countryside" else ("", first + 1)
    return Hit(first=first, last=last, form=form, heads=(head,), part=part_of(head, side), again="owned")


def _of_city(words: Words, first: int, end: int, form: Form, head: Head, city: str) -> Hit:
    """ "الريف الحلبي الشمالي": the countryside of a city by its adjective."""
    side, last = sides_after(words, first + 2, end)
    name = (first, first + 2)
    return Hit(first=first, last=last, form=form, heads=(head,), part=part_of(head, side), kbs=(city,), name=name)


def _quarters(words: Words, first: int, after: int, end: int, form: Form, side: str) -> Hit:
    """ "الأحياء الشرقية من حلب", "الأحياء الشرقية لمدينة حلب", or of the city named before."""
    part = f"quarters-{side}" if side else ""
    linked = after < end and words[after].key in ("من", "في")
    head = _of_head(words, after, end) is not None
    start = after + (linked or head)
    match = longest(words, start, clitics=start == after) if start < end else None
    if match and match.last <= end and (start > after or match.form.preposition == "ل"):
        return Hit(first=first, last=match.last, form=form, part=part, kbs=match.kbs, name=(start, match.last))
    return Hit(first=first, last=after, form=form, part=part, again="city")


def _of_head(words: Words, at: int, end: int) -> Form | None:
    """ "لمدينة", "لبلدة": a place word that "ل" ties to what stands before it."""
    found = forms(words[at].key) if at + 1 < end else ()
    return next((f for f in found if f.preposition == "ل" and f.text in heads().nouns), None)


def _edge(words: Words, first: int, after: int, end: int, form: Form, side: str) -> Hit | None:
    """ "الأطراف الغربية لمدينة إدلب", "… للمدينة", "المداخل الشرقية من حلب"; without a place they may be parties."""
    if after >= end:
        return None
    again = next((f for f in forms(words[after].key) if f.preposition == "ل" and f.text in heads().definite), None)
    if again is not None and (meant := heads().definite[again.text]).kind in SETTLED and not meant.many:
        return Hit(first=first, last=after + 1, form=form, heads=(meant,), part=side, again=meant.kind)
    start = after + (words[after].key == "من")
    head = next((f for f in forms(words[start].key) if f.text in heads().nouns), None) if start < end else None
    linked = start > after or (head.preposition if head else words[start].preposition) == "ل"
    match = longest(words, start + (head is not None), clitics=head is None) if linked and start < end else None
    if match is None or match.last > end or (start == after and head is None and match.form.preposition != "ل"):
        return None
    return Hit(first=first, last=match.last, form=form, part=side, kbs=match.kbs, name=(match.last - 1, match.last))


def _adjective(word: Word) -> bool:
    """Whether a word after a definite noun describes it and so makes it another thing."""
    return word.key.startswith("ال") and word.key not in RELATIVES


def _capital(words: Words, first: int, end: int, form: Form) -> Hit | None:
    last = first + 1
    country = nationalities().get(words[last].key) if last < end else None
    last += country is not None
    last += country is None and last < end and words[last].key in heads().adjectives_of_capital
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
