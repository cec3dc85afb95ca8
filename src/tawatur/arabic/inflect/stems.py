"""The stems of a verb by its root, form and vowels: what stands before endings, in sounds (spelling.py)."""

from typing import NamedTuple

from tawatur.arabic.inflect.patterns import DOUBLED, HOLLOW, SOUND, Pattern

WEAK = ("و", "ي")
_EMPHATIC = {
    "ص": "صط",
    "ض": "ضط",
    "ط": "طط",
    "ظ": "ظط",
    "د": "دد",
    "ذ": "دد",
    "ز": "زد",
    "و": "تت",
    "ي": "تت",
    "ت": "تت",
}
_HOLLOW_FORMS, _DOUBLED_FORMS = (1, 4, 7, 8, 10), (1, 3, 4, 6, 7, 8, 10)


class Stems(NamedTuple):
    """Stems before vowels and before consonants, and the final weak vowel of each ("" where the last radical stays)."""

    past: str
    past_before_consonant: str
    present: str  # with the prefix of the third person
    present_before_consonant: str
    passive_past: str
    passive_present: str
    active: str
    passive: str
    masdar: str
    weak_past: str = ""
    weak_present: str = ""
    waw: bool = False


def stems_of(root: tuple[str, ...], form: int, vowels: str, *, sound: bool = False, taken: bool = False) -> Stems:
    """The stems. `sound` treats a middle و or ي as a full consonant; `taken` is the اتخذ type (hamza lost before t)."""
    radicals = tuple("ء" if letter in "أإآؤئءا" else letter for letter in root)
    past, present = [*vowels.split("-"), "a", "u"][:2] if vowels else ("a", "u")
    defective = (len(radicals) == 3 and radicals[2] in WEAK) or (len(radicals) == 4 and radicals[3] in WEAK)
    if not sound and not defective and form in _HOLLOW_FORMS and radicals[1] in WEAK:
        return _hollow(radicals, form, past, present)
    if not sound and len(radicals) == 3 and radicals[1] == radicals[2] and form in _DOUBLED_FORMS:
        return _fill_all(DOUBLED[form], radicals, form, past, present, taken=taken)
    stems = _fill_all(SOUND[form], radicals, form, past, present, taken=taken)
    if (
        form == 1 and radicals[0] == "و" and present in ("i", "a") and (past, present) != ("i", "a")
    ) or radicals == tuple("وسع"):
        stems = stems._replace(present="ya" + stems.present[3:], present_before_consonant="ya" + stems.present[3:])
    return _defective(stems, radicals, form, past, present) if defective else stems


def _hollow(radicals: tuple[str, ...], form: int, past: str, present: str) -> Stems:
    stems = _fill_all(HOLLOW[form], radicals, form, past, present, taken=False)
    if form != 1:
        return stems
    long = {"u": "U", "i": "I"}.get(present, "A")
    first, last = radicals[0], radicals[2]
    return stems._replace(
        present=f"ya{first}{long}{last}", passive=f"ma{first}{'I' if radicals[1] == 'ي' else 'U'}{last}"
    )


def _fill_all(pattern: Pattern, radicals: tuple[str, ...], form: int, past: str, present: str, *, taken: bool) -> Stems:
    vowels = (past, past) + (present,) * 7
    a, b, c, d, e, f, g, h, i = (
        _fill(part.replace("v", vowel), radicals, form, taken=taken)
        for part, vowel in zip(pattern, vowels, strict=True)
    )
    return Stems(a, b, c, d, e, f, g, h, i)


def _fill(template: str, radicals: tuple[str, ...], form: int, *, taken: bool) -> str:
    if form == 8:
        if taken or radicals[0] in _EMPHATIC:
            template = template.replace("1t", "تت" if taken else _EMPHATIC[radicals[0]])
        template = template.replace("t", "ت")
    return "".join(radicals[int(c) - 1] if c.isdigit() else c for c in template)


def _defective(stems: Stems, radicals: tuple[str, ...], form: int, past: str, present: str) -> Stems:
    """The stems without their last radical; endings add what becomes of it (verbs.py)."""

    def bare(stem: str) -> str:
        return stem[:-2]

    waw = form == 1 and radicals[-1] == "و"
    seen = radicals == ("ر", "ء", "ي")  # رأى loses its hamza in the present
    body = ("yaر" if form == 1 else "yuر") if seen and form in (1, 4) else bare(stems.present)
    long = {"u": "U", "i": "I"}.get(present, "A") if form == 1 else "A" if form in (5, 6, 12) else "I"
    masdar = stems.masdar
    if masdar.endswith("A" + radicals[-1]):
        masdar = masdar[:-1] + "ء"
    elif form in (2, 11):
        masdar = masdar[:-2] + "iيaT" if form == 2 else masdar[:-3] + "AT"
    elif masdar.endswith("u" + radicals[-1]):
        masdar = masdar[:-2] + "I"
    elif form == 3:
        masdar = masdar[:-3] + "AT"
    return stems._replace(
        past=bare(stems.past),
        past_before_consonant=bare(stems.past),
        present=body,
        present_before_consonant=body,
        passive_past=bare(stems.passive_past),
        passive_present="yuر" if seen else bare(stems.passive_present),
        active=bare(stems.active),
        passive=bare(stems.passive) if form != 1 else stems.passive[:-2],
        masdar=masdar,
        weak_past="I" if form == 1 and past == "i" else "A",
        weak_present=long,
        waw=waw,
    )
