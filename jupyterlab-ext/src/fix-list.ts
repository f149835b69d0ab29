import type { Fix } from "@sagemaker-preflight/core";
import { button, element } from "./element.js";
import type { FixChoices, Note } from "./fix-choices.js";
import { keepingFocus } from "./keep-focus.js";

/** More fixes than this wait behind a button. */
const mostAtFirst = 3;

/** What becomes of a choice; the user is told when it was refused. */
export interface FixHandler {
  readonly apply: (choices: FixChoices, fix: Fix) => void;
  /** Opens a list of all that the account has. */
  readonly chooseAnother: (choices: FixChoices) => void;
  /** Writes a comment that keeps the finding quiet. */
  readonly ignore: (choices: FixChoices) => void;
}

export const chooseAnotherLabel = "Choose another of the AWS account…";
export const ignoreLabel = "Ignore here, by a comment";

/** The fixes as buttons, for a tooltip or the panel; grows when the account's lists arrive. */
export function fixList(choices: FixChoices, handler: FixHandler): HTMLElement {
  const node = element("div", "smp-fixes");
  node.setAttribute("aria-live", "polite");
  let isWhole = false;
  const render = () => {
    const { fixes } = choices;
    const shown = isWhole || fixes.length <= mostAtFirst + 1 ? fixes : fixes.slice(0, mostAtFirst);
    node.replaceChildren(
      ...shown.map((fix) => {
        const choice = button("smp-fix", "", () => {
          handler.apply(choices, fix);
        });
        choice.append(...fixLabel(fix));
        return choice;
      }),
      ...(shown.length === fixes.length ? [] : [moreButton(fixes.length - shown.length)]),
      ...(choices.pickable.length === 0
        ? []
        : [
            button("smp-more", chooseAnotherLabel, () => {
              handler.chooseAnother(choices);
            }),
          ]),
      button("smp-more", ignoreLabel, () => {
        handler.ignore(choices);
      }),
      ...(choices.note === undefined ? [] : [noteLine(choices.note)]),
    );
  };
  const moreButton = (count: number) =>
    button("smp-more", `${count} more…`, () => {
      isWhole = true;
      keepingFocus(node, render);
    });
  choices.changed.connect(() => {
    keepingFocus(node, render);
  });
  render();
  return node;
}

/** The title, and a word of warning where the fix replaces what the author wrote or may not work. */
export function fixLabel(fix: Fix): Node[] {
  const title = element("span", "smp-fix-title", fix.title);
  if (fix.safety === "safe") return [title];
  const badge = element("span", "smp-badge", "check first");
  badge.title = "This replaces what you wrote, or is not proved to work";
  return [title, badge];
}

export function noteLine({ kind, text }: Note): HTMLElement {
  const line = element("div", `smp-note smp-note-${kind}`);
  if (kind === "loading") line.append(element("span", "smp-spinner"));
  line.append(element("span", "", text));
  return line;
}
