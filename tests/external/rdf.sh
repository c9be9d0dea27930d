#!/usr/bin/env bash
# Proves that other people's RDF programs read what we write: rdflib and pyoxigraph parse graph.ttl, graph.trig
# and graph.nq and agree on every triple, pyshacl finds that the graph keeps the shapes of the ontology and that
# each constraint can fail, owlrl that ontology and graph do not contradict each other, and rdflib answers SPARQL
# over the TriG. The same graph as JSON-LD and RDF/XML, and all five formats with Web Annotations, must hold the
# same statements.
#
#   tests/external/rdf.sh     (needs target/release/demarche, or DEMARCHE=path)
set -euo pipefail
cd "$(dirname "$0")/../.."
room=${DEMARCHE_EXTERNAL:-target/external}/rdf
python=$(tests/external/venv.sh "$room/venv" rdflib pyoxigraph pyshacl owlrl)
demarche=${DEMARCHE:-target/release/demarche}
"$demarche" build --graph "$room/graph" --export "$room/exports" --quiet
names=(graph.ttl graph.trig graph.nq graph.jsonld graph.rdf)
"$demarche" export "${names[@]/#/$room/plain/}" --graph "$room/graph"
"$demarche" export "${names[@]/#/$room/annotated/}" --graph "$room/graph" --web-annotation
"$python" tests/external/rdf.py "$room/exports" "$room/plain" "$room/annotated"
exec "$python" tests/external/shapes.py "$room/exports/graph.ttl"
