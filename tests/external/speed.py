#!/usr/bin/env python3
"""The comparison of speed.sh, which see.

    python tests/external/speed.py FOLDER"""
import sys
import time
from pathlib import Path

import igraph
import networkx as nx

failures = 0


def check(holds, what):
    global failures
    failures += not holds
    print("ok  " if holds else "FAIL", what, flush=True)


def fastest(n, write):
    times = []
    for _ in range(n):
        begun = time.perf_counter()
        write()
        times.append(time.perf_counter() - begun)
    return min(times)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    ours = dict(line.split() for line in (folder / "ours.txt").read_text().splitlines() if len(line.split()) == 2)
    graph = igraph.Graph.Read_GraphML(str(folder / "graph.graphml"))
    with_igraph = fastest(5, lambda: graph.write_graphml(str(folder / "igraph.graphml")))
    graphml = nx.read_graphml(folder / "graph.graphml", force_multigraph=True)
    gexf = nx.read_gexf(folder / "graph.gexf")
    same = (graph.vcount(), graph.ecount()) == (len(graphml), graphml.number_of_edges()) == (len(gexf), gexf.number_of_edges())
    check(same, f"igraph and NetworkX read {len(graphml)} nodes and {graphml.number_of_edges()} edges from both files")
    names = dict(zip(graph.vs["id"], graph.vs["label"]))
    check(names == dict(graphml.nodes(data="label")) == dict(gexf.nodes(data="label")), "with the same labels")
    quotes = sorted(graph.es["quote"])
    check(quotes == sorted(q for *_, q in graphml.edges(data="quote")) == sorted(q for *_, q in gexf.edges(data="quote")), "and the same quotes")
    slow_graphml = fastest(1, lambda: nx.write_graphml(graphml, folder / "networkx.graphml"))
    slow_gexf = fastest(1, lambda: nx.write_gexf(gexf, folder / "networkx.gexf", version="1.2draft"))
    print(f"GraphML  ours {float(ours['graphml']):6.2f} s   igraph {with_igraph:6.2f} s ({with_igraph / float(ours['graphml']):.1f} times ours)"
          f"   NetworkX {slow_graphml:6.2f} s ({slow_graphml / float(ours['graphml']):.0f} times ours)")
    print(f"GEXF     ours {float(ours['gexf']):6.2f} s   NetworkX {slow_gexf:6.2f} s ({slow_gexf / float(ours['gexf']):.0f} times ours)")
    print(f"{failures} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
