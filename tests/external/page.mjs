// The checks of page.sh, which see: opens a page in headless Chromium and uses it as a reader would, with mouse
// and with keyboard, in light and dark; writes a screenshot of each step to FOLDER.
//
//   node page.mjs CHROMIUM PAGE FOLDER
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, page, folder] = process.argv.slice(2);
if (!folder) throw new Error("usage: node page.mjs CHROMIUM PAGE FOLDER");
mkdirSync(folder, { recursive: true });

let failures = 0;
function check(holds, what) {
  failures += holds ? 0 : 1;
  console.log(holds ? "ok  " : "FAIL", what);
}

const args = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];
const browser = await chromium.launch({ executablePath, args });
const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, colorScheme: "light", reducedMotion: "reduce" });
const tab = await context.newPage();
const faults = [];
const requests = [];
tab.on("console", (message) => message.type() === "error" && faults.push(message.text()));
tab.on("pageerror", (error) => faults.push(String(error)));
tab.on("request", (request) => /^(data|file|blob):/.test(request.url()) || requests.push(request.url()));

/** Until what was asked for is drawn; drawing is slow without a graphics card. */
async function settle() {
  await tab.waitForTimeout(150);
  await tab.evaluate(async () => {
    for (let i = 0; i < 4; i += 1) await new Promise((done) => requestAnimationFrame(done));
  });
  await tab.waitForTimeout(150);
}
const shot = (name) => tab.screenshot({ path: join(folder, `${name}.png`) });
const text = (selector) => tab.locator(selector).innerText();
const count = async () => Number((await text("#count")).match(/([\d,]+) links?/)[1].replaceAll(",", ""));

// Load.
const begun = performance.now();
await tab.goto(pathToFileURL(resolve(page)).href);
await tab.waitForFunction(() => window.demarche);
const size = await tab.evaluate(() => ({ nodes: demarche.nodes.length, edges: demarche.edges.length }));
await settle();
console.log(`     ${size.nodes} nodes, ${size.edges} edges, ready after ${Math.round(performance.now() - begun)} ms`);
check(size.nodes > 0 && (await count()) === size.edges, "it loads and shows every link");
await shot("network");

// What to look for is taken from the data: the best linked State, and its link with most sentences.
const wanted = await tab.evaluate(() => {
  const states = demarche.nodes.filter((node) => /^[A-Z]{3}$/.test(node.id));
  const state = states.sort((a, b) => b.edges.length - a.edges.length || (a.id < b.id ? -1 : 1))[0];
  const names = (edge) => edge.evidence.length > 0 && edge.source === state && edge.target !== state;
  const edge = state.edges.filter(names).sort((a, b) => b.evidence.length - a.evidence.length)[0];
  return { label: state.label, id: state.id, n: state.edges.length, other: edge.target.label, edge: edge.index };
});

// Search, by keyboard.
await tab.keyboard.press("/");
await tab.keyboard.type(wanted.label.slice(0, 6).toLowerCase());
await tab.waitForSelector("#found li");
await shot("search");
await tab.keyboard.press("Escape");
await tab.keyboard.press("/");
await tab.keyboard.type(wanted.id);
await tab.keyboard.press("Enter");
await settle();
check((await text("#details h2")) === wanted.label, `search by code finds ${wanted.label}`);
check((await tab.locator("#details .links button").count()) === wanted.n, `its ${wanted.n} links are listed`);
check(tab.url().endsWith(`#${wanted.id}`), "the address names the node");
await shot("node");

// From a link to its sentences, still by keyboard.
const link = tab.locator("#details .links button", { hasText: wanted.other }).first();
await link.focus();
await tab.keyboard.press("Enter");
await settle();
check((await tab.locator("#details blockquote").count()) > 0, "a link shows its sentences");
check((await tab.locator("#details blockquote mark").count()) > 0, "the words that name the ends are marked");
check(/characters \d+–\d+/.test(await text("#details blockquote footer >> nth=0")), "the place in the document is named");
await shot("link");
await tab.keyboard.press("Escape");
check((await text("#details h2")) === wanted.label, "Escape leads from the link to its node");
await tab.keyboard.press("Escape");
check(!(await tab.isVisible("#details")), "and from the node to all");

