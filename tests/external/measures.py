#!/usr/bin/env python3
"""The checks of measures.sh, which see.

    python tests/external/measures.py GRAPHML..."""
import sys

import networkx as nx

failures = 0


def check(holds, what):
    global failures
    failures += not holds
    print("ok  " if holds else "FAIL", what, flush=True)


def simple(graph):
    """Without directions, loops and parallel edges; weights added up."""
    plain = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    for source, target, weight in graph.edges(data="weight"):
        if source != target:
            before = plain.get_edge_data(source, target, {"weight": 0})["weight"]
            plain.add_edge(source, target, weight=before + weight)
    return plain


def compare(graph, name, expected):
    worst = max(graph, key=lambda node: abs(graph.nodes[node][name] - expected[node]))
    error = abs(graph.nodes[worst][name] - expected[worst])
    check(error < 1e-6, f"{name}: largest difference {error:.1e}, at {worst}")


def measures(path):
    graph = nx.MultiDiGraph(nx.read_graphml(path))
    plain = simple(graph)
    print(f"{path}: {len(graph)} nodes, {graph.number_of_edges()} edges")
    compare(graph, "degree", dict(graph.degree()))
    compare(graph, "weighted_degree", dict(graph.degree(weight="weight")))
    compare(graph, "pagerank", nx.pagerank(graph, tol=1e-13, max_iter=10_000))
    compare(graph, "betweenness", nx.betweenness_centrality(plain))
    compare(graph, "core", nx.core_number(plain))
    hubs, authorities = nx.hits(graph, tol=1e-13, max_iter=100_000)
    compare(graph, "hub", hubs)
    compare(graph, "authority", authorities)
    communities = {}
    for node, community in graph.nodes(data="community"):
        communities.setdefault(community, set()).add(node)
    ours = nx.community.modularity(plain, communities.values())
    best = max(nx.community.modularity(plain, nx.community.louvain_communities(plain, seed=seed)) for seed in range(10))
    check(ours > 0.98 * best, f"community: modularity {ours:.4f}, the best of NetworkX {best:.4f}")
    apart = [c for c, members in communities.items() if not nx.is_connected(plain.subgraph(members))]
    check(not apart, f"community: {len(communities)} communities, all in one piece")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for path in sys.argv[1:]:
        measures(path)
    print(f"{failures} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
