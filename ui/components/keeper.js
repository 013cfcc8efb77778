// Watches over the page, because some things only the browser can know:
// - on a new screen it puts the focus on the heading and scrolls to the top;
// - it keeps this tab's number in the address, without a step in the history;
// - if something changed on screen and no run of the script was finished for it within seconds, it
//   asks the server again with all values; without an answer it says so in a bar until there is one.
//   A connection that died in silence gives no other sign, and Streamlit does not send again;
// - it names boxes as their labels read: Streamlit takes the name from the label's Markdown, so that
//   “New-market launch” would be spoken with the backslash that keeps it literal.
// It reads Streamlit's data-test* attributes, which are no promise: without them it does less.
const ASK = 3000; // ms without an answer before asking again, and between asking
const WARN = 6000; // ms without an answer before the bar
const WARNING = "Not saved: no answer from the server. Your answers stay on this screen; we keep trying.";

const now = {
  screen: null, turn: null, told: null, ask: null, go: null, unsaved: false, timer: null,
  changes: 0, answers: 0, since: 0, asked: 0, count: 0, cut: 0, shown: "",
};
const find = (selector, within = document) => within.querySelector(selector);
const main = () => find('[data-testid="stMain"]');
const app = () => find('[data-testid="stApp"]')?.dataset ?? {};
const bar = () => find(".keeper-bar");

export default function ({ data, setTriggerValue }) {
  now.ask = () => setTriggerValue("again", (now.count += 1));
  now.go = (page) => setTriggerValue("go", page);
  now.unsaved = data.unsaved;
  document.documentElement.lang = data.language;
  keepTab(data.tab);
  if (now.screen !== null && now.screen !== data.screen) whenDrawn(toHeading);
  now.screen = data.screen;
  whenDrawn(nameBoxes);
  if (now.told !== data.turn) heard(now.told = data.turn);
  whenDrawn(listen);
  if (now.timer) return;
  now.timer = setInterval(watch, 500);
  for (const kind of ["click", "keyup", "focusout"]) {
    document.addEventListener(kind, (event) => setTimeout(() => look(event), 60), true);
  }
  document.addEventListener("click", follow, true);
  document.addEventListener("click", alongside, true);
  document.addEventListener("keydown", goOn, true);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => setTimeout(() => now.ask(), 100)); // charts are drawn anew
  addEventListener("beforeunload", (event) => {
    if (now.unsaved || bar()) event.preventDefault();
  });
}

function keepTab(tab) {
  const address = new URL(location.href);
  const named = ["t", "s"].some((name) => address.searchParams.has(name));
  if (!tab || !named || address.searchParams.get("tab") === String(tab)) return;
  address.searchParams.set("tab", tab);
  history.replaceState(history.state, "", address);
}

