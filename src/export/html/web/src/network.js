// The picture: graphology holds the graph, sigma draws it. Labels are drawn from the largest node on, and left
// out where they would lie on another.

import EdgeCurveProgram, { EdgeCurvedArrowProgram, indexParallelEdgesIndex } from "@sigma/edge-curve";
import Graph from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeRectangleProgram } from "sigma/rendering";
import { edges, nodes, relations } from "./data.js";
import { byId } from "./dom.js";
import { colourOf, shown, weights } from "./filter.js";

/** More edges than this are drawn without arrow heads. */
const MOST_ARROWS = 6000;
/** A selected node shows the labels of its neighbours, if they are not more. */
const MOST_NEIGHBOURS = 60;

const THEMES = {
  light: { page: "#f7f8fa", ink: "#1b2430", edge: "#8d9bad", faint: "#dde3ea", strong: "#0b5cad", label: "#ffffffe6" },
  dark: { page: "#10151c", ink: "#e7ecf2", edge: "#61748a", faint: "#202a35", strong: "#6db3ff", label: "#171e27e6" },
};

/** So many of the largest nodes have a label even where it crosses a small one. */
const N_LARGEST = 30;
/** Fewer links are drawn thicker. */
const thinnest = edges.length < 1000 ? 0.9 : 0.3;

/** Colours of links, the paler the more there are: sigma blends no transparent ones. */
for (const theme of Object.values(THEMES)) {
  const share = Math.min(1, Math.max(0.22, 35 / Math.sqrt(edges.length)));
  theme.faint = mixed(theme.page, theme.faint, Math.sqrt(share));
  theme.edge = mixed(theme.page, theme.edge, share);
}

let theme = THEMES.light;
let focus = { nodes: undefined, edges: undefined };
let hovered;
let selection = {};
let boxes = [];
/** What each frame took in milliseconds, without the work of the graphics card; for tests. */
export const frames = [];

/** The colour between two, at this share of the way. */
function mixed(from, to, share) {
  const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const [a, b] = [parts(from), parts(to)];
  return `#${a.map((part, i) => Math.round(part + (b[i] - part) * share).toString(16).padStart(2, "0")).join("")}`;
}

/** Draws the network into #canvas; `select` is called with what is clicked. */
export function setUp(select) {
  const container = byId("canvas");
  // A window is wider than high, and so are labels: the layout, which is square, may be stretched a little.
  const stretch = Math.min(1.5, Math.max(1, container.clientWidth / container.clientHeight));
  nodes.forEach((node) => { node.x *= stretch; });
  const graph = build();
  const scale = Math.min(container.clientWidth, container.clientHeight) / 2300;
  const sigma = new Sigma(graph, container, {
    allowInvalidContainer: true,
    defaultDrawNodeHover: drawHover,
    defaultDrawNodeLabel: (_, data) => boxes.push(data),
    defaultEdgeType: "line",
    edgeProgramClasses: { line: EdgeRectangleProgram, arrow: EdgeArrowProgram, curve: EdgeCurveProgram, bow: EdgeCurvedArrowProgram },
    edgeReducer,
    enableEdgeEvents: true,
    hideEdgesOnMove: edges.length > 40_000,
    labelDensity: 1.2,
    labelGridCellSize: 90,
    labelRenderedSizeThreshold: 3,
    labelSize: 12,
    labelFont: "system-ui, sans-serif",
    maxCameraRatio: 3,
    minCameraRatio: 0.005,
    minEdgeThickness: edges.length < 1000 ? 1 : 0.5,
    nodeReducer: (key, data) => nodeReducer(key, data, scale),
    stagePadding: 40,
    zIndex: true,
  });
  let begun = 0;
  sigma.on("beforeRender", () => {
    boxes = [];
    begun = performance.now();
  });
  sigma.on("afterRender", () => {
    drawLabels(sigma.getCanvases().labels.getContext("2d"), sigma.getDimensions());
    if (frames.push(performance.now() - begun) > 200) frames.shift();
  });
  sigma.on("clickNode", ({ node }) => select({ node: nodes[node] }));
  sigma.on("clickEdge", ({ edge }) => select({ edge: edges[edge] }));
  sigma.on("clickStage", () => select({}));
  const hover = (change) => (event) => {
    hovered = change(event);
    container.style.cursor = hovered ? "pointer" : "";
    refocus();
    sigma.refresh({ skipIndexation: true });
  };
  sigma.on("enterNode", hover(({ node }) => ({ node: nodes[node] })));
  sigma.on("leaveNode", hover(() => undefined));
  sigma.on("enterEdge", hover(({ edge }) => ({ edge: edges[edge] })));
  sigma.on("leaveEdge", hover(() => undefined));
  return handle(sigma, container);
}

