/* The index, which a worker searches. Where the address asks for something it is loaded while the page is still drawn. */

import { countsOf, isBlank } from "./search_find.js";

const place = new URL("../../pagefind/", import.meta.url);

let loading;
/** The index, loaded the first time that somebody asks for anything; its facets only to be counted. */
export function index() {
  loading ??= load();
  return loading;
}

/** What could not be loaded is tried again by whoever asks next, with an index of its own: one remembers what failed. */
export function forget() {
  loading = undefined;
}

async function load() {
  const tag = String(Date.now());
  const [made, pages, often, guides] = await Promise.all([begun(tag), pagesOfAll(tag), listed("often", {}), listed("guides", [])]);
  const loaded = { search: made.search, pages, known: new Map(Object.entries(often)), guides: new Set(guides), counted: false };
  loaded.count = async (question) => {
    const all = await made.filters();
    loaded.counted = true;
    return isBlank(question) ? all : countsOf(loaded, question);
  };
  return loaded;
}

/** What asks the worker, which has begun to load its own files meanwhile. */
async function begun(tag) {
  const program = await import(new URL("pagefind.js", place));
  const made = program.createInstance({ ranking: { termFrequency: 0.9, pageLength: 0.6 }, metaCacheTag: tag });
  await made.init();
  return made;
}

/** How many pages can be found. The worker would fetch its files one after the other; it then finds them in store. */
async function pagesOfAll(tag) {
  inStore("pagefind-worker.js");
  const { languages } = await fetch(new URL(`pagefind-entry.json?ts=${tag}`, place)).then((list) => list.json());
  const all = Object.values(languages);
  all.forEach(({ hash, wasm }) => (inStore(`wasm.${wasm}.pagefind`), inStore(`pagefind.${hash}.pf_meta`)));
  return all.reduce((sum, { page_count: pages }) => sum + pages, 0);
}

/** A list that comes with the index: "often", the words on many pages with how many have each, so that of those that
    narrow nothing down no more is loaded; "guides", the pages that come after all others. It works without them. */
function listed(name, none) {
  return fetch(new URL(`${name}.json`, place)).then((list) => list.json()).catch(() => none);
}

/** Fetch what is needed soon; whether it is there is asked by whoever needs it. */
function inStore(name) {
  fetch(new URL(name, place)).then((file) => file.arrayBuffer()).catch(() => null);
}

if (new URLSearchParams(location.search).size) index().catch(() => null);
