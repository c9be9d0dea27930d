#!/usr/bin/env python3
"""Proves that every quote of the links table stands in its source at its offsets, word for word. Shares no
code with the program: it reads the sources anew and counts code points with Python's own strings.

    tests/external/quotes.py [LINKS.csv [DOCUMENTS]]     (default exports/links.csv, seeds/documents)

DOCUMENTS is a folder with a manifest.csv (columns path, id), or a file of JSON lines (keys id, text).
Standard library only."""
import csv
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def decoded(path):
    """Text of a file: UTF-8, byte order mark removed, line ends kept."""
    return path.read_bytes().decode("utf-8-sig")


def sources(documents):
    """Texts by id."""
    if documents.is_file():
        lines = documents.read_text(encoding="utf-8").split("\n")
        return {d["id"]: d["text"] for d in map(json.loads, filter(str.strip, lines))}
    with open(documents / "manifest.csv", encoding="utf-8", newline="") as manifest:
        return {row["id"]: decoded(documents / row["path"]) for row in csv.DictReader(manifest)}


def fault(row, texts):
    """What is wrong with a row, or None."""
    text = texts.get(row["document"])
    if text is None:
        return "no such document"
    start, end, quote = int(row["start"]), int(row["end"]), row["quote"]
    if not quote.strip() or not 0 <= start < end <= len(text):
        return "empty quote or offsets outside of the text"
    if text[start:end] != quote:
        return f"the text has {text[start:end]!r}, the quote is {quote!r}"
    return None


def main(argv):
    links = Path(argv[0]) if argv else ROOT / "exports/links.csv"
    texts = sources(Path(argv[1]) if len(argv) > 1 else ROOT / "seeds/documents")
    with open(links, encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    faults = [(n, row, fault(row, texts)) for n, row in enumerate(rows, 1)]
    faults = [(n, row, what) for n, row, what in faults if what]
    for n, row, what in faults[:20]:
        print(f"FAIL link {n}, {row['document']}:{row['start']}-{row['end']}: {what}")
    verdict = "ok  " if rows and not faults else "FAIL"
    print(f"{verdict} {len(rows) - len(faults)} of {len(rows)} quotes stand in the {len(texts)} sources at their offsets")
    return 0 if rows and not faults else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
