"""The one sentence that says why an event stands on so many feet."""

from tawatur.events.independence.counting import ARTICLE, FOOT, VOICE, count_arabic, count_english
from tawatur.model.case import Name, Party
from tawatur.model.reading import Modality

_WHAT = {
    "asserted": ("", ""),
    "planned": ("، على أنه مخطط لا واقع", ", as a plan and not as done"),
    "possible": ("، على أنه محتمل لا واقع", ", as possible and not as done"),
    "denied": ("، نفياً له", ", as a denial"),
}


def why(modality: Modality, articles: int, feet: int, common: tuple[Party, ...], against: int) -> Name:
    """For instance "Three articles, one foot: all of them have it from Al-Akhbar." in both languages."""
    told = (count_arabic(articles, ARTICLE), count_english(articles, "article", "articles"))
    stands = (count_arabic(feet, FOOT), count_english(feet, "foot", "feet"))
    arabic = f"{told[0]} على {stands[0]}{_WHAT[modality][0]}{_through(common, articles, 'ar')}"
    english = f"{told[1]}, {stands[1]}{_WHAT[modality][1]}{_through(common, articles, 'en')}"
    if against:
        arabic += f"؛ ويعارضه {count_arabic(against, VOICE)}"
        denial = count_english(against, "independent voice", "independent voices")
        english += f"; against it {denial}"
    return {"ar": arabic + ".", "en": english[0].upper() + english[1:] + "."}


def _through(common: tuple[Party, ...], articles: int, language: str) -> str:
    if not common:
        return {"ar": ": لا ناقل يمر به كل ما روي", "en": ": no single transmitter carries them all"}[language]
    origin = common[0].name.get(language) or next(iter(common[0].name.values()), "")
    if language == "ar":
        return f": {'كلها منقولة عن' if articles > 2 else 'كلاهما منقول عن' if articles == 2 else 'مصدره'} {origin}"
    who = "all of them have" if articles > 2 else "both have" if articles == 2 else "it has"
    return f": {who} it from {origin}"
