// Bundles src/, style.css and page.html into one file, with the licences of what is bundled. The program puts
// the data in the place of DATA and the title in the place of TITLE.
//
//   npm ci && node build.mjs [OUTPUT]     (default ../page.html)
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const options = { bundle: true, minify: true, write: false, legalComments: "none", absWorkingDir: here };
const script = await build({
  ...options,
  entryPoints: ["src/main.js"],
  format: "iife",
  target: "es2020",
  charset: "utf8",
  metafile: true,
});
const style = await build({ ...options, entryPoints: ["style.css"] });

/** Name, version and licence text of each package in the bundle. */
function licences(metafile) {
  const inside = Object.keys(metafile.inputs).map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
  const packages = [...new Set(inside.filter(Boolean))].sort();
  return packages.map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (license !== "MIT") throw new Error(`${name} has the licence ${license}`);
    const file = ["LICENSE", "LICENSE.txt", "LICENSE.md"].map((f) => join(folder, f));
    const text = file.map(read).find(Boolean) ?? "MIT License";
    return `${name} ${version}\n${text.trim()}`;
  });
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const text = (result) => result.outputFiles[0].text.trim();
const notice = licences(script.metafile).join("\n\n").replaceAll("--", "- -");
const parts = {
  LICENCES: notice,
  STYLE: text(style),
  SCRIPT: text(script).replaceAll("</script", "<\\/script"),
};
const page = readFileSync(join(here, "page.html"), "utf8").replace(/\{\{(LICENCES|STYLE|SCRIPT)\}\}/g, (_, part) => parts[part]);
const output = process.argv[2] ?? join(here, "..", "page.html");
writeFileSync(output, page);
console.log(`${output}: ${Buffer.byteLength(page)} bytes`);
