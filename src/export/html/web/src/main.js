// Joins the parts of the page: what is selected, which view is open, the keys, light and dark.

import { counted, documents, edges, nodes } from "./data.js";
import * as details from "./details.js";
import { byId } from "./dom.js";
import * as filter from "./filter.js";
import * as network from "./network.js";
import * as search from "./search.js";
import * as table from "./table.js";

const root = document.documentElement;
let selection = {};
let view = "network";

/** A link that is opened from a node goes back to it. */
function select(next) {
  selection = next;
  const wasHidden = byId("details").hidden;
  details.show(selection, select);
  picture.select(selection);
  if (byId("details").hidden !== wasHidden) picture.resize();
  const id = (selection.node ?? selection.edge?.source)?.id;
  history.replaceState(null, "", id ? `#${encodeURIComponent(id)}` : location.pathname + location.search);
}

function goTo(node) {
  select({ node });
  if (view !== "network") open("network");
  picture.visit(node);
  byId("details").focus({ preventScroll: true });
}

function open(name) {
  view = name;
  for (const tab of ["network", "edges", "nodes"]) byId(`tab-${tab}`).setAttribute("aria-selected", String(tab === name));
  byId("network").hidden = name !== "network";
  byId("table").hidden = name === "network";
  redraw();
  if (name === "network") picture.resize();
}

function redraw() {
  if (view === "network") picture.refresh();
  else table.draw(view, select);
  if (selection.node || selection.edge) details.show(selection, select);
}

function paint(name) {
  root.dataset.theme = name;
  picture.paint(name);
}

const toggleTheme = () => paint(root.dataset.theme === "dark" ? "light" : "dark");
const toggleFilters = () => {
  byId("filters").classList.toggle("closed");
  byId("filters").classList.toggle("open");
  picture.resize();
};
const back = () => select(selection.edge && selection.node ? { node: selection.node } : {});

byId("scope").textContent = `${counted(documents.length, "document")}, ${counted(nodes.length, "thing")}, ${counted(edges.length, "link")}`;
const dark = matchMedia("(prefers-color-scheme: dark)");
root.dataset.theme = dark.matches ? "dark" : "light";
filter.setUp(() => redraw());
const picture = network.setUp((next) => select(next));
paint(root.dataset.theme);
dark.addEventListener("change", () => paint(dark.matches ? "dark" : "light"));
search.setUp(goTo);

const keys = {
  "/": () => byId("search").focus(),
  1: () => open("network"),
  2: () => open("edges"),
  3: () => open("nodes"),
  "+": picture.closer,
  "=": picture.closer,
  "-": picture.farther,
  0: picture.fit,
  Escape: back,
  d: toggleTheme,
  f: toggleFilters,
  "?": () => byId("keys").showModal(),
};
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.matches("input:not([type=checkbox]):not([type=radio]), select, textarea");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || byId("keys").open || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
const clicks = { closer: picture.closer, farther: picture.farther, fit: picture.fit, theme: toggleTheme, help: keys["?"],
  "tab-network": keys[1], "tab-edges": keys[2], "tab-nodes": keys[3] };
for (const [id, action] of Object.entries(clicks)) byId(id).addEventListener("click", action);

const asked = decodeURIComponent(location.hash.slice(1));
const wanted = asked && nodes.find((node) => node.id === asked);
if (wanted) goTo(wanted);

// For tests and for the console: what is there, and where.
window.demarche = { nodes, edges, frames: network.frames, placeOf: picture.placeOf, refresh: picture.refresh };
