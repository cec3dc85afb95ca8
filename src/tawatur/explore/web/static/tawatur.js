// Small comforts only; every page says its piece without them.
"use strict";

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// A tap on a mark shows what it names, where no pointer can hover; a report and its words light up together.
function showMarks(root) {
  for (const mark of root.querySelectorAll(".source mark[title]")) {
    mark.addEventListener("click", () => mark.classList.toggle("told"));
  }
  for (const record of root.querySelectorAll("[data-report]")) {
    const words = document.getElementById(record.dataset.report);
    if (!words) continue;
    for (const [one, other] of [[record, words], [words, record]]) {
      for (const event of ["pointerenter", "focusin"]) one.addEventListener(event, () => other.classList.add("lit"));
      for (const event of ["pointerleave", "focusout"]) one.addEventListener(event, () => other.classList.remove("lit"));
    }
  }
}

// The line to cite is copied; where the browser refuses, it is selected for the reader to copy.
function copyLine(button) {
  const line = document.getElementById(button.dataset.copy), words = button.textContent;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(line.textContent);
      button.textContent = button.dataset.done;
      await wait(2000);
      button.textContent = words;
    } catch {
      getSelection().selectAllChildren(line);
    }
  });
}

// A decision on the page of a thing is taken where it stands: the page that it leads to takes this one's place.
function decideInPlace(form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("main"), height = scrollY;
    for (const old of form.querySelectorAll(".note")) old.remove();
    if (!answer.ok) {
      const fault = fresh.querySelector(".note.error") ?? fresh;
      fault.setAttribute("role", "alert");
      form.append(fault);
      return;
    }
    document.querySelector("main").replaceWith(fresh);
    document.title = page.title;
    history.replaceState(null, "", answer.url);
    prepare(fresh);
    scrollTo(0, height);
    const note = fresh.querySelector(".note");
    if (note) { note.tabIndex = -1; note.focus({ preventScroll: true }); note.classList.add("afloat"); }
    awaitJoining();
  });
}

// A form with data-swap is answered in place: its part of the page is taken from the page that it leads to.
function swapInPlace(form) {
  let latest = 0;
  const send = async () => {
    const turn = ++latest;
    const asked = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...asked]) if (!value) asked.delete(name);
    const address = `${form.getAttribute("action")}?${asked}`;
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector(form.dataset.swap);
    if (turn !== latest || !answer.ok || !fresh) return;
    document.querySelector(form.dataset.swap).replaceWith(fresh);
    history.replaceState(null, "", address);
    prepare(fresh);
  };
  for (const slider of form.querySelectorAll("input[type=range]")) {
    const labels = form.querySelectorAll("datalist option");
    slider.addEventListener("input", () => {
      const cleared = form.elements[slider.dataset.clears];
      if (cleared) cleared.value = "";
      slider.nextElementSibling.value = labels[slider.value].label;
      slider.setAttribute("aria-valuetext", labels[slider.value].label);
    });
  }
  form.addEventListener("change", send);
  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
}

// A drawing is saved as an image by way of its own SVG address.
async function savePng(event) {
  event.preventDefault();
  const link = event.currentTarget;
  const image = new Image();
  image.src = link.href;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => {
    const target = document.createElement("a");
    target.href = URL.createObjectURL(blob);
    target.download = `${link.dataset.png}.png`;
    target.click();
    URL.revokeObjectURL(target.href);
  });
}

// Drag to pan, Ctrl and wheel to zoom.
function pannable(area) {
  const drawing = area.querySelector("svg");
  if (!drawing) return;
  area.scrollLeft = (getComputedStyle(area).direction === "rtl" ? -1 : 1) * (area.scrollWidth - area.clientWidth) / 2;
  const width = drawing.width.baseVal.value, height = drawing.height.baseVal.value;
  let zoom = 1, from = null;
  area.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom = Math.min(4, Math.max(0.4, zoom * (event.deltaY < 0 ? 1.15 : 0.87)));
    drawing.setAttribute("width", width * zoom);
    drawing.setAttribute("height", height * zoom);
  }, { passive: false });
  area.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType === "mouse" && !event.target.closest("a")) {
      from = { x: event.clientX + area.scrollLeft, y: event.clientY + area.scrollTop };
      area.classList.add("held");
    }
  });
  area.addEventListener("pointermove", (event) => {
    if (from) area.scrollTo(from.x - event.clientX, from.y - event.clientY);
  });
  for (const end of ["pointerup", "pointerleave"]) {
    area.addEventListener(end, () => { from = null; area.classList.remove("held"); });
  }
}

