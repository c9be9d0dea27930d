// The panel on the right: a node with its links, a link with its sentences.

import { classes, counted, documents, isProjection, modalities, quotes, relations } from "./data.js";
import { byId, dot, element } from "./dom.js";
import { colourOf, passes, weights } from "./filter.js";
import { marked } from "./marks.js";

const panel = byId("details");
const MOST_QUOTES = 100;

/** Shows what is selected, or hides the panel; `select` is called with what is clicked. */
export function show(selection, select) {
  panel.hidden = !selection.node && !selection.edge;
  if (panel.hidden) return;
  const close = element("button", { className: "close", textContent: "×", "aria-label": "Close", title: "Close (Esc)", onclick: () => select({}) });
  const content = selection.edge ? edgeDetails(selection.edge, select) : nodeDetails(selection.node, select);
  panel.replaceChildren(close, ...content);
  panel.scrollTop = 0;
}

function nodeDetails(node, select) {
  const [degree, , pagerank, betweenness, , , core, community] = node.measures;
  const fact = (value, name) => element("div", {}, element("b", { textContent: value }), element("span", { textContent: name }));
  const share = (value) => value >= 0.01 || value === 0 ? value.toFixed(3) : value.toExponential(1);
  const visible = node.edges.filter((edge) => weights[edge.index] > 0);
  const hidden = node.edges.length - visible.length;
  return [
    element("h2", { textContent: node.label }),
    element("p", { className: "under" }, dot(colourOf(node)), ` ${classes[node.class].label}`),
    element("div", { className: "facts", title: `core ${core}, community ${community}` },
      fact(degree.toLocaleString("en"), "links"), fact(share(pagerank), "PageRank"), fact(share(betweenness), "between"), fact(`#${community}`, "community")),
    ...groups(node, visible).flatMap(([title, edges]) => [
      element("h3", { textContent: title }), element("ul", { className: "links" }, edges.map((edge) => linkItem(node, edge, select)))]),
    hidden > 0 && element("p", { className: "under", textContent: `${counted(hidden, "link")} hidden by the filters` }),
    element("h3", { textContent: "Identifier" }),
    element("p", { className: "under", textContent: node.iri }),
  ].filter(Boolean);
}

/** Links by relation and direction, the largest group first. */
function groups(node, edges) {
  const titles = new Map();
  for (const edge of edges) {
    const label = relations[edge.relation].label;
    const isOutgoing = edge.source === node;
    const title = isOutgoing || relations[edge.relation].symmetric ? label : `${label} ← (from)`;
    if (!titles.has(title)) titles.set(title, []);
    titles.get(title).push(edge);
  }
  for (const group of titles.values()) group.sort((a, b) => weights[b.index] - weights[a.index]);
  return [...titles].sort((a, b) => b[1].length - a[1].length);
}

function linkItem(node, edge, select) {
  const other = edge.source === node ? edge.target : edge.source;
  const passing = edge.evidence.filter(passes);
  const isDenied = passing.length > 0 && passing.every((e) => e.isNegated);
  return element("li", {}, element("button", { onclick: () => select({ node, edge }) },
    dot(colourOf(other)), element("span", { textContent: other.label, className: isDenied ? "no" : "" }),
    element("small", { textContent: weights[edge.index] > 1 ? `×${weights[edge.index]}` : isDenied ? "denied" : "" })));
}

function edgeDetails(edge, select) {
  const end = (node) => element("button", { onclick: () => select({ node }) }, dot(colourOf(node)), node.label);
  const evidence = edge.evidence.filter(passes).sort((a, b) => (a.date ?? "").localeCompare(b.date ?? ""));
  const shared = isProjection && [
    element("h3", { textContent: `${counted(edge.shared.length, "thing")} in common` }),
    element("ul", { className: "links" }, edge.shared.map((label) => element("li", { textContent: label })))];
  const sentences = !isProjection && [
    element("h3", { textContent: counted(evidence.length, "sentence") }),
    ...evidence.slice(0, MOST_QUOTES).map((e) => quote(e, edge)),
    evidence.length > MOST_QUOTES && element("p", { className: "under", textContent: `and ${evidence.length - MOST_QUOTES} more: see links.csv` })];
  return [
    element("div", { className: "triple" }, end(edge.source), element("span", { className: "rel", textContent: `${relations[edge.relation].label} ↓` }), end(edge.target)),
    ...(shared || []), ...(sentences || []),
  ].filter(Boolean);
}

function quote(evidence, edge) {
  const { symbol, title, id } = documents[evidence.document];
  const text = quotes[evidence.quote].replace(/\s+/g, " ");
  const words = marked(text, edge.source, edge.target, evidence.speaker).map(({ text, kind }) =>
    kind ? element("mark", { className: kind, title: kind === "subject" ? edge.source.label : edge.target.label, textContent: text }) : text);
  const speaker = evidence.speaker && `${evidence.speaker}, `;
  return element("blockquote", { className: evidence.isNegated ? "denied" : "" },
    element("p", {}, "“", words, "”"),
    element("footer", {},
      element("span", { className: "tag", textContent: modalities[evidence.modality].label }),
      evidence.isNegated && element("span", { className: "tag denied", textContent: "denied" }),
      element("b", { textContent: `${speaker}${evidence.date ?? "no date"}` }), element("br"),
      `${symbol ?? id}${title ? `: ${title}` : ""}`, element("br"),
      `${evidence.part ? `${evidence.part}, ` : ""}characters ${evidence.start}–${evidence.end}${evidence.rule ? `, rule “${evidence.rule}”` : ""}`));
}
