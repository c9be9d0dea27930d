#!/usr/bin/env python3
"""The checks of rdf.sh, which see: reads EXPORTS/graph.{ttl,trig,nq} with rdflib and pyoxigraph, validates with
pyshacl, queries with rdflib; reads PLAIN/graph.{ttl,trig,nq,jsonld,rdf} and ANNOTATED/graph.* and compares them.

    python tests/external/rdf.py EXPORTS PLAIN ANNOTATED"""
import sys
from pathlib import Path

import pyoxigraph
import pyshacl
import rdflib

ROOT = Path(__file__).resolve().parents[2]
DM = "https://w3id.org/demarche/ns#"
FORMATS = {"ttl": ("turtle", pyoxigraph.RdfFormat.TURTLE), "trig": ("trig", pyoxigraph.RdfFormat.TRIG),
           "nq": ("nquads", pyoxigraph.RdfFormat.N_QUADS)}
MORE = {**FORMATS, "jsonld": ("json-ld", pyoxigraph.RdfFormat.JSON_LD), "rdf": ("xml", pyoxigraph.RdfFormat.RDF_XML)}
OA = "http://www.w3.org/ns/oa#"
failures = 0


def check(holds, what):
    global failures
    failures += not holds
    print("ok  " if holds else "FAIL", what, flush=True)


def n3(term):
    """A term as text that both libraries write alike: kind, value, type, language."""
    if isinstance(term, (rdflib.URIRef, pyoxigraph.NamedNode)):
        return str(term) if isinstance(term, rdflib.URIRef) else term.value
    if isinstance(term, rdflib.Literal):
        return (str(term), str(term.datatype or (rdflib.RDF.langString if term.language else rdflib.XSD.string)), (term.language or "").lower())
    if isinstance(term, pyoxigraph.Literal):
        return (term.value, term.datatype.value, (term.language or "").lower())
    return "_:"


def with_rdflib(path, kind):
    dataset = rdflib.Dataset()
    dataset.parse(path, format=kind)
    default = {None, rdflib.graph.DATASET_DEFAULT_GRAPH_ID}
    name = lambda g: "" if g in default else str(g)
    return dataset, {(n3(s), n3(p), n3(o), name(getattr(g, "identifier", g))) for s, p, o, g in dataset.quads()}


def with_oxigraph(path, kind):
    name = lambda g: "" if isinstance(g, pyoxigraph.DefaultGraph) else g.value
    quads = pyoxigraph.parse(path=str(path), format=kind)
    return {(n3(q.subject), n3(q.predicate), n3(q.object), name(q.graph_name)) for q in quads}


def read(exports, formats):
    datasets, triples = {}, {}
    for extension, (kind, format) in formats.items():
        path = exports / f"graph.{extension}"
        datasets[extension], one = with_rdflib(path, kind)
        other = with_oxigraph(path, format)
        triples[extension] = one
        check(one == other and one, f"{path.name}: rdflib {len(one)} and pyoxigraph {len(other)} statements, the same")
    return datasets, triples


def compare(triples):
    check(triples["trig"] == triples["nq"], "graph.trig and graph.nq hold the same quads")
    merged = {quad[:3] for quad in triples["nq"]}
    turtle = {quad[:3] for quad in triples["ttl"]}
    check(turtle == merged, f"graph.ttl is the union of the graphs: {len(turtle)} and {len(merged)} triples")
    if "rdf" in triples:
        check(triples["jsonld"] == triples["nq"], "graph.jsonld and graph.nq hold the same quads")
        check({quad[:3] for quad in triples["rdf"]} == turtle, "graph.rdf and graph.ttl hold the same triples")
    check(not any("_:" in quad for quad in triples["nq"]), "no blank node")


def annotations(plain, annotated):
    """What is added is annotations of every passage, and nothing is lost."""
    check(plain["nq"] < annotated["nq"], "with Web Annotations nothing is lost")
    added = annotated["nq"] - plain["nq"]
    passages = {s for s, p, o, _ in plain["nq"] if p == str(rdflib.RDF.type) and o == DM + "Evidence"}
    targets = {o for _, p, o, _ in added if p == OA + "hasTarget"}
    quotes = {(s, o[0]) for s, p, o, _ in plain["nq"] if p == DM + "quote"}
    exact = {(s.removesuffix("/quote"), o[0]) for s, p, o, _ in added if p == OA + "exact"}
    check(passages == targets and passages, f"each of {len(passages)} passages is the target of an annotation")
    check(quotes == exact, "each selector has the words of its passage")


def validate(exports):
    data = rdflib.Graph().parse(exports / "graph.ttl")
    data.parse(ROOT / "ontology/ontology.ttl")  # modalities and relations are individuals of the ontology
    shapes = rdflib.Graph().parse(ROOT / "ontology/shapes.ttl")
    conforms, _, report = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=True)
    check(conforms, "pyshacl: the graph keeps ontology/shapes.ttl")
    if not conforms:
        print(report[:4000])


def query(dataset):
    prefix = f"PREFIX dm: <{DM}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
    one = lambda text: int(next(iter(dataset.query(prefix + text)))[0])
    links = one("SELECT (COUNT(DISTINCT ?l) AS ?n) { GRAPH ?g { ?l a dm:Link } }")
    whole = one("SELECT (COUNT(DISTINCT ?l) AS ?n) { GRAPH ?g { ?l a dm:Link ; dm:subject ?s ; dm:relation ?r ; dm:object ?o ; dm:statedBy ?w ;"
                " dm:modality ?m ; dm:polarity ?p ; dm:evidence ?e . ?e dm:quote ?q ; dm:start ?a ; dm:end ?b } }")
    check(links > 0 and links == whole, f"SPARQL over the TriG: {whole} of {links} links have subject, relation, object, speaker, modality, polarity and quote")
    bare = one("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?e a dm:Evidence ; dm:quote ?q ; dm:start ?a ; dm:end ?b } FILTER(STRLEN(?q) != ?b - ?a) }")
    check(bare == 0, f"SPARQL over the TriG: every quote is as long as its offsets say ({bare} are not)")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    exports, plain, annotated = map(Path, sys.argv[1:])
    # Literals stay as they are written: rdflib would turn "01" into "1".
    rdflib.NORMALIZE_LITERALS = False
    datasets, triples = read(exports, FORMATS)
    compare(triples)
    both = [read(folder, MORE)[1] for folder in (plain, annotated)]
    for triples in both:
        compare(triples)
    annotations(*both)
    query(datasets["trig"])
    validate(exports)
    print(f"{failures} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
