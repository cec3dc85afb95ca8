"""How fast and how right the Arabic room is: python bench/arabic.py NEWS.jsonl.

Speed on a JSON Lines file of articles (`text`), cold and after warm-up. Accuracy on the last fifth of the treebank is
only honest with models trained on the rest: tools/train_clitics.py --report and tools/train_tags.py --report.
"""

import json
import sys
import time
from pathlib import Path

from tawatur.arabic.analyse import analyse


def main() -> None:
    """Prints milliseconds for 600 words, cold and warm, and words a second."""
    texts = [json.loads(line)["text"] for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()[:300]]
    start = time.process_time()
    analyse("قال المتحدث إن القوات تقدمت")
    print(f"first call (tables, models): {time.process_time() - start:.2f} s")
    for name in ("cold", "warm"):
        start = time.process_time()
        words = sum(len(analyse(text).words) for text in texts)
        spent = time.process_time() - start
        print(
            f"{name}: {spent / words * 600 * 1000:.2f} ms for 600 words, {words / spent:,.0f} words/s ({words} words)"
        )


if __name__ == "__main__":
    main()
