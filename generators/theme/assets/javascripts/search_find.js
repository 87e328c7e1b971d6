/* Asks the index. A question in plain words is asked by the words that matter in it; where no page has all of them,
   the pages that have the rarest of them come first. */

import { split } from "./search_places.js";

/** Words of a question that say nothing of what is looked for. */
const LEFT_OUT = new Set(
  `a about after all an and any are as at be been before by can could did do does each for from get got had has have he her his
  how i if in into is it its many me much of on or our out over per said say says she should so some than that the their
  them then there these they this those through to under up us was we were what when where which while who whom whose
  why will with would you your`.split(/\s+/),
);

/** With fewer records than this that have all the words, pages with some of them follow. */
const ENOUGH = 5;

/** A word on such a share of all pages narrows nothing down, and is what takes the index longest. The index comes with a
    list of them, so that nothing more of one is loaded beside a rarer word. */
const COMMON = 0.5;

/** No page is within: how many have a word can so be asked without any of them being put in order. Fewer pages have a
    status than any other facet, so it is the smallest to load and to count. */
const NOWHERE = { filters: { status: { any: [""] } } };

/** The words of a question that matter; all of them, where none does. */
export function wordsOf(question) {
  const all = question.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’./-]*/gu) ?? [];
  const kept = all.filter((word) => !LEFT_OUT.has(word));
  return [...new Set(kept.length ? kept : all)];
}

/** Whether facets narrow the question down. */
const isNarrowed = ({ chosen }) => Object.values(chosen).some((values) => values.length);

