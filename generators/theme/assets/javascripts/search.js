/* The search page. What is asked for lives in the address, so that a search can be sent to somebody or kept.
   Everything that comes from a record or from the address is set as text, never as HTML. */

import { element, facetList, resultItem, sortChoice } from "./search_view.js";
import { find, unknownOf, wordsOf } from "./search_find.js";

/** The facets by their name in the address, and as readers know them, in the order in which they are shown. */
const FACETS = { kind: "Kind", body: "Body", year: "Year", status: "Status", topic: "Topic", person: "Person" };
const AT_ONCE = 20;

const place = document.querySelector("[data-search-page]");
const site = new URL("../", location.href.split(/[?#]/)[0]);
const form = element("form", { role: "search", className: "search-page-form" });
const words = element("input", { type: "search", id: "search-page-words", name: "q", maxLength: 300, autocomplete: "off" });
const sort = sortChoice();
const filters = element("details", { className: "search-facets", open: matchMedia("(min-width: 60em)").matches });
const status = element("p", { role: "status", className: "search-status" });
const list = element("ol", { className: "search-results" });
const more = element("button", { type: "button", className: "search-more", hidden: true }, "Show more");

let found = { results: [], some: [], counts: {}, unknown: [] };
let shown = 0;
let turn = 0;

/** What the address asks for: words, chosen facets and order. */
function asked() {
  const given = new URLSearchParams(location.search);
  const chosen = Object.fromEntries(Object.keys(FACETS).map((name) => [name, given.getAll(name)]));
  return { words: (given.get("q") ?? "").slice(0, 300), chosen, sort: given.get("sort") ?? "" };
}

/** Put what the form says in the address, so that "back" leads to the search before. */
function ask() {
  const given = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  history.pushState(null, "", given.size ? `?${given}` : location.pathname);
  answer();
}

/** Look for what the address asks for and show it. A later question takes the place of an earlier one. */
async function answer() {
  const question = asked();
  const mine = ++turn;
  words.value = question.words;
  sort.value = question.sort;
  if (!question.words.trim() && !Object.values(question.chosen).some((values) => values.length)) {
    found = { results: [], some: [], counts: await countsOfAll(), unknown: [] };
    status.textContent = "";
  } else {
    status.textContent = "Searching…";
    const answered = await find(await index(), question).catch(() => null);
    if (mine !== turn) return;
    if (!answered) return failed();
    found = answered;
    status.textContent = said(question);
  }
  if (mine !== turn) return;
  filters.replaceChildren(...facetList(FACETS, found.counts, question.chosen));
  document.title = `${question.words ? `${question.words}: search` : "Search"} - ${document.title.split(" - ").at(-1)}`;
  shown = 0;
  list.replaceChildren();
  await showMore(mine);
  if (mine === turn && found.unknown === null) await sayUnknown(question, mine);
}

/** Say which words no page has, once the first results are there. */
async function sayUnknown(question, mine) {
  const unknown = await unknownOf(await index(), question.words, () => mine === turn).catch(() => []);
  if (mine !== turn || !unknown.length) return;
  found = { ...found, unknown };
  status.textContent = said(question);
}

/** What was found, in a sentence. */
function said({ words: typed, chosen }) {
  const number = found.results.length;
  const things = number === 1 ? "1 result" : `${number.toLocaleString("en-GB")} results`;
  const about = typed.trim() ? ` for “${typed.trim()}”` : "";
  const within = Object.values(chosen).flat();
  const narrowed = within.length ? ` within ${within.join(", ")}` : "";
  const without = (found.unknown ?? []).map((word) => `“${word}”`).join(" or ");
  const unknown = without ? `. No page has ${without}` : "";
  const follow = found.some.length ? ", then pages with some of these words" : "";
  if (number) return `${things}${about}${narrowed}${follow}${unknown}`;
  if (!found.some.length) return `Nothing was found${about}${narrowed}. Try fewer words, or take a filter away.`;
  return `Nothing has all of these words${about}${narrowed}. What follows has some of them${unknown}.`;
}

/** The next results at the end of the list; focus goes to the first of them if somebody asked for more. */
async function showMore(mine = turn) {
  const all = [...found.results, ...found.some];
  const next = all.slice(shown, shown + AT_ONCE);
  const items = await Promise.all(next.map(async (one) => resultItem(await one.data(), one, site)));
  if (mine !== turn) return;
  const first = shown > 0;
  shown += next.length;
  list.append(...items);
  more.hidden = shown >= all.length;
  more.textContent = `Show more (${(all.length - shown).toLocaleString("en-GB")} left)`;
  if (first) items[0]?.querySelector("a").focus();
}

let loading;
/** The index, loaded the first time that somebody asks for anything. */
function index() {
  loading ??= import(new URL("pagefind/pagefind.js", site)).then(async (made) => {
    await made.options({ ranking: { termFrequency: 0.9, pageLength: 0.6 } });
    await made.init();
    await made.filters(); // or no search tells how many results there are by each value
    return made;
  });
  return loading;
}

async function countsOfAll() {
  return index().then((made) => made.filters()).catch(() => (failed(), {}));
}

function failed() {
  loading = undefined;
  list.replaceChildren();
  more.hidden = true;
  status.textContent = "The search could not be loaded. Please try again, or look through the lists below.";
}

const label = element("label", { htmlFor: words.id }, "Words to look for");
const go = element("button", { type: "submit" }, "Search");
const row = element("div", { className: "search-row" }, words, go);
form.append(label, row, sort.parentElement, filters);
place.append(form, element("div", { className: "search-found" }, status, list, more));
form.addEventListener("submit", (event) => (event.preventDefault(), ask()));
form.addEventListener("change", (event) => event.target !== words && ask());
more.addEventListener("click", () => showMore());
addEventListener("popstate", answer);
if (!wordsOf(asked().words).length) words.focus({ preventScroll: true });
answer();
