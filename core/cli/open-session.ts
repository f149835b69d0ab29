import { resolve } from "node:path";
import { readFileBeside } from "../aws/read-file-beside.js";
import type { CommonArguments } from "./arguments.js";
import { CheckSession, type Check, type CheckSessionOptions } from "./check-session.js";
import { checkSettings, type CheckSettings } from "./check-settings.js";
import type { CommandHost } from "./main.js";
import { policyOf, type Policies } from "./policies.js";

/**
 * @param policies What the team asks.
 * @param more What goes before the options' own: another account to ask, other deadlines.
 */
export async function openSession(
  options: CommonArguments,
  host: CommandHost,
  policies: Pick<Policies, "byFolder">,
  more: Partial<CheckSessionOptions> = {},
): Promise<CheckSession> {
  const { offline, profile, region } = options;
  const account = {
    ...(profile === undefined ? {} : { profile }),
    ...(region === undefined ? {} : { region }),
  };
  return new CheckSession({
    ...sessionOptions(checkSettings(options, host), policies, host.cwd),
    createChecker: await host.loadChecker(),
    ...(offline ? {} : { openAccount: () => host.openAccount(account) }),
    now: host.now,
    ...more,
  });
}

/** A session that asks nobody, and needs no host. */
export function openOfflineSession(
  settings: CheckSettings,
  policies: Pick<Policies, "byFolder">,
  cwd: string,
  createChecker: () => Check,
): CheckSession {
  return new CheckSession({ ...sessionOptions(settings, policies, cwd), createChecker, now: () => 0 });
}

function sessionOptions(settings: CheckSettings, policies: Pick<Policies, "byFolder">, cwd: string) {
  return {
    ...settings,
    policyOf: policyOf(policies, cwd),
    readFile: (uri: string, path: string) => readFileBeside(resolve(cwd, uri), path, settings.sdkDefaults),
  };
}
