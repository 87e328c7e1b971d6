/* Words that are on no page, by the list of all words of the index, and the nearest that is on one. */

/** Shorter words are too near to too many. */
const SHORTEST = 3;
/** Words of fewer letters may have one slip, others two: of six letters that would be a third, and make another word. */
const LONG = 7;

let loading;
/** Every word of the index with how many pages have it; what could not be loaded is tried again by whoever asks next. */
function words() {
  loading ??= fetch(new URL("../../pagefind/words.json", import.meta.url))
    .then((list) => list.json())
    .then((list) => new Map(Object.entries(list)))
    .catch((reason) => ((loading = undefined), Promise.reject(reason)));
  return loading;
}

/** Those that are not on record, of words that do not stand on the best page for them as they were typed: that page may
    have another form of one, "attend" for "attendance". */
export async function missingOf(doubted) {
  const known = await words();
  return doubted.filter((word) => !known.has(bare(word)));
}

/** A question with other words for those that no page has; null where nothing is near to any of them. */
export async function meant(question, unknown) {
  const known = await words();
  const near = new Map(unknown.map((word) => [word, nearest(word, known)]).filter(([, other]) => other));
  if (!near.size) return null;
  return question.replace(/[\p{L}\p{N}][\p{L}\p{N}'’./-]*/gu, (word) => near.get(word.toLowerCase()) ?? word);
}

/** The word with the fewest slips between, and of those the one on the most pages; undefined where none is near. */
export function nearest(typed, known) {
  const word = bare(typed);
  if (word.length < SHORTEST || !/^\p{L}+$/u.test(word)) return undefined;
  let most = word.length < LONG ? 1 : 2;
  let best;
  let pages = 0;
  for (const [other, on] of known) {
    if (Math.abs(other.length - word.length) > most) continue;
    const slips = slipsBetween(word, other);
    if (!slips) return undefined; // it is on record
    if (slips > most || (slips === most && best && on <= pages)) continue;
    [best, most, pages] = [other, slips, on];
  }
  return best;
}

/** A word without what is written after it. */
const bare = (typed) => typed.replace(/['’]s$|[./'’-]+$/u, "");

/** How many letters are missing, too many, wrong, or have changed places with the next. */
function slipsBetween(one, other) {
  let [before, above] = [[], [...Array(other.length + 1).keys()]];
  for (let at = 1; at <= one.length; at++) {
    const row = [at];
    for (let to = 1; to <= other.length; to++) {
      const same = one[at - 1] === other[to - 1];
      const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      row[to] = Math.min(above[to] + 1, row[to - 1] + 1, above[to - 1] + !same, swapped ? before[to - 2] + 1 : Infinity);
    }
    [before, above] = [above, row];
  }
  return above[other.length];
}
