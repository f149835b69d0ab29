import { homedir } from "node:os";
import { posix, win32 } from "node:path";
import type { DefaultsPlace, SdkDefaultsPlaces } from "../src/files/file-answer.js";

/** The machine as far as it decides where configuration is. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The one that this program runs on. */
export function thisMachine(): Machine {
  return { platform: process.platform, home: homedir(), environment: process.env };
}

/**
 * Where the SageMaker SDK looks for its defaults: `config.yaml` in the folders that Python's platformdirs gives for
 * "sagemaker", or what the two variables of the SDK say.
 *
 * @returns Undefined on machines where that is not certain.
 * @see https://sagemaker.readthedocs.io/en/stable/overview.html#configuring-and-using-defaults-with-the-sagemaker-python-sdk
 */
export function sdkDefaultsPlaces(machine = thisMachine()): SdkDefaultsPlaces | undefined {
  const folders = configFolders(machine);
  if (folders === undefined) return undefined;
  const { SAGEMAKER_ADMIN_CONFIG_OVERRIDE, SAGEMAKER_USER_CONFIG_OVERRIDE } = machine.environment;
  return {
    administrator: place(folders.site, SAGEMAKER_ADMIN_CONFIG_OVERRIDE),
    user: place(folders.user, SAGEMAKER_USER_CONFIG_OVERRIDE),
  };
}

function place(usual: string, override: string | undefined): DefaultsPlace {
  return override === undefined ? { path: usual, isOverride: false } : { path: override, isOverride: true };
}

/** @see https://github.com/tox-dev/platformdirs: user_config_dir and site_config_dir of "sagemaker" */
function configFolders({ platform, home, environment }: Machine): { site: string; user: string } | undefined {
  const { XDG_CONFIG_HOME, XDG_CONFIG_DIRS, LOCALAPPDATA, PROGRAMDATA } = environment;
  const file = ["sagemaker", "config.yaml"];
  switch (platform) {
    case "win32":
      if (LOCALAPPDATA === undefined || PROGRAMDATA === undefined) return undefined;
      return {
        site: win32.join(PROGRAMDATA, "sagemaker", ...file),
        user: win32.join(LOCALAPPDATA, "sagemaker", ...file),
      };
    case "darwin":
      // Only newer versions of platformdirs heed these there
      if (XDG_CONFIG_HOME !== undefined || XDG_CONFIG_DIRS !== undefined) return undefined;
      return {
        site: posix.join("/Library/Application Support", ...file),
        user: posix.join(home, "Library/Application Support", ...file),
      };
    default: {
      const [first = ""] = (XDG_CONFIG_DIRS ?? "").split(":");
      return {
        site: posix.join(first.trim() === "" ? "/etc/xdg" : first, ...file),
        user: posix.join(
          (XDG_CONFIG_HOME ?? "").trim() === "" ? posix.join(home, ".config") : (XDG_CONFIG_HOME ?? ""),
          ...file,
        ),
      };
    }
  }
}
