// The data of the page, as `src/export/html/data.rs` writes them, and questions to them.

const raw = JSON.parse(document.getElementById("data").textContent);

export const { classes, relations, modalities, documents, quotes } = raw;

/** Nodes: { id, label, class, x, y, size, iri, names, measures, index, edges }. */
export const nodes = raw.nodes.map((node, index) => ({ ...node, index, edges: [] }));

/** Edges: { source, target, relation, evidence, shared, index }, ends as nodes. */
export const edges = raw.edges.map(({ s, t, r, e = [], shared = [] }, index) => {
  const edge = { source: nodes[s], target: nodes[t], relation: r, evidence: e.map(evidence), shared, index };
  edge.source.edges.push(edge);
  if (edge.target !== edge.source) edge.target.edges.push(edge);
  return edge;
});

function evidence([document, start, end, modality, isNegated, date, quote, speaker, part, rule]) {
  const year = date ? Number(date.slice(0, 4)) : undefined;
  return { document, start, end, modality, isNegated: isNegated === 1, date, year, quote, speaker, part, rule };
}

/** First and last year of any evidence, if there are two. */
export const span = (() => {
  let [first, last] = [Infinity, -Infinity];
  for (const edge of edges) {
    for (const { year } of edge.evidence) {
      if (year < first) first = year;
      if (year > last) last = year;
    }
  }
  return first < last ? { first, last } : undefined;
})();

export const isProjection = edges.length > 0 && edges[0].evidence.length === 0;

/** The palette of Okabe and Ito, then paler shades of it, for communities; grey for the small ones. */
const COMMUNITIES = [
  "#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#b8a800", "#7a5195", "#8a5a2b", "#4d908e",
  "#f28e8e", "#7f9c3b",
];

export const communityColour = (node) => COMMUNITIES[node.measures[7] - 1] ?? "#9aa3ad";
export const classColour = (node) => classes[node.class].colour;

export const counted = (n, one, many = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
