import { StateEffect, StateField, type Extension } from "@codemirror/state";
import {
  closeHoverTooltips,
  EditorView,
  hoverTooltip,
  showTooltip,
  type Rect,
  type Tooltip,
  type TooltipView,
} from "@codemirror/view";
import { severityNames, type Finding } from "@sagemaker-preflight/core";
import type { SharedCell } from "./checked-notebook.js";
import { element } from "./element.js";
import { findingCard } from "./finding-card.js";
import { FixChoices } from "./fix-choices.js";
import { fixList } from "./fix-list.js";
import type { FixHandler } from "./fix-list.js";
import type { NotebookSession } from "./notebook-session.js";
import { requestCard } from "./request-card.js";
import type { Sessions } from "./sessions.js";

/** Milliseconds that the pointer rests on a finding before its tooltip opens. */
const hoverTime = 350;

/** Shows what is to be said of a place to whoever has gone there by keyboard; null: no longer. */
export const showCards = StateEffect.define<number | null>();

/** The cards of findings, with their fixes, under the pointer and where the keyboard has gone. */
export function findingTooltips(cell: SharedCell, sessions: Sessions, handler: FixHandler): Extension {
  const cardsAt = (text: string, position: number) => tooltipAt(text, position, cell, sessions, handler);
  const shown = StateField.define<Tooltip | null>({
    create: () => null,
    update(before, { effects, docChanged, selection, state }) {
      for (const effect of effects) {
        if (!effect.is(showCards)) continue;
        const tooltip = effect.value === null ? null : cardsAt(state.doc.toString(), effect.value);
        return tooltip === null
          ? null
          : { ...tooltip, create: (view) => spoken(tooltip.create(view), tooltip.findings) };
      }
      return docChanged || selection !== undefined ? null : before;
    },
    provide: (field) => showTooltip.from(field),
  });
  return [
    hoverTooltip((view, position) => cardsAt(view.state.doc.toString(), position), {
      hideOnChange: true,
      hoverTime,
    }),
    shown,
    EditorView.domEventHandlers({
      blur: (_, view) => {
        if (view.state.field(shown) !== null) view.dispatch({ effects: showCards.of(null) });
      },
      keydown: ({ key }, view) => {
        if (key !== "Escape" || view.state.field(shown) === null) return false;
        view.dispatch({ effects: showCards.of(null) });
        return true;
      },
    }),
  ];
}

/** The findings that a place in the editor is part of, gravest first; none while the text is newer than the check. */
export function findingsAt(
  session: NotebookSession | undefined,
  cell: SharedCell,
  text: string,
  position: number,
): Finding[] {
  const findings = session?.findingsOf(cell, text) ?? [];
  return findings.filter(({ span }) => span.from <= position && position <= span.to);
}

interface CardsTooltip extends Tooltip {
  readonly findings: readonly Finding[];
}

function tooltipAt(
  text: string,
  position: number,
  cell: SharedCell,
  sessions: Sessions,
  handler: FixHandler,
): CardsTooltip | null {
  const session = sessions.of(cell);
  const findings = findingsAt(session, cell, text, position);
  const request = session?.requestNamedAt(cell, text, position);
  const spans = [...findings.map(({ span }) => span), ...(request === undefined ? [] : [request.nameSpan])];
  if (session === undefined || spans.length === 0) return null;
  return {
    findings,
    pos: Math.min(...spans.map(({ from }) => from)),
    end: Math.max(...spans.map(({ to }) => to)),
    above: false,
    create: (view) => {
      const cards = FixChoices.ofAll(session, findings).map((choices) =>
        findingCard(choices.finding, fixList(choices, handler)),
      );
      const dom = element("div", "smp-tooltip", ...cards);
      if (request !== undefined) dom.append(requestCard(request));
      dom.addEventListener("keydown", (event) => {
        if (event.key === "Escape") view.focus();
      });
      return { dom, getCoords: (position) => coordsInView(view, position), ...closedOutOfView(view) };
    },
  };
}

/** Of what begins left of a long line's view: the edge, since CodeMirror shows no card at a place that is scrolled away. */
function coordsInView(view: EditorView, position: number): Rect {
  const at = view.coordsAtPos(position);
  if (at === null) return { left: 0, right: 0, top: -1, bottom: -1 }; // above the window: not shown
  const frame = view.scrollDOM.getBoundingClientRect();
  const x = Math.min(Math.max(at.left, frame.left), frame.right);
  return { left: x, right: x, top: at.top, bottom: at.bottom };
}

/**
 * CodeMirror closes what is under the pointer when the pointer moves on in the editor. One that is scrolled away, or that
 * JupyterLab takes out of the page, never sees that: the cards would stay, out of sight, where Tab and screen readers go.
 */
function closedOutOfView(view: EditorView): Pick<TooltipView, "mount" | "destroy"> {
  const observer = new IntersectionObserver((entries) => {
    if (entries.at(-1)?.isIntersecting === false) view.dispatch({ effects: closeHoverTooltips });
  });
  return {
    mount: () => {
      observer.observe(view.dom);
    },
    destroy: () => {
      observer.disconnect();
    },
  };
}

/** Read out by a screen reader, which the focus alone does not lead to the cards: what is wrong, not all that is known of it. */
function spoken(view: TooltipView, findings: readonly Finding[]): TooltipView {
  const alert = element(
    "div",
    "smp-spoken",
    findings.map(({ severity, message }) => `${severityNames[severity]}: ${message}.`).join(" "),
  );
  alert.setAttribute("role", "alert");
  view.dom.prepend(alert);
  return view;
}
