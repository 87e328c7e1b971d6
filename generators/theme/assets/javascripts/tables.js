/**
 * Long tables can be filtered, sorted and narrowed.
 *
 * Every `<table data-register="name">` of eight rows or more gets a filter, a sort button in each header and a choice
 * of columns. Without this module it is the same table, complete. What the page's cells say is only ever read and
 * written as text. Filter and order stand in the address, so that they can be shared:
 * `?filter=hotel&sort=offered,down`; with the name before them where a page has several such tables.
 *
 * A cell sorts by its `data-sort`, else by its `<time datetime>`, else by its words, as a number or as a day where they
 * begin with one as this site writes it; `data-sort=""` stands last. `data-part` says that the rest of the list is on
 * other pages, `data-unsorted` that the order is part of what the table says.
 */

const FEWEST_ROWS = 8;
const PAUSE = 150; // milliseconds after the last key: nothing is announced, nor the address written, letter by letter
const NUMBER = /^[-−–+]?£?\d[\d,]*(\.\d+)?%?$/;
const NUMBERING = /^\d+\.\d+$/; // 3.10 comes after 3.9
const DAY = /^(?:from |[A-Z][a-z]+day )?(\d{1,2}) (\p{L}{3})\p{L}* (\d{4})/u; // as generators/dates.py writes it
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

/** An element with these properties and children; a child that is a string becomes text. */
function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** Words as they are compared with others: no capitals, accents or curly apostrophes, one space at most. */
function folded(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'");
  return plain.toLowerCase().replace(/\s+/g, " ").trim();
}

/** What a cell is sorted by: a number or a text; an empty text where there is nothing. */
function keyOf(cell) {
  const time = cell.dataset.sort === undefined && cell.querySelector("time");
  if (time) return time.dateTime;
  const words = (cell.dataset.sort ?? cell.textContent).replace(/\s+/g, " ").trim();
  const [, day, month, year] = DAY.exec(words) ?? [];
  if (MONTHS.includes(month)) return [year, MONTHS.indexOf(month) + 1, day].join("-");
  if (NUMBER.test(words) && (cell.matches(".number") || !NUMBERING.test(words))) return Number(words.replace(/[£,%]/g, "").replace(/[−–]/, "-"));
  return /^[-–—]$/.test(words) ? "" : words;
}

/** The order of two cells: numbers before texts, and what is empty last, whichever the direction. */
function compare(a, b, direction) {
  if (a === "" || b === "") return (a === "") - (b === "");
  if (typeof a !== typeof b) return direction * (typeof a === "number" ? -1 : 1);
  return direction * (typeof a === "number" ? a - b : collator.compare(a, b));
}

/** Whether each row stands by itself, with a cell to every column. A table with groups of rows is left as it is. */
function isPlain(table) {
  const joined = "[rowspan], [colspan], [scope=rowgroup], [scope=colgroup]";
  return table.tHead?.rows.length === 1 && table.tBodies.length === 1 && !table.querySelector(joined);
}

/** One table with its tools. */
class Register {
  /**
   * @param {HTMLTableElement} table
   * @param {string} prefix What stands before its parameters in the address.
   */
  constructor(table, prefix) {
    this.table = table;
    this.prefix = prefix;
    this.body = table.tBodies[0];
    this.rows = [...this.body.rows]; // in the order of the page
    this.columns = [...table.tHead.rows[0].cells].map((cell, at) => this.column(cell, at));
    this.sorted = null; // the column it is sorted by
    this.direction = 1;
    this.linked = null; // the row that the address leads to, shown whatever the filter
    this.place = table.dataset.part === undefined ? "" : " on this page";
    this.tools();
    this.recall();
    this.reveal();
    window.addEventListener("hashchange", () => this.reveal());
  }

  /** A column by its name, with a button in its header unless the header is empty or a link. */
  column(cell, at) {
    const name = cell.textContent.trim();
    const column = { cell, at, name, slug: folded(name).replace(/[^a-z0-9]+/g, "-") };
    if (cell.matches("th") && name && !cell.firstElementChild && !("unsorted" in this.table.dataset)) {
      const button = make("button", { type: "button", className: "sort", onclick: () => this.turn(column) });
      button.append(...cell.childNodes);
      cell.append(button);
    }
    return column;
  }

