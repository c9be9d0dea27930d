#!/usr/bin/env python3
"""Fits the weights of seeds/weights.tsv: what the words around a name tell of how the speaker stands to the thing. Needs
scikit-learn, and `cargo run --example evidence` for the words.

    train.py            writes seeds/weights.tsv
    train.py --folds    writes nothing: fits to all sets of gold links but some, tells what that gives on those left out, and fails
                        where that is not better

Read are the gold files that rules may be tuned on, never one kept for checking, and what readers said of links of other speeches
(labelled-links.tsv, judged-links.tsv), of which the sentence alone is read. For each relation a logistic regression is fitted to all
that the extractor drafts there: is the relation among those that readers accept, and not behind `mentions`? Words that fewer than
three passages hold are left out, and those that weigh next to nothing. The weights are hundredths of the logarithm of the odds.
"""
import collections, csv, json, pathlib, subprocess, sys, tempfile

import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import score

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
TARGET = ROOT / "seeds" / "weights.tsv"
RELATIONS = ["mentions", "supports", "callsFor", "cooperatesWith", "participatesIn", "memberOf", "partyTo"]
LEAST = 0.41  # as in src/weights.rs
FEWEST, SLIGHT, REGULARISATION, FOLDS = 3, 0.1, 0.1, 6
HEADER = """# What words weigh for how a speaker stands to what is named among them, by place and relation, in hundredths of the logarithm of
# the odds: written by tests/gold/train.py. Words of the text stand by their first seven letters.
"""
# A draft with the words around its name, what the rules tell, the relations of which readers said whether they hold, and those that a
# gold file accepts.
Example = collections.namedtuple("Example", "set passage relation words holds accepted")


def drafts(paths):
    command = ["cargo", "run", "--quiet", "--release", "--locked", "--example", "evidence", "--", *map(str, paths)]
    for line in subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines():
        path, document, subject, relation, thing, label, *words = line.split("\t")
        label = thing.removeprefix("state/") if thing.startswith("state/") else label
        yield pathlib.Path(path).name.removesuffix("-passages.jsonl"), document, subject.removeprefix("state/"), relation, label, words


def holds(rows):
    """Whether each relation holds by rows of alternatives, the best first: a closer one that stands behind `mentions` is left open
    by the reader, and so is not told."""
    closer = {r for row in rows for r in (row[: row.index("mentions")] if "mentions" in row else row)}
    told = closer | {"mentions" for row in rows if "mentions" in row}
    return {relation: relation in told for relation in RELATIONS}


def of_gold():
    sets = sorted(s.name.removesuffix("-links.tsv") for s in HERE.glob("*tune-links.tsv")) + ["dev"]
    found = collections.defaultdict(list)
    for name, *draft in drafts(HERE / f"{s}-passages.jsonl" for s in sets):
        found[name].append(draft)
    for name in sets:
        score.ALIASES.clear(), score.KNOWN.clear()
        gold = score.read_gold(HERE / f"{name}-links.tsv")
        closer = {(document, subject, label) for document, subject, relation, label, _ in found[name] if relation != "mentions"}
        for document, subject, relation, label, words in found[name]:
            rows = [g for g in gold if g["doc"] in ("", document) and g["subject"] == subject and score.same(label, g["names"])]
            firm = [g["relations"] for g in rows if not score.optional(g)]
            outdone = relation == "mentions" and (document, subject, label) in closer
            if not outdone and (firm or not rows):
                yield Example(name, document, relation, set(words), holds(firm), {r for row in firm for r in row})


def of_readers():
    rows = {}
    for name in ("labelled", "judged"):
        with open(HERE / f"{name}-links.tsv", encoding="utf-8", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
                if row["stated_by"].isupper():  # a State, not a union of them
                    rows[f"{name}-{number}"] = row
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for key, row in rows.items():
            print(json.dumps({"id": key, "state": row["stated_by"], "text": row["sentence"]}), file=file)
        file.flush()
        for _, key, subject, relation, label, words in drafts([file.name]):
            row = rows[key]
            if (subject, label) != (row["stated_by"], row["object"]):
                continue
            if "relations" in row:
                said = holds([row["relations"].split("|")])
            else:  # of a link that was judged nothing is known but whether its relation holds, of a mention not even that
                said = {row["relation"]: row["verdict"] == "right"} if row["relation"] in RELATIONS[1:] else {}
            yield Example("readers", row["document"], relation, set(words), said, set())


def fit(matrix, examples, rows):
    bias, weights = [], []
    for relation in RELATIONS:
        known = [row for row in rows if relation in examples[row].holds]
        model = LogisticRegression(C=REGULARISATION, max_iter=1000)
        model.fit(matrix[known], [examples[row].holds[relation] for row in known])
        bias.append(model.intercept_[0])
        weights.append(model.coef_[0])
    weights = numpy.array(weights).T
    weights[abs(weights).max(axis=1) < SLIGHT] = 0
    return numpy.array(bias), weights


def left_out(matrix, examples):
    """What the weights give for the mentions of the sets that they are not fitted to."""
    sets = sorted({e.set for e in examples} - {"readers"})
    told, right, plain = collections.Counter(), collections.Counter(), 0
    for fold in range(FOLDS):
        out = sets[fold::FOLDS]
        bias, weights = fit(matrix, examples, [row for row, e in enumerate(examples) if e.set not in out])
        rows = [row for row, e in enumerate(examples) if e.set in out and e.relation == "mentions"]
        for row, sums in zip(rows, bias + matrix[rows] @ weights):
            best = 1 + int(sums[1:].argmax())
            relation = RELATIONS[best if sums[best] > max(sums[0], LEAST) else 0]
            told[relation] += 1
            right[relation] += relation in examples[row].accepted
            plain += "mentions" in examples[row].accepted
    for relation in RELATIONS:
        print(f"{relation:15} told {told[relation]:4}, right {right[relation]:4}")
    print(f"of {sum(told.values())} mentions {sum(right.values())} are right; unweighed {plain} were")
    if sum(right.values()) <= plain:
        sys.exit("the weights better nothing on sets that they are not fitted to")


def main(argv):
    examples = [*of_gold(), *of_readers()]
    passages = collections.defaultdict(set)
    for example in examples:
        for word in example.words:
            passages[word].add((example.set, example.passage))
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform({word: 1 for word in e.words if len(passages[word]) >= FEWEST} for e in examples)
    matrix.indices, matrix.indptr = matrix.indices.astype(numpy.int32), matrix.indptr.astype(numpy.int32)
    if "--folds" in argv:
        return left_out(matrix, examples)
    bias, weights = fit(matrix, examples, range(len(examples)))
    rows = [("place", "word", *RELATIONS), ("bias", "", *(100 * bias).round().astype(int))]
    for name, row in zip(vectorizer.get_feature_names_out(), (100 * weights).round().astype(int)):
        if row.any():
            rows.append((*name.split("=", 1), *row))
    TARGET.write_text(HEADER + "".join("\t".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows) - 2} words weighed on {len(examples)} drafts: {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main(sys.argv[1:])
