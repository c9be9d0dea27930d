// What is shown: the choices, the controls for them, which also are the legend, and which edges pass.

import { classColour, classes, communityColour, counted, edges, modalities, nodes, relations, span } from "./data.js";
import { byId, dot, element } from "./dom.js";

const choices = {
  classes: classes.map(() => true),
  relations: relations.map(() => true),
  modalities: modalities.map(() => true),
  states: new Set(),
  first: span?.first,
  last: span?.last,
};

/** Evidence that passes, by edge; 0: the edge is not shown. */
export const weights = new Uint32Array(edges.length);
/** Whether each node is shown. */
export const shown = new Uint8Array(nodes.length);
export let colourOf = classColour;

/** Whether a piece of evidence passes. Without a date it does only while all years are shown. */
export function passes({ modality, year }) {
  if (!choices.modalities[modality]) return false;
  if (!span || (choices.first === span.first && choices.last === span.last)) return true;
  return year >= choices.first && year <= choices.last;
}

function weightOf(edge) {
  const { source, target } = edge;
  if (!choices.relations[edge.relation] || !choices.classes[source.class] || !choices.classes[target.class]) return 0;
  if (choices.states.size > 0 && !choices.states.has(source) && !choices.states.has(target)) return 0;
  if (edge.evidence.length === 0) return edge.shared.length;
  let n = 0;
  for (const evidence of edge.evidence) n += passes(evidence);
  return n;
}

function apply() {
  shown.fill(0);
  let [nEdges, nNodes] = [0, 0];
  for (const edge of edges) {
    const weight = weightOf(edge);
    weights[edge.index] = weight;
    if (weight > 0) {
      nEdges += 1;
      for (const end of [edge.source, edge.target]) {
        nNodes += 1 - shown[end.index];
        shown[end.index] = 1;
      }
    }
  }
  byId("count").textContent = `${counted(nNodes, "node")}, ${counted(nEdges, "link")}${nEdges < edges.length ? ` of ${edges.length.toLocaleString("en")}` : ""}`;
  byId("nothing").hidden = nEdges > 0;
}

/** Fills the side bar; `changed` is called after each change. */
export function setUp(changed) {
  const update = () => {
    apply();
    changed();
  };
  const refresh = {
    classes: boxes("classes", classes, count(nodes, (node) => node.class), update, (c) => dot(c.colour)),
    relations: boxes("relations", relations, count(edges, (edge) => edge.relation), update),
    modalities: boxes("modalities", modalities, count(edges.flatMap((e) => e.evidence), (e) => e.modality), update),
  };
  const redraw = [...Object.values(refresh), setUpYears(update), setUpStates(update)];
  for (const button of document.querySelectorAll("button.all")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      choices[button.dataset.of].fill(true);
      refresh[button.dataset.of]();
      update();
    });
  }
  for (const radio of document.querySelectorAll("input[name=colour]")) {
    radio.addEventListener("change", () => {
      colourOf = radio.value === "community" ? communityColour : classColour;
      changed();
    });
  }
  byId("reset").addEventListener("click", () => {
    for (const of of ["classes", "relations", "modalities"]) choices[of].fill(true);
    choices.states.clear();
    [choices.first, choices.last] = [span?.first, span?.last];
    redraw.forEach((redraw) => redraw());
    update();
  });
  apply();
}

function count(items, key) {
  const counts = [];
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

/** A box for each entry, the most frequent first; gives a function that brings them up to date. */
function boxes(id, entries, counts, update, mark = () => undefined) {
  const order = entries.map((_, i) => i).filter((i) => counts[i]).sort((a, b) => counts[b] - counts[a]);
  const inputs = order.map((i) => element("input", { type: "checkbox", checked: true, onchange: (e) => { choices[id][i] = e.target.checked; redraw(); update(); } }));
  const only = (i) => (event) => {
    event.preventDefault();
    choices[id].fill(false)[i] = true;
    redraw();
    update();
  };
  const rows = order.map((i, at) => element("label", {},
    inputs[at], mark(entries[i]), element("span", { textContent: entries[i].label, title: entries[i].label }),
    element("button", { className: "only", type: "button", textContent: "only", "aria-label": `only ${entries[i].label}`, onclick: only(i) }),
    element("small", { textContent: counts[i].toLocaleString("en") })));
  const redraw = () => order.forEach((i, at) => {
    inputs[at].checked = choices[id][i];
    rows[at].classList.toggle("none", !choices[id][i]);
  });
  byId(id).replaceChildren(...rows);
  if (order.length === 0) byId(id).parentElement.hidden = true;
  return redraw;
}

function setUpYears(update) {
  if (!span) {
    byId("years-box").hidden = true;
    return () => {};
  }
  const years = Array.from({ length: span.last - span.first + 1 }, (_, i) => span.first + i);
  const counts = count(edges.flatMap((edge) => edge.evidence).filter((e) => e.year), (e) => e.year - span.first);
  const most = Math.max(...counts.filter(Boolean));
  const bars = years.map((year, i) => element("i", { title: `${year}: ${counts[i] ?? 0}`, style: `height:${(100 * Math.sqrt((counts[i] ?? 0) / most)).toFixed(1)}%` }));
  const input = (which, label) => element("input", {
    type: "number", min: span.first, max: span.last, value: choices[which], "aria-label": label,
    onchange: (event) => {
      const year = Math.min(span.last, Math.max(span.first, Number(event.target.value) || span[which]));
      choices[which] = year;
      if (choices.first > choices.last) choices[which === "first" ? "last" : "first"] = year;
      redraw();
      update();
    },
  });
  const [first, last] = [input("first", "First year"), input("last", "Last year")];
  const redraw = () => {
    [first.value, last.value] = [choices.first, choices.last];
    years.forEach((year, i) => bars[i].classList.toggle("in", year >= choices.first && year <= choices.last));
  };
  byId("years").replaceChildren(element("div", { className: "bars", "aria-hidden": "true" }, bars), element("div", { className: "range" }, first, "to", last));
  redraw();
  return redraw;
}

function setUpStates(update) {
  const states = nodes.filter((node) => classes[node.class].name === "State");
  const byName = new Map(states.flatMap((node) => [node.label, node.id, ...node.names].map((name) => [name.toLowerCase(), node])));
  byId("states").replaceChildren(...states.map((node) => element("option", { value: node.label })));
  const redraw = () => byId("chosen").replaceChildren(...[...choices.states].map((node) => element("button", {
    textContent: `${node.label} ×`, "aria-label": `without ${node.label}`,
    onclick: () => { choices.states.delete(node); redraw(); update(); },
  })));
  byId("state").addEventListener("change", (event) => {
    const node = byName.get(event.target.value.trim().toLowerCase());
    if (!node) return;
    choices.states.add(node);
    event.target.value = "";
    redraw();
    update();
  });
  return redraw;
}