function build() {
  const graph = new Graph({ type: "directed", multi: true, allowSelfLoops: true });
  for (const { index, x, y, size, label } of nodes) graph.addNode(index, { x, y, size, label });
  for (const { index, source, target } of edges) {
    // A loop has no length to be drawn on; it stands in the panel and the tables.
    if (source !== target) graph.addEdgeWithKey(index, source.index, target.index);
  }
  indexParallelEdgesIndex(graph, { edgeIndexAttribute: "parallel", edgeMinIndexAttribute: "least", edgeMaxIndexAttribute: "most" });
  const hasArrows = edges.length <= MOST_ARROWS;
  graph.forEachEdge((edge, { parallel, most }) => {
    const isSymmetric = relations[edges[edge].relation].symmetric;
    const isCurved = Boolean(parallel);
    const curvature = isCurved ? (0.25 * parallel) / Math.max(1, most) : 0;
    const hasArrow = hasArrows && !isSymmetric;
    graph.mergeEdgeAttributes(edge, { curvature, type: isCurved ? (hasArrow ? "bow" : "curve") : hasArrow ? "arrow" : "line" });
  });
  return graph;
}

function nodeReducer(key, data, scale) {
  const node = nodes[key];
  const isFar = focus.nodes && !focus.nodes.has(node);
  const isChosen = selection.node === node || hovered?.node === node;
  const isNear = focus.nodes && !isFar && focus.nodes.size <= MOST_NEIGHBOURS;
  return {
    ...data,
    size: Math.max(2, data.size * scale),
    hidden: !shown[node.index],
    color: isFar ? theme.faint : colourOf(node),
    label: isFar ? "" : data.label,
    forceLabel: isChosen || isNear,
    highlighted: isChosen,
    zIndex: isFar ? 0 : isChosen ? 2 : 1,
  };
}

function edgeReducer(key, data) {
  const edge = edges[key];
  const isFar = focus.edges && !focus.edges.has(edge);
  const isChosen = selection.edge === edge || hovered?.edge === edge;
  return {
    ...data,
    hidden: weights[edge.index] === 0,
    size: Math.min(6, thinnest + 0.5 * Math.sqrt(weights[edge.index])) * (isChosen ? 2 : 1),
    color: isFar ? theme.faint : isChosen || focus.edges ? theme.strong : theme.edge,
    zIndex: isFar ? 0 : 1,
  };
}

/** What stays in colour: what is pointed at, else what is selected, with its surroundings. */
function refocus() {
  const { node, edge } = hovered ?? selection;
  if (edge) focus = { nodes: new Set([edge.source, edge.target]), edges: new Set([edge]) };
  else if (node) {
    const around = node.edges.filter((edge) => weights[edge.index] > 0);
    focus = { nodes: new Set([node, ...around.flatMap((edge) => [edge.source, edge.target])]), edges: new Set(around) };
  } else focus = {};
}

const short = (label) => (label.length > 42 ? `${label.slice(0, 41).trimEnd()}…` : label);