// The mouse: a node, then an edge in the picture.
await tab.keyboard.press("0");
await settle();
const place = (of) => tab.evaluate((of) => demarche.placeOf({ [of[0]]: demarche[`${of[0]}s`][of[1]] }), of);
const biggest = await tab.evaluate(() => demarche.nodes.reduce((a, b) => (b.size > a.size ? b : a)).index);
const at = await place(["node", biggest]);
await tab.mouse.move(at.x, at.y);
await settle();
await shot("hover");
await tab.mouse.click(at.x, at.y);
await settle();
const label = await tab.evaluate((i) => demarche.nodes[i].label, biggest);
check((await text("#details h2")) === label, `a click on a node selects it (${label})`);
await tab.keyboard.press("Escape");
await settle();
let found = false;
for (const edge of await tab.evaluate(() => demarche.edges.filter((e) => e.source !== e.target).slice(0, 40).map((e) => e.index))) {
  const middle = await place(["edge", edge]);
  await tab.mouse.move(middle.x, middle.y);
  await tab.mouse.click(middle.x, middle.y);
  await tab.waitForTimeout(50);
  if ((await tab.isVisible("#details")) && (await tab.locator("#details .triple").count()) > 0) {
    found = true;
    break;
  }
  await tab.keyboard.press("Escape");
}
check(found, "a click on an edge of the picture shows its sentences");
await tab.keyboard.press("Escape");

// Filters.
const all = await count();
const relation = tab.locator("#relations label").first();
await relation.locator("input").uncheck();
const without = await count();
check(without < all, `a relation can be left out (${all} to ${without} links)`);
await tab.click("button.all[data-of=relations]");
check((await count()) === all, "and taken in again");
await relation.hover();
await relation.locator(".only").click();
check((await count()) === all - without, "a relation alone shows the rest");
await tab.click("#reset");
await tab.fill("#state", wanted.label);
await tab.keyboard.press("Enter");
check((await count()) === wanted.n, `only ${wanted.label}: ${wanted.n} links`);
await settle();
await shot("filtered");
await tab.click("#reset");
await tab.locator("#modalities input").first().uncheck();
check((await count()) < all, "modalities filter");
await tab.click("#reset");
await tab.locator("#classes input").first().uncheck();
check((await count()) < all, "kinds filter");
await tab.click("#reset");
if (await tab.isVisible("#years-box")) {
  const [first, last] = await tab.evaluate(() => [...document.querySelectorAll("#years input")].map((i) => Number(i.value)));
  await tab.locator("#years input").first().fill(String(last));
  await tab.keyboard.press("Tab");
  const few = await count();
  check(first < last && few > 0 && few < all, `years filter (${few} links of ${last})`);
  await tab.click("#reset");
}
check((await count()) === all, "all filters can be reset at once");

// Tables.
await tab.keyboard.press("2");
check((await tab.locator("#table tbody tr").count()) >= Math.min(all, 80), "the table of links opens");
await shot("table");
await tab.locator("#table tbody button").first().focus();
await tab.keyboard.press("Enter");
check((await tab.locator("#details blockquote, #details .triple").count()) > 0, "a row shows its sentences");
await tab.keyboard.press("3");
await tab.click("#table th button >> nth=4");
check((await tab.locator("#table th[aria-sort=descending]").count()) === 1, "the table of nodes is sorted by a measure");
await shot("nodes");
await tab.keyboard.press("Escape");
await tab.keyboard.press("1");

// Dark, communities, keys, a smaller window.
await tab.keyboard.press("d");
await tab.check("input[name=colour][value=community]");
await settle();
check((await tab.evaluate(() => document.documentElement.dataset.theme)) === "dark", "light and dark change by key");
await shot("dark");
await tab.evaluate((id) => { location.hash = id; location.reload(); }, wanted.id);
await tab.waitForFunction(() => window.demarche);
await tab.keyboard.press("d");
await settle();
check((await text("#details h2")) === wanted.label, "an address with a node opens there");
await shot("dark-node");
await tab.keyboard.press("?");
check(await tab.isVisible("#keys"), "? shows the keys");
await tab.keyboard.press("Escape");

// What a frame takes while the picture moves, and after a filter has changed: the work of the program alone, for
// here no graphics card draws. Numbers to look at, not a test.
await tab.keyboard.press("Escape");
const cost = await tab.evaluate(async () => {
  const next = () => new Promise((done) => requestAnimationFrame(done));
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)].toFixed(1);
  const canvas = document.querySelector("#canvas");
  demarche.frames.length = 0;
  for (let i = 0; i < 15; i += 1) {
    canvas.dispatchEvent(new KeyboardEvent("keydown", { key: i % 2 ? "ArrowLeft" : "ArrowRight", bubbles: true }));
    await next();
    await next();
  }
  const frame = median([...demarche.frames]);
  const refreshed = [];
  for (let i = 0; i < 5; i += 1) {
    const begun = performance.now();
    demarche.refresh();
    refreshed.push(performance.now() - begun);
    await next();
  }
  return { frame, refresh: median(refreshed) };
});
console.log(`     median of a frame ${cost.frame} ms, of a change of filters ${cost.refresh} ms`);

check(requests.length === 0, `the page asks the network for nothing${requests.map((url) => `\n       ${url}`).join("")}`);
check(faults.length === 0, `no error on the console${faults.map((fault) => `\n       ${fault}`).join("")}`);
await browser.close();
console.log(`${failures} failures; screenshots in ${folder}`);
process.exit(failures > 0 ? 1 : 0);
