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

/** Writes to the workspace when there is one, else to the user's settings. */
export async function choose(name: "profile" | "region", value: string): Promise<void> {
  const inWorkspace =
    vscode.workspace.workspaceFile !== undefined || vscode.workspace.workspaceFolders !== undefined;
  await vscode.workspace
    .getConfiguration(section)
    .update(
      name,
      value === "" ? undefined : value,
      inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
    );
}