/** Whether the words are to stand on a page just like this. */
export const isPhrase = ({ words }) => /^\s*["“].*[^\s"“”].*["”]\s*$/.test(words);

/** Whether neither words nor facets are asked for. */
export const isBlank = (question) => !question.words.trim() && !isNarrowed(question);

/** Pages with all the words, pages with some, how many there are by each value of a facet, words no page has, and of
    each word the best page. Results are counted by facet only once all facets are loaded; `counts` is null before. */
export async function find(index, question) {
  const { terms, unknown, options } = await inTerms(index, question);
  const { counted } = index;
  const strict = await allOf(index, question);
  const results = guidesLast(index, strict.results.map((one) => ({ id: one.id, data: dataOf(one), places: one.words ?? [] })));
  const counts = counted ? countsIn(strict) : null;
  if (isPhrase(question) && !results.length) return apart(index, question);
  if (terms.length < 2 || results.filter((one) => !index.guides.has(one.id)).length >= ENOUGH) {
    return { results, some: [], counts, unknown, best: terms.map((term) => [term, results[0]]) };
  }
  const answers = await Promise.all(terms.map((term) => index.search(term, options)));
  const ids = new Set(results.map((one) => one.id));
  const pages = guidesLast(index, withSome(answers));
  const best = terms.map((term, at) => [term, pages.find((one) => one.id === answers[at].results[0]?.id)]);
  return { results, some: pages.filter((one) => !ids.has(one.id)), counts, unknown, best };
}

/** Records before what tells staff how to keep them, which has the same words in its titles. */
function guidesLast({ guides }, pages) {
  return [...pages.filter((one) => !guides.has(one.id)), ...pages.filter((one) => guides.has(one.id))];
}

/** Pages with the words of a phrase that no page has as it stands. */
async function apart(index, question) {
  const given = await find(index, { ...question, words: question.words.replace(/["“”]/g, " ") });
  return { ...given, results: [], some: [...given.results, ...given.some] };
}

/** What is on record of a page. The index forgets it as soon as the browser has thrown its own result away, so that is
    kept as long as anybody can ask. */
const dataOf = (one) => () => one.data();

/** The words that are on no page, as far as can be told: for one that it does not know the index gives pages with words
    that begin with the same few letters, so that on the best of them no word is like it. */
export async function doubtful({ unknown, best }) {
  const doubted = best.map(async ([term, page]) => {
    if (page && !page.places.length) return [];
    const text = page ? split((await page.data()).raw_content) : [];
    const isThere = page?.places.some((at) => (text[at] ?? "").split(/[^\p{L}\p{N}]+/u).some((word) => areLike(term, word.toLowerCase())));
    return isThere ? [] : [term];
  });
  return [...new Set([...unknown, ...(await Promise.all(doubted)).flat()])];
}

/** Whether a word begins like the one that was typed, all but its last letters, as the forms of one word do. */
function areLike(typed, other) {
  const same = [...typed].findIndex((letter, at) => letter !== other[at]);
  return same < 0 || same >= Math.max(2, typed.length - 3);
}

/** How many results there are by each value of a facet, all of which are loaded by now. As long as no facet narrows
    them down they are counted without being put in order once more. */
export async function countsOf(index, question) {
  return countsIn(await allOf(index, question, isNarrowed(question) ? {} : NOWHERE));
}

/** A question as the index takes it, and its words that no page has. */
async function inTerms(index, { words, chosen, sort }) {
  const filters = Object.fromEntries(
    Object.entries(chosen).filter(([, values]) => values.length).map(([name, values]) => [name, { any: values }]),
  );
  const order = { newest: "desc", oldest: "asc" }[sort];
  const options = { filters };
  if (isPhrase({ words })) return { text: words.replace(/[“”]/g, '"'), terms: [], unknown: [], order, options };
  const all = wordsOf(words);
  const pages = new Map(await Promise.all(all.map(async (word) => [word, all.length < 2 ? 1 : await pagesWith(index, word)])));
  const terms = rareOf(all, pages, index.pages);
  return { text: terms.join(" "), terms, unknown: all.filter((word) => !pages.get(word)), order, options };
}

/** The words that are not on most pages; where all are that are known, the rarest. A number says which, and stays. */
function rareOf(words, pages, total) {
  const known = words.filter((word) => pages.get(word));
  const rare = known.filter((word) => /\p{N}/u.test(word) || pages.get(word) < total * COMMON);
  const terms = rare.length ? rare : known.sort((one, other) => pages.get(one) - pages.get(other)).slice(0, 1);
  return terms.length ? terms : words;
}

/** How many pages have a word; each is asked for once. */
function pagesWith(index, word) {
  const asked = index.known.get(word) ?? index.search(word, NOWHERE).then((answer) => answer.unfilteredResultCount);
  index.known.set(word, asked);
  return asked;
}

/** The pages that have all the words. In the order of their days the index has only those with a day: the others come
    after them. */
async function allOf(index, question, within = {}) {
  if (question.words.trim() && !wordsOf(question.words).length) return { results: [], filters: {}, totalFilters: {} };
  const { text, order, options } = await inTerms(index, question);
  const all = await index.search(text || null, { ...options, ...within });
  if (!order || within === NOWHERE) return all;
  const { results: dated } = await index.search(text || null, { ...options, ...within, sort: { date: order } });
  const ids = new Set(dated.map((one) => one.id));
  return { ...all, results: [...dated, ...all.results.filter((one) => !ids.has(one.id))] };
}

const countsIn = ({ results, filters, totalFilters }) => (results.length ? filters : totalFilters);

/** Pages that have any of the words: those with more and rarer ones first. */
function withSome(answers) {
  const pages = new Map();
  const total = Math.max(...answers.map((answer) => answer.unfilteredResultCount), 1);
  for (const { results } of answers) {
    const rarity = Math.log(1 + total / (results.length || 1));
    for (const one of results) {
      const page = pages.get(one.id) ?? { id: one.id, data: dataOf(one), places: [], weight: 0, score: 0 };
      pages.set(one.id, {
        ...page, places: [...page.places, ...(one.words ?? [])], weight: page.weight + rarity, score: page.score + one.score,
      });
    }
  }
  return [...pages.values()].sort((one, other) => other.weight - one.weight || other.score - one.score);
}
