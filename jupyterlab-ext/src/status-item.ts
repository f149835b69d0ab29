import { Signal } from "@lumino/signaling";
import { Widget } from "@lumino/widgets";
import { countOf, jobsAndFindings } from "@sagemaker-preflight/core";
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
  readonly #found = element("span", "smp-status-text");
  readonly #who = element("span", "smp-status-who");

  constructor(account: Account, sessions: Sessions, open: () => void) {
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
    account.changed.connect(this.#render);
    sessions.reported.connect(this.#render);
    this.#render();
  }

  /** There is a notebook to speak of. */
  get isActive(): boolean {
    return this.#sessions.current !== undefined;
  }

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
    const severity = (["error", "warning"] as const).find((name) => countOf(findings, name) > 0);
    const counts = report === undefined ? "checking…" : jobsAndFindings(report);
    const untold = report !== undefined && report.gaps.length > 0 ? ["cannot tell all"] : [];
    const found = current.session.failure === undefined ? [counts, ...untold] : ["check failed"];
    this.#found.textContent = found.join(" · ");
    this.#who.textContent = ` · ${this.#whoIsAsked()}`;
    this.node.className = `smp-status smp-status-${severity ?? "calm"}`;
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
    if (state.state === "off")
      lines.push("“Ask AWS” is off in the settings; the notebook itself is checked.");
    if (endpoint !== undefined) lines.push(`Not AWS: the calls go to ${endpoint}`);
    if (readAt !== undefined) lines.push(`Oldest answer of AWS: ${ago(readAt.oldest, Date.now())}`);
    return lines.join("\n");
  }
}
