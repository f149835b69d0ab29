import { sdkDefaultsPlaces } from "../aws/sdk-defaults-places.js";
import type { ExecutionRole } from "../src/account/execution-role.js";
import type { SdkDefaultsPlaces } from "../src/files/file-answer.js";
import type { CommonArguments } from "./arguments.js";
import type { CommandHost } from "./main.js";

/**
 * All that a check depends on besides the files and what AWS says: plain data, for what was found is kept by it, and
 * other threads get it. A new input of checks belongs here.
 */
export interface CheckSettings {
  readonly offline: boolean;
  /** Where the code names none; the account's own (the profile's) applies when this is absent. */
  readonly region?: string;
  /** Whom AWS is asked as: code that names it is judged by what that account says. */
  readonly profile?: string;
  readonly sdkVersion?: string;
  /** What notebooks get from `get_execution_role()` where they will run. */
  readonly executionRole?: ExecutionRole;
  readonly sdkDefaults?: SdkDefaultsPlaces;
}

export function checkSettings(
  { offline, profile, region, sdkVersion, executionRole }: CommonArguments,
  { environment, machine }: Pick<CommandHost, "environment" | "machine">,
): CheckSettings {
  // A profile brings its own region; otherwise the variables that the SDKs read decide without asking anything.
  const { AWS_REGION, AWS_DEFAULT_REGION, AWS_PROFILE } = environment;
  const asked = [profile, AWS_PROFILE].find(Boolean);
  const known = [region, ...(profile === undefined ? [AWS_REGION, AWS_DEFAULT_REGION] : [])].find(Boolean);
  const sdkDefaults = sdkDefaultsPlaces({ ...machine, environment });
  return {
    offline,
    ...(known === undefined ? {} : { region: known }),
    ...(asked === undefined || offline ? {} : { profile: asked }),
    ...(sdkVersion === undefined ? {} : { sdkVersion }),
    ...(executionRole === undefined ? {} : { executionRole: { arn: executionRole } }),
    ...(sdkDefaults === undefined ? {} : { sdkDefaults }),
  };
}
