/**
 * Rebuilds what is in a node. Whoever was on a control of it stays on the one with the same words, or on the one that has
 * come to its place: else the focus would fall back to the page.
 */
export function keepingFocus(node: HTMLElement, rebuild: () => void): void {
  const before = controlsOf(node);
  const index = before.findIndex((control) => control === document.activeElement);
  const same = before.slice(0, index).filter(({ textContent }) => textContent === before[index]?.textContent);
  const words = before[index]?.textContent;
  rebuild();
  if (index < 0) return;
  const after = controlsOf(node);
  const named = after.filter(({ textContent }) => textContent === words);
  (named[same.length] ?? after[Math.min(index, after.length - 1)])?.focus({ preventScroll: true });
}

function controlsOf(node: HTMLElement): HTMLElement[] {
  return [...node.querySelectorAll<HTMLElement>("button, a[href]")];
}
