import { startSampleAccount, type SampleAccount } from "../../support/sample-account.js";
import { startJupyter, type Jupyter, type JupyterOptions } from "./jupyter.js";
import { JupyterPage } from "./jupyter-page.js";

export interface StageOptions extends Omit<JupyterOptions, "env"> {
  /** What goes wrong in the sample account. */
  readonly faults?: Parameters<typeof startSampleAccount>[0];
  /** Besides those that lead to the sample account. */
  readonly env?: JupyterOptions["env"];
}

/** A JupyterLab of its own with the sample account; the first of the files is open. */
export class JupyterStage {
  private constructor(
    readonly lab: JupyterPage,
    readonly jupyter: Jupyter,
    private readonly account: SampleAccount,
  ) {}

  static async set({ faults = {}, env = {}, ...options }: StageOptions): Promise<JupyterStage> {
    const account = await startSampleAccount(faults);
    const jupyter = await startJupyter({ ...options, env: { ...account.env, ...env } });
    const [first = ""] = Object.keys(options.files);
    return new JupyterStage(await JupyterPage.open(jupyter.url, first, options.app), jupyter, account);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.lab.close();
    await this.jupyter.stop();
    await this.account.stop();
  }
}
