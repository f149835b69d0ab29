import { Dialog, showDialog } from "@jupyterlab/apputils";
import { Widget } from "@lumino/widgets";
import {
  choicesFor,
  mostRounds,
  settingNames,
  settingsToPick,
  type Choice,
  type ChosenSetting,
} from "@sagemaker-preflight/core";
import type { Applied } from "./apply-fix.js";
import type { CheckedNotebook } from "./checked-notebook.js";
import { element } from "./element.js";
import { whyNothing } from "./fix-choices.js";
import type { NotebookSession } from "./notebook-session.js";
import { accountAndRegion } from "./wording.js";

interface Offer {
  readonly choices: readonly Choice[];
  readonly checked: CheckedNotebook;
}

/**
 * Offers all that the account has for a setting of a job.
 *
 * @param request Index into the requests of the present report.
 * @param settings Those to offer; the user is asked which, where there are several.
 * @returns Undefined: nothing was chosen.
 */
export async function pickResource(
  session: NotebookSession,
  request: number,
  settings: readonly ChosenSetting[] | undefined,
): Promise<Applied | undefined> {
  const job = session.current()?.checked.report.requests[request];
  if (job === undefined) return { state: "refused", why: "the job is no longer there" };
  const possible = settingsToPick(job).filter((one) => settings === undefined || settings.includes(one));
  const [first] = possible;
  if (first === undefined)
    return { state: "refused", why: "SageMaker takes no network, key or role for this job" };
  const body = new PickerBody(session, request, possible, job.name);
  const answer = await showDialog({
    title: `Choose for ${job.name}`,
    body,
    buttons: [Dialog.cancelButton(), Dialog.okButton({ label: "Use" })],
    focusNodeSelector: "select",
  });
  const chosen = answer.button.accept ? answer.value : undefined;
  return chosen ? session.apply(chosen.choice.fix, chosen.checked) : undefined;
}

/** A setting, and below it the list, which fills as AWS answers. */
class PickerBody extends Widget {
  readonly #session: NotebookSession;
  readonly #request: number;
  readonly #setting = element("select", "smp-picker-setting jp-mod-styled");
  readonly #list = element("select", "smp-picker-list jp-mod-styled");
  readonly #about = element("div", "smp-picker-about");
  #offer: Offer | undefined;
  /** Of the setting that is shown; answers for another are dropped. */
  #generation = 0;

  constructor(session: NotebookSession, request: number, settings: readonly ChosenSetting[], name: string) {
    super();
    this.#session = session;
    this.#request = request;
    this.addClass("smp-picker");
    for (const setting of settings) {
      const option = element("option", "", settingNames[setting]);
      option.value = setting;
      this.#setting.append(option);
    }
    this.#setting.setAttribute("aria-label", `Setting of ${name}`);
    this.#list.size = 10;
    this.#list.setAttribute("aria-label", "Resources of the AWS account, best first");
    this.#about.setAttribute("aria-live", "polite");
    if (settings.length > 1) this.node.append(this.#setting);
    this.node.append(this.#list, this.#about);
    this.#setting.addEventListener("change", () => void this.#fill());
    this.#list.addEventListener("change", () => {
      this.#describe();
    });
    void this.#fill();
  }

  /** What the dialog gives; undefined while there is nothing to choose. */
  getValue(): { readonly choice: Choice; readonly checked: CheckedNotebook } | undefined {
    const choice = this.#offer?.choices[this.#list.selectedIndex];
    return choice && this.#offer && { choice, checked: this.#offer.checked };
  }

  async #fill(): Promise<void> {
    const generation = ++this.#generation;
    const isStale = () => generation !== this.#generation || this.isDisposed;
    const setting = this.#setting.value as ChosenSetting;
    this.#offer = undefined;
    this.#list.replaceChildren();
    this.#about.textContent = `Looking in ${accountAndRegion(this.#session.account)}…`;
    for (let round = 0; ; round++) {
      const now = this.#session.current();
      if (now === undefined || isStale()) return;
      const { notebook, checked, environment } = now;
      const { choices, asks } = choicesFor(setting, this.#request, notebook, checked.report, environment);
      this.#show({ choices, checked });
      const isOver = asks.length === 0 || round === mostRounds || !(await this.#session.learn(asks));
      if (isStale()) return;
      if (!isOver) continue;
      if (choices.length === 0) this.#about.textContent = whyNothing(this.#session.account, asks);
      else this.#describe();
      return;
    }
  }

  /** Keeps what is selected, by its label. */
  #show(offer: Offer): void {
    const before = this.#offer?.choices[this.#list.selectedIndex]?.label;
    this.#offer = offer;
    this.#list.replaceChildren(
      ...offer.choices.map(({ label, detail }) => element("option", "", [label, detail].join(" · "))),
    );
    const again = offer.choices.findIndex(({ label }) => label === before);
    if (offer.choices.length > 0) this.#list.selectedIndex = Math.max(0, again);
  }

  #describe(): void {
    this.#about.textContent = this.#offer?.choices[this.#list.selectedIndex]?.documentation ?? "";
  }
}
