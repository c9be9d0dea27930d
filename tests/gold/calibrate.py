#!/usr/bin/env python3
"""Measures how often each rule is right, from the links that a reader judged (judged-links.tsv), and writes
seeds/rules/confidence.toml. Standard library only.

    calibrate.py [--check]     --check writes nothing and fails where the file is not what the judged links say

The speeches were not used for tuning. A share is smoothed, (right + 1) / (cases + 2), as Laplace did, so that few cases
promise neither certainty nor its contrary; the program gives it as the confidence of a link only for rules with ten cases or more.
"""
import collections, csv, pathlib, sys

HERE = pathlib.Path(__file__).parent
TARGET = HERE.parent.parent / "seeds" / "rules" / "confidence.toml"
HEADER = """# How often the links of a rule were right, by rule: written by tests/gold/calibrate.py from tests/gold/judged-links.tsv.
# Links of a rule with ten cases or more carry the share as their dm:confidence.

[confidence]
"""


def main(argv):
    cases = collections.defaultdict(list)
    with open(HERE / "judged-links.tsv", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            cases[row["rule"]].append(row["verdict"] == "right")
    text = HEADER
    for rule, verdicts in sorted(cases.items(), key=lambda item: (-len(item[1]), item[0])):
        share = (sum(verdicts) + 1) / (len(verdicts) + 2)
        text += f"{rule} = {{ precision = {share:.2f}, cases = {len(verdicts)} }}\n"
    right = sum(map(sum, cases.values()))
    total = sum(map(len, cases.values()))
    print(f"{right} of {total} judged links are right, {100 * (total - right) / total:.1f} % wrong")
    if "--check" not in argv:
        TARGET.write_text(text, encoding="utf-8")
    elif TARGET.read_text(encoding="utf-8") != text:
        sys.exit(f"{TARGET.name} is not what the judged links say: run tests/gold/calibrate.py")


if __name__ == "__main__":
    main(sys.argv[1:])
