import * as vscode from "vscode";

/** What the user chose for one document; names as in package.json. */
export interface Settings {
  readonly enabled: boolean;
  /** AWS may be asked. */
  readonly live: boolean;
  /** Empty: the ordinary credential chain. */
  readonly profile: string;
  /** Empty: the profile's or the environment's. */
  readonly region: string;
  /** Milliseconds. */
  readonly checkDelay: number;
}

export const section = "sagemakerPreflight";

export function settingsOf(uri: vscode.Uri | undefined): Settings {
  const settings = vscode.workspace.getConfiguration(section, uri ?? null);
  return {
    enabled: settings.get("enabled", true),
    live: settings.get("live", true),
    profile: settings.get("profile", "").trim(),
    region: settings.get("region", "").trim(),
    checkDelay: settings.get("checkDelay", 150),
  };
}

/**
 * Writes to the user's settings: the workspace's are files that a team commits, and a profile is one person's. Where the
 * workspace has one, which would win, it is that one that is changed.
 */
export async function choose(name: "profile" | "region", value: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration(section);
  const inWorkspace = settings.inspect(name)?.workspaceValue !== undefined;
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings.update(name, value === "" ? undefined : value, target);
}
