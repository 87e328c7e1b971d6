/* What axe does not see. Each check is named for what must hold and gives a line for every place where it does not. */
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const shown = node => node.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const words = node => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
  const tag = node => node.outerHTML.replace(/\s+/g, " ").slice(0, 140);
  const named = (node, attribute) => (node.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean);
  const byIds = (node, attribute) => named(node, attribute).map(id => words(document.getElementById(id))).join(" ").trim();
  const name = node => byIds(node, "aria-labelledby") || (node.getAttribute("aria-label") ?? "").trim() || words(node);
  const numbers = text => (text.match(/[-−]?\d[\d,]*(\.\d+)?/g) ?? []).map(found => found.replaceAll(",", "").replace("−", "-"));
  const get = async address => { const answer = await fetch(address); return answer.ok ? answer.text() : ""; };

  /* Colours, as they come out over everything beneath them. */
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const known = new Map();
  const rgba = colour => known.get(colour) ?? known.set(colour, drawn(colour)).get(colour);
  const drawn = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top, under) => [0, 1, 2].map(at => top[at] * top[3] + under[at] * (1 - top[3])).concat(1);
  const ground = node => {
    if (!node) return [255, 255, 255, 1];
    const own = rgba(getComputedStyle(node).backgroundColor);
    return own[3] === 1 ? own : over(own, ground(node.parentElement));
  };
  const light = colour => {
    const [red, green, blue] = colour.map(part => (part /= 255) <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * red + .7152 * green + .0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + .05) / (dark + .05);
  };

  /* Tables of comma-separated values. */
  const rowsOf = text => {
    const rows = [[""]];
    let quoted = false;
    for (let at = 0; at < text.length; at++) {
      const sign = text[at], row = rows.at(-1);
      if (quoted && sign === '"' && text[at + 1] === '"') row[row.length - 1] += text[++at];
      else if (sign === '"') quoted = !quoted;
      else if (!quoted && sign === ",") row.push("");
      else if (!quoted && sign === "\n") rows.push([""]);
      else if (quoted || sign !== "\r") row[row.length - 1] += sign;
    }
    return rows.slice(0, rows.at(-1).join("") ? rows.length : -1);
  };
  const agree = (printed, exact) => {
    const decimals = (printed.split(".")[1] ?? "").length;
    return Math.abs(Number(printed) - Number(exact)) <= .5 * 10 ** -decimals + 1e-9;
  };
  const same = (value, text) => value === null || value === undefined ? text === ""
    : typeof value === "number" ? text !== "" && Math.abs(value - Number(text)) < 1e-9
    : String(value) === text.replace(/^'(?=['=+@\t-])/, "") || String(value).startsWith(`${text}T`);

  const charts = () => all("figure.chart");
  const focusable = () => all('a[href], button, summary, input, select, textarea, [tabindex="0"]')
    .filter(node => shown(node) && node.tabIndex >= 0 && !node.disabled && !node.closest("[inert]"));

  return {
    "the language of the page is set": () =>
      /^en(-|$)/.test(document.documentElement.lang) ? [] : [`lang is "${document.documentElement.lang}"`],

    "the title names the page": () => {
      const heading = words(document.querySelector("h1")).replace(/ ?#$/, "");
      return document.title.startsWith(heading) && heading ? [] : [`"${document.title}" does not begin with "${heading}"`];
    },

    "there is one heading of the first level": () => {
      const found = all("h1").filter(shown);
      return found.length === 1 && words(found[0]) ? [] : found.map(tag).concat(`${found.length} of them`);
    },

    "headings go down one level at a time": () => {
      let level = 0;
      return all("h1, h2, h3, h4, h5, h6").filter(shown).flatMap(heading => {
        const before = level;
        level = Number(heading.tagName[1]);
        return level > before + 1 ? [`${tag(heading)} follows level ${before}`] : [];
      });
    },

    "an id is given once": () => {
      const ids = all("[id]").map(node => node.id);
      return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
    },

    "a link makes sense alone": () => all("a[href]:not(.headerlink)").filter(shown).flatMap(link => {
      const said = name(link).toLowerCase().replace(/[.…:›»→]+$/, "").trim();
      const vague = /^(|click here|here|this|link|page|more|read( more)?|learn more|find out more|see( more)?|details|download|continue|go|(the )?(pdf|docx?|csv|xlsx?|json|zip|file|document|attachment|website|web page))$/;
      return vague.test(said) || /^(https?:|www\.)/.test(said) ? [tag(link)] : [];
    }),

    "links of the same words lead to one place, unless what stands around them differs": () => {
      const places = new Map(), headings = all("main :is(h1, h2, h3, h4)");
      for (const link of all("main a[href]:not(.headerlink, nav a, figure a)").filter(shown)) {
        const around = words(link.closest("tr, li, dd, p, figure, .decision, .action, .request"));
        const above = headings.findLast(heading => heading.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
        const said = `${name(link)} | ${around} | ${words(above)}`.toLowerCase();
        places.set(said, (places.get(said) ?? new Set()).add(link.href));
      }
      return [...places].filter(([, to]) => to.size > 1).map(([said, to]) => `"${said.slice(0, 120)}": ${[...to].join(" ")}`);
    },

    "a chart is one picture with words": () => all("main svg").filter(svg => !svg.closest("[aria-hidden=true]")).flatMap(svg => {
      const wrong = [], title = words(svg.querySelector("title")), said = byIds(svg, "aria-labelledby");
      if (svg.getAttribute("role") !== "img") wrong.push("it has no role");
      if (said.length < 20 || said === title || said === document.title) wrong.push(`its name says too little: "${said}"`);
      if (numbers(words(svg.querySelector("desc"))).length === 0) wrong.push("its description has no number");
      if (svg.querySelector("[role], [aria-label], [aria-roledescription], [tabindex], a")) wrong.push("its parts have names of their own");
      return wrong.map(what => `${svg.parentElement?.closest("[id]")?.id}: ${what}`);
    }),

    "a chart has its numbers in words, in a table and in files that agree": async () => (await Promise.all(charts().map(async figure => {
      const wrong = [], table = figure.querySelector("table");
      const [csv, json] = [".csv", ".json"].map(ending => figure.querySelector(`a[href$="${ending}"]`)?.href);
      if (!table || !csv || !json) return [`${figure.id}: its table or one of its files is not there`];
      const [header, ...rows] = rowsOf(await get(csv)), printed = [...table.tBodies[0].rows];
      if (printed.length !== rows.length) wrong.push(`${printed.length} rows in the table, ${rows.length} in the file`);
      printed.forEach((row, at) => [...row.cells].forEach((cell, column) => {
        const exact = rows[at]?.[column] ?? "", [shownNumber] = numbers(words(cell));
        if (cell.matches(".number") && exact !== "" && !agree(shownNumber ?? "none", exact)) wrong.push(`row ${at + 1}: ${words(cell)} is ${exact} in the file`);
      }));
      const sets = Object.values(JSON.parse(await get(json)).datasets ?? {});
      const shares = (values, row) => header.every((column, number) => !(column in values) || same(values[column], row[number]));
      const drawn = sets.some(set => set.every(values => rows.some(row => shares(values, row)))
        && rows.every(row => row.some(cell => Number(cell) === 0) || set.some(values => shares(values, row))));
      if (!drawn) wrong.push("what is drawn is not what stands in the file");
      const inTable = new Set(printed.flatMap(row => [...row.cells].flatMap(cell => numbers(words(cell)))));
      if (!numbers(words(figure.querySelector("desc"))).some(number => inTable.has(number))) wrong.push("its words have no number of the table");
      return wrong.map(what => `${figure.id}: ${what}`);
    }))).flat(),

    "no two charts share a table": () => charts().filter(figure => all("table", figure).length !== 1).map(figure => figure.id),

    "words in a chart stand out from what is beneath them": () => all("main svg text").filter(shown).flatMap(text => {
      const box = text.getBoundingClientRect(), [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const beneath = all("path, rect, circle", text.ownerSVGElement).filter(shape => {
        const part = shape.getBoundingClientRect(), style = getComputedStyle(shape);
        return shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && shown(shape)
          && style.fill !== "none" && !shape.closest("clipPath, defs")
          && x > part.left && x < part.right && y > part.top && y < part.bottom;
      }).reduce((under, shape) => {
        const fill = rgba(getComputedStyle(shape).fill);
        return over([...fill.slice(0, 3), fill[3] * Number(getComputedStyle(shape).fillOpacity)], under);
      }, ground(text.ownerSVGElement));
      const style = getComputedStyle(text), found = contrast(rgba(style.fill), beneath);
      return words(text) && found < 4.5 ? [`"${words(text)}" ${found.toFixed(2)}`] : [];
    }),

    "a sign stands out from what is beneath it": () => all("main span[aria-hidden=true]").filter(shown).flatMap(sign => {
      const found = contrast(rgba(getComputedStyle(sign).color), ground(sign));
      return words(sign) && found < 3 ? [`${tag(sign)} ${found.toFixed(2)}`] : [];
    }),

    "words in what scrolls stand out from what is beneath them": () => all("main .scroll :is(th, td, a, p, span, code)").flatMap(node => {
      const own = [...node.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim());
      const found = own && shown(node) ? contrast(rgba(getComputedStyle(node).color), ground(node)) : 21;
      return found < (node.closest("[aria-hidden=true]") ? 3 : 4.5) ? [`${tag(node)} ${found.toFixed(2)}`] : [];
    }),

    "no text is a picture": () => all("main :is(img, picture, canvas, object, embed, video, image, input[type=image])").map(tag)
      .concat(all("main *").filter(node => getComputedStyle(node).backgroundImage.includes("url(")).map(tag)),

    /* A table within a text that a paper prints has its title in the text, as the paper has it. */
    "a table says what it is and names its headings": () => all("main table").flatMap(table => {
      const wrong = [];
      if (!words(table.caption) && !table.closest("[role=group][aria-label]")) wrong.push("no caption");
      if (!table.querySelector("thead th")) wrong.push("no heading");
      wrong.push(...all("th:not([scope])", table).map(tag));
      return wrong.map(what => `${words(table).slice(0, 40)}: ${what}`);
    }),

    "a cell beneath the heading of a group names all of its headings": () => all("main th[scope=rowgroup]").flatMap(group =>
      all("td, th[scope=row]", group.closest("tbody")).filter(cell => {
        const named = (cell.getAttribute("headers") ?? "").split(/\s+/).map(id => document.getElementById(id));
        return named.includes(null) || !named.includes(group) || (cell.matches("td") && named.length < 3);
      }).map(tag)),

    "a note says what it is, and is no landmark": () => all("main :is(aside, .note)").filter(note =>
      note.getAttribute("role") !== "note" || !note.getAttribute("aria-label")).map(tag),

    "a control that nothing shows is told to nobody": () => all("input, select, textarea, button").filter(node =>
      getComputedStyle(node).display === "none" && !node.closest("[hidden], details:not([open])")
      && !node.labels?.length && !node.getAttribute("aria-label") && !node.closest("[aria-hidden=true]")).map(tag)
      .concat(all("label").filter(label => !words(label) && !label.title && !label.closest("[aria-hidden=true]")).map(tag)),

    "what scrolls can be scrolled with the keyboard and has a name": () => all("main *").filter(node =>
      /auto|scroll/.test(getComputedStyle(node).overflowX) && node.scrollWidth > node.clientWidth + 1 && shown(node))
      .filter(node => node.tabIndex < 0 || !node.matches("[role=region], [role=group]") || !node.getAttribute("aria-label")).map(tag),

    "a region, a group and a navigation say what they are": () =>
      all("[role=region], [role=group], nav, [role=navigation], [role=search]:not(header *)").filter(node =>
        shown(node) && !byIds(node, "aria-labelledby") && !(node.getAttribute("aria-label") ?? "").trim()).map(tag),

    "what the mouse can press the keyboard reaches": () =>
      all("a[href][tabindex='-1'], button[tabindex='-1'], summary[tabindex='-1'], a:not([href])[role=button]")
        .concat(all("[onclick]").filter(node => !node.matches("a[href], button, input, select, summary, label") && node.tabIndex < 0))
        .filter(shown).map(tag),

    "the page is as wide as the screen": () => {
      const page = document.documentElement;
      if (page.scrollWidth <= page.clientWidth) return [];
      const beyond = all("body *").filter(node =>
        node.getBoundingClientRect().right > page.clientWidth + 1 || (node.scrollWidth > node.clientWidth + 1 && node.clientWidth));
      return [`${page.scrollWidth} pixels of ${page.clientWidth}`, ...beyond.slice(-3).map(tag)];
    },

    "nothing is cut off": () => all("body *").filter(node => {
      const style = getComputedStyle(node), box = node.getBoundingClientRect();
      const clips = /hidden|clip/.test(style.overflowX + style.overflowY) && style.clipPath === "none" && box.width > 2 && box.height > 2;
      return clips && words(node) && shown(node) && !node.closest("svg")
        && (node.scrollWidth > node.clientWidth + 2 || node.scrollHeight > node.clientHeight + 2)
        && !/ellipsis/.test(style.textOverflow);
    }).map(tag),

    "nothing moves for who wants no motion": () => document.getAnimations().filter(moving =>
      moving.playState === "running" && moving.effect.getComputedTiming().duration > 10).map(moving => tag(moving.effect.target))
      .concat(all("marquee, blink, video[autoplay], audio[autoplay], img[src$='.gif']").map(tag))
      .concat(getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["the page scrolls smoothly"] : []),

    "what has focus is seen, with a ring that stands out": async () => {
      const wrong = [], place = [scrollX, scrollY];
      for (const node of focusable().filter(node => !node.matches("input[type=radio], .md-toggle"))) {
        node.focus({focusVisible: true});
        const style = getComputedStyle(node), box = node.getClientRects()[0] ?? node.getBoundingClientRect();
        const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        const found = contrast(over(rgba(style.outlineColor), ground(node.parentElement)), ground(node.parentElement));
        if (!ring || found < 3) wrong.push(`${tag(node)}: ${ring ? found.toFixed(2) : "no ring"}`);
        const [x, y] = [Math.min(box.left + box.width / 2, innerWidth - 2), Math.min(Math.max(box.top + Math.min(box.height / 2, 8), 1), innerHeight - 2)];
        const top = document.elementFromPoint(x, y);
        if (!top || !(node.contains(top) || top.contains(node))) wrong.push(`${tag(node)}: hidden by ${top ? tag(top) : "the edge"}`);
      }
      document.activeElement.blur();
      scrollTo(...place);
      return wrong;
    },

    "no stop of the keyboard jumps the queue": () => all("[tabindex]").filter(node => node.tabIndex > 0).map(tag),
  };
})()
