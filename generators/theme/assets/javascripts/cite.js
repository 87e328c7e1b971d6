/**
 * Citing and quoting. The part of the page to which the address leads gets two buttons, one to cite it and one to copy
 * its words with their source; so do words that are selected. Without this module the page's citation stands at its
 * foot, and every permanent link is there.
 *
 * What a page says is only ever read, and written as text into fields.
 */

import * as formats from "./cite_formats.js";
import { cited, nameOf, partBefore, partOf, shown, wordsOf } from "./cite_parts.js";

const FORMS = { "Plain text": formats.plain, Markdown: formats.markdown, BibTeX: formats.bibtex, "CSL-JSON": formats.csl };
const PAUSE = 250; // milliseconds after the last change of what is selected
const WHOLE = document.querySelector("[data-search-page]") ? "this search" : "this page";
const FEWEST = 3; // letters that are worth quoting
const BLOCKS = ".scroll, .para, p, ul, ol, dl, figure, h1, h2, h3, h4, h5, h6";

/** An element with these properties and children; a child that is a string becomes text. */
function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** A button; `name` is that of what it is about, so that it makes sense where nothing else is heard. */
function button(words, name, onclick) {
  const made = make("button", { type: "button", onclick }, words);
  if (name) made.setAttribute("aria-label", `${words}: ${name}`);
  return made;
}

function live(className) {
  const node = make("span", { className });
  node.setAttribute("role", "status");
  return node;
}

/** Puts a text on the clipboard; whether that was possible. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no clipboard: an address without https, or a reader who does not allow it
  }
}

/** The window with a citation in each form, made once. */
class Sheet {
  constructor() {
    this.title = make("h2", { id: "cite-window" });
    this.set = make("fieldset", { className: "cite-forms" });
    this.text = make("textarea", { readOnly: true, rows: 9, spellcheck: false });
    this.said = live("cite-said");
    const buttons = make("p", {}, button("Copy", "", () => this.copy()), " ", button("Close", "", () => this.node.close()), " ", this.said);
    this.node = make("dialog", { className: "cite-window md-typeset" }, this.title, this.set, this.text, buttons);
    this.node.setAttribute("aria-labelledby", this.title.id);
    document.body.append(this.node);
  }

  /** @param {Object<string, string>} texts By the name of their form. */
  open(name, texts) {
    this.title.textContent = name;
    const boxes = Object.entries(texts).map(([form, text], at) => {
      const box = make("input", { type: "radio", name: "cite-form", checked: at === 0, onchange: () => this.show(form, text) });
      return make("label", {}, box, ` ${form}`);
    });
    this.set.replaceChildren(make("legend", {}, "Form"), ...boxes);
    this.show(...Object.entries(texts)[0]);
    this.node.showModal();
  }

  show(form, text) {
    this.text.value = text;
    this.text.setAttribute("aria-label", form);
    this.said.textContent = "";
  }

  async copy() {
    if (await copied(this.text.value)) {
      this.said.textContent = "Copied.";
    } else {
      this.text.focus();
      this.text.select();
      this.said.textContent = "This browser does not let the page copy. The text is selected: copy it with the keyboard or the menu.";
    }
  }
}

let sheet;
function open(name, texts) {
  sheet ??= new Sheet();
  sheet.open(name, texts);
}

function openCitation(part) {
  const what = cited(part);
  const texts = Object.fromEntries(Object.entries(FORMS).map(([form, to]) => [form, to(what)]));
  if (part?.matches("figure")) Object.assign(texts, { Frame: formats.frame(shown(part)), Picture: formats.picture(shown(part)) });
  open(`Cite ${part ? nameOf(part) : WHOLE}`, texts);
}

/** Copies words with their source; where that is not possible, shows them to be copied by hand. */
async function copyQuote(words, part, said) {
  const text = formats.quote(words, cited(part));
  if (await copied(text)) said.textContent = "Copied.";
  else open("Quote with link", { "Plain text": text });
}

function toolbar(name, ...parts) {
  const bar = make("div", { className: "cite-tools" }, ...parts);
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", name);
  return bar;
}

let target; // the buttons of the part to which the address leads
/** Puts the buttons at the end of that part. */
function mark() {
  const found = document.querySelector(":target");
  const above = target && found && target.compareDocumentPosition(found) & Node.DOCUMENT_POSITION_FOLLOWING;
  target?.remove();
  target = undefined;
  if (found && partOf(found) === found && !found.matches("figure")) put(found);
  if (above) found.scrollIntoView(); // what went away above it has moved it
}

function put(part) {
  const [name, words, said] = [nameOf(part), wordsOf(part), live("cite-said")];
  const quote = button("Copy quote with link", name, () => copyQuote(words, part, said));
  const buttons = [button("Cite", name, () => openCitation(part)), ...(part.matches("h2, h3, h4") ? [] : [" ", quote]), " ", said];
  target = toolbar(`Cite or quote ${name}`, ...buttons);
  const cell = part.matches("tr") && (part.querySelector("th") ?? part.cells[0]);
  if (cell) cell.dataset.sort ??= cell.querySelector("time")?.dateTime ?? cell.textContent; // buttons are not sorted by
  if (part.matches("h2, h3, h4")) part.after(target);
  else (cell || part.querySelector(":scope > dd") || part).append(target);
}

let floating; // the button of what is selected
let timer;
/** Puts a button beneath selected words, after the block that holds them: it covers what follows and moves nothing. */
function follow() {
  if (floating?.contains(document.activeElement)) return;
  floating?.remove();
  floating = undefined;
  const selection = document.getSelection();
  const words = formats.line(selection.toString());
  const range = selection.rangeCount ? selection.getRangeAt(0) : null;
  const content = document.querySelector("[data-md-component=content] article");
  if (words.length < FEWEST || !content?.contains(range.startContainer) || !content.contains(range.endContainer)) return;
  const end = range.endContainer instanceof Element ? range.endContainer : range.endContainer.parentElement;
  const block = end.closest(".scroll") ?? end.closest(BLOCKS);
  if (!block || !content.contains(block)) return;
  const part = partBefore(range.startContainer);
  const said = live("cite-said");
  floating = toolbar("Quote what is selected", button("Copy quote with link", "", () => copyQuote(words, part, said)), " ", said);
  floating.classList.add("floating");
  block.after(floating);
  place(floating, range.getBoundingClientRect());
}

/** Beneath a box, within the page. */
function place(bar, box) {
  const around = bar.offsetParent?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
  const left = Math.min(box.left - around.left, document.documentElement.clientWidth - around.left - bar.offsetWidth - 8);
  bar.style.top = `${box.bottom - around.top + 6}px`;
  bar.style.left = `${Math.max(left, 8 - around.left)}px`;
}

const foot = document.querySelector("details.cite");
if (foot) {
  const opener = button("In other forms", `citation of ${WHOLE}`, () => openCitation(null));
  foot.querySelector("p").after(make("p", {}, opener));
  for (const figure of document.querySelectorAll("figure.chart:has(.chart-alone)")) {
    figure.querySelector(".cite-chart").append(make("p", {}, button("Cite or embed", nameOf(figure), () => openCitation(figure))));
  }
  window.addEventListener("hashchange", mark);
  if (document.readyState === "complete") mark();
  else window.addEventListener("load", mark); // before that nothing is the target yet
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(follow, PAUSE);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && floating) floating = floating.remove();
  });
}