  /** The filter, the count and the choice of columns, before the region in which the table scrolls. */
  tools() {
    this.filter = make("input", { type: "search", autocomplete: "off", spellcheck: false });
    this.filter.addEventListener("input", () => this.wait());
    this.filter.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      this.filter.value = "";
      this.wait();
    });
    this.count = make("p", { className: "table-count" });
    this.count.setAttribute("aria-live", "polite");
    const label = make("label", {}, `Filter the rows${this.place}`, " ", this.filter);
    const tools = make("div", { className: "table-tools" }, label, this.count, ...this.choice());
    tools.setAttribute("role", "group");
    tools.setAttribute("aria-label", this.table.caption?.textContent ?? this.table.dataset.register);
    this.printed = make("p", { className: "table-printed" }); // how the rows were chosen, for paper
    (this.table.closest(".scroll") ?? this.table).before(tools, this.printed);
  }

  /** The columns that can be left out, closed until somebody wants it. The first column and the rows' names stay. */
  choice() {
    const named = new Set([0, ...[...this.rows[0].cells].flatMap((cell, at) => (cell.matches("th") ? at : []))]);
    const boxes = this.columns.filter((column) => !named.has(column.at)).map((column) => {
      column.box = make("input", { type: "checkbox", checked: true, onchange: () => this.show(column) });
      return make("label", {}, column.box, ` ${column.name}`);
    });
    if (boxes.length < 2) return [];
    const of = make("span", { className: "unseen" }, `: ${this.table.caption?.textContent ?? this.table.dataset.register}`);
    const set = make("fieldset", {}, make("legend", {}, "Columns to show", of), ...boxes);
    return [make("details", {}, make("summary", {}, "Columns"), set)];
  }

  /** Shows a column or leaves it out, as its box says. */
  show(column) {
    for (const row of this.table.rows) row.cells[column.at].hidden = !column.box.checked;
    this.tell();
  }

  /** From no order to up, to down, and back to the order of the page. */
  turn(column) {
    if (this.sorted !== column) [this.sorted, this.direction] = [column, 1];
    else if (this.direction === 1) this.direction = -1;
    else this.sorted = null;
    this.order();
    this.remember();
  }

  /** Puts the rows in order; those that are equal keep the order of the page. */
  order() {
    const { sorted, direction } = this;
    for (const { cell } of this.columns) cell.removeAttribute("aria-sort");
    sorted?.cell.setAttribute("aria-sort", direction === 1 ? "ascending" : "descending");
    const keys = sorted && new Map(this.rows.map((row) => [row, keyOf(row.cells[sorted.at])]));
    this.body.append(...(keys ? [...this.rows].sort((a, b) => compare(keys.get(a), keys.get(b), direction)) : this.rows));
    this.tell();
  }

  /** Filters once the reader has paused. */
  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.linked = null;
      this.sift();
      this.remember();
    }, PAUSE);
  }

  /** Shows the rows that have every word of the filter. */
  sift() {
    const words = folded(this.filter.value).split(" ");
    this.texts ??= this.rows.map((row) => folded([...row.cells].map((cell) => cell.textContent).join(" ")));
    this.rows.forEach((row, at) => {
      row.hidden = row !== this.linked && !words.every((word) => this.texts[at].includes(word));
    });
    this.tell();
  }

  /** Says how many rows are shown, and for paper how they were chosen. */
  tell() {
    const shown = this.rows.filter((row) => !row.hidden).length;
    const wanted = this.filter.value.trim();
    const count = `${wanted ? `${shown} of ` : ""}${this.rows.length} rows${this.place}`;
    if (this.count.textContent !== count) this.count.textContent = count;
    const left = this.columns.filter((column) => column.cell.hidden).map((column) => column.name);
    this.printed.textContent = [
      wanted && `${count}, filtered by “${wanted}”.`,
      this.sorted && `Sorted by “${this.sorted.name}”, ${this.direction === 1 ? "upwards" : "downwards"}.`,
      left.length && `Columns left out: ${left.join(", ")}.`,
    ].filter(Boolean).join(" ");
  }

  /** Writes filter and order to the address. */
  remember() {
    const url = new URL(location.href);
    const sort = this.sorted && `${this.sorted.slug},${this.direction === 1 ? "up" : "down"}`;
    for (const [name, value] of [["filter", this.filter.value.trim()], ["sort", sort]]) {
      if (value) url.searchParams.set(this.prefix + name, value);
      else url.searchParams.delete(this.prefix + name);
    }
    url.search = url.search.replaceAll("%2C", ",");
    history.replaceState(history.state, "", url);
  }

  /** Takes filter and order from the address. What it says of no column of this table is passed over. */
  recall() {
    const query = new URLSearchParams(location.search);
    const [slug, direction] = (query.get(`${this.prefix}sort`) ?? "").split(",");
    this.filter.value = query.get(`${this.prefix}filter`) ?? "";
    this.sorted = this.columns.find((column) => column.slug === slug && column.cell.querySelector(".sort")) ?? null;
    this.direction = direction === "down" ? -1 : 1;
    if (this.sorted) this.order();
    this.sift();
  }

  /** Shows the row that the address leads to, though the filter leaves it out or the order has moved it. */
  reveal() {
    const target = document.getElementById(location.hash.slice(1));
    const row = this.rows.find((one) => one.contains(target));
    if (!row || !(this.filter.value || this.sorted)) return;
    this.linked = row;
    this.sift();
    row.scrollIntoView();
  }
}

const marked = [...document.querySelectorAll("table[data-register]")];
for (const table of marked) {
  if (isPlain(table) && table.tBodies[0].rows.length >= FEWEST_ROWS) {
    new Register(table, marked.length > 1 ? `${table.dataset.register}-` : "");
  }
}
