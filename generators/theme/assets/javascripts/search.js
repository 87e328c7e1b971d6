/* The search page. What is asked for lives in the address, so that a search can be sent to somebody or kept.
   Everything that comes from a record or from the address is set as text, never as HTML. */

import { ORDERS, element, facetList, resultItem, said, sortChoice } from "./search_view.js";
import { doubtful, find, isBlank, wordsOf } from "./search_find.js";
import { forget, index } from "./search_index.js";

/** The facets by their name in the address, and as readers know them, in the order in which they are shown. */
const FACETS = { kind: "Kind", body: "Body", year: "Year", status: "Status", topic: "Topic", person: "Person" };
const AT_ONCE = 20;
/** So many of them are shown before the others are loaded. */
const FIRST = 5;

const place = document.querySelector("[data-search-page]");
const site = new URL("../", location.href.split(/[?#]/)[0]);
const form = element("form", { role: "search", className: "search-page-form" });
const words = element("input", { type: "search", id: "search-page-words", name: "q", maxLength: 300, autocomplete: "off" });
const sort = sortChoice();
const filters = element("details", { className: "search-facets", open: matchMedia("(min-width: 60em)").matches });
const facets = element("div");
const status = element("p", { role: "status", className: "search-status" });
const offered = element("p", { role: "status", className: "search-near" });
const list = element("ol", { className: "search-results" });
const more = element("button", { type: "button", className: "search-more", hidden: true }, "Show more");

const NOTHING = { results: [], some: [], counts: null, unknown: [], best: [], doubted: [] };
let found = NOTHING;
let shown = 0;
/** Whether the results that come next could not be loaded. */
let lost = false;
/** The number of the question, of the last one that was answered, and of the last one whose facets were counted. */
let turn = 0;
let answered = 0;
let counted = 0;
/** The part of the address with the question. */
let answering;

/** What the address asks for: words, chosen facets and order. */
function asked() {
  const given = new URLSearchParams(location.search);
  const values = (name) => [...new Set(given.getAll(name).filter(Boolean))];
  const chosen = Object.fromEntries(Object.keys(FACETS).map((name) => [name, values(name)]));
  return { words: (given.get("q") ?? "").slice(0, 300), chosen, sort: ORDERS.some(([order]) => order === given.get("sort")) ? given.get("sort") : "" };
}

/** Put what the form says in the address, so that "back" leads to the search before. */
function ask() {
  const given = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  history.pushState(null, "", given.size ? `?${given}` : location.pathname);
  answer();
}

/** Look for what the address asks for and show it. A later question takes the place of an earlier one.
    What takes long and is not the answer comes after it: the rest of the results, and how many there are by facet. */
async function answer() {
  const question = asked();
  const mine = ++turn;
  answering = location.search;
  words.value = question.words;
  sort.value = question.sort;
  if (isBlank(question)) {
    found = NOTHING;
    status.textContent = "";
    offered.replaceChildren();
  } else {
    status.textContent = "Searching…";
    offered.replaceChildren();
    list.setAttribute("aria-busy", "true");
    const given = await lookFor(question).catch(() => null);
    if (mine !== turn) return;
    if (!given) return failed();
    const other = await meantBy(question, given).catch(() => null);
    if (mine !== turn) return;
    found = given;
    status.textContent = said(question, found);
    if (other) offered.replaceChildren("Did you mean ", otherwise(other), "?");
  }
  showFacets(found.counts, question);
  document.title = `${question.words.trim() ? `${question.words}: search` : "Search"} - ${document.title.split(" - ").at(-1)}`;
  shown = 0;
  lost = false;
  more.hidden = true;
  list.replaceChildren();
  const isShown = await showMore(mine).then(() => true, () => false);
  if (mine !== turn) return;
  if (!isShown) return failed();
  list.removeAttribute("aria-busy");
  answered = mine;
  await countFacets();
}

/** What the index has for a question; the first of it is being loaded, since it is shown next. */
async function lookFor(question) {
  const given = await find(await index(), question);
  [...given.results, ...given.some].slice(0, FIRST).forEach((one) => one.data().catch(() => null));
  return { ...given, doubted: await missing(given) };
}

/** What knows all words on record: loaded only for a word that seems to be on no page. */
const near = () => import("./search_near.js");

/** The words that no page has; if their list cannot be loaded, those that seem to be on none. */
async function missing(given) {
  const doubted = await doubtful(given).catch(() => given.unknown);
  return doubted.length ? near().then(({ missingOf }) => missingOf(doubted)).catch(() => doubted) : doubted;
}

/** The question with words that are on record for those that no page has, if any is near. If what answers cannot be
    loaded, nothing is offered. */
async function meantBy({ words: typed }, { doubted }) {
  return doubted.length ? (await near()).meant(typed, doubted) : null;
}

/** A link that asks the same in other words. */
function otherwise(other) {
  const given = new URLSearchParams(location.search);
  given.set("q", other);
  return element("a", { href: `?${given}` }, other);
}

/** Count the results by facet, if somebody can see them: the facets of all pages are loaded for it. */
async function countFacets() {
  const mine = turn;
  if (!filters.open || answered !== mine || counted === mine) return;
  counted = mine;
  if (found.counts) return;
  const question = asked();
  const counts = await index().then((made) => made.count(question)).catch(() => null);
  if (mine === turn && counts) showFacets(counts, question);
  else if (mine === turn && isBlank(question)) failed();
  else if (mine === turn) counted = 0; // whoever opens them again asks again
}

/** The facets with how many results there are, or as long as nobody knows, those that are chosen; focus stays. */
function showFacets(counts, question) {
  const { name, value } = facets.contains(document.activeElement) ? document.activeElement : {};
  facets.replaceChildren(...facetList(FACETS, counts, question.chosen));
  const same = name && [...facets.querySelectorAll("input")].find((box) => box.name === name && box.value === value);
  if (!same) return;
  same.closest("details").open = true;
  same.focus();
}

/** The next results at the end of the list; focus goes to the first of them if somebody asked for more. */
async function showMore(mine = turn) {
  const all = [...found.results, ...found.some];
  const from = shown;
  shown = Math.min(from + AT_ONCE, all.length);
  more.disabled = true; // asked again before these are there, the next ones would stand among them
  for (const some of [all.slice(from, from + FIRST), all.slice(from + FIRST, shown)]) {
    const items = await Promise.all(some.map(async (one) => resultItem(await one.data(), one, site)));
    if (mine !== turn) return;
    list.append(...items);
    if (from && items[0] === list.children[from]) items[0]?.querySelector("a").focus();
  }
  more.disabled = false;
  more.hidden = shown >= all.length;
  more.textContent = `Show more (${(all.length - shown).toLocaleString("en-GB")} left)`;
}

/** More of them; they do not wait for the facets. Those that could not be loaded are looked for anew when somebody asks
    again. */
async function askForMore() {
  const mine = turn;
  const question = asked();
  more.disabled = true;
  try {
    const anew = lost ? await lookFor(question) : found;
    if (mine !== turn) return;
    found = anew;
    await showMore(mine);
    if (mine !== turn || !lost) return;
    lost = false;
    status.textContent = said(question, found);
  } catch {
    if (mine !== turn) return;
    forget();
    lost = true;
    shown = list.children.length;
    status.textContent = "The next results could not be loaded. Please try again.";
    more.disabled = false;
    more.focus();
  }
}

function failed() {
  forget();
  offered.replaceChildren();
  list.replaceChildren();
  list.removeAttribute("aria-busy");
  more.hidden = true;
  status.textContent = "The search could not be loaded. Please try again, or look through the lists below.";
}

const label = element("label", { htmlFor: words.id }, "Words to look for");
const go = element("button", { type: "submit" }, "Search");
const row = element("div", { className: "search-row" }, words, go);
filters.append(element("summary", {}, "Narrow down"), facets);
form.append(label, row, sort.parentElement, filters);
place.append(form, element("div", { className: "search-found" }, status, offered, list, more));
form.addEventListener("submit", (event) => (event.preventDefault(), ask()));
form.addEventListener("change", (event) => event.target !== words && ask());
more.addEventListener("click", askForMore);
filters.addEventListener("toggle", countFacets);
addEventListener("popstate", () => location.search !== answering && answer()); // not for a place on this page
if (!wordsOf(asked().words).length) words.focus({ preventScroll: true });
answer();
