#!/usr/bin/env python3
"""Proves with pyshacl that ontology/shapes.ttl takes a good graph and that each of its constraints can fail: the
faults of shapes-faults.toml, one for each constraint, are laid on shapes-good.ttl one at a time, and pyshacl must
name just that constraint. Proves with owlrl that OWL 2 RL reasoning finds no inconsistency in ontology and graph,
and that it finds each of the contradictions below.

    python tests/external/shapes.py [GRAPH.ttl]     (default exports/graph.ttl)"""
import functools
import multiprocessing
import sys
import tomllib
from pathlib import Path

import owlrl
import pyshacl
import rdflib
from rdflib.namespace import RDF, SH, XSD, SKOS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BASE = "https://w3id.org/demarche/"
DM = rdflib.Namespace(BASE + "ns#")
PREFIXES = f"BASE <{BASE}id/> PREFIX dm: <{DM}> PREFIX skos: <{SKOS}> PREFIX xsd: <{XSD}> "
COMPONENTS = ["minCount", "maxCount", "nodeKind", "class", "datatype", "minLength", "pattern", "minInclusive", "maxInclusive",
              "minExclusive", "disjoint", "node", "or"]
# What must contradict the ontology: classes that exclude each other, a domain, a range.
CONTRADICTIONS = {
    "a State that is an organisation": "<state/NRL> a dm:Organisation .",
    "an event that takes part": "<event/e> a dm:Event ; dm:participatesIn <organisation/pelagic-union> .",
    "a treaty as a party": "<state/NRL> dm:cooperatesWith <treaty/t> . <treaty/t> a dm:Treaty .",
    "a State with a founding year": '<state/NRL> dm:founded "1994"^^<http://www.w3.org/2001/XMLSchema#gYear> .',
}
failures = 0


def check(holds, what):
    global failures
    failures += not holds
    print("ok  " if holds else "FAIL", what, flush=True)


def local(iri):
    for prefix, base in (("dm:", DM), ("skos:", SKOS)):
        if str(iri).startswith(str(base)):
            return prefix + str(iri)[len(str(base)):]
    return str(iri)


def name_of(shape, path, component):
    return " ".join(filter(None, [local(shape).removeprefix("dm:"), path and local(path), component]))


def constraints(shapes):
    """Every constraint of the shapes: its name to the node that results give as their source, and the component."""
    found = {}
    for shape in set(shapes.subjects(RDF.type, SH.NodeShape)):
        targets = (shape, SH.targetClass, None) in shapes
        for component in COMPONENTS:
            if targets and (shape, SH[component], None) in shapes:
                found[name_of(shape, None, component)] = (shape, component)
        for constraint in shapes.objects(shape, SH.sparql):
            found[name_of(constraint, None, None)] = (constraint, "sparql")
        for property_shape in shapes.objects(shape, SH.property):
            path = shapes.value(property_shape, SH.path)
            for component in COMPONENTS:
                if (property_shape, SH[component], None) in shapes:
                    found[name_of(shape, path, component)] = (property_shape, component)
    return found


def good():
    return rdflib.Graph().parse(HERE / "shapes-good.ttl")


@functools.cache
def load():
    return rdflib.Graph().parse(ROOT / "ontology/ontology.ttl"), rdflib.Graph().parse(ROOT / "ontology/shapes.ttl")


def shapes_for(component):
    """The shapes of the kind that a constraint belongs to: those in SPARQL take most of the time."""
    _, shapes = load()
    kept = rdflib.Graph() + shapes
    if component != "sparql":
        kept.remove((DM.GraphShape, None, None))
    return kept


def component_iri(component):
    return SH[component[0].upper() + component[1:] + "ConstraintComponent"] if component != "sparql" else SH.SPARQLConstraintComponent


def lay(fault):
    """What is wrong with one fault of the data file: nothing, if pyshacl names its constraint."""
    ontology, shapes = load()
    source, component = constraints(shapes)[fault["constraint"]]
    path = shapes.value(source, SH.path)
    data = good()
    before = set(data)
    data.update(PREFIXES + fault["update"])
    if set(data) == before:
        return f"{fault['constraint']}: its update changes nothing"
    for triple in ontology:
        data.add(triple)
    conforms, results, _ = pyshacl.validate(data, shacl_graph=shapes_for(component), inference="none", advanced=True)
    for result in results.subjects(RDF.type, SH.ValidationResult):
        same_path = path is None or results.value(result, SH.resultPath) == path
        same_source = component != "sparql" or results.value(result, SH.sourceConstraint) == source
        if results.value(result, SH.sourceConstraintComponent) == component_iri(component) and same_path and same_source:
            return None
    return f"{fault['constraint']}: pyshacl {'accepts it' if conforms else 'names other faults only'}"


def faults():
    ontology, shapes = load()
    conforms, _, report = pyshacl.validate(good() + ontology, shacl_graph=shapes, inference="none", advanced=True)
    check(conforms, "pyshacl: the good graph keeps the shapes")
    if not conforms:
        print(report[:4000])
    listed = tomllib.loads((HERE / "shapes-faults.toml").read_text())["fault"]
    names = [fault["constraint"] for fault in listed]
    wanted = set(constraints(shapes))
    check(sorted(names) == sorted(wanted), f"one fault for each of {len(wanted)} constraints"
          f" (missing: {sorted(wanted - set(names))}, none such: {sorted(set(names) - wanted)})")
    with multiprocessing.Pool() as pool:
        wrong = [message for message in pool.map(lay, [f for f in listed if f["constraint"] in wanted], chunksize=8) if message]
    check(not wrong, f"pyshacl: {len(names) - len(wrong)} of {len(names)} faults are found")
    for message in wrong:
        print("    ", message)


def inconsistencies(graph):
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    error = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    return [str(message) for message in graph.objects(None, error)]


def reason(path):
    ontology, _ = load()
    graph = rdflib.Graph().parse(path) if path.exists() else rdflib.Graph()
    # Names, words and provenance say nothing that could contradict; their literals make reasoning slow.
    silent = {SKOS.prefLabel, SKOS.altLabel, SKOS.exactMatch, DM.quote, DM.start, DM.end, DM.rule, DM.timeText}
    kept = rdflib.Graph()
    for triple in graph:
        if triple[1] not in silent:
            kept.add(triple)
    found = inconsistencies(kept + ontology)
    check(len(graph) > 0 and not found, f"owlrl: no inconsistency in the ontology and {len(kept)} triples of {path.name}")
    for message in found[:20]:
        print("    ", message)
    check(not inconsistencies(good() + ontology), "owlrl: no inconsistency in the good graph")
    for name, turtle in CONTRADICTIONS.items():
        wrong = rdflib.Graph().parse(data=f"@base <{BASE}id/> . @prefix dm: <{DM}> . {turtle}", format="turtle")
        check(inconsistencies(good() + ontology + wrong), f"owlrl finds {name}")


def main():
    faults()
    reason(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "exports/graph.ttl")
    print(f"{failures} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
