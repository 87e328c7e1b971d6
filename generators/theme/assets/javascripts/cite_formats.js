/**
 * A citation in the forms that people and reference managers take. Text in, text out: nothing here knows the page.
 *
 * What is cited: `{author, title, part, url, published, changed, version, read}`. Days are like 2024-03-06; `part`,
 * `published`, `changed` and `version` are empty where there are none. `generators/cite/citation.py` writes the same
 * line of plain text for readers without scripts.
 */

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const UNSEEN = /[\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g; // they turn the direction of what follows them
const BREAK = /[\x00-\x20\x7f-\x9f\u2028\u2029]+/g;
const LATEX = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}", // BibTeX counts braces, those behind a backslash too
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "\u00a0": "~",
};

/** A text in one line, without signs that nobody sees. */
export function line(text) {
  const whole = text.toWellFormed?.() ?? text;
  return whole.replace(UNSEEN, "").replace(BREAK, " ").trim();
}

/** `6 March 2024`. */
function long(day) {
  const [year, month, number] = day.split("-").map(Number);
  return `${number} ${MONTHS[month - 1]} ${year}`;
}

/** When it was published, in which version it is, and when that was made; nothing of what has no version. */
function told({ published, changed, version }) {
  const parts = [published && `published ${long(published)}`, version && `version ${version}`];
  if (Number(version) > 1 && changed) parts.push(`last changed ${long(changed)}`);
  const words = parts.filter(Boolean).join(", ");
  return words && `${words[0].toUpperCase()}${words.slice(1)}.`;
}

/** In one line of plain text. */
export function plain(cited) {
  const part = cited.part ? `, ${line(cited.part)}` : "";
  const read = cited.read ? `Read on ${long(cited.read)}.` : "";
  const head = `${line(cited.author)}, “${line(cited.title)}”${part}.`;
  return [head, told(cited), cited.url, read].filter(Boolean).join(" ");
}

/** As Markdown, with the title as a link. */
export function markdown(cited) {
  const part = cited.part ? `, ${marked(cited.part)}` : "";
  const to = cited.url.replace(/[()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const read = cited.read ? `Read on ${long(cited.read)}.` : "";
  return [`${marked(cited.author)}, [“${marked(cited.title)}”${part}](${to}).`, told(cited), read].filter(Boolean).join(" ");
}

/** A text in which nothing is taken for Markdown: a backslash before each sign that could be. */
function marked(text) {
  return line(text).replace(/[\\`*_{}[\]<>#|~&!^$:@]|^[-+=]|(?<=^\d+)[.)]/g, "\\$&");
}

/** As an entry of BibTeX. */
export function bibtex(cited) {
  const day = cited.changed || cited.published;
  const [year, month] = day ? day.split("-") : [];
  const fields = {
    author: `{${latex(cited.author)}}`,
    title: `{${latex(cited.title)}${cited.part ? `, ${latex(cited.part)}` : ""}}`,
    year,
    month: month && String(Number(month)),
    version: cited.version,
    note: told(cited) && latex(told(cited)),
    url: cited.url.replace(/[{}\\^|`]/g, encodeURIComponent),
    urldate: cited.read,
  };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${key(cited)},\n${lines.join(",\n")}\n}\n`;
}

/** A text in LaTeX, in which every sign means itself. */
function latex(text) {
  return line(text).replace(/[\\{}~^\u00a0]|[%&$#_]/g, (sign) => LATEX[sign] ?? `\\${sign}`);
}

/** As CSL-JSON. */
export function csl(cited) {
  const issued = cited.changed || cited.published;
  const item = {
    id: key(cited),
    type: "webpage",
    title: line(cited.title),
    section: cited.part && line(cited.part),
    author: [{ literal: line(cited.author) }],
    publisher: line(cited.author),
    issued: issued && dated(issued),
    "original-date": cited.published && cited.published !== issued ? dated(cited.published) : "",
    accessed: cited.read && dated(cited.read),
    version: cited.version,
    URL: cited.url,
    language: "en-GB",
  };
  return JSON.stringify([Object.fromEntries(Object.entries(item).filter(([, value]) => value))], null, 2);
}

function dated(day) {
  return { "date-parts": [day.split("-").map(Number)] };
}

/** A name for the entry, made from the address: letters, digits and hyphens. */
function key({ url }) {
  const { pathname, search, hash } = new URL(url);
  return `${pathname}${search}${hash}`.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "record";
}

/** Words with where they stand. */
export function quote(words, cited) {
  return `“${line(words)}”\n${plain(cited)}`;
}

/** The line that shows a chart in a frame of another page. */
export function frame({ title, alone, height }) {
  return `<iframe src="${attribute(alone)}" title="${attribute(title)}" width="600" height="${height}" loading="lazy"></iframe>`;
}

/** The line that shows it as a picture which leads to its page. */
export function picture({ title, source, url }) {
  return `<a href="${attribute(url)}"><img src="${attribute(source)}" alt="${attribute(title)}" width="600" loading="lazy"></a>`;
}

function attribute(text) {
  return line(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
