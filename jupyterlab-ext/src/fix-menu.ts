import type { Finding, Fix } from "@sagemaker-preflight/core";
import { element } from "./element.js";
import { FixChoices } from "./fix-choices.js";
import { chooseAnotherLabel, fixLabel, ignoreLabel, noteLine } from "./fix-list.js";
import type { FixHandler } from "./fix-list.js";
import { severityMark } from "./finding-card.js";
import type { NotebookSession } from "./notebook-session.js";

export interface FixMenuOptions {
  readonly session: NotebookSession;
  readonly findings: readonly Finding[];
  /** The caret, in the window's coordinates. */
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number };
  /** The element that has and keeps the focus: the cell's editor. */
  readonly editor: HTMLElement;
  readonly handler: FixHandler;
}

/** A fix, or what else can be done. */
type Entry = Fix | typeof chooseAnotherLabel | typeof ignoreLabel;

function titleOf(entry: Entry): string {
  return typeof entry === "string" ? entry : entry.title;
}

interface Option {
  readonly node: HTMLElement;
  readonly choices: FixChoices;
  readonly entry: Entry;
}

const listId = "smp-fix-menu";
let open: FixMenu | undefined;

/**
 * Opens a list of fixes at the caret. The editor keeps the focus, so that the cell stays in edit mode; arrows, Home, End,
 * Enter and Escape are taken from it while the menu is open, and any other key closes the menu and is typed.
 */
export function openFixMenu(options: FixMenuOptions): void {
  open?.close();
  open = new FixMenu(options);
}

class FixMenu {
  readonly #node = element("div", "smp-menu");
  readonly #closed = new AbortController();
  readonly #allChoices: readonly FixChoices[];
  #options: Option[] = [];
  #selected = -1;
  #hasMoved = false;

