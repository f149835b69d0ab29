import { Dialog, showDialog } from "@jupyterlab/apputils";
import { Widget } from "@lumino/widgets";
import {
  choicesFor,
  counted,
  mostRounds,
  settingNames,
  settingsToPick,
  type Choice,
  type Choices,
  type ChosenSetting,
  type Question,
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
    focusNodeSelector: "select, input",
  });
  const chosen = answer.button.accept ? answer.value : undefined;
  return chosen ? session.apply(chosen.choice.fix, chosen.checked) : undefined;
}

/** Milliseconds between the last keystroke in the search and the look. */
const searchDelay = 80;

/**
 * A setting, a search and below them the list, which fills as AWS answers: with the best of the account, then with the best
 * of those that have the words of the search.
 */
class PickerBody extends Widget {
  readonly #session: NotebookSession;
  readonly #request: number;
  readonly #setting = element("select", "smp-picker-setting jp-mod-styled");
  readonly #search = element("input", "smp-picker-search jp-mod-styled");
  readonly #list = element("select", "smp-picker-list jp-mod-styled");
  readonly #about = element("div", "smp-picker-about");
  readonly #count = element("div", "smp-picker-count");
  #offer: Offer | undefined;
  /** Of the setting that is shown; answers for another are dropped. */
  #generation = 0;
  #isAsking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

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
    this.#search.type = "search";
    this.#search.placeholder = "Search: name, id, zone or VPC";
    this.#search.setAttribute("aria-label", "Search the AWS account; arrows choose in the list");
    this.#list.size = 10;
    this.#list.setAttribute("aria-label", "Resources of the AWS account, best first");
    this.#about.setAttribute("aria-live", "polite");
    this.#count.setAttribute("aria-live", "polite");
    if (settings.length > 1) this.node.append(this.#setting);
    this.node.append(this.#search, this.#list, this.#count, this.#about);
    this.#setting.addEventListener("change", () => {
      this.#search.value = "";
      this.#offer = undefined;
      void this.#fill();
    });
    this.#search.addEventListener("input", this.#searchSoon);
    this.#search.addEventListener("keydown", this.#choose);
    this.#list.addEventListener("change", () => {
      this.#describe();
    });
    void this.#fill();
  }

  override dispose(): void {
    clearTimeout(this.#timer);
    super.dispose();
  }

  /** What the dialog gives; undefined while there is nothing to choose. */
  getValue(): { readonly choice: Choice; readonly checked: CheckedNotebook } | undefined {
    const choice = this.#offer?.choices[this.#list.selectedIndex];
    return choice && this.#offer && { choice, checked: this.#offer.checked };
  }

  /** Somebody types: what comes up then may have questions of its own. */
  readonly #searchSoon = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#isAsking) this.#look();
      else void this.#fill();
    }, searchDelay);
  };

  /** The arrows choose in the list while the focus stays in the search. */
  readonly #choose = (event: KeyboardEvent): void => {
    const page = this.#list.size - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
    };
    const step = steps[event.key];
    const last = this.#list.options.length - 1;
    if (step === undefined || last < 0) return;
    event.preventDefault();
    this.#list.selectedIndex = Math.max(0, Math.min(last, this.#list.selectedIndex + step));
    this.#describe();
  };

  async #fill(): Promise<void> {
    const generation = ++this.#generation;
    const isStale = () => generation !== this.#generation || this.isDisposed;
    this.#isAsking = true;
    for (let round = 0; ; round++) {
      const asks = this.#look();
      if (asks === undefined || isStale()) return;
      const isOver = asks.length === 0 || round === mostRounds || !(await this.#session.learn(asks));
      if (isStale()) return;
      if (!isOver) continue;
      this.#isAsking = false;
      this.#look();
      return;
    }
  }

  /** Shows what is known. @returns What else would have to be asked; undefined where the job is gone. */
  #look(): readonly Question[] | undefined {
    const now = this.#session.current();
    if (now === undefined || this.isDisposed) return undefined;
    const { notebook, checked, environment } = now;
    const setting = this.#setting.value as ChosenSetting;
    const options = { matching: this.#search.value };
    const found = choicesFor(setting, this.#request, notebook, checked.report, environment, options);
    this.#show({ choices: found.choices, checked });
    const { others, asks } = found;
    this.#count.textContent = others > 0 ? `${counted(others, "other")}: search to find them` : "";
    if (found.choices.length > 0) this.#describe();
    else if (this.#isAsking)
      this.#about.textContent = `Looking in ${accountAndRegion(this.#session.account)}…`;
    else this.#about.textContent = this.#whyNothing(found);
    return asks;
  }

  #whyNothing({ asks, unfit }: Choices): string {
    const { account } = this.#session;
    const isSearched = this.#search.value.trim() !== "";
    const [one, several] = isSearched ? ["match", "matches"] : ["candidate", "candidates"];
    if (unfit > 0) return `${counted(unfit, one, several)} would fail a rule in this job.`;
    if (isSearched && account.state.state === "online")
      return `There is nothing of these words in ${accountAndRegion(account)} that would do here.`;
    return whyNothing(account, asks);
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
