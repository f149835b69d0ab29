/** What the host says of a file that a check asks for; compare `Report.files`. */
export type FileAnswer =
  | { readonly state: "text"; readonly text: string }
  /** The path is a folder's. */
  | { readonly state: "folder" }
  | { readonly state: "absent" }
  /** `why` completes "cannot be read: …": it is outside the workspace, larger than a check takes, not UTF-8. */
  | { readonly state: "unreadable"; readonly why: string };

/**
 * By path. Of files beside the notebook the path is relative to the notebook's folder, with `/`, never above it; those of
 * the SDK's defaults are as `SdkDefaultsPlaces` has them.
 */
export type FileAnswers = ReadonlyMap<string, FileAnswer>;

/** Where the SageMaker SDK looks for its defaults on this machine. */
export interface SdkDefaultsPlaces {
  readonly administrator: DefaultsPlace;
  readonly user: DefaultsPlace;
}

export interface DefaultsPlace {
  /** A file, a folder with `config.yaml` in it, or an `s3://` URI. */
  readonly path: string;
  /** From SAGEMAKER_ADMIN_CONFIG_OVERRIDE or SAGEMAKER_USER_CONFIG_OVERRIDE: then the file must be there. */
  readonly isOverride: boolean;
}

/** Larger files are not read: bytes of UTF-8. */
export const mostFileBytes = 1_000_000;

/** More files than this one notebook does not get. */
export const mostFiles = 64;

/** The path below the notebook's folder, without `.` and `..`; undefined: it is elsewhere. */
export function pathBelow(path: string): string | undefined {
  if (/^(?:[\\/~]|[A-Za-z]:|\w+:\/\/)/.test(path) || /[\0\\]/.test(path)) return undefined;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step === "..") {
      if (steps.pop() === undefined) return undefined;
    } else steps.push(step);
  }
  return steps.length === 0 ? "." : steps.join("/");
}