function drawLabels(context, { width, height }) {
  context.font = "500 12px system-ui, sans-serif";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const taken = [];
  boxes.sort((a, b) => b.forceLabel - a.forceLabel || b.size - a.size);
  const discs = boxes.filter((node) => node.size > 3);
  boxes.slice(0, N_LARGEST).forEach((node) => { node.isLarge = true; });
  for (const node of boxes) {
    const { x, y, size, label, highlighted } = node;
    if (!label || highlighted || x < -50 || y < -10 || x > width || y > height + 10) continue;
    const text = short(label);
    const length = context.measureText(text).width;
    const box = (left) => [left - 3, y - 8, left + length + 3, y + 8];
    const sides = [x + size + 4, x - size - 4 - length];
    const isFree = (left) => taken.every((other) => !overlap(box(left), other));
    const isClear = (left) => isFree(left) && left > 0 && left + length < width
      && discs.every((disc) => disc === node || !overlap(box(left), [disc.x - disc.size, disc.y - disc.size, disc.x + disc.size, disc.y + disc.size]));
    const left = sides.find(isClear) ?? (node.isLarge || node.forceLabel ? sides.find(isFree) : undefined);
    if (left === undefined) continue;
    taken.push(box(left));
    context.strokeStyle = theme.page;
    context.lineWidth = 3;
    context.strokeText(text, left, y);
    context.fillStyle = theme.ink;
    context.fillText(text, left, y);
  }
}

const overlap = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];

function drawHover(context, { x, y, size, label, color }) {
  context.font = "600 13px system-ui, sans-serif";
  context.textBaseline = "middle";
  const text = short(label ?? "");
  const [height, radius] = [24, 12];
  const left = x - Math.max(size, 4) - 5;
  const right = x + size + context.measureText(text).width + 16;
  context.fillStyle = theme.label;
  context.shadowColor = "#0005";
  context.shadowBlur = 8;
  context.beginPath();
  context.roundRect(left, y - Math.max(height / 2, size + 5), right - left, Math.max(height, 2 * size + 10), Math.max(radius, size + 5));
  context.fill();
  context.shadowBlur = 0;
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, size, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = theme.ink;
  context.fillText(text, x + size + 5, y);
}

/** What the rest of the page may ask of the picture. */
function handle(sigma, container) {
  const camera = sigma.getCamera();
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  // Sigma divides by the duration.
  const duration = isCalm ? 1 : 350;
  const move = (x, y) => {
    const state = camera.getState();
    camera.animate({ x: state.x + x * state.ratio, y: state.y + y * state.ratio }, { duration: isCalm ? 1 : 120 });
  };
  const picture = {
    closer: () => camera.animatedZoom({ duration: 200 }),
    farther: () => camera.animatedUnzoom({ duration: 200 }),
    fit: () => camera.animatedReset({ duration }),
    refresh: () => { refocus(); sigma.refresh({ skipIndexation: true }); },
    resize: () => { sigma.resize(); sigma.refresh(); },
    select: (next) => { selection = next; hovered = undefined; picture.refresh(); },
    /** Shows a node with its neighbours, as large as they fit. */
    visit: (node) => {
      const ends = node.edges.filter((edge) => weights[edge.index] > 0).flatMap((edge) => [edge.source, edge.target]);
      const places = [node, ...ends].map((end) => sigma.getNodeDisplayData(String(end.index))).filter(Boolean);
      const middle = (values) => [(Math.min(...values) + Math.max(...values)) / 2, Math.max(...values) - Math.min(...values)];
      const [x, width] = middle(places.map((place) => place.x));
      const [y, height] = middle(places.map((place) => place.y));
      camera.animate({ x, y, ratio: Math.min(1.1, Math.max(0.08, 1.4 * Math.max(width, height))) }, { duration });
    },
    paint: (name) => { theme = THEMES[name]; sigma.refresh({ skipIndexation: true }); },
    /** Where a node or the middle of an edge is on the screen, for tests. */
    placeOf: ({ node, edge }) => {
      const [one, other] = edge ? [edge.source, edge.target] : [node, node];
      const { left, top } = container.getBoundingClientRect();
      const at = sigma.graphToViewport({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
      return { x: left + at.x, y: top + at.y };
    },
  };
  const keys = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1] };
  container.addEventListener("keydown", (event) => {
    if (keys[event.key] && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      move(...keys[event.key]);
    }
  });
  return picture;
}
