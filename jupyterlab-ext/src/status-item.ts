import { Signal } from "@lumino/signaling";
import { Widget } from "@lumino/widgets";
import { countOf, jobsAndFindings, policyUnfollowed } from "@sagemaker-preflight/core";
import type { Account } from "./account.js";
import { element } from "./element.js";
import type { Sessions } from "./sessions.js";
import { accountAndRegion, ago, endpointOf } from "./wording.js";

/**
 * `3 jobs: 2 errors, 1 warning · 111122223333 · us-east-1`; a click opens the panel. What was found comes first, and where the window
 * is narrow it stands alone (`style/status.css`).
 */
export class StatusItem extends Widget {
  readonly #account: Account;
  readonly #sessions: Sessions;
  /** Emitted when there may be another notebook to speak of, or none. */
  readonly isActiveChanged = new Signal<this, void>(this);
  readonly #front: () => Widget | null;
  readonly #found = element("span", "smp-status-text");
  readonly #who = element("span", "smp-status-who");

  /** @param front The document in front, which may be no notebook. */
  constructor(account: Account, sessions: Sessions, front: () => Widget | null, open: () => void) {
    const node = element("button", "smp-status");
    node.type = "button";
    super({ node });
    node.append(this.#found, this.#who);
    node.addEventListener("click", open);
    node.addEventListener("mouseenter", () => {
      node.title = this.#explanation();
    });
    this.#account = account;
    this.#sessions = sessions;
    this.#front = front;
    account.changed.connect(this.#render);
    sessions.reported.connect(this.#render);
    this.#render();
  }

  /**
   * There is something to speak of: over a console a notebook's counts would be taken for its own, and most Python files have
   * no job.
   */
  get isActive(): boolean {
    const { current } = this.#sessions;
    if (current?.view.widget !== this.#front()) return false;
    const { checked, failure } = current.session;
    if (current.view.what === "notebook" || failure !== undefined) return true;
    if (checked === undefined) return false;
    const { requests, findings, problems } = checked.report;
    return requests.length + findings.length + problems.length > 0;
  }

  /** Another document is in front. */
  readonly lookAgain = (): void => {
    this.isActiveChanged.emit();
  };

  override dispose(): void {
    this.#account.changed.disconnect(this.#render);
    this.#sessions.reported.disconnect(this.#render);
    Signal.clearData(this);
    super.dispose();
  }

  readonly #render = (): void => {
    const current = this.#sessions.current;
    this.isActiveChanged.emit();
    if (current === undefined) return;
    const report = current.session.checked?.report;
    const findings = report?.findings ?? [];
    const { failure } = current.session;
    const isChecked = report !== undefined && report.unread === undefined && failure === undefined;
    const severity = (["error", "warning"] as const).find((name) => countOf(findings, name) > 0);
    const mark = isChecked ? severity : "unchecked";
    const counts = report === undefined ? "checking…" : jobsAndFindings(report);
    const untold = report !== undefined && report.gaps.length > 0 ? ["cannot tell all"] : [];
    const unfollowed = current.session.policyProblems.length > 0 ? [policyUnfollowed] : [];
    const found = failure === undefined ? [counts, ...untold, ...unfollowed] : ["check failed"];
    this.#found.textContent = found.join(" · ");
    this.#who.textContent = ` · ${this.#whoIsAsked()}`;
    // JupyterLab has classes of its own there: it hides the item by one
    for (const name of ["error", "warning", "unchecked"] as const)
      this.toggleClass(`smp-status-${name}`, name === mark);
    this.node.setAttribute("aria-label", `SageMaker Preflight: ${this.node.textContent}`);
  };

  #whoIsAsked(): string {
    switch (this.#account.state.state) {
      case "off":
        return "AWS is not asked";
      case "starting":
        return "finding the account…";
      case "offline":
        return this.#account.state.name;
      case "online": {
        const account = accountAndRegion(this.#account);
        const sample = endpointOf(this.#account) === undefined ? account : `sample account ${account}`;
        return this.#account.asking ? `${sample} · asking AWS…` : sample;
      }
    }
  }

  #explanation(): string {
    const { state, readAt } = this.#account;
    const endpoint = endpointOf(this.#account);
    const lines = ["SageMaker Preflight: show the findings", this.node.textContent];
    if (state.state === "offline") lines.push(`AWS cannot be asked: ${state.why}. ${state.remedy}`);
    if (state.state === "off") lines.push("“Ask AWS” is off in the settings; the code itself is checked.");
    lines.push(...(this.#sessions.current?.session.policyProblems ?? []));
    if (endpoint !== undefined) lines.push(`Not AWS: the calls go to ${endpoint}`);
    if (readAt !== undefined) lines.push(`Oldest answer of AWS: ${ago(readAt.oldest, Date.now())}`);
    return lines.join("\n");
  }
}
