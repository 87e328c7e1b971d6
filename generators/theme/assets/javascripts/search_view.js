/* What the search page shows, made as elements whose words are text and nothing else. */

import { isPhrase, wordsOf } from "./search_find.js";
import { placesOf } from "./search_places.js";

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
/** The orders of results by their name in the address, and as readers know them. */
export const ORDERS = [["", "Best match first"], ["newest", "Newest first"], ["oldest", "Oldest first"]];
/** Values of a facet that are shown at once; of more, the rest opens. */
const FEW = 8;

/** What a part of a page is called whose place begins so. */
const PARTS = { para: "Paragraph", point: "Point", decision: "Decision", action: "Action" };

/** An element with these properties and children. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  if (properties.role) made.setAttribute("role", properties.role);
  made.append(...children);
  return made;
}

/** The choice of an order, within its label. */
export function sortChoice() {
  const options = ORDERS.map(([value, text]) => element("option", { value }, text));
  const choice = element("select", { name: "sort" }, ...options);
  element("label", { className: "search-sort" }, "Order ", choice);
  return choice;
}

/** The facets with their values, the most frequent first; those that are chosen stay even where they find nothing.
    Before anything is counted (`counts` is null) they are the only ones. */
export function facetList(facets, counts, chosen) {
  return Object.entries(facets).flatMap(([name, title]) => {
    const known = Object.entries(counts?.[name] ?? {}).filter(([value, number]) => number || chosen[name].includes(value));
    const gone = chosen[name].filter((value) => !known.some(([one]) => one === value)).map((value) => [value, counts && 0]);
    const values = [...known, ...gone].sort(name === "year" ? byNumber : bySize);
    return values.length ? [facet(name, title, values, chosen[name])] : [];
  });
}

/** Lists come last: whoever narrows down looks for what they list. */
const bySize = ([one, first], [other, second]) => (one === "List") - (other === "List") || second - first || one.localeCompare(other, "en-GB");
const byNumber = ([one], [other]) => Number(other) - Number(one);

function facet(name, title, values, chosen) {
  const boxes = values.map(([value, number]) => {
    const box = element("input", { type: "checkbox", name, value, checked: chosen.includes(value) });
    const count = number === null ? [] : [element("span", { className: "quiet" }, `(${number.toLocaleString("en-GB")})`)];
    return element("label", {}, box, ` ${value} `, ...count);
  });
  const rest = boxes.slice(FEW);
  const others = element("details", { open: rest.some((label) => label.firstChild.checked) });
  others.append(element("summary", {}, `${rest.length} more`), ...rest);
  return element("fieldset", {}, element("legend", {}, title), ...boxes.slice(0, FEW), ...(rest.length ? [others] : []));
}

/** One page that was found: what it is, a link to the best place on it, and the words there. */
export function resultItem(page, { places: positions }, site) {
  const [best, ...others] = placesOf(page, positions);
  const dated = page.meta.dated ? DAY.format(new Date(`${page.meta.dated}T00:00Z`)) : "";
  const facts = [page.meta.kind, page.meta.body, dated, page.meta.status].filter(Boolean).join(" · ");
  const address = (anchor) => new URL(page.raw_url.replace(/^\//, "") + (anchor && !isTitle({ anchor }) ? `#${anchor.id}` : ""), site).href;
  const link = element("a", { href: address(best?.anchor) }, page.meta.title);
  const places = others.filter((one) => !isTitle(one)).map((one) => {
    const name = one.anchor ? nameOf(one) : page.meta.title;
    return element("li", {}, element("a", { href: address(one.anchor) }, name), " ", ...inWords(one.excerpt));
  });
  return element(
    "li", {},
    element("p", { className: "search-facts" }, facts),
    element("h2", {}, link),
    ...(best ? [element("p", {}, ...where(best), ...inWords(best.excerpt))] : []),
    ...(places.length ? [element("ul", {}, ...places)] : []),
  );
}

/** Whether a place is the head of the page. */
const isTitle = ({ anchor }) => anchor?.element === "h1";

/** The section in which a place stands, if it has one. */
function where({ anchor, heading }) {
  const name = heading || (/^h[2-6]$/.test(anchor?.element ?? "") ? anchor.text : "");
  return name ? [element("strong", {}, `${name}: `)] : [];
}

/** What a link to a place says: its heading, or the paragraph by the number that is printed. */
function nameOf({ anchor, heading }) {
  const [, part, which] = /^(?:item-.+-)?(para|point|decision|action)(?:-(.+))?$/.exec(anchor.id) ?? [];
  if (part) return [`${PARTS[part]} ${(which ?? "").replace(/-/g, " ")}`.trim(), heading].filter(Boolean).join(", ");
  return /^h[1-6]$/.test(anchor.element) && anchor.text ? anchor.text : heading || "Further down";
}

function inWords({ words, cutBefore, cutAfter }) {
  const parts = words.flatMap(({ word, found }) => [found ? element("mark", {}, word) : word, " "]);
  return [cutBefore ? "… " : "", ...parts, cutAfter ? "…" : ""];
}

/** What was found for a question, in a sentence or two. */
export function said(question, found) {
  const of = asked(question);
  const unknown = missing(found.unknown, "has");
  const doubted = missing(found.doubted.filter((word) => !found.unknown.includes(word)), "seems to have");
  const number = found.results.length;
  if (!number && !found.some.length) return `Nothing was found${of.about}${of.within}. Try fewer words, or take a filter away.`;
  if (doubted && wordsOf(question.words).every((word) => found.doubted.includes(word))) {
    return sentences(`${doubted}${of.within}`, unknown, "What follows has words that begin alike");
  }
  if (number) {
    const things = number === 1 ? "1 result" : `${number.toLocaleString("en-GB")} results`;
    const follow = found.some.length ? ", then pages with some of these words" : "";
    return sentences(`${things}${of.about}${of.within}${follow}`, unknown, doubted);
  }
  const nothing = isPhrase(question) ? `No page has ${of.words}` : `Nothing has all of these words${of.about}`;
  return sentences(`${nothing}${of.within}`, "What follows has some of these words", unknown, doubted);
}

/** A question as it is told: its words, and within what they were looked for. */
function asked(question) {
  const typed = question.words.trim();
  const words = isPhrase(question) ? `exactly “${typed.slice(1, -1).trim()}”` : `“${typed}”`;
  const chosen = Object.values(question.chosen).flat();
  return { words, about: typed ? ` for ${words}` : "", within: chosen.length ? ` within ${chosen.join(", ")}` : "" };
}

/** That no page has these words; nothing where there are none. */
const missing = (words, verb) => (words.length ? `No page ${verb} ${words.map((word) => `“${word}”`).join(" or ")}` : "");

const sentences = (...said) => said.filter(Boolean).join(". ");
