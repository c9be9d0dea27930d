#!/usr/bin/env bash
# Proves that other people's RDF programs read what we write: rdflib and pyoxigraph parse graph.ttl, graph.trig
# and graph.nq and agree on every triple, pyshacl finds that the graph keeps the shapes of the ontology and that
# each constraint can fail, owlrl that ontology and graph do not contradict each other, and rdflib answers SPARQL
# over the TriG.
#
#   tests/external/rdf.sh [EXPORTS]     (default exports)
set -euo pipefail
cd "$(dirname "$0")/../.."
room=${DEMARCHE_EXTERNAL:-target/external}/rdf
python=$(tests/external/venv.sh "$room/venv" rdflib pyoxigraph pyshacl owlrl)
"$python" tests/external/rdf.py "${1:-exports}"
exec "$python" tests/external/shapes.py "${1:-exports}/graph.ttl"
