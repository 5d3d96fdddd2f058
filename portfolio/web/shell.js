// Mends what Streamlit cannot be told: its English words, and names and roles that readers of the screen need.
// It changes only text and attributes, never elements, so React does not notice. Written against Streamlit 1.67.
"use strict";

function mend({ locale, words }) {
  const ATTRIBUTES = ["aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "title", "placeholder", "alt"];
  const SIGNS = ["data-test-script-state", "aria-selected"];
  const AUTHORED = [
    "stMarkdownContainer", "stHtml", "stText", "stCode", "stHeading", "stJson", "stCaptionContainer",
  ].map((name) => `[data-testid=${name}]`).join() + ",[role=option],pre,code,textarea,script,style";
  const STREAMLITS = [
    "stTooltipContent", "stTooltipErrorContent", "stElementToolbar", "stFileUploader", "stMainMenuList",
    "stWidgetLabelRequired", "stDataFrameColumnMenu",
  ].map((name) => `[data-testid=${name}]`).join();
  const IN_CALENDAR = "[role=application],[data-testid=stDateInputCalendar],[data-testid=stDateInput],[data-testid=stDateTimeInput]";
  const OPEN_ENDED = /^\{(date|label)\}/;

  const exact = new Map(Object.entries(words).filter(([english]) => !english.includes("{")));
  const patterns = Object.entries(words)
    .filter(([english]) => english.includes("{"))
    .map(([english, ours]) => ({ english, ours, shape: shapeOf(english), anywhere: !OPEN_ENDED.test(english) }));

  speakAs(locale);
  offerNoScreencast();
  keepThemeAcrossPages();
  document.addEventListener("click", stayInTheTab, true);
  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start);

  function start() {
    const seen = { subtree: true, childList: true, characterData: true, attributes: true };
    const watched = [...ATTRIBUTES, ...SIGNS, "role", "aria-labelledby"];
    new MutationObserver(look).observe(document.body, { ...seen, attributeFilter: watched });
    window.addEventListener("resize", nameSoon);
    document.addEventListener("click", nameSoon);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", nameSoon);
    announceTitles();
    walk(document.body);
  }

  function look(changes) {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === "characterData") translateText(target);
      else if (type === "attributes") mendElement(target, attributeName);
      else addedNodes.forEach(walk);
    }
    nameSoon();
  }

  function walk(node) {
    if (node.nodeType === Node.TEXT_NODE) return translateText(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return undefined;
    mendElement(node);
    const tree = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (tree.nextNode()) {
      if (tree.currentNode.nodeType === Node.TEXT_NODE) translateText(tree.currentNode);
      else mendElement(tree.currentNode);
    }
    return undefined;
  }

  // --- words ---------------------------------------------------------------------------------------------

  function translateText(node) {
    const text = node.nodeValue;
    const parent = node.parentElement;
    if (!parent || text.length > 300 || !/[A-Za-z]/.test(text) || parent.closest("[translate=no]")) return;
    const core = text.trim().replace(/^: /, "");
    const authored = parent.closest(AUTHORED) && !parent.closest(STREAMLITS);
    const ours = authored ? (core.includes(" ") ? exact.get(core) : undefined) : said(core, parent);
    if (ours !== undefined && ours !== core) node.nodeValue = text.replace(core, () => ours);
  }

  function translateAttribute(element, name) {
    const text = element.getAttribute(name);
    if (!text || text.length > 300) return;
    const ours = said(text, element);
    if (ours !== undefined && ours !== text) element.setAttribute(name, ours);
  }

  function said(text, element) {
    return exact.get(text) ?? saidOfPattern(text, element) ?? saidOfStart(text);
  }

  function saidOfPattern(text, element) {
    for (const { ours, shape, anywhere, english } of patterns) {
      const found = shape.exec(text);
      if (found && (anywhere || isWhere(english, element))) return filled(ours, found.groups);
    }
    return undefined;
  }

  function saidOfStart(text) {
    const found = /^([^,:]+)([,:] )(.+)$/s.exec(text);
    const ours = found ? exact.get(found[1]) : undefined;
    return ours === undefined ? undefined : `${ours}${found[2]}${found[3]}`;
  }

  function isWhere(english, element) {
    return english.startsWith("{date}") || english.endsWith("date")
      ? Boolean(element.closest(IN_CALENDAR))
      : element.getAttribute("role") === "slider" || element.matches("input[type=range]");
  }

  function filled(text, parts) {
    const spaced = (part) => part.replace(/^([\d.,]+)([kKMG]?B)$/, "$1\u00a0$2");
    return text.replace(/\{(\w+)\}/g, (_, name) => spaced(parts[name] ?? ""));
  }

  function shapeOf(english) {
    const source = english.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{(\w+)\}/g, "(?<$1>.+?)");
    return new RegExp(`^${source}$`, "s");
  }

  function own(text, parts = {}) {
    return filled(words[text] ?? text, parts);
  }

  // --- names and roles -----------------------------------------------------------------------------------

  function mendElement(element, only) {
    if (SIGNS.includes(only)) return;
    for (const name of ATTRIBUTES) if (element.hasAttribute(name)) translateAttribute(element, name);
    if (element.matches(".gdg-input")) nameCellEditor(element);
    if (element.matches("[role=application] button[aria-haspopup=listbox]")) nameCalendarChoice(element);
    if (element.matches("[data-testid=stFileUploaderDropzone][role=presentation]")) set(element, "role", "group");
    if (element.matches("[role=application] header")) set(element, "role", "presentation");
    if (element.matches("[role=menu] button:not([role])")) set(element, "role", "menuitem");
    if (element.matches("[data-testid=stToast]")) set(element, "aria-label", own("Message"));
    if (element.matches("[role=graphics-document][aria-label] > svg > g")) set(element, "aria-hidden", "true");
  }

  function nameCellEditor(input) {
    const cell = document.querySelector("[data-testid=data-grid-canvas] td[aria-selected=true]");
    const column = cell && cell.closest("table").querySelector(
      `th[role=columnheader][aria-colindex="${cell.getAttribute("aria-colindex")}"]`,
    );
    const name = column?.textContent.trim();
    set(input, "aria-label", name ? own("Edit {column}", { column: name }) : own("Edit the cell"));
  }

  function nameCalendarChoice(button) {
    const shown = button.textContent.trim();
    const kind = /^\d+$/.test(shown) ? "year" : "month";
    const name = `${shown} ${exact.get(kind) ?? kind}`;
    if (button.hasAttribute("aria-labelledby")) button.removeAttribute("aria-labelledby");
    set(button, "aria-label", name);
  }

  // Sections stand between the list and its items, so it is no list: make each section a named group.
  function nameNavigationGroup(header) {
    const group = header.parentElement;
    set(header, "role", "presentation");
    set(group, "role", "group");
    set(group, "aria-label", header.querySelector("p")?.textContent ?? "");
    if (group.closest("ul")) set(group.closest("ul"), "role", "presentation");
    group.querySelectorAll("li").forEach((item) => set(item, "role", "presentation"));
  }

  // To ask how wide a table is makes the browser lay out the page: it waits until nothing more comes for a while.
  const QUIET = 120;
  let waiting = 0;
  function nameSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(() => (window.requestIdleCallback ?? setTimeout)(mendTogether), QUIET);
  }

  function mendTogether() {
    document.querySelectorAll("[data-testid=stNavSectionHeader]").forEach(nameNavigationGroup);
    document.querySelectorAll(".gdg-input").forEach(nameCellEditor);
    nameWideTables();
    tellScheme();
  }

  function nameWideTables() {
    document.querySelectorAll("[data-testid=stHtml] .wide").forEach((frame) => {
      const wide = frame.scrollWidth > frame.clientWidth + 1;
      const name = frame.querySelector("table")?.getAttribute("aria-label") ?? own("Scrollable table");
      const traits = { tabindex: "0", role: "region", "aria-label": name };
      for (const [trait, value] of Object.entries(traits)) {
        if (wide) set(frame, trait, value);
        else if (frame.hasAttribute(trait)) frame.removeAttribute(trait);
      }
    });
  }

  function set(element, name, value) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  // --- the document --------------------------------------------------------------------------------------

  function announceTitles() {
    const speaker = document.createElement("div");
    speaker.className = "shell-announcer";
    speaker.setAttribute("role", "status");
    document.body.append(speaker);
    let last = document.title;
    new MutationObserver(() => {
      if (document.title === last) return;
      last = document.title;
      speaker.textContent = last;
    }).observe(document.head, { subtree: true, childList: true, characterData: true });
  }

  // Dialogs and menus lie outside the element that knows whether the page is light or dark.
  function tellScheme() {
    const app = document.querySelector("[data-testid=stApp]");
    if (app) set(document.documentElement, "data-scheme", getComputedStyle(app).colorScheme);
  }

  // Streamlit opens every written link in a new tab. Links to our own pages stay, and change the page without a
  // reload: Streamlit draws the page anew when it hears that the address has changed.
  function stayInTheTab(event) {
    const link = event.target.closest?.("a[target=_blank]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const to = new URL(link.href, location.href);
    if (to.origin !== location.origin) return;
    event.preventDefault();
    event.stopPropagation();
    if (!/^\/[a-zæøå]*$/.test(to.pathname)) return location.assign(to.href);
    history.pushState({}, "", to.href);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
  }

  // Streamlit remembers light or dark for each address by itself; people choose once.
  function keepThemeAcrossPages() {
    const theirs = `stActiveTheme-${location.pathname}-v2`;
    try {
      const kept = localStorage.getItem("shell-theme");
      if (kept) localStorage.setItem(theirs, kept);
      addEventListener("pagehide", () => localStorage.setItem("shell-theme", localStorage.getItem(theirs) ?? ""));
    } catch {
      // Storage is closed in this browser: each page starts as the machine does.
    }
  }

  // The headers forbid taking pictures of the screen, so the menu should not offer it.
  function offerNoScreencast() {
    if (navigator.mediaDevices) Object.defineProperty(navigator.mediaDevices, "getDisplayMedia", { value: undefined });
  }

  function speakAs(language) {
    Object.defineProperty(Navigator.prototype, "language", { configurable: true, get: () => language });
    Object.defineProperty(Navigator.prototype, "languages", { configurable: true, get: () => [language] });
  }
}
