import type { Message } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import {
  countOf,
  counted,
  jobsIn,
  safeFixOf,
  type Finding,
  type Report,
  type Span,
} from "@sagemaker-preflight/core";
import type { Account } from "./account.js";
import { inOrder, sameCells } from "./checked-notebook.js";
import type { CheckedCell } from "./checked-notebook.js";
import type { CheckedView } from "./checked-view.js";
import { button, element } from "./element.js";
import { findingCard, severityMark } from "./finding-card.js";
import { FixChoices, missingAll } from "./fix-choices.js";
import { fixList } from "./fix-list.js";
import type { FixHandler } from "./fix-list.js";
import { keepingFocus } from "./keep-focus.js";
import type { NotebookSession } from "./notebook-session.js";
import type { Sessions } from "./sessions.js";
import { accountAndRegion, ago, endpointOf } from "./wording.js";

export interface PanelActions {
  readonly handler: FixHandler;
  readonly fixAll: (session: NotebookSession) => Promise<void>;
  readonly chooseProfile: () => Promise<void>;
  readonly chooseRegion: () => Promise<void>;
  readonly reveal: (view: CheckedView, cellId: string, span: Span) => void;
  /** Goes back to the notebook or file, where its user was in it. */
  readonly leave: (view: CheckedView) => void;
}

/** The findings of the notebook or file in front by cell, what could not be told, and the account that was asked. */
export class Panel extends Widget {
  readonly #account: Account;
  readonly #sessions: Sessions;
  readonly #actions: PanelActions;
  readonly #head = element("div", "smp-panel-head");
  readonly #body = element("div", "smp-panel-body");
  /**
   * The finding whose card is open: its cell's id, its rule, and how many of the rule come before it in the cell. So it stays
   * itself while its cell moves, which JupyterLab does with a copy, and while text is written above it.
   */
  #open: string | undefined;
  #shown = "";
  #shownCells: readonly CheckedCell[] = [];
  /** A pointer is down: what it is on must still be there when it comes up, or the click would be lost. */
  #isPressed = false;

