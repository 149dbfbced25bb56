"use strict";
// Everything here is a convenience: each page works without it.
(() => {
  const one = (wanted, within = document) => within.querySelector(wanted);
  const LARGE = 256 * 1024;
  const form = one("form#check");

  const tell = (words) => { const state = one("#state"); if (state) state.textContent = words; };

  const checkForm = () => {
    const text = one("#text"), file = one("#file"), state = one("#state"), bar = one("#progress");
    const hint = one(".drop-hint");
    if (hint) hint.hidden = false;

    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(); }
    });
    form.addEventListener("submit", (event) => {
      const chosen = file.files[0];
      if (!chosen || chosen.size < LARGE) { tell(state.dataset.checking); return; }
      event.preventDefault();
      send(state, bar);
    });
    window.addEventListener("pageshow", () => { bar.hidden = true; tell(""); });
    dropping(text, file, state);
  };

  // A large file is sent with its progress shown; the answer then takes the place of the form.
  const send = (state, bar) => {
    const call = new XMLHttpRequest();
    const button = one("button[type=submit]", form);
    const done = (words) => { bar.hidden = true; button.disabled = false; tell(words); };
    call.open("POST", form.action);
    call.responseType = "document";
    call.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      bar.max = event.total;
      bar.value = event.loaded;
      tell(`${state.dataset.sending} ${Math.floor((100 * event.loaded) / event.total)}%`);
    });
    call.upload.addEventListener("load", () => { bar.removeAttribute("value"); tell(state.dataset.checking); });
    call.addEventListener("error", () => done(state.dataset.failed));
    call.addEventListener("load", () => {
      const main = call.response && one("main", call.response);
      if (!main) { done(state.dataset.failed); return; }
      done("");
      if (call.status === 200) replaceBy(main, call.response.title, form.action);
      else refused(main);
    });
    button.disabled = true;
    bar.hidden = false;
    call.send(new FormData(form));
  };

  // What was typed and chosen stays: only the sentence of the refusal is taken over.
  const refused = (main) => {
    const words = one("[role=alert]", main);
    const here = one("#why") || document.createElement("p");
    here.id = "why";
    here.className = "notice";
    here.setAttribute("role", "alert");
    here.textContent = (words || main).textContent.trim();
    form.before(here);
    here.scrollIntoView({ block: "center" });
  };

  const replaceBy = (main, title, address) => {
    const before = one("main"), oldTitle = document.title;
    const after = document.adoptNode(main);
    history.replaceState({ view: "form" }, "");
    history.pushState({ view: "answer" }, "", address);
    before.replaceWith(after);
    document.title = title;
    answer();
    scrollTo(0, 0);
    after.focus({ preventScroll: true });
    addEventListener("popstate", (event) => {
      const view = event.state && event.state.view;
      if (view === "form" && after.isConnected) { after.replaceWith(before); document.title = oldTitle; }
      if (view === "answer" && before.isConnected) { before.replaceWith(after); document.title = title; }
    });
  };

  const dropping = (text, file, state) => {
    const root = document.documentElement;
    const wanted = (event) => form.isConnected && event.dataTransfer && [...event.dataTransfer.types].some((type) => type === "Files" || type === "text/plain");
    addEventListener("dragover", (event) => {
      if (!wanted(event)) return;
      event.preventDefault();
      root.classList.add("dropping");
    });
    addEventListener("dragleave", (event) => { if (!event.relatedTarget) root.classList.remove("dropping"); });
    addEventListener("drop", (event) => {
      if (!wanted(event)) return;
      event.preventDefault();
      root.classList.remove("dropping");
      if (event.dataTransfer.files.length) { file.files = event.dataTransfer.files; tell(state.dataset.dropped); }
      else { text.value = event.dataTransfer.getData("text/plain"); }
      one("button[type=submit]", form).focus();
    });
  };

  // The language link in the head of an answer asks the same again instead of leaving it.
  const answer = () => {
    const again = one("form#again"), link = one("a.switch");
    if (again && link) link.addEventListener("click", (event) => { if (again.isConnected) { event.preventDefault(); again.submit(); } });
  };

  // Buttons that print the page: useless without a script, so they are hidden until now.
  const printing = () => {
    for (const button of document.querySelectorAll("[data-print]")) {
      button.hidden = false;
      button.addEventListener("click", () => print());
    }
  };

  if (form) checkForm();
  answer();
  printing();
})();
