#!/usr/bin/env python3
"""Good and broken graphs before two judges. See shapes.sh."""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pyshacl
import rdflib

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "target/release/demarche"
NS = "https://w3id.org/demarche/ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"


def without(predicate):
    """Takes out the first statement of a predicate."""
    return lambda lines: lines.remove(next(line for line in lines if f"ns#{predicate}>" in line))


def changed(predicate, pattern, by):
    """Changes the first statement of a predicate that has the pattern after it."""

    def change(lines):
        wanted = re.compile(rf"(ns#{predicate}> ){pattern}")
        at = next(i for i, line in enumerate(lines) if wanted.search(line))
        lines[at] = wanted.sub(lambda found: found.group(1) + by, lines[at], count=1)

    return change


def repeated(predicate, by):
    """States the first statement of a predicate once more, with another object."""

    def change(lines):
        line = next(line for line in lines if f"ns#{predicate}>" in line)
        subject, relation, rest = line.split(" ", 2)
        graph = rest.rstrip(" .\n").rsplit(" ", 1)[1]
        lines.append(f"{subject} {relation} {by} {graph} .\n")

    return change


def negated(lines):
    """Denies every link, so that no plain triple has a link behind it."""
    lines[:] = [line.replace("ns#Affirmed>", "ns#Negated>") for line in lines]


BROKEN = {
    "a link without evidence": without("evidence"),
    "a link without a modality": without("modality"),
    "a link without a rule": without("rule"),
    "a document without its hash": changed("sourceSha256", r'"[0-9a-f]{64}"', '"no hash"'),
    "a passage whose quote is shorter than its span": changed("quote", r'"..', '"'),
    "a passage that begins at a word": changed("start", r'"\d+"\S*', '"here"'),
    "a link with two subjects": repeated("subject", "<https://w3id.org/demarche/id/state/FJI>"),
    "a modality that is none": changed("modality", r"<[^>]*>", f"<{NS}Forum>"),
    "a relation that does not lead there": changed("relation", r"<[^>]*(?:#hasLaw)>", f"<{NS}memberOf>"),
    "plain triples behind which every link is denied": negated,
}


def pyshacl_conforms(graph, shapes, ontology):
    data = rdflib.Graph()
    for path in sorted(graph.rglob("*.nq")):
        dataset = rdflib.Dataset()
        dataset.parse(path, format="nquads")
        for s, p, o, _ in dataset.quads():
            data.add((s, p, o))
    data.parse(ontology, format="turtle")
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes, advanced=True)
    return conforms, re.findall(r"Message: (.*)", text)[:1]


def verify_conforms(work):
    done = subprocess.run([PROGRAM, "verify", "none", "--quiet"], cwd=work, capture_output=True, text=True)
    found = [line for line in done.stdout.splitlines() if line.startswith("shape ")]
    return not found, found[:1]


def main():
    failures = 0
    shapes = rdflib.Graph().parse(ROOT / "ontology/shapes.ttl", format="turtle")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "none").mkdir()
        (work / "none/x.md").write_text("Nothing.\n")
        subprocess.run([PROGRAM, "build", ROOT / "seeds/documents", "--quiet"], cwd=work, check=True)
        shutil.move(work / "graph", work / "good")
        for name, change in [("the graph as it was built", None), *BROKEN.items()]:
            shutil.rmtree(work / "graph", ignore_errors=True)
            shutil.copytree(work / "good", work / "graph")
            document = next((work / "graph/documents").rglob("*.nq"))
            if change:
                # Without its first line a file is one that another program wrote, and has no hash.
                lines = document.read_text(encoding="utf-8").splitlines(keepends=True)[1:]
                change(lines)
                document.write_text("".join(lines), encoding="utf-8")
            ours, why = verify_conforms(work)
            theirs, reason = pyshacl_conforms(work / "graph", shapes, ROOT / "ontology/ontology.ttl")
            agree = ours == theirs == (change is None)
            failures += not agree
            print(f"{'ok  ' if agree else 'FAIL'} {name}: verify {why or 'finds nothing'}, pySHACL {reason or 'finds nothing'}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
