// A read-only field with a link and a button that copies it. The link is made in the browser,
// because only the browser knows for sure by which address it reached this site.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".copy-field") ?? build(parentElement);
  const [label, field, button] = root.children;
  const parts = location.pathname.split("/").filter(Boolean);
  if (data.pages.includes(parts.at(-1))) parts.pop();
  field.value = [location.origin, ...parts, data.path].join("/");
  label.firstChild.data = data.label;
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select(); // no clipboard without https: the old way, which still works everywhere
      document.execCommand("copy");
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy link"; }, 2500);
  };
}

function build(parent) {
  const id = `copy-${Math.random().toString(36).slice(2)}`;
  const root = document.createElement("div");
  root.className = "copy-field";
  const label = Object.assign(document.createElement("label"), { htmlFor: id });
  label.append("");
  const field = Object.assign(document.createElement("input"), { id, readOnly: true });
  field.onfocus = () => field.select();
  const button = Object.assign(document.createElement("button"), { type: "button" });
  button.textContent = "Copy link";
  button.setAttribute("aria-live", "polite");
  root.append(label, field, button);
  parent.append(root);
  return root;
}
