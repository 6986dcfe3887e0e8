/* What pages do beyond what HTML does: show the record of a piece of evidence beside it, and keys.
   Without this file every page still works: evidence links to its record, records link into the text. */
"use strict";

(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const card = (id) => document.getElementById(`card-${id}`);
  const lit = new Set();

  function light(facts) {
    for (const element of lit) element.classList.remove("lit");
    lit.clear();
    for (const id of facts) {
      const found = card(id);
      const pieces = all(`[data-facts~="${CSS.escape(id)}"]`);
      for (const element of found ? [found, ...pieces] : pieces) {
        element.classList.add("lit");
        lit.add(element);
      }
    }
  }

  const peek = document.getElementById("peek");

  function show(piece) {
    const facts = (piece.dataset.facts || "").split(" ").filter(Boolean);
    if (!facts.length) return;
    const leading = piece.dataset.leads || facts[facts.length - 1];
    light([leading]);
    const source = card(leading);
    if (!peek || !source) return;
    const copy = source.cloneNode(true);
    copy.removeAttribute("id");
    for (const element of all("[id]", copy)) element.removeAttribute("id");
    for (const element of all("form, details, .actions a", copy)) element.remove();
    peek.replaceChildren(copy);
    peek.hidden = false;
    const box = piece.getClientRects()[0] || piece.getBoundingClientRect();
    const width = peek.offsetWidth;
    const height = peek.offsetHeight;
    const left = Math.min(Math.max(8, box.left + box.width / 2 - width / 2), document.documentElement.clientWidth - width - 8);
    const below = box.bottom + height + 12 < window.innerHeight || box.top < height + 12;
    peek.style.left = `${left + window.scrollX}px`;
    peek.style.top = `${(below ? box.bottom + 8 : box.top - height - 8) + window.scrollY}px`;
  }

  function hide() {
    light([]);
    if (peek) peek.hidden = true;
  }

  for (const text of all(".evidence")) {
    text.addEventListener("mouseover", (event) => {
      const piece = event.target.closest("[data-facts]");
      if (piece) show(piece);
      else hide();
    });
    text.addEventListener("mouseleave", hide);
    text.addEventListener("focusin", (event) => {
      const piece = event.target.closest("[data-facts]");
      if (piece) show(piece);
    });
    text.addEventListener("focusout", hide);
  }
  for (const record of all("[id^='card-']")) {
    const id = record.id.slice("card-".length);
    for (const name of ["mouseenter", "focusin"]) record.addEventListener(name, () => light([id]));
    record.addEventListener("mouseleave", () => light([]));
  }

  for (const box of all("[data-filter]")) {
    box.addEventListener("change", () => {
      const text = document.querySelector(".evidence");
      if (text) text.classList.toggle(`without-${box.dataset.filter}`, !box.checked);
    });
  }

  function flash() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id.startsWith("at-")) return;
    const fact = id.slice("at-".length);
    light([fact]);
    const first = document.querySelector(`[data-facts~="${CSS.escape(fact)}"]`);
    if (first) first.scrollIntoView({ block: "center" });
  }
  window.addEventListener("hashchange", flash);
  flash();

  for (const button of all("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const address = new URL(button.dataset.copy, location.href).href;
      navigator.clipboard?.writeText(address).then(() => button.classList.add("done"));
    });
  }

  let before = "";
  function step(by) {
    const stops = all("[data-stop]");
    if (!stops.length) return;
    const at = stops.findIndex((stop) => stop.contains(document.activeElement));
    const next = stops[Math.min(Math.max(at + by, 0), stops.length - 1)];
    const target = next.matches("a, button") ? next : next.querySelector("a, button");
    (target || next).focus();
    next.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hide();
      return;
    }
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (before === "g") {
      before = "";
      const link = document.querySelector(`nav [data-key="${CSS.escape(event.key)}"]`);
      if (link) link.click();
      return;
    }
    if (event.key === "/") {
      const field = document.getElementById("q");
      if (field) {
        event.preventDefault();
        field.focus();
        field.select();
      }
    } else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") document.getElementById("keys")?.toggleAttribute("open");
    else if (event.key === "g") before = "g";
  });
})();