  constructor(account: Account, sessions: Sessions, actions: PanelActions) {
    super();
    this.#account = account;
    this.#sessions = sessions;
    this.#actions = actions;
    this.addClass("smp-panel");
    this.node.setAttribute("role", "region");
    this.node.setAttribute("aria-label", "SageMaker Preflight");
    this.node.tabIndex = -1;
    this.node.append(this.#head, this.#body);
    account.changed.connect(this.#render);
    sessions.reported.connect(this.#render);
    this.node.addEventListener("pointerdown", this.#press);
    this.node.addEventListener("keydown", this.#leave);
    window.addEventListener("pointerup", this.#release);
    window.addEventListener("pointercancel", this.#release);
    this.#render();
  }

  override dispose(): void {
    window.removeEventListener("pointerup", this.#release);
    window.removeEventListener("pointercancel", this.#release);
    this.#account.changed.disconnect(this.#render);
    this.#sessions.reported.disconnect(this.#render);
    super.dispose();
  }

  protected override onAfterShow(): void {
    this.#render();
  }

  /** Opened by a command or from the status bar: the next Tab is on the panel's first button. */
  protected override onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    this.takeFocus();
  }

  /** JupyterLab's own request comes late when there is much to do: who has gone on with Tab by then is left where he is. */
  takeFocus(): void {
    if (!this.node.contains(document.activeElement)) this.node.focus();
  }

  readonly #leave = ({ key }: KeyboardEvent): void => {
    const { current } = this.#sessions;
    if (key === "Escape" && current !== undefined) this.#actions.leave(current.view);
  };

  readonly #press = (): void => {
    this.#isPressed = true;
  };

  /** The click comes right after its pointer is up. */
  readonly #release = (): void => {
    if (!this.#isPressed) return;
    setTimeout(() => {
      this.#isPressed = false;
      this.#render();
    });
  };

  readonly #render = (): void => {
    if (this.isDisposed || this.#isPressed) return;
    keepingFocus(this.#head, () => {
      this.#head.replaceChildren(...this.#headLines());
    });
    const current = this.#sessions.current;
    const checked = current?.session.checked;
    // Rebuilding would lose the focus: only when there is something new, or the fixes would be for an older text.
    const key = JSON.stringify([
      current?.view.widget.id,
      current?.view.widget.title.label,
      current?.session.failure,
      this.#account.state.state,
      current?.session.policyProblems,
      checked && said(checked.report),
    ]);
    const cells = checked?.cells ?? [];
    if (key === this.#shown && sameCells(cells, this.#shownCells)) return;
    this.#shown = key;
    this.#shownCells = cells;
    this.#rebuild();
  };

  #rebuild(): void {
    keepingFocus(this.#body, () => {
      this.#body.replaceChildren(...this.#blocks());
    });
  }

  #blocks(): HTMLElement[] {
    const current = this.#sessions.current;
    if (current === undefined)
      return [
        empty(
          "No notebook is open",
          "Open a notebook, a Python file or a shell script to see its SageMaker jobs here.",
        ),
      ];
    const { session, view } = current;
    if (session.failure !== undefined)
      return [empty(`This ${view.what} could not be checked`, session.failure)];
    const report = session.checked?.report;
    return report === undefined ? [empty("Checking…", "")] : this.#reportBlocks(report, session, view);
  }

  #headLines(): HTMLElement[] {
    const { state, readAt, asking } = this.#account;
    const endpoint = endpointOf(this.#account);
    const title = element("div", "smp-account");
    const refresh = button("smp-button", "Refresh", () => {
      void this.#account.refresh();
    });
    refresh.title = "Ask AWS again";
    const profile = button("smp-button", "Profile…", () => void this.#actions.chooseProfile());
    profile.title = "Choose the AWS profile to ask with";
    const region = button("smp-button", "Region…", () => void this.#actions.chooseRegion());
    region.title = "Choose the AWS region that applies where the notebook names none";
    const lines: HTMLElement[] = [title];
    switch (state.state) {
      case "online":
        title.append(element("span", "smp-account-name", accountAndRegion(this.#account)));
        if (endpoint !== undefined) {
          const badge = element("span", "smp-badge", "sample account");
          badge.title = `Not AWS: the calls go to ${endpoint}`;
          title.append(badge);
        }
        lines.push(
          element(
            "div",
            "smp-age",
            ...(state.description.profile === undefined ? [] : [`Profile ${state.description.profile} · `]),
            asking
              ? "Asking AWS…"
              : readAt === undefined
                ? "Nothing had to be asked yet"
                : `Read from AWS ${ago(readAt.oldest, Date.now())}`,
          ),
        );
        break;
      case "starting":
        title.append(element("span", "smp-account-name", "Finding the account…"));
        break;
      case "off":
        title.append(element("span", "smp-account-name", "AWS is not asked"));
        lines.push(
          element("div", "smp-age", "“Ask AWS” is off in the settings. The code itself is checked."),
        );
        break;
      case "offline":
        title.append(element("span", "smp-account-name", "Offline"));
        lines.push(element("div", "smp-age", `AWS cannot be asked: ${state.why}. ${state.remedy}`));
        break;
    }
    title.append(element("div", "smp-account-actions", profile, region, refresh));
    return lines;
  }

  #reportBlocks(report: Report, session: NotebookSession, view: CheckedView): HTMLElement[] {
    const gaps = this.#gaps(report);
    for (const problem of session.policyProblems)
      gaps.unshift(
        element(
          "div",
          "smp-gap",
          element("strong", "", "The team's policy is not followed in full. "),
          problem,
        ),
      );
    if (report.unread !== undefined) {
      const [told] = report.problems;
      return [empty(`This ${view.what} is not checked`, told?.message ?? ""), ...gaps];
    }
    if (report.requests.length === 0 && report.findings.length === 0) {
      const nothing = empty(
        `No SageMaker jobs in this ${view.what}`,
        "Training, tuning and processing jobs, models and endpoints are checked as you write them.",
      );
      return [nothing, ...this.#problems(report, session, view), ...gaps];
    }
    const blocks = [
      element("div", "smp-notebook", view.widget.title.label),
      this.#summary(report, session, view),
      ...gaps,
      ...this.#problems(report, session, view),
    ];
    const findings = inOrder(report.findings);
    for (const cell of new Set(findings.map(({ span }) => span.cell))) {
      const ofCell = findings.filter(({ span }) => span.cell === cell);
      if (view.what === "notebook") blocks.push(element("h3", "smp-cell-heading", `Cell ${cell + 1}`));
      blocks.push(
        ...ofCell.map((finding, index) => {
          const before = ofCell.slice(0, index).filter(({ rule }) => rule === finding.rule).length;
          return this.#row(finding, before, session, view);
        }),
      );
    }
    if (findings.length === 0) blocks.push(empty("No problems found", ""));
    return blocks;
  }

  /** What could not be told, in one block; nothing of a sign-in that has expired, which the head tells already. */
  #gaps({ gaps }: Report): HTMLElement[] {
    const isOffline = this.#account.state.state === "offline";
    const told = gaps.filter(({ why }) => !(isOffline && why === "expired"));
    if (told.length === 0) return [];
    const lines = missingAll(told, "to have it checked").map((line) => element("div", "", line));
    const block = element("div", "smp-gap", element("strong", "", "Cannot tell everything."), ...lines);
    block.title = told
      .flatMap(({ why, detail }) => (why === "denied" && detail !== "" ? [detail] : []))
      .join("\n");
    return [block];
  }

  /** The counts, and a button for all safe fixes where there may be some: the account is asked when it is pressed. */
  #summary(report: Report, session: NotebookSession, view: CheckedView): HTMLElement {
    const line = element("div", "smp-summary", element("span", "", summary(report)));
    const isOnline = this.#account.state.state === "online";
    const mayBeMended = report.findings.some(
      (finding) => safeFixOf(finding) !== undefined || (isOnline && finding.asks.length > 0),
    );
    if (!mayBeMended) return line;
    const fixAll = button("smp-button smp-fix-all", "Apply all safe fixes", () => {
      fixAll.disabled = true;
      void this.#actions.fixAll(session).finally(() => {
        fixAll.disabled = false;
      });
    });
    fixAll.title =
      view.what === "notebook"
        ? "Adds what is missing in all cells, with values of your account; undo takes it back, cell by cell"
        : "Adds what is missing, with values of your account; undo takes it back";
    line.append(fixAll);
    return line;
  }

  /** A finding in one line; a click opens its card and goes to its place. */
  #row(finding: Finding, before: number, session: NotebookSession, view: CheckedView): HTMLElement {
    const { cell, text = "" } = session.checked?.cells[finding.span.cell] ?? {};
    const id = cell?.getId(); // now: a deleted cell has none
    const key = JSON.stringify([id, finding.rule, before]);
    const isOpen = this.#open === key;
    const head = button("smp-row-head", "", () => {
      this.#open = isOpen ? undefined : key;
      this.#rebuild();
      if (!isOpen && id !== undefined) this.#actions.reveal(view, id, finding.span);
    });
    head.setAttribute("aria-expanded", String(isOpen));
    head.append(
      severityMark(finding),
      element("span", "smp-row-message", finding.message),
      element("span", "smp-row-place", `line ${lineOf(text, finding.span)}`),
    );
    const row = element("div", "smp-row", head);
    if (isOpen) {
      row.append(findingCard(finding, fixList(FixChoices.of(session, finding), this.#actions.handler)));
    }
    return row;
  }

  #problems(report: Report, session: NotebookSession, view: CheckedView): HTMLElement[] {
    return report.problems.map(({ span, message }) => {
      const { cell, text = "" } = session.checked?.cells[span.cell] ?? {};
      const id = cell?.getId();
      const place = view.what === "notebook" ? `Cell ${span.cell + 1}` : `Line ${lineOf(text, span)}`;
      return button("smp-problem", `${place}: ${message}`, () => {
        if (id !== undefined) this.#actions.reveal(view, id, span);
      });
    });
  }
}

/** 1-based. */
function lineOf(text: string, { from }: Span): number {
  return text.slice(0, from).split("\n").length;
}

function summary({ requests, findings, ignored }: Report): string {
  const parts = [
    counted(jobsIn(requests).length, "job"),
    counted(countOf(findings, "error"), "error"),
    counted(countOf(findings, "warning"), "warning"),
    counted(countOf(findings, "info"), "suggestion"),
    `${ignored.length} ignored`,
  ];
  return parts.filter((part) => !part.startsWith("0 ")).join(" · ");
}

function empty(title: string, text: string): HTMLElement {
  return element("div", "smp-empty", element("div", "smp-empty-title", title), element("div", "", text));
}

/** What the panel shows of a report; the fixes look after themselves. */
function said({ requests, findings, ignored, gaps, problems }: Report): unknown {
  const shown = findings.map(({ message, severity, rule, span, evidence }) => [
    message,
    severity,
    rule,
    span,
    evidence,
  ]);
  return [requests.length, shown, ignored.length, gaps, problems];
}
