// Watches over the page, because some things only the browser can know:
// - on a new screen it puts the focus on the heading and scrolls to the top;
// - it keeps this tab's number in the address, without a step in the history;
// - if a click was not answered within seconds, or the connection is gone, it says so in a bar and
//   sends everything again until the server answers: a dead connection gives no sign of its own.
// It reads Streamlit's data-test-* attributes, which are no promise: without them it does nothing.
const PATIENCE = 6000; // ms without an answer before the warning
const AGAIN = 4000; // ms between attempts
const WARNING = "Not saved: no answer from the server. Your answers stay on this screen; we keep trying.";

const now = { screen: null, busy: null, sent: 0, count: 0, set: null, unsaved: false, timer: null };

export default function ({ data, setTriggerValue, parentElement }) {
  now.set = setTriggerValue;
  now.unsaved = data.unsaved;
  document.documentElement.lang = data.language;
  keepTab(data.tab);
  if (now.screen !== null && now.screen !== data.screen) whenDrawn(toHeading);
  now.screen = data.screen;
  markCurrent();
  now.timer ??= setInterval(watch, 1000);
  window.onbeforeunload = (event) => {
    if (now.unsaved || bar()) event.preventDefault();
  };
}

const app = () => document.querySelector('[data-testid="stApp"]');
const bar = () => document.querySelector(".keeper-bar");

function keepTab(tab) {
  const address = new URL(location.href);
  if (!tab || !address.searchParams.has("t") || address.searchParams.get("tab") === String(tab)) return;
  address.searchParams.set("tab", tab);
  history.replaceState(history.state, "", address);
}

function markCurrent() {
  const here = location.pathname.split("/").pop();
  for (const link of document.querySelectorAll('[data-testid="stPageLink"] a')) {
    if (new URL(link.href).pathname.split("/").pop() === here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function whenDrawn(act, tries = 40) {
  if (tries && app()?.dataset.testScriptState !== "notRunning") {
    setTimeout(() => whenDrawn(act, tries - 1), 25);
  } else requestAnimationFrame(act);
}

function toHeading() {
  const sidebar = document.querySelector('[data-testid="stSidebar"][aria-expanded="true"]');
  if (innerWidth < 768) sidebar?.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  const heading = document.querySelector('[data-testid="stMain"] h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

function watch() {
  const shown = app()?.dataset;
  if (!shown?.testScriptState) return;
  const cut = !navigator.onLine || (shown.testConnectionState ?? "CONNECTED") !== "CONNECTED";
  const waits = cut || shown.testScriptState !== "notRunning";
  const time = Date.now();
  if (!waits) {
    now.busy = null;
    bar()?.remove();
    return;
  }
  now.busy ??= time;
  if (time - now.busy < PATIENCE) return;
  if (!bar()) {
    const warning = document.createElement("div");
    warning.className = "keeper-bar";
    warning.setAttribute("role", "alert");
    document.body.append(warning);
    warning.textContent = WARNING;
  }
  if (time - now.sent > AGAIN) {
    now.sent = time;
    now.set?.("again", ++now.count); // a rerun: Streamlit sends the values of all widgets with it
  }
}
