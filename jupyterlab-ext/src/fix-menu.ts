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

let openMenu: (() => void) | undefined;
const listId = "smp-fix-menu";

/**
 * A list of fixes at the caret. The editor keeps the focus, so that the cell stays in edit mode; arrows, Home, End,
 * Enter and Escape are taken from it while the menu is open, and any other key closes the menu and is typed.
 */
export function openFixMenu({ session, findings, at, editor, handler }: FixMenuOptions): void {
  openMenu?.();
  const menu = element("div", "smp-menu");
  menu.id = listId;
  menu.setAttribute("role", "listbox");
  menu.setAttribute("aria-label", "Fixes");
  const allChoices = FixChoices.ofAll(session, findings);
  let options: { readonly node: HTMLElement; readonly choices: FixChoices; readonly fix: Entry }[] = [];
  let selected = -1;
  let hasMoved = false;

  /** @param index -1: none, where Enter would do something that mends nothing. */
  const select = (index: number) => {
    selected = Math.min(index, options.length - 1);
    options.forEach(({ node }, place) => {
      node.setAttribute("aria-selected", String(place === selected));
    });
    const node = options[selected]?.node;
    node?.scrollIntoView({ block: "nearest" });
    if (node === undefined) editor.removeAttribute("aria-activedescendant");
    else editor.setAttribute("aria-activedescendant", node.id);
  };

  const moveTo = (index: number) => {
    hasMoved = true;
    select(index);
  };

  const close = () => {
    openMenu = undefined;
    menu.remove();
    editor.removeAttribute("aria-activedescendant");
    editor.removeAttribute("aria-controls");
    window.removeEventListener("keydown", onKey, true);
    window.removeEventListener("mousedown", onMouseDown, true);
    window.removeEventListener("wheel", onWheel, true);
    editor.removeEventListener("blur", close);
    for (const choices of allChoices) choices.changed.disconnect(render);
  };

  const choose = (option: (typeof options)[number] | undefined) => {
    if (option === undefined) return;
    close();
    if (option.fix === chooseAnotherLabel) handler.chooseAnother(option.choices);
    else if (option.fix === ignoreLabel) handler.ignore(option.choices);
    else handler.apply(option.choices, option.fix);
  };

  const render = () => {
    // What came first while the fixes were looked up is not what somebody chose
    const chosen = hasMoved ? options[selected] : undefined;
    const before = chosen && titleOf(chosen.fix);
    options = [];
    menu.replaceChildren(
      ...allChoices.map((choices) => {
        const group = element("div", "smp-menu-group");
        group.setAttribute("role", "group");
        const heading = element(
          "div",
          "smp-menu-heading",
          severityMark(choices.finding),
          choices.finding.message,
        );
        group.append(heading);
        const entries: readonly Entry[] = [
          ...choices.fixes,
          ...(choices.pickable.length === 0 ? [] : ([chooseAnotherLabel] as const)),
          ignoreLabel,
        ];
        for (const fix of entries) {
          const node = element("div", "smp-option", ...(typeof fix === "string" ? [fix] : fixLabel(fix)));
          node.id = `${listId}-${options.length}`;
          node.setAttribute("role", "option");
          const index = options.push({ node, choices, fix }) - 1;
          node.addEventListener("mousemove", () => {
            if (index !== selected) moveTo(index);
          });
          node.addEventListener("click", () => {
            choose(options[index]);
          });
          group.append(node);
        }
        if (choices.note !== undefined) group.append(noteLine(choices.note));
        return group;
      }),
    );
    const isChosen = ({ fix }: (typeof options)[number]) =>
      before === undefined ? typeof fix === "object" : titleOf(fix) === before;
    select(options.findIndex(isChosen));
    place(menu, at);
  };

  const onKey = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => {
        moveTo((selected + 1) % Math.max(1, options.length));
      },
      ArrowUp: () => {
        moveTo((Math.max(0, selected) + options.length - 1) % Math.max(1, options.length));
      },
      Home: () => {
        moveTo(0);
      },
      End: () => {
        moveTo(options.length - 1);
      },
      Enter: () => {
        choose(options[selected]); // none: who presses it at once means a fix, which may still be to come
      },
      Escape: close,
    };
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    const move = event.ctrlKey || event.altKey || event.metaKey ? undefined : moves[event.key];
    if (move === undefined) {
      close();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    move();
  };
  const onMouseDown = (event: MouseEvent) => {
    if (!(event.target instanceof Node) || !menu.contains(event.target)) close();
    else event.preventDefault(); // the editor keeps the focus
  };
  const onWheel = (event: WheelEvent) => {
    if (!(event.target instanceof Node) || !menu.contains(event.target)) close();
  };

  document.body.append(menu);
  editor.setAttribute("aria-controls", listId);
  window.addEventListener("keydown", onKey, true);
  window.addEventListener("mousedown", onMouseDown, true);
  window.addEventListener("wheel", onWheel, true);
  editor.addEventListener("blur", close);
  for (const choices of allChoices) choices.changed.connect(render);
  openMenu = close;
  render();
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