// The review queue by keyboard, each decision sent from where it stands.
function review(queue) {
  let undoable = null;
  const items = () => [...queue.querySelectorAll(".doubt")];
  const at = () => document.activeElement.closest(".doubt");
  const go = (step) => {
    const all = items(), here = all.indexOf(at());
    const next = all[here < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + step))];
    if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
  };
  const send = async (form, action) => {
    const item = form.closest(".doubt");
    if (!form.reportValidity()) return;
    const body = new URLSearchParams(new FormData(form));
    if (action) body.set("action", action);
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { Accept: "application/json" } });
    const told = await answer.json();
    const note = document.createElement("p");
    note.className = answer.ok ? "note" : "note error";
    note.setAttribute("role", "status");
    note.textContent = answer.ok ? queue.dataset.kept : `${queue.dataset.fault}: ${(document.documentElement.lang === "ar" && told.message_ar) || told.message}`;
    for (const old of item.querySelectorAll(".note")) old.remove();
    item.append(note);
    if (!answer.ok) return;
    const name = form.elements.by ? form.elements.by.value : "";
    for (const field of document.querySelectorAll("input[name=by]")) if (!field.value) field.value = name;
    item.classList.add("decided");
    undoable = { item, judgement: told.judgement, form };
    const back = document.createElement("button");
    back.className = "plain undo";
    back.type = "button";
    back.textContent = queue.dataset.undo;
    back.addEventListener("click", takeBack);
    note.append(" ", back);
    if (action !== "undo") go(1);
  };
  const takeBack = async () => {
    if (!undoable) return;
    const { item, judgement, form } = undoable;
    const body = new URLSearchParams(new FormData(form));
    body.set("action", "undo");
    body.set("target", judgement);
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    undoable = null;
    item.classList.remove("decided");
    for (const old of item.querySelectorAll(".note")) old.remove();
    item.focus();
  };
  queue.addEventListener("submit", (event) => {
    const form = event.target.closest("form.decide");
    if (!form) return;
    event.preventDefault();
    send(form, event.submitter && event.submitter.value);
  });
  const press = { a: "accept", r: "reject" };
  document.addEventListener("keydown", (event) => {
    if (!queue.isConnected || event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = at(), form = item && item.querySelector("form.decide");
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "u") takeBack();
    else if (event.key === "o" && item) item.querySelector("a.open")?.click();
    else if (event.key === "c" && item) item.querySelector("a.correct")?.click();
    else if (press[event.key] && form) send(form, press[event.key]);
    else return;
    event.preventDefault();
  });
}

// While a decision is being worked in, look now and then whether it is done.
async function awaitJoining() {
  if (!document.querySelector("[data-pending]")) return;
  for (let tries = 0; tries < 60; tries++) {
    await wait(3000);
    const page = await (await fetch(location.href)).text();
    if (!page.includes("data-pending")) { location.reload(); return; }
  }
}

function prepare(root) {
  for (const comfort of root.querySelectorAll("[data-script]")) comfort.hidden = false;
  for (const link of root.querySelectorAll("a.png")) link.addEventListener("click", savePng);
  for (const button of root.querySelectorAll("[data-copy]")) copyLine(button);
  for (const area of root.querySelectorAll(".pannable")) pannable(area);
  for (const form of root.querySelectorAll("form[data-swap]")) swapInPlace(form);
  for (const queue of root.querySelectorAll(".queue")) review(queue);
  for (const form of root.querySelectorAll("form.decide, form.inline")) if (!form.closest(".queue")) decideInPlace(form);
  showMarks(root);
}

document.addEventListener("DOMContentLoaded", () => {
  prepare(document);
  awaitJoining();
});