// A link to a part: the server is asked to go there, and saves what is on this screen first.
function follow(event) {
  const link = event.target.closest?.("a[data-page]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (bar() || !now.go) return; // no answer from the server: loading the page is the better chance
  event.preventDefault();
  const share = link.dataset.share;
  now.go(share ? `${link.dataset.page}:${share}` : link.dataset.page);
}

// The focus goes with the sidebar: into it when somebody opens it, back to its button when it closes.
function alongside(event) {
  const on = (button) => event.isTrusted && event.target.closest?.(`[data-testid="${button}"]`);
  const next = on("stExpandSidebarButton") ? '[data-testid="stSidebar"] a'
    : on("stSidebarCollapseButton") ? '[data-testid="stExpandSidebarButton"]' : null;
  if (next) focusOn(next);
}

function focusOn(wanted, tries = 40) {
  find(wanted)?.focus(); // in vain while it is still out of sight
  if (tries && document.activeElement !== find(wanted)) setTimeout(() => focusOn(wanted, tries - 1), 50);
}

// Ctrl+Enter goes on from inside a field too, where Streamlit's own shortcut does nothing.
function goOn(event) {
  if (event.key !== "Enter" || !event.ctrlKey || !event.target.matches?.("input, textarea")) return;
  const next = find(".st-key-next button");
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  event.target.blur(); // leaving a text is what saves it
  setTimeout(() => next.click(), 50);
}

function whenDrawn(act, tries = 40) {
  if (tries && app().testScriptState !== "notRunning") setTimeout(() => whenDrawn(act, tries - 1), 25);
  else requestAnimationFrame(act);
}

function toHeading() {
  const sidebar = find('[data-testid="stSidebar"][data-collapsed="false"]');
  if (sidebar && innerWidth < 768) find('[data-testid="stSidebarCollapseButton"] button', sidebar)?.click();
  main()?.scrollTo(0, 0);
  const heading = main() && find("h1", main());
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

function nameBoxes() {
  for (const box of main()?.querySelectorAll('[aria-label*="\\\\"]') ?? []) {
    const label = box.closest('[data-testid="stElementContainer"]')?.querySelector("label");
    if (label?.innerText) box.setAttribute("aria-label", label.innerText.trim());
  }
}

// What the inputs hold; a field that is being typed in counts when it is left, as it does for Streamlit.
function onScreen() {
  const inputs = main()?.querySelectorAll("input:not([readonly]), textarea") ?? [];
  return [...inputs].map((input) => {
    if (input === document.activeElement && /^(text|number)/.test(input.type)) return "…";
    return input.type === "radio" || input.type === "checkbox" ? Number(input.checked) : input.value;
  }).join("|");
}

function same(shown) {
  const [old, fresh] = [now.shown.split("|"), shown.split("|")];
  return old.length === fresh.length && fresh.every((one, i) => one === old[i] || one === "…");
}

function look(event) {
  const shown = onScreen();
  const button = event.type === "click" && event.target.closest?.('button[data-testid^="stBaseButton"]');
  const touched = main()?.contains(event.target) && !same(shown);
  if (!touched && !(button && main()?.contains(button))) return;
  now.changes += 1;
  now.since = Date.now();
  now.shown = shown.includes("…") ? merged(shown) : shown;
}

function merged(shown) {
  const old = now.shown.split("|");
  return shown.split("|").map((one, i) => (one === "…" ? old[i] : one)).join("|");
}

// A question that is drawn by itself leaves this component as it is; the line “Saved …” then says
// in which turn of the server it was drawn.
function listen() {
  const line = find(".st-key-bar");
  if (!line || line === now.line) return;
  now.line = line;
  const read = () => heard(Number(find(".saved[data-turn]", line)?.dataset.turn ?? now.turn));
  new MutationObserver(read).observe(line, { subtree: true, childList: true, attributes: true });
}

function heard(turn) {
  if (turn === now.turn) return;
  now.turn = turn;
  answered();
}

function answered() {
  now.answers += 1;
  if (now.answers < now.changes && now.asked < now.since) return;
  Object.assign(now, { changes: 0, answers: 0, since: 0, asked: 0 });
  const shown = onScreen();
  now.shown = shown.includes("…") && now.shown ? merged(shown) : shown;
}

function watch() {
  const time = Date.now();
  const state = app();
  const cut = !navigator.onLine || (state.testConnectionState ?? "CONNECTED") !== "CONNECTED";
  if (now.cut && !cut) now.ask?.(); // connected again, perhaps to a server that knows nothing of us
  now.cut = cut ? now.cut || time : 0;
  const waiting = Math.max(now.since && time - now.since, now.cut && time - now.cut);
  if (!waiting) bar()?.remove();
  if (now.since && waiting > ASK && time - now.asked > ASK) {
    now.asked = time;
    now.ask?.(); // a run of the script: Streamlit sends the values of all widgets with it
  }
  if (waiting < WARN || bar()) return;
  const warning = document.createElement("div");
  warning.className = "keeper-bar";
  warning.setAttribute("role", "alert");
  document.body.append(warning);
  warning.textContent = WARNING;
}
