import { dirname, resolve } from "node:path";
import { readFileBeside } from "../aws/read-file-beside.js";
import type { CommonArguments } from "./arguments.js";
import { CheckSession, type Check, type CheckSessionOptions } from "./check-session.js";
import { checkSettings, type CheckSettings } from "./check-settings.js";
import type { CommandHost } from "./main.js";

/** @param more What goes before the options' own: another account to ask, other deadlines. */
export async function openSession(
  options: CommonArguments,
  host: CommandHost,
  more: Partial<CheckSessionOptions> = {},
): Promise<CheckSession> {
  const { offline, profile, region } = options;
  const account = {
    ...(profile === undefined ? {} : { profile }),
    ...(region === undefined ? {} : { region }),
  };
  return new CheckSession({
    ...sessionOptions(checkSettings(options, host), host.cwd),
    createChecker: await host.loadChecker(),
    ...(offline ? {} : { openAccount: () => host.openAccount(account) }),
    now: host.now,
    ...more,
  });
}

/** A session that asks nobody, and needs no host. */
export function openOfflineSession(
  settings: CheckSettings,
  cwd: string,
  createChecker: () => Check,
): CheckSession {
  return new CheckSession({ ...sessionOptions(settings, cwd), createChecker, now: () => 0 });
}

function sessionOptions(settings: CheckSettings, cwd: string) {
  return {
    ...settings,
    readFile: (uri: string, path: string) =>
      readFileBeside(dirname(resolve(cwd, uri)), path, settings.sdkDefaults),
  };
}
