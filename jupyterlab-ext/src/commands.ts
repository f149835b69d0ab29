import type { CommandRegistry } from "@lumino/commands";
import { requestAt } from "@sagemaker-preflight/core";
import { viewOf } from "./editor-view.js";
import { findingsAt, showCards } from "./finding-tooltips.js";
import type { Account } from "./account.js";
import type { CheckedView } from "./checked-view.js";
import { openFixMenu } from "./fix-menu.js";
import { neighbour } from "./navigation.js";
import type { NotebookActions } from "./notebook-actions.js";
import { say } from "./notices.js";
import type { Sessions } from "./sessions.js";
import { planeIcon } from "./icon.js";

export const commandIds = {
  quickFix: "sagemaker-preflight:quick-fix",
  fixAll: "sagemaker-preflight:fix-all",
  nextProblem: "sagemaker-preflight:next-problem",
  previousProblem: "sagemaker-preflight:previous-problem",
  choose: "sagemaker-preflight:choose-resource",
  showPanel: "sagemaker-preflight:show-findings",
  refresh: "sagemaker-preflight:refresh",
  chooseProfile: "sagemaker-preflight:choose-profile",
  chooseRegion: "sagemaker-preflight:choose-region",
} as const;

export interface CommandContext {
  readonly account: Account;
  readonly sessions: Sessions;
  readonly actions: NotebookActions;
  readonly showPanel: () => void;
  /** What JupyterLab has in front is that view: what it does to a text must be seen. */
  readonly isInFront: (view: CheckedView) => boolean;
  readonly bringToFront: (view: CheckedView) => void;
  /** Offers the AWS profiles of the Jupyter server. */
  readonly chooseProfile: () => Promise<void>;
  /** Asks for the region that applies where a notebook names none. */
  readonly chooseRegion: () => Promise<void>;
}

export function addCommands(commands: CommandRegistry, context: CommandContext): void {
  const { account, sessions, actions, showPanel } = context;
  const isKnown = () => sessions.current !== undefined;
  const isEnabled = () => sessions.current !== undefined && context.isInFront(sessions.current.view);
  commands.addCommand(commandIds.quickFix, {
    label: "Fix SageMaker Problem at the Cursor…",
    isEnabled,
    execute: () => {
      quickFix(context);
    },
  });
  commands.addCommand(commandIds.fixAll, {
    label: "Apply All Safe SageMaker Fixes",
    isEnabled,
    execute: async () => {
      if (sessions.current !== undefined) await actions.fixAll(sessions.current.session);
    },
  });
  for (const [id, direction, label] of [
    [commandIds.nextProblem, "next", "Go to Next SageMaker Problem"],
    [commandIds.previousProblem, "previous", "Go to Previous SageMaker Problem"],
  ] as const) {
    commands.addCommand(id, {
      label,
      isEnabled: isKnown,
      execute: async () => {
        const { current } = sessions;
        if (current === undefined) return;
        context.bringToFront(current.view);
        const finding = neighbour(current.view, current.session, direction);
        const cell = current.session.cellAt(finding?.span.cell ?? -1);
        if (finding === undefined || cell === undefined)
          say(`There are no SageMaker problems in this ${current.view.what}.`);
        else await current.view.reveal(cell.getId(), finding.span, { withCards: true });
      },
    });
  }
  commands.addCommand(commandIds.choose, {
    label: "Choose Network, Keys or Role of the SageMaker Job at the Cursor…",
    isEnabled,
    execute: () => {
      choose(context);
    },
  });
  commands.addCommand(commandIds.showPanel, {
    label: "Show SageMaker Findings",
    icon: planeIcon,
    execute: showPanel,
  });
  commands.addCommand(commandIds.refresh, {
    label: "Ask AWS Again About SageMaker Findings",
    execute: () => account.refresh(),
  });
  commands.addCommand(commandIds.chooseProfile, {
    label: "Choose AWS Profile for SageMaker Findings…",
    execute: () => {
      void context.chooseProfile();
    },
  });
  commands.addCommand(commandIds.chooseRegion, {
    label: "Choose AWS Region for SageMaker Findings…",
    execute: () => {
      void context.chooseRegion();
    },
  });
}

/** The job that the caret is in. */
function choose({ sessions, actions }: CommandContext): void {
  const { current } = sessions;
  const active = current?.view.active;
  const now = current?.session.current();
  const index = now?.checked.cells.findIndex((one) => one.cell === active?.cell) ?? -1;
  const editor = active?.editor;
  const offset = editor ? editor.getOffsetAt(editor.getCursorPosition()) : 0;
  const request = now && requestAt(now.checked.report, { cell: index, offset });
  if (current === undefined || request === undefined) say("Put the cursor into a SageMaker job first.");
  else void actions.pick(current.session, request);
}

/** The findings at the caret, or else of its line. */
function quickFix({ sessions, actions }: CommandContext): void {
  const { current } = sessions;
  const active = current?.view.active;
  if (current === undefined || !active?.editor) return;
  current.session.current(); // what was typed just now is checked now
  const view = viewOf(active.editor);
  const caret = view.state.selection.main.head;
  const text = view.state.doc.toString();
  const line = view.state.doc.lineAt(caret);
  const exact = findingsAt(current.session, active.cell, text, caret);
  const findings =
    exact.length > 0
      ? exact
      : (current.session.findingsOf(active.cell, text) ?? []).filter(
          ({ span }) => span.from <= line.to && span.to >= line.from,
        );
  const first = findings[0];
  if (first === undefined) {
    say("There is no SageMaker problem on this line. F8 goes to the next one.");
    return;
  }
  view.dispatch({ effects: showCards.of(null) });
  const at = view.coordsAtPos(first.span.from) ?? view.contentDOM.getBoundingClientRect();
  openFixMenu({ session: current.session, findings, at, editor: view.contentDOM, handler: actions });
}
