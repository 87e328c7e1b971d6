/* Asks the index. A question in plain words is asked by the words that matter in it; where no page has all of them,
   the pages that have the rarest of them come first. */

/** Words of a question that say nothing of what is looked for. */
const LEFT_OUT = new Set(
  `a about after all an and any are as at be been before by can could did do does each for from had has have he her his
  how i if in into is it its many me much of on or our out over per said say says she should so some than that the their
  them then there these they this those through to under up us was we were what when where which while who whom whose
  why will with would you your`.split(/\s+/),
);

/** With fewer pages than this that have all the words, those with some of them follow. */
const ENOUGH = 5;

/** The words of a question that matter; all of them, where none does. */
export function wordsOf(question) {
  const all = question.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’./-]*/gu) ?? [];
  const kept = all.filter((word) => !LEFT_OUT.has(word));
  return [...new Set(kept.length ? kept : all)];
}

/** Pages with all the words, pages with some, how many there are by each value of a facet, and words no page has.
    Where enough pages have them all, these words are looked up later (`unknown` is null): each takes as long again. */
export async function find(index, { words, chosen, sort }) {
  const filters = Object.fromEntries(
    Object.entries(chosen).filter(([, values]) => values.length).map(([name, values]) => [name, { any: values }]),
  );
  const options = { filters, ...(sort ? { sort: { date: sort === "oldest" ? "asc" : "desc" } } : {}) };
  const asWritten = /^\s*["“].*["”]\s*$/.test(words);
  const terms = wordsOf(words);
  const question = asWritten ? words.replace(/[“”]/g, '"') : terms.join(" ");
  const strict = await index.search(question || null, options);
  const results = strict.results.map((one) => ({ id: one.id, data: one.data, places: one.words ?? [] }));
  const counts = strict.filters;
  if (asWritten || terms.length < 2) return { results, some: [], counts, unknown: [] };
  if (results.length >= ENOUGH) return { results, some: [], counts, unknown: null };
  const answers = await Promise.all(terms.map((term) => index.search(term, options)));
  const unknown = terms.filter((_, at) => !pagesWith(answers[at]));
  const ids = new Set(results.map((one) => one.id));
  const some = withSome(answers).filter((one) => !ids.has(one.id));
  return { results, some, counts: results.length ? counts : strict.totalFilters, unknown };
}

/** The words of a question that no page has, asked for one by one as long as the question is still the last. */
export async function unknownOf(index, words, isLast) {
  const unknown = [];
  for (const term of wordsOf(words)) {
    if (!isLast()) return [];
    if (!pagesWith(await index.search(term))) unknown.push(term);
  }
  return unknown;
}

const pagesWith = (answer) => answer.unfilteredResultCount ?? answer.results.length;

/** Pages that have any of the words: those with more and rarer ones first. */
function withSome(answers) {
  const pages = new Map();
  const total = Math.max(...answers.map(pagesWith), 1);
  for (const { results } of answers) {
    const rarity = Math.log(1 + total / (results.length || 1));
    for (const one of results) {
      const page = pages.get(one.id) ?? { id: one.id, data: one.data, places: [], weight: 0, score: 0 };
      pages.set(one.id, {
        ...page, places: [...page.places, ...(one.words ?? [])], weight: page.weight + rarity, score: page.score + one.score,
      });
    }
  }
  return [...pages.values()].sort((one, other) => other.weight - one.weight || other.score - one.score);
}

/** The words of a page's text, as the index counts them. */
const split = (text) => text.split(/[\r\n\s]+/g);

/** The places of a page where most of the words stand, best first: where to land, and the words around. */
export function placesOf(page, positions, most = 3) {
  const text = split(page.raw_content);
  const anchors = page.anchors.filter((anchor) => anchor.id).sort((one, other) => one.location - other.location);
  const stood = [...new Set(positions.length ? positions : page.locations)].sort((one, other) => one - other);
  const groups = new Map();
  const often = new Map();
  for (const at of stood) {
    const anchor = anchors.findLast((one) => one.location <= at);
    const group = groups.get(anchor?.id) ?? { anchor, at: [], stems: new Set() };
    const stem = (text[at] ?? "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "").slice(0, 5);
    group.at.push(at);
    group.stems.add(stem);
    often.set(stem, (often.get(stem) ?? 0) + 1);
    groups.set(anchor?.id, group);
  }
  // A word that stands everywhere on the page says little about where to land.
  const worth = ({ stems }) => [...stems].reduce((sum, stem) => sum + 1 / Math.log2(1 + often.get(stem)), 0);
  return [...groups.values()]
    .sort((one, other) => worth(other) - worth(one) || one.at[0] - other.at[0])
    .slice(0, most)
    .map((group) => ({ anchor: group.anchor, heading: headingOf(anchors, group), excerpt: excerptOf(text, group.at) }));
}

/** The nearest heading above a place, if it is none itself. */
function headingOf(anchors, { anchor, at }) {
  const heading = anchors.findLast((one) => one.location <= at[0] && /^h[2-6]$/.test(one.element));
  return heading && heading.id !== anchor?.id ? heading.text : "";
}

/** Some thirty words around the place with most of the positions, each with whether it is one that was looked for. */
function excerptOf(text, positions, length = 32) {
  const wanted = new Set(positions);
  const within = (start) => positions.filter((at) => at >= start && at < start + length).length;
  const best = positions.reduce((one, other) => (within(other) > within(one) ? other : one), positions[0] ?? 0);
  const start = Math.max(0, best - 6);
  const words = text.slice(start, start + length).map((word, offset) => ({ word, found: wanted.has(start + offset) }));
  return { words, cutBefore: start > 0, cutAfter: start + length < text.length };
}
