// A text to read, and a button that copies it.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".copy-field") ?? build(parentElement);
  const [label, field, button] = root.children;
  label.textContent = data.label;
  field.value = data.text;
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select(); // no clipboard without https: the old way, which still works everywhere
      document.execCommand("copy");
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy the text"; }, 2500);
  };
}

function build(parent) {
  const id = `copy-${Math.random().toString(36).slice(2)}`;
  const root = Object.assign(document.createElement("div"), { className: "copy-field" });
  const label = Object.assign(document.createElement("label"), { htmlFor: id });
  const field = Object.assign(document.createElement("textarea"), { id, readOnly: true });
  const button = Object.assign(document.createElement("button"), { type: "button" });
  button.textContent = "Copy the text";
  button.setAttribute("aria-live", "polite");
  root.append(label, field, button);
  parent.append(root);
  return root;
}
