// The review: every finding gets a status and a note, kept in the browser under the key of the
// collation, exported to a file and imported from one.
(() => {
  const { $, entries, keys, fits, onChoose, groupOf, steps, choose, filter } = desk;
  const data = JSON.parse($("review-data").textContent);
  const { titles, words } = data;
  const SCHEMA = "jiaokan-decisions/1";
  const PLACE = "jiaokan:" + data.key;
  const PENDING = "pending";
  const SETTLED = new Set(["confirmed", "false_alarm"]);
  const LARGEST = 64 << 20;
  const about = new Map(data.findings.map((each) => [each.id, each]));
  const idOf = new Map(data.findings.map((each) => [each.key, each.id]));
  const NOTHING = { status: PENDING, note: "", reader: "" };
  // Decisions by the key of the finding. What the report brought along, then what was kept here.
  const decisions = new Map(Object.entries(data.decisions));
  // Decisions of findings that this report does not have: they are kept and exported again.
  const foreign = new Map();
  const undone = [];

  const decisionOf = (entry) => decisions.get(about.get(entry.id).key) || NOTHING;
  const isEmpty = (one) => one.status === PENDING && !one.note;
  const isSame = (one, two) => one.status === two.status && one.note === two.note;

  function tell(text) {
    $("told").textContent = text;
  }

  // Keeping

  function isDecision(one) {
    return one !== null && typeof one === "object" && Object.hasOwn(titles, one.status) &&
      ["note", "reader"].every((name) => one[name] === undefined || typeof one[name] === "string");
  }

  function tidy(one) {
    return { status: one.status, note: one.note || "", reader: one.reader || "" };
  }

  function load() {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(PLACE));
    } catch {
      tell(words.not_kept);
      return;
    }
    if (!kept || typeof kept !== "object") return;
    if (typeof kept.reader === "string") $("reader").value = kept.reader;
    for (const [key, one] of Object.entries(kept.decisions || {})) {
      if (isDecision(one)) (idOf.has(key) ? decisions : foreign).set(key, tidy(one));
    }
  }

  function keep() {
    const kept = { reader: $("reader").value, decisions: Object.fromEntries([...foreign, ...decisions]) };
    try {
      localStorage.setItem(PLACE, JSON.stringify(kept));
    } catch {
      tell(words.not_kept);
    }
  }

  // Deciding

  function decide(changes, message) {
    const before = changes.map(([key]) => [key, decisions.get(key) || NOTHING]);
    undone.push(before);
    put(changes);
    tell(message || "");
  }

  function put(changes) {
    for (const [key, one] of changes) {
      decisions.set(key, one);
      show($(idOf.get(key)));
    }
    keep();
    sum();
    shownFor(desk.current());
    // What no longer fits the filter goes away with the next step, not under the reader's eyes.
  }

  function decided(entry, status) {
    const note = decisionOf(entry).note;
    return [about.get(entry.id).key, { status, note, reader: $("reader").value.trim() }];
  }

  function setStatus(status) {
    const entry = desk.current();
    if (!entry) return;
    const group = groupOf(entry);
    // A closed group is one entry of the list: what is decided is decided of all of it.
    if (group && !group.firstElementChild.open) setGroup(status);
    else if (decisionOf(entry).status !== status) decide([decided(entry, status)]);
  }

  function setGroup(status) {
    const entry = desk.current();
    const group = entry && groupOf(entry);
    if (!group) return;
    const members = [...group.querySelectorAll("li.entry")].filter((each) => decisionOf(each).status !== status);
    if (members.length) {
      decide(members.map((each) => decided(each, status)),
        words.group_set.replace("{count}", members.length).replace("{status}", titles[status]));
    }
  }

  // The finding whose note is being written: the choice may move on before the note is done.
  let noting = null;

  function setNote() {
    const entry = noting;
    if (!entry) return;
    const one = decisionOf(entry);
    const note = $("note").value.trim();
    if (note !== one.note) {
      decide([[about.get(entry.id).key, { status: one.status, note, reader: $("reader").value.trim() }]]);
    }
  }

  function undo() {
    const before = undone.pop();
    if (!before) { tell(words.nothing_to_undo); return; }
    put(before);
    tell(words.was_undone);
    const first = $(idOf.get(before[0][0]));
    if (first) choose(first, true);
  }

  // Showing

  function show(entry) {
    const one = decisionOf(entry);
    const chip = entry.querySelector(".decided");
    chip.className = "decided " + one.status;
    chip.textContent = one.status === PENDING ? "" : titles[one.status];
    const note = entry.querySelector(".noted");
    note.textContent = one.note && (one.reader ? words.noted_by.replace("{reader}", () => one.reader) : words.noted).replace("{note}", () => one.note);
    entry.dataset.status = one.status;
  }

  function shownFor(entry) {
    const has = Boolean(entry);
    $("decide").disabled = !has;
    if (!has) return;
    const group = groupOf(entry);
    const isWhole = group && !group.firstElementChild.open;
    $("deciding").textContent = isWhole ? group.querySelector(".sign").textContent : entry.querySelector(".sign").textContent;
    const one = decisionOf(entry);
    for (const radio of document.querySelectorAll("#decide [name=status]")) radio.checked = radio.value === one.status;
    if (document.activeElement !== $("note")) $("note").value = one.note;
    $("whole-group").hidden = !group || isWhole;
  }

  function sum() {
    const counts = Object.fromEntries(Object.keys(titles).map((status) => [status, 0]));
    for (const entry of entries) counts[decisionOf(entry).status] += 1;
    const settled = counts.confirmed + counts.false_alarm;
    $("progress").max = entries.length;
    $("progress").value = settled;
    $("progressed").value = words.progress.replace("{settled}", settled).replace("{total}", entries.length);
    for (const option of $("status").options) {
      if (option.value) option.textContent = titles[option.value] + " " + counts[option.value];
    }
  }

  function unsettled(by) {
    const all = steps();
    const at = all.indexOf(desk.current());
    const order = by > 0 ? [...all.slice(at + 1), ...all.slice(0, at + 1)] : [...all.slice(0, Math.max(at, 0)).reverse(), ...all.slice(Math.max(at, 0)).reverse()];
    const isOpen = (entry) => {
      const group = groupOf(entry);
      const members = group && !group.firstElementChild.open ? [...group.querySelectorAll("li.entry:not([hidden])")] : [entry];
      return members.some((each) => !SETTLED.has(decisionOf(each).status));
    };
    const found = order.find((entry) => entry !== desk.current() && isOpen(entry));
    if (found) choose(found, true);
    else tell(words.all_settled);
  }

  // Files

  function exported() {
    const listed = data.findings.map((each) => {
      const { id, ...fields } = each;
      return { ...fields, ...(decisions.get(each.key) || NOTHING) };
    });
    const others = [...foreign].map(([key, one]) => ({ key, kind: one.kind || "", address: one.address || "", base: one.base || "", other: one.other || "", ...one }));
    return { schema: SCHEMA, collation: data.key, base: data.base, other: data.other, decisions: [...listed, ...others] };
  }

  function save() {
    const file = new Blob([JSON.stringify(exported(), null, 1) + "\n"], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = data.file_name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    tell(words.was_exported);
  }

  function parsed(text) {
    const told = JSON.parse(text);
    if (told === null || typeof told !== "object" || told.schema !== SCHEMA || !Array.isArray(told.decisions)) return null;
    const listed = told.decisions;
    const isGood = (one) => isDecision(one) && typeof one.key === "string";
    return listed.every(isGood) ? { listed, collation: told.collation } : null;
  }

  async function take(file) {
    let found = null;
    try {
      if (file.size <= LARGEST) found = parsed(await file.text());
    } catch {
      found = null;
    }
    if (!found) { tell(words.bad_file.replace("{name}", () => file.name)); return; }
    merge(found.listed);
  }

  // What only one of two readers decided is taken over; where they differ a person chooses.
  function merge(listed) {
    const changes = [];
    const conflicts = [];
    let unknown = 0;
    for (const each of listed) {
      const theirs = tidy(each);
      if (!idOf.has(each.key)) { foreign.set(each.key, { ...each }); unknown += !isEmpty(theirs); continue; }
      const ours = decisions.get(each.key) || NOTHING;
      if (isEmpty(theirs) || isSame(ours, theirs)) continue;
      if (isEmpty(ours)) changes.push([each.key, theirs]);
      else conflicts.push([each.key, ours, theirs]);
    }
    if (changes.length) decide(changes);
    else keep();
    tell(words.was_imported.replace("{taken}", changes.length).replace("{conflicts}", conflicts.length).replace("{unknown}", unknown));
    if (conflicts.length) ask(conflicts);
  }

  function ask(conflicts) {
    const list = $("conflict-list");
    list.replaceChildren(...conflicts.map(([key, ours, theirs], index) => {
      const entry = $(idOf.get(key));
      const item = document.createElement("li");
      const head = document.createElement("p");
      head.textContent = entry.querySelector(".sign").textContent + " " + (entry.querySelector(".head a")?.textContent || "");
      item.append(head, choice(index, "ours", words.ours, ours, true), choice(index, "theirs", words.theirs, theirs, false));
      return item;
    }));
    const dialog = $("conflicts");
    $("take").onclick = () => {
      const changes = conflicts.filter((_, index) => list.querySelector(`[name=c${index}][value=theirs]`).checked)
        .map(([key, , theirs]) => [key, theirs]);
      dialog.close();
      if (changes.length) decide(changes);
    };
    dialog.showModal();
  }

  function choice(index, value, title, one, isChosen) {
    const label = document.createElement("label");
    const radio = document.createElement("input");
    Object.assign(radio, { type: "radio", name: "c" + index, value, checked: isChosen });
    const reader = one.reader ? words.by.replace("{reader}", () => one.reader) : "";
    label.append(radio, " " + title + reader + words.colon + titles[one.status] + (one.note ? words.colon + one.note : ""));
    return label;
  }

  if (!entries.length) return;
  load();
  for (const entry of entries) show(entry);
  sum();
  $("review").hidden = false;
  $("status").hidden = false;
  fits.push((entry) => !$("status").value || entry.dataset.status === $("status").value);
  onChoose.push((entry) => { if (document.activeElement === $("note")) $("note").blur(); shownFor(entry); });
  shownFor(desk.current());

  Object.assign(keys, {
    n: () => unsettled(1), p: () => unsettled(-1),
    c: () => setStatus("confirmed"), x: () => setStatus("false_alarm"), d: () => setStatus("doubtful"), r: () => setStatus(PENDING),
    g: () => { const entry = desk.current(); if (entry) setGroup(decisionOf(entry).status); },
    m: () => { if (desk.current()) $("note").focus(); },
    z: undo, s: save, i: () => $("file").click(),
  });
  $("decide").addEventListener("change", (event) => { if (event.target.name === "status") setStatus(event.target.value); });
  $("note").addEventListener("focus", () => { noting = desk.current(); });
  $("note").addEventListener("change", setNote);
  $("reader").addEventListener("change", keep);
  $("whole-group").addEventListener("click", keys.g);
  $("undo").addEventListener("click", undo);
  $("export").addEventListener("click", save);
  $("import").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", async () => {
    const [file] = $("file").files;
    $("file").value = "";
    if (file) await take(file);
  });
  $("status").addEventListener("input", filter);
  for (const details of document.querySelectorAll("li.group details")) details.addEventListener("toggle", () => shownFor(desk.current()));
})();
