"""Makes src/tawatur/arabic/frequency/words.txt.gz from the Arabic list of wordfreq.

Run with wordfreq installed: python tools/make_word_frequencies.py. Forms are folded to lookup keys; a form is kept
where its zipf value (log10 per billion words) is at least LOWEST. One line a form: key, then ten times its zipf value.
"""

import gzip
import re
from collections import defaultdict
from math import log10
from pathlib import Path

import wordfreq

from tawatur.arabic.letters import key

TARGET = Path(__file__).parents[1] / "src/tawatur/arabic/frequency/words.txt.gz"
LOWEST = 2.0
ARABIC = re.compile("[\u0621-\u064a]{2,}")


def main() -> None:
    """Writes the table, sorted, so that two runs give the same bytes."""
    shares: defaultdict[str, float] = defaultdict(float)
    for word, share in wordfreq.get_frequency_dict("ar", wordlist="large").items():
        if ARABIC.fullmatch(word):
            shares[key(word)] += share
    zipf = {form: log10(share * 1e9) for form, share in shares.items()}
    lines = [f"{form}\t{round(value * 10)}" for form, value in sorted(zipf.items()) if value >= LOWEST]
    TARGET.parent.mkdir(exist_ok=True)
    with TARGET.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as stream:
        stream.write("\n".join(lines).encode())
    print(f"{len(lines)} forms, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
