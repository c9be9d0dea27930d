// The search box: a combobox over the names of all nodes.

import { classes, nodes } from "./data.js";
import { byId, dot, element } from "./dom.js";
import { colourOf } from "./filter.js";

const MOST = 12;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const index = nodes.map((node) => ({ node, label: plain(node.label), names: [node.id, ...node.names].map(plain) }));

/** Lower is better; undefined: not found. */
function rank({ label, names }, wanted) {
  if (label === wanted || names.includes(wanted)) return 0;
  if (label.startsWith(wanted)) return 1;
  if (label.includes(` ${wanted}`)) return 2;
  if (names.some((name) => name.startsWith(wanted))) return 3;
  if (label.includes(wanted) || names.some((name) => name.includes(wanted))) return 4;
  return undefined;
}

function find(text) {
  const wanted = plain(text.trim());
  if (!wanted) return [];
  const hits = index.map((entry) => ({ node: entry.node, rank: rank(entry, wanted) })).filter((hit) => hit.rank !== undefined);
  hits.sort((a, b) => a.rank - b.rank || b.node.measures[1] - a.node.measures[1]);
  return hits.slice(0, MOST).map((hit) => hit.node);
}

export function setUp(choose) {
  const [input, list] = [byId("search"), byId("found")];
  let [hits, at] = [[], 0];
  const draw = () => {
    list.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.setAttribute("aria-activedescendant", hits.length > 0 ? `hit-${at}` : "");
    list.replaceChildren(...hits.map((node, i) => element("li", { id: `hit-${i}`, role: "option", "aria-selected": String(i === at), onmousedown: (event) => { event.preventDefault(); take(i); } },
      dot(colourOf(node)), node.label, element("small", { textContent: classes[node.class].label }))));
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const take = (i) => {
    const node = hits[i];
    hits = [];
    input.value = "";
    input.blur();
    draw();
    if (node) choose(node);
  };
  const search = () => {
    [hits, at] = [find(input.value), 0];
    draw();
  };
  input.addEventListener("input", search);
  input.addEventListener("focus", search);
  input.addEventListener("blur", () => { hits = []; draw(); });
  input.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && hits.length > 0) {
      event.preventDefault();
      at = (at + steps[event.key] + hits.length) % hits.length;
      draw();
    } else if (event.key === "Enter") take(at);
    else if (event.key === "Escape") { input.value = ""; input.blur(); event.stopPropagation(); }
  });
}
