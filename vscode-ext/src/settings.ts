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
 * workspace has one, or the document's folder of several, which would win, it is that one that is changed. Nothing is
 * written as empty where another value would show from below.
 */
export async function choose(
  name: "profile" | "region",
  value: string,
  uri: vscode.Uri | undefined,
): Promise<void> {
  const settings = vscode.workspace.getConfiguration(section, uri ?? null);
  const { globalValue, workspaceValue, workspaceFolderValue } = settings.inspect<string>(name) ?? {};
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  // Where one folder alone is open, its value is the workspace's too
  const ofFolder = vscode.workspace.workspaceFile === undefined ? undefined : workspaceFolderValue;
  const values = [
    { target: WorkspaceFolder, set: ofFolder },
    { target: Workspace, set: workspaceValue },
    { target: Global, set: globalValue ?? "" },
  ].filter(({ set }) => set !== undefined);
  const [{ target } = { target: Global }, below] = values;
  const isFree = (below?.set ?? "") === "";
  await settings.update(name, value === "" && isFree ? undefined : value, target);
  // In a remote window the user has settings here and there, and only those there are written
  const isLeft = vscode.workspace.getConfiguration(section, uri ?? null).get(name, "") !== value;
  if (value === "" && isLeft) await settings.update(name, value, target);
}
