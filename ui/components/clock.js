// Counts on from the seconds that the server says have gone; a reload asks the server again.
const now = { timer: null };

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".clock") ?? build(parentElement);
  const [time, part] = root.children;
  const began = performance.now() - 1000 * data.gone;
  clearInterval(now.timer);
  const show = () => {
    const seconds = Math.floor((performance.now() - began) / 1000);
    const minutes = Math.floor(seconds / 60);
    time.textContent = `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
    const running = data.parts.find((each) => seconds < 60 * each.end);
    const said = running ? `${running.title}, until minute ${running.end}` : `${data.minutes} minutes are over`;
    if (part.textContent !== said) part.textContent = said; // said aloud only when the part changes
  };
  show();
  now.timer = setInterval(show, 500);
  return () => clearInterval(now.timer);
}

function build(parent) {
  const root = Object.assign(document.createElement("p"), { className: "clock" });
  const time = Object.assign(document.createElement("b"), { role: "timer" });
  time.setAttribute("aria-label", "Time gone");
  const part = document.createElement("span");
  part.setAttribute("role", "status");
  root.append(time, part);
  parent.append(root);
  return root;
}
