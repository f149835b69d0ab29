import type { Account } from "./account.js";
import { refuse } from "./notices.js";
import { pickProfile } from "./pick-profile.js";
import { pickRegion } from "./pick-region.js";
import type { Settings } from "./settings.js";

/** Has the user choose whose account is asked, and keeps it in JupyterLab's settings. */
export class AccountSettings {
  /** @param write Throws, or rejects, where it cannot be kept. */
  constructor(
    private readonly account: Account,
    private readonly settings: () => Settings,
    private readonly write: (name: "profile" | "region", value: string) => Promise<void>,
  ) {}

  readonly chooseProfile = async (): Promise<void> => {
    await this.#save("profile", await pickProfile(this.settings().profile));
  };

  readonly chooseRegion = async (): Promise<void> => {
    await this.#save("region", await pickRegion(this.settings().region, this.account.region));
  };

  async #save(name: "profile" | "region", value: string | undefined): Promise<void> {
    if (value === undefined || value === this.settings()[name]) return;
    try {
      await this.write(name, value);
    } catch (error) {
      refuse(`the setting could not be saved (${error instanceof Error ? error.message : String(error)})`);
    }
  }
}
