"use strict";
// The desk: steps through the findings, filters them, shows where they stand. review.js builds on it.
const desk = (() => {
  const $ = (id) => document.getElementById(id);
  const entries = [...document.querySelectorAll("li.entry")];
  const marks = new Map();
  for (const mark of document.querySelectorAll("[data-f]")) {
    for (const id of mark.dataset.f.split(" ")) {
      if (!marks.has(id)) marks.set(id, []);
      marks.get(id).push(mark);
    }
  }
  const groupOf = (entry) => entry.closest("li.group");
  const isOpen = (group) => group.firstElementChild.open;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let current = null;
  // Called with the finding that is chosen; each of `fits` says whether a finding is to be shown.
  const onChoose = [];
  const fits = [];

  // A closed group is one step, an open one as many as it has members.
  function steps() {
    const seen = new Set();
    return entries.filter((entry) => {
      if (entry.hidden) return false;
      const group = groupOf(entry);
      if (!group || isOpen(group)) return true;
      if (group.contains(current) && entry !== current) return false;
      if (seen.has(group)) return false;
      seen.add(group);
      return true;
    });
  }

  function light(id, on) {
    for (const mark of marks.get(id) || []) mark.classList.toggle("current", on);
  }

  function reveal(element) {
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (at.localName === "details") at.open = true;
    }
  }

  function choose(entry, goes) {
    if (current) {
      current.classList.remove("current");
      current.removeAttribute("aria-current");
      groupOf(current)?.classList.remove("current");
      light(current.id, false);
    }
    current = entry;
    entry.classList.add("current");
    entry.setAttribute("aria-current", "true");
    light(entry.id, true);
    const group = groupOf(entry);
    const shown = group && !isOpen(group) ? group : entry;
    shown.classList.add("current");
    intoList(shown);
    const place = $("t-" + entry.id);
    if (place && goes) {
      reveal(place);
      place.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "instant" });
    }
    count();
    for (const tell of onChoose) tell(entry);
  }

  // Scrolls the list alone; scrollIntoView would move the page as well.
  function intoList(item) {
    const list = $("findings");
    const box = item.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    const head = list.firstElementChild.offsetHeight;
    if (box.top < frame.top + head) list.scrollTop -= frame.top + head - box.top + 12;
    else if (box.bottom > frame.bottom) list.scrollTop += Math.min(box.bottom - frame.bottom + 12, box.top - frame.top - head);
  }

  function step(by) {
    const all = steps();
    if (!all.length) return;
    let at = all.indexOf(current);
    if (at < 0 && current) {
      const order = entries.indexOf(current);
      const next = all.findIndex((entry) => entries.indexOf(entry) > order);
      at = by > 0 ? (next < 0 ? all.length : next) - 1 : next < 0 ? all.length : next;
    } else if (at < 0) at = by > 0 ? -1 : all.length;
    const to = Math.min(Math.max(at + by, 0), all.length - 1);
    choose(all[to], true);
  }

  function count() {
    const all = steps();
    const at = all.indexOf(current);
    $("place").value = all.length ? (at < 0 ? "–" : at + 1) + " / " + all.length : "";
  }

  function filter() {
    const grades = new Set([...document.querySelectorAll("#filter input:checked")].map((box) => box.value));
    const kind = $("kind").value;
    const section = $("section").value;
    const sought = $("search").value.trim().toLowerCase();
    let shown = 0;
    for (const entry of entries) {
      const isShown = grades.has(entry.dataset.severity) && (!kind || entry.dataset.kind === kind) &&
        (!section || entry.dataset.section === section) &&
        (!sought || entry.textContent.toLowerCase().includes(sought)) && fits.every((fit) => fit(entry));
      entry.hidden = !isShown;
      shown += isShown;
      for (const mark of marks.get(entry.id) || []) {
        mark.classList.toggle("off", mark.dataset.f.split(" ").every((id) => $(id).hidden));
      }
    }
    for (const group of document.querySelectorAll("li.group")) {
      group.hidden = !group.querySelector("li.entry:not([hidden])");
    }
    $("none").hidden = shown > 0;
    $("shown").textContent = shown === entries.length ? shown : shown + " / " + entries.length;
    count();
  }

  function only(severity) {
    for (const box of document.querySelectorAll("#filter input[type=checkbox]")) {
      box.checked = !severity || box.value === severity;
    }
    if (!severity) {
      for (const select of document.querySelectorAll("#filter select")) select.value = "";
      $("search").value = "";
    }
    filter();
  }

  function bars(open) {
    const all = [...document.querySelectorAll("details.equal")];
    const to = open ?? all.some((bar) => !bar.open);
    for (const bar of all) bar.open = to;
  }

  function follow() {
    const id = location.hash.slice(1);
    const entry = $(id.replace(/^t-/, ""));
    if (entry && entry.matches("li.entry")) choose(entry, id.startsWith("t-"));
    // A row of equal words may lie in a closed bar.
    const row = /^r\d+$/.test(id) && $(id);
    if (row) { reveal(row); row.scrollIntoView({ block: "center" }); }
  }

  const keys = {
    j: () => step(1), k: () => step(-1),
    o: () => {
      const group = current && groupOf(current);
      if (group) { group.firstElementChild.open = !isOpen(group); choose(current, false); }
    },
    e: () => bars(),
    f: () => $("folded").click(),
    1: () => only("substantive"), 2: () => only("accidental"), 3: () => only("note"), 0: () => only(""),
    "/": () => $("search").focus(),
    "?": () => ($("help").open ? $("help").close() : $("help").showModal()),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = event.target.matches("input[type=search], input[type=text], textarea, select");
    if (typing) {
      if (event.key === "Escape") { event.target.blur(); event.preventDefault(); }
      if (event.key === "Enter" && event.target.id === "search") { event.target.blur(); step(1); }
      return;
    }
    const act = keys[event.key];
    const dialog = document.querySelector("dialog[open]");
    if (!act || (dialog && (dialog.id !== "help" || event.key !== "?")) || (!entries.length && event.key === "/")) return;
    event.preventDefault();
    act();
  });

  document.querySelector(".steps").hidden = false;
  $("previous").addEventListener("click", () => step(-1));
  $("next").addEventListener("click", () => step(1));
  $("keys").addEventListener("click", () => $("help").showModal());
  $("close").addEventListener("click", () => $("help").close());
  if (entries.length) {
    $("filter").hidden = false;
    $("filter").addEventListener("input", filter);
    $("reset").addEventListener("click", () => only(""));
  }
  for (const details of document.querySelectorAll("li.group details")) details.addEventListener("toggle", count);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    // A second click on the same place changes no hash.
    if (link && link.getAttribute("href") === location.hash) setTimeout(follow);
  });
  addEventListener("hashchange", follow);

  // Browsers that know no ::details-content print closed details closed.
  const closed = [];
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open])")) {
      details.open = true;
      closed.push(details);
    }
  });
  addEventListener("afterprint", () => { for (const details of closed.splice(0)) details.open = false; });

  count();
  follow();
  return { $, entries, keys, fits, onChoose, groupOf, steps, choose, filter, current: () => current };
})();
