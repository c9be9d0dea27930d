// The tables: links and nodes that pass the filters, sorted by any column, drawn as far as one scrolls.

import { classes, documents, edges, isProjection, modalities, nodes, relations } from "./data.js";
import { byId, dot, element } from "./dom.js";
import { colourOf, passes, shown, weights } from "./filter.js";

const STEP = 100;
const section = byId("table");
const share = (value) => value.toFixed(4);

const measure = (name, at, write = String) => ({ name, isNumber: true, value: (node) => node.measures[at], write });
const NODES = {
  rows: () => nodes.filter((node) => shown[node.index]),
  label: (node) => `Show ${node.label}`,
  open: (node) => ({ node }),
  columns: [
    { name: "Name", value: (node) => node.label, mark: (node) => dot(colourOf(node)) },
    { name: "Kind", value: (node) => classes[node.class].label },
    measure("Links", 0), measure("Weight", 1), measure("PageRank", 2, share), measure("Betweenness", 3, share),
    measure("Hub", 4, share), measure("Authority", 5, share), measure("Core", 6), measure("Community", 7),
  ],
  sort: { at: 3, isDown: true },
};

const passing = (edge) => edge.evidence.filter(passes);
const unique = (values) => [...new Set(values)];
const years = (edge) => {
  const found = passing(edge).map((e) => e.year).filter(Boolean).sort((a, b) => a - b);
  const [first, last] = [found[0], found[found.length - 1]];
  return first === undefined ? "" : first === last ? String(first) : `${first}\u2060–\u2060${last}`;
};
const stated = [
  { name: "How far", value: (edge) => unique(passing(edge).map((e) => (e.isNegated ? "denied" : modalities[e.modality].label))).join(", ") },
  { name: "Years", value: years },
  { name: "Documents", value: (edge) => {
    const found = unique(passing(edge).map((e) => documents[e.document].symbol ?? documents[e.document].id));
    return found.length > 3 ? `${found.slice(0, 2).join(", ")} and ${found.length - 2} more` : found.join(", ");
  } },
];
const EDGES = {
  rows: () => edges.filter((edge) => weights[edge.index] > 0),
  label: (edge) => `Show the sentences of ${edge.source.label} ${relations[edge.relation].label} ${edge.target.label}`,
  open: (edge) => ({ edge }),
  columns: [
    { name: "From", value: (edge) => edge.source.label, mark: (edge) => dot(colourOf(edge.source)) },
    { name: "Relation", value: (edge) => relations[edge.relation].label },
    { name: "To", value: (edge) => edge.target.label, mark: (edge) => dot(colourOf(edge.target)) },
    { name: isProjection ? "Shared" : "Sentences", isNumber: true, value: (edge) => weights[edge.index] },
    ...(isProjection ? [] : stated),
  ],
  sort: { at: 3, isDown: true },
};

let end;
const watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && end?.(), { root: section, rootMargin: "600px" });

/** Draws the table of "edges" or "nodes". */
export function draw(which, select) {
  const table = which === "nodes" ? NODES : EDGES;
  const column = table.columns[table.sort.at];
  const way = table.sort.isDown ? -1 : 1;
  const keyed = table.rows().map((row) => [column.value(row), row]);
  keyed.sort(([a], [b]) => way * (column.isNumber ? a - b : a.localeCompare(b)));
  const body = element("tbody");
  const more = element("p", { className: "more" });
  let n = 0;
  end = () => {
    body.append(...keyed.slice(n, n + STEP).map(([, row]) => line(table, row, select)));
    n = Math.min(n + STEP, keyed.length);
    more.textContent = n < keyed.length ? `${n.toLocaleString("en")} of ${keyed.length.toLocaleString("en")}` : keyed.length === 0 ? "Nothing passes the filters." : "";
  };
  const sortBy = (at) => () => {
    table.sort = { at, isDown: table.sort.at === at ? !table.sort.isDown : Boolean(table.columns[at].isNumber) };
    draw(which, select);
    section.querySelectorAll("th button")[at].focus();
  };
  const head = table.columns.map(({ name, isNumber }, at) => element("th", { className: isNumber ? "number" : "", scope: "col", "aria-sort": at !== table.sort.at ? "none" : table.sort.isDown ? "descending" : "ascending" },
    element("button", { textContent: `${name}${at !== table.sort.at ? "" : table.sort.isDown ? " ↓" : " ↑"}`, onclick: sortBy(at) })));
  watcher.disconnect();
  section.replaceChildren(element("table", {}, element("thead", {}, element("tr", {}, head)), body), more);
  end();
  watcher.observe(more);
}

function line(table, row, select) {
  const open = () => select(table.open(row));
  const cells = table.columns.map(({ value, write = String, mark, isNumber }, at) => {
    const text = write(value(row));
    const content = at === 0 ? element("button", { "aria-label": table.label(row), onclick: open }, mark(row), ` ${text}`) : [mark?.(row), mark ? ` ${text}` : text];
    return element("td", { className: isNumber ? "number" : "" }, content);
  });
  return element("tr", { onclick: (event) => event.target.closest("button") || open() }, cells);
}
