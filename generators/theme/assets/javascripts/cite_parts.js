/**
 * What on a page has a permanent link, what it is called, which words it holds, and how it is cited.
 * The page's own facts come from what it tells programs: the first thing in its JSON-LD.
 */

import { line } from "./cite_formats.js";

const HEADINGS = ":is(h2, h3, h4)[id]";
const PARTS = `.para[id], .decision[id], .action[id], tr[id], li[id], dl > div[id], figure.chart[id], ${HEADINGS}`;
const NO_WORDS = ".headerlink, .row-link, .para-number, .cite-tools, .unseen, details, svg";
const OURS = /^(q|sort|kind|body|year|status|topic|person|(.+-)?(filter|sort))$/; // what this site keeps in an address
const QUERIED = "table[data-register], [data-search-page]";
const START = 60; // letters by which a part is called that has no name

/** The part of the page that this lies in, or is. */
export function partOf(node) {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest(PARTS) ?? null;
}

/** The part that words are quoted from: that in which they begin, or else what stands under the last heading before. */
export function partBefore(node) {
  const around = partOf(node);
  if (around) return around;
  const before = (one) => one.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
  return [...document.querySelectorAll(HEADINGS)].filter(before).at(-1) ?? null;
}

/** What a part is called, with the item in which it stands. */
export function nameOf(part) {
  if (part.matches("h2.item")) return itemOf(part);
  if (part.matches("h2, h3, h4")) return `“${wordsOf(part)}”`;
  if (part.matches("figure")) return `chart “${wordsOf(part.querySelector("figcaption strong"))}”`;
  if (part.matches("tr")) return `row “${linked(part, ".row-link") ?? start(part.cells[0])}”`;
  const name = part.matches(".para") ? numberOf(part) : ownName(part);
  const item = [...document.querySelectorAll("h2.item[id]")].find((one) => part.id.startsWith(`${one.id}-`));
  return [item && itemOf(item), name].filter(Boolean).join(", ");
}

/** What the permanent link of a part says that it leads to. */
function linked(part, selector) {
  return part.querySelector(selector)?.getAttribute("aria-label")?.replace("Permanent link to ", "");
}

/** `paragraph 2 a`: a letter, or a roman number, belongs to the paragraph above it. */
function numberOf(part) {
  const name = linked(part, ".para-number").replace(/\.$/, "");
  const above = document.getElementById(part.id.slice(0, part.id.lastIndexOf("-")));
  const isLetter = /[a-z)]$/.test(name) && above?.matches(".para");
  return isLetter ? `${numberOf(above)} ${name.replace("paragraph ", "")}` : name;
}

/** What the head of a decision, an action or an entry says that it is. */
function ownName(part) {
  const head = part.querySelector(".panel-title a");
  if (head) return wordsOf(head).toLowerCase();
  const named = part.querySelector(":scope > dt, :scope > p > a[href^='#']");
  return `“${named ? wordsOf(named) : start(part)}”`;
}

/** The words with which a part begins. */
function start(part) {
  const words = wordsOf(part);
  return words.length > START ? `${words.slice(0, words.lastIndexOf(" ", START))}…` : words;
}

function itemOf(heading) {
  const number = wordsOf(heading.querySelector(".printed") ?? document.createElement("span")).replace(/\.$/, "");
  const title = `“${wordsOf(heading, ".printed")}”`;
  return number ? `item ${number}, ${title}` : title;
}

/** The words of a part, without what only serves to get about. Of a row, each cell with the name of its column. */
export function wordsOf(part, without = "") {
  if (part.matches("tr")) {
    const heads = part.closest("table").tHead?.rows[0]?.cells ?? [];
    const cells = [...part.cells].map((cell, at) => [heads[at] ? line(heads[at].textContent) : "", wordsOf(cell)]);
    return cells.filter(([, words]) => words).map((pair) => pair.filter(Boolean).join(": ")).join("; ");
  }
  const copy = part.cloneNode(true);
  for (const one of copy.querySelectorAll([NO_WORDS, without].filter(Boolean).join(", "))) one.remove();
  return line(copy.textContent);
}

/** How the whole page, or a part of it, is cited today. */
export function cited(part = null) {
  const [page] = JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent)["@graph"];
  const url = new URL(document.querySelector('link[rel="canonical"]')?.href ?? location.href);
  url.hash = part ? part.id : "";
  url.search = part ? "" : queried();
  return {
    author: page.publisher.name,
    title: page.name,
    part: part ? nameOf(part) : asked(),
    url: url.href.replace(/#$/, ""),
    ...days(part?.dataset.version ? part.dataset : page),
    read: new Date().toLocaleDateString("sv-SE"), // the reader's day, as 2024-03-06
  };
}

/** When it was published and changed, and its version: of a row that has these itself, or else of the page. */
function days({ datePublished, dateModified, published = datePublished, changed = dateModified, version }) {
  return { published: published ?? "", changed: changed ?? "", version: version ?? "" };
}

/** What the address asks of a search or a table; nothing that somebody else put there. */
function queried() {
  if (!document.querySelector(QUERIED)) return "";
  return new URLSearchParams([...new URLSearchParams(location.search)].filter(([name]) => OURS.test(name))).toString();
}

/** The words that were searched for. */
function asked() {
  const words = document.querySelector("[data-search-page]") && new URLSearchParams(location.search).get("q")?.trim();
  return words ? `search for “${words}”` : "";
}

/** What is needed to show a chart elsewhere. */
export function shown(figure) {
  const link = figure.querySelector(".chart-alone");
  const { width, height } = figure.querySelector("svg").viewBox.baseVal;
  const base = document.querySelector('link[rel="canonical"]')?.href ?? location.href;
  return {
    title: line(figure.querySelector("figcaption strong").textContent),
    alone: new URL(link.getAttribute("href"), base).href,
    source: new URL(figure.querySelector(".cite-chart [download]").getAttribute("href"), base).href,
    height: Math.ceil(height * Math.min(1, 560 / width)) + 190,
    url: cited(figure).url,
  };
}
