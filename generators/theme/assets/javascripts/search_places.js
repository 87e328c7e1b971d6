/* Where on a page the words stand that were asked for, and what is shown of it. */

/** The words of a page's text, as the index counts them. */
export const split = (text) => text.split(/[\r\n\s]+/g);
const bare = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Words that are shown around a place, at least, and how far a sentence is followed beyond them. */
const SHOWN = 32;
const FURTHER = 12;

/** The places of a page where most of the words stand close together, best first: where to land, and the words around. */
export function placesOf(page, positions, most = 3) {
  const text = split(page.raw_content);
  const title = split(page.meta.title);
  const after = title.every((word, at) => bare(word) === bare(text[at] ?? "")) ? title.length : 0;
  const anchors = page.anchors.filter((anchor) => anchor.id && !anchor.id.endsWith(".name")).sort((one, other) => one.location - other.location);
  const stood = [...new Set(positions.length ? positions : page.locations)].sort((one, other) => one - other);
  const groups = new Map();
  const often = new Map();
  for (const at of stood) {
    const anchor = anchors.findLast((one) => one.location <= at);
    const group = groups.get(anchor?.id) ?? { anchor, at: [] };
    group.at.push(at);
    often.set(stemAt(text, at), (often.get(stemAt(text, at)) ?? 0) + 1);
    groups.set(anchor?.id, group);
  }
  // A word that stands everywhere on the page says little about where to land.
  const worth = (places) => [...new Set(places.map((at) => stemAt(text, at)))].reduce((sum, stem) => sum + Math.log2(1 + often.get(stem)) ** -0.7, 0);
  return [...groups.values()]
    .map((group) => ({ ...group, ...closest(group.at, worth), all: worth(group.at) }))
    .sort((one, other) => other.worth - one.worth || other.all - one.all || one.at[0] - other.at[0])
    .slice(0, most)
    .map((group) => ({ anchor: group.anchor, heading: headingOf(anchors, group), excerpt: excerptOf(text, group, after) }));
}

/** What the forms of a word begin with. */
const stemAt = (text, at) => bare(text[at] ?? "").replace(/s$/, "").slice(0, 5);

/** The places that can be shown together and are worth most, and what; of those that are worth the same, the first. */
function closest(places, worth) {
  let best = { close: [], worth: 0 };
  let to = 0;
  places.forEach((place, from) => {
    while (places[to] < place + SHOWN) to++;
    const close = places.slice(from, to);
    const here = worth(close);
    if (here > best.worth) best = { close, worth: here };
  });
  return best;
}

/** The nearest heading above a place, if it is none itself. */
function headingOf(anchors, { anchor, at }) {
  const heading = anchors.findLast((one) => one.location <= at[0] && /^h[2-6]$/.test(one.element));
  return heading && heading.id !== anchor?.id ? heading.text : "";
}

/** Some thirty words around the places that are closest together, whole sentences if they are short, each with whether
    it is one that was looked for. Those of the title stand above them already: what is shown begins after it. */
function excerptOf(text, { at, close }, after) {
  const wanted = new Set(at);
  const ends = (place) => /[.?!]['’”"]?$/.test(text[place] ?? "") && !/^\d{1,3}(\.\d+)*\.$/.test(text[place]); // not "4.1."
  const within = Math.max(close[0] < after ? 0 : close[0] - FURTHER, after);
  const begun = range(within, close[0]).findLast((place) => ends(place - 1));
  const start = begun ?? Math.max(close[0] < after ? 0 : close[0] - 6, after);
  const least = Math.max(start + SHOWN, close.at(-1) + 1);
  const end = Math.min(text.length, (range(least - 1, least + FURTHER).find(ends) ?? least - 1) + 1);
  const words = text.slice(start, end).map((word, offset) => ({ word, found: wanted.has(start + offset) }));
  return { words, cutBefore: start > after, cutAfter: end < text.length };
}

/** The whole numbers from one up to another, which is not among them itself. */
const range = (from, to) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