  constructor(private readonly shown: FixMenuOptions) {
    this.#allChoices = FixChoices.ofAll(shown.session, shown.findings);
    this.#node.id = listId;
    this.#node.setAttribute("role", "listbox");
    this.#node.setAttribute("aria-label", "Fixes");
    document.body.append(this.#node);
    shown.editor.setAttribute("aria-controls", listId);
    this.#listen();
    this.#render();
  }

  readonly close = (): void => {
    if (open === this) open = undefined;
    const { editor } = this.shown;
    this.#node.remove();
    this.#closed.abort();
    editor.removeAttribute("aria-activedescendant");
    editor.removeAttribute("aria-controls");
    for (const choices of this.#allChoices) choices.changed.disconnect(this.#render);
  };

  #listen(): void {
    const { signal } = this.#closed;
    const first = { capture: true, signal };
    window.addEventListener("keydown", this.#onKey, first);
    window.addEventListener("mousedown", this.#onMouseDown, first);
    window.addEventListener("wheel", this.#onWheel, first);
    this.shown.editor.addEventListener("blur", this.close, { signal });
    for (const choices of this.#allChoices) choices.changed.connect(this.#render);
  }

  readonly #render = (): void => {
    // What came first while the fixes were looked up is not what somebody chose
    const chosen = this.#hasMoved ? this.#options[this.#selected] : undefined;
    const before = chosen && titleOf(chosen.entry);
    this.#options = [];
    this.#node.replaceChildren(...this.#allChoices.map((choices) => this.#group(choices)));
    const isChosen = ({ entry }: Option) =>
      before === undefined ? typeof entry === "object" : titleOf(entry) === before;
    this.#select(this.#options.findIndex(isChosen));
    place(this.#node, this.shown.at);
  };

  /** A finding, and what can be done about it. */
  #group(choices: FixChoices): HTMLElement {
    const { finding, fixes, pickable, note } = choices;
    const heading = element("div", "smp-menu-heading", severityMark(finding), finding.message);
    const entries: readonly Entry[] = [
      ...fixes,
      ...(pickable.length === 0 ? [] : ([chooseAnotherLabel] as const)),
      ignoreLabel,
    ];
    const group = element(
      "div",
      "smp-menu-group",
      heading,
      ...entries.map((entry) => this.#option(choices, entry)),
      ...(note === undefined ? [] : [noteLine(note)]),
    );
    group.setAttribute("role", "group");
    heading.id = `${listId}-of-${this.#allChoices.indexOf(choices)}`;
    group.setAttribute("aria-labelledby", heading.id);
    return group;
  }

  #option(choices: FixChoices, entry: Entry): HTMLElement {
    const node = element("div", "smp-option", ...(typeof entry === "string" ? [entry] : fixLabel(entry)));
    const index = this.#options.push({ node, choices, entry }) - 1;
    node.id = `${listId}-${index}`;
    node.setAttribute("role", "option");
    node.addEventListener("mousemove", () => {
      if (index !== this.#selected) this.#moveTo(index);
    });
    node.addEventListener("click", () => {
      this.#choose(index);
    });
    return node;
  }

  /** @param index -1: none, where Enter would do something that mends nothing. */
  #select(index: number): void {
    const { editor } = this.shown;
    this.#selected = Math.min(index, this.#options.length - 1);
    this.#options.forEach(({ node }, place) => {
      node.setAttribute("aria-selected", String(place === this.#selected));
    });
    const node = this.#options[this.#selected]?.node;
    node?.scrollIntoView({ block: "nearest" });
    if (node === undefined) editor.removeAttribute("aria-activedescendant");
    else editor.setAttribute("aria-activedescendant", node.id);
  }

  #moveTo(index: number): void {
    this.#hasMoved = true;
    this.#select(index);
  }

  /** @param index -1: who presses Enter at once means a fix, which may still be to come. */
  #choose(index: number): void {
    const { handler } = this.shown;
    const option = this.#options[index];
    if (option === undefined) return;
    this.close();
    if (option.entry === chooseAnotherLabel) handler.chooseAnother(option.choices);
    else if (option.entry === ignoreLabel) handler.ignore(option.choices);
    else handler.apply(option.choices, option.entry);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (isPlain && this.#press(event.key)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else this.close();
  };

  /** Whether the key is one of the menu's. */
  #press(key: string): boolean {
    const count = Math.max(1, this.#options.length);
    if (key === "ArrowDown") this.#moveTo((this.#selected + 1) % count);
    else if (key === "ArrowUp") this.#moveTo((Math.max(0, this.#selected) + count - 1) % count);
    else if (key === "Home") this.#moveTo(0);
    else if (key === "End") this.#moveTo(count - 1);
    else if (key === "Enter") this.#choose(this.#selected);
    else if (key === "Escape") this.close();
    else return false;
    return true;
  }

  readonly #onMouseDown = (event: MouseEvent): void => {
    if (this.#isOutside(event)) this.close();
    else event.preventDefault(); // the editor keeps the focus
  };

  readonly #onWheel = (event: WheelEvent): void => {
    if (this.#isOutside(event)) this.close();
  };

  #isOutside({ target }: Event): boolean {
    return !(target instanceof Node) || !this.#node.contains(target);
  }
}

/** Below the caret, or above it where there is more room; never outside the window. */
function place(menu: HTMLElement, at: FixMenuOptions["at"]): void {
  const margin = 8;
  const below = window.innerHeight - at.bottom - margin;
  const above = at.top - margin;
  const isBelow = menu.scrollHeight <= below || below >= above;
  menu.style.maxHeight = `${Math.max(80, Math.min(360, isBelow ? below : above))}px`;
  menu.style.left = `${Math.max(margin, Math.min(at.left, window.innerWidth - menu.offsetWidth - margin))}px`;
  menu.style.top = isBelow ? `${at.bottom + 2}px` : `${Math.max(margin, at.top - menu.offsetHeight - 2)}px`;
}
