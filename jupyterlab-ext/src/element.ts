/**
 * An element with a class and children. Text, which may come from AWS or from the notebook, only ever becomes a text
 * node; there is no way to pass HTML.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  if (className !== "") node.className = className;
  node.append(...children);
  return node;
}

/** A button that keeps the focus where it is when it is pressed by mouse, so that the caret stays in the cell. */
export function button(className: string, label: string, press: () => void): HTMLButtonElement {
  const node = element("button", className, label);
  node.type = "button";
  node.addEventListener("mousedown", (event) => {
    event.preventDefault();
  });
  node.addEventListener("click", (event) => {
    event.stopPropagation();
    press();
  });
  return node;
}

/** A link to a document, opened beside JupyterLab; anything but https stays plain text. */
export function documentLink(label: string, url: string): HTMLElement {
  if (!url.startsWith("https://")) return element("span", "", label);
  const link = element("a", "smp-link", label);
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}
