// The words of a quote that name the ends of a link.

const CACHE = new Map();
/** How a State that speaks names itself. */
const FIRST_PERSON = /(?<!\p{L})(?:my|our) (?:own )?(?:country|nation|Government|delegation|people|State)(?!\p{L})|(?<!\p{L})(?:we|us|our|ours|I)(?!\p{L})/giu;

const isAcronym = (name) => name.length < 8 && name === name.toUpperCase();

/** Any of these names as whole words, with any white space between words. */
function whole(names, flags) {
  if (names.length === 0) return undefined;
  const word = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const source = [...names].sort((a, b) => b.length - a.length).map((name) => name.trim().split(/\s+/).map(word).join("\\s+"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source.join("|")})(?![\\p{L}\\p{N}])`, flags);
}

/** Patterns for a node: its names, acronyms with their capitals and others in any case; and what is left of
 * its label where a text takes it up again: "Charter" of "Charter of the United Nations". */
function patterns(node) {
  if (!CACHE.has(node)) {
    const names = [node.label, ...node.names].filter((name) => name.trim().length > 1);
    const head = node.label.split(/ (?:of|on|for|to|in|against|between|concerning|relating) |, | \(/)[0].split(" ");
    const short = head.map((_, i) => head.slice(i).join(" ")).filter((name) => name.length > 3 && /^\p{Lu}/u.test(name));
    const named = [whole(names.filter(isAcronym), "gu"), whole(names.filter((name) => !isAcronym(name)), "giu")];
    CACHE.set(node, { named: named.filter(Boolean), short: [whole(short, "giu")].filter(Boolean) });
  }
  return CACHE.get(node);
}

function places(text, node, kind, isSpeaker) {
  const find = (expressions) => expressions.flatMap((expression) => [...text.matchAll(expression)])
    .map((match) => ({ from: match.index, to: match.index + match[0].length, kind }));
  const { named, short } = patterns(node);
  for (const expressions of [named, isSpeaker ? [FIRST_PERSON] : [], short]) {
    const found = find(expressions);
    if (found.length > 0) return found;
  }
  return [];
}

/** The text in pieces { text, kind }: kind is "subject", "object" or undefined. Of marks that overlap the longer
 * one counts. */
export function marked(text, subject, object, speaker) {
  const found = [...places(text, subject, "subject", speaker === subject.label), ...places(text, object, "object", speaker === object.label)];
  found.sort((a, b) => (b.to - b.from) - (a.to - a.from) || a.from - b.from);
  const kept = [];
  for (const mark of found) {
    if (kept.every((other) => mark.to <= other.from || mark.from >= other.to)) kept.push(mark);
  }
  kept.sort((a, b) => a.from - b.from);
  const pieces = [];
  let at = 0;
  for (const { from, to, kind } of kept) {
    pieces.push({ text: text.slice(at, from) }, { text: text.slice(from, to), kind });
    at = to;
  }
  pieces.push({ text: text.slice(at) });
  return pieces.filter((piece) => piece.text !== "");
}
