/* Finding a page by its title in a copy of the site that lies in a folder. Modules and requests fail there, so this is
   a script of the old kind, and the titles come as another: `titles.js`. What is found is set as text, never as HTML. */
(function () {
  "use strict";
  var MOST = 100;
  var place = document.querySelector("[data-search-page]");
  if (!place || !window.titles) return;

  function element(name, properties) {
    var node = Object.assign(document.createElement(name), properties);
    node.append.apply(node, Array.prototype.slice.call(arguments, 2));
    return node;
  }

  function folded(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[\u2018\u2019]/g, "'").toLowerCase();
  }

  var pages = window.titles.map(function (page) {
    return { title: page[0], kind: page[1], file: page[2], words: folded(page[0] + " " + page[1]) };
  });
  var words = element("input", { type: "search", id: "search-page-words", name: "q", maxLength: 300, autocomplete: "off" });
  var status = element("p", { className: "search-status" });
  var list = element("ul", { className: "search-results" });
  status.setAttribute("role", "status");

  function show() {
    var asked = folded(words.value).split(/\s+/).filter(Boolean);
    var found = !asked.length ? [] : pages.filter(function (page) {
      return asked.every(function (word) { return page.words.includes(word); });
    });
    list.replaceChildren.apply(list, found.slice(0, MOST).map(function (page) {
      var kind = page.kind ? [" ", element("span", { className: "quiet" }, page.kind)] : [];
      return element.apply(null, ["li", {}, element("a", { href: page.file }, page.title)].concat(kind));
    }));
    if (!asked.length) status.textContent = "";
    else if (!found.length) status.textContent = "No page has these words in its title. The lists below lead to everything.";
    else if (found.length > MOST) status.textContent = "The first " + MOST + " of " + found.length + " pages. One more word makes the list shorter.";
    else status.textContent = found.length === 1 ? "1 page" : found.length + " pages";
  }

  var form = element("form", { className: "search-page-form" },
    element("label", { htmlFor: "search-page-words" }, "Find a page by the words of its title"),
    element("div", { className: "search-row" }, words, element("button", { type: "submit" }, "Find")));
  form.setAttribute("role", "search");
  form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
  words.addEventListener("input", show);
  words.value = new URLSearchParams(location.search).get("q") || "";
  place.className = ""; // the columns of the search of texts
  place.replaceChildren(
    element("p", {}, "This is a copy of the site in a folder: titles can be searched here, texts only where the site is published."),
    form, status, list);
  show();
})();
