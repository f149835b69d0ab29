/** What the user or an administrator set; the keys are those of schema/plugin.json. */
export interface Settings {
  readonly enabled: boolean;
  /** Ask AWS. False: only what the notebook itself shows is checked. */
  readonly live: boolean;
  /** Empty: the server's own default. */
  readonly region: string;
  /** A name of the server's AWS configuration; empty: its default credential chain. */
  readonly profile: string;
  /** Milliseconds between the last change of a cell and the check. */
  readonly checkDelay: number;
}

export const defaultSettings: Settings = {
  enabled: true,
  live: true,
  region: "",
  profile: "",
  checkDelay: 200,
};

/** Reads settings of any shape: what is missing or of another type keeps its default. */
export function settingsOf(composite: Readonly<Record<string, unknown>>): Settings {
  const { enabled, live, region, profile, checkDelay } = composite;
  return {
    enabled: typeof enabled === "boolean" ? enabled : defaultSettings.enabled,
    live: typeof live === "boolean" ? live : defaultSettings.live,
    region: typeof region === "string" ? region.trim() : defaultSettings.region,
    profile: typeof profile === "string" ? profile.trim() : defaultSettings.profile,
    checkDelay: typeof checkDelay === "number" && checkDelay >= 0 ? checkDelay : defaultSettings.checkDelay,
  };
}
