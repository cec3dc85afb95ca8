"""Which country an adjective belongs to: "السورية" in "الأراضي السورية", made from the names of countries."""

from functools import cache

from tawatur.arabic.letters import key
from tawatur.mentions.places.gazetteer import places

IRREGULAR = {"أفغاني": "af", "أمريكي": "us", "أميركي": "us", "أوزبكي": "uz", "بريطاني": "gb", "طاجيكي": "tj"}

PARTIES = {"الاحتلال": "il", "الحوثي": "ye", "الحوثية": "ye", "الحوثيون": "ye", "الحوثيين": "ye"}  # of one country only


@cache
def nationalities() -> dict[str, str]:
    """Country ids by the key of the definite adjective, masculine and feminine."""
    found = {key(name): kb for name, kb in PARTIES.items()}
    countries = [record for record in places().values() if record.kind == "country"]
    pairs = [(_adjective(name), c.kb) for c in countries for name in c.names if " " not in name]
    for adjective, kb in [*IRREGULAR.items(), *pairs]:
        for form in (adjective, adjective + "ة"):
            found.setdefault(key("ال" + form), kb)
    return found


def _adjective(name: str) -> str:
    """The relative adjective of a country's name: سوريا, سوري; العراق, عراقي; فرنسا, فرنسي."""
    stem = name.removeprefix("ال")
    if stem.endswith(("يا", "ية")):
        return stem[:-1]
    return (stem[:-1] if stem.endswith(("ا", "ة")) else stem) + "ي"


@cache
def capitals() -> dict[str, str]:
    """The capital of each country, the largest where several are known."""
    ranked = sorted((r for r in places().values() if r.kind == "capital"), key=lambda r: r.population)
    return {record.country: record.kb for record in ranked}
