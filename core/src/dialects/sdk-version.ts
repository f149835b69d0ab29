import type { JobRequest } from "../requests/request.js";

/** A major version of the SageMaker Python SDK; versions 2 and 3 have other modules, and a few under the same path. */
export type SdkMajor = 2 | 3;

/**
 * The version that the notebook is written for: by what it imports, else by what it installs, else by what is
 * installed where it runs. Undefined: nothing tells.
 *
 * @param said By cell.
 * @param installed The version that the host found, `2.257.7`.
 */
export function sdkWrittenFor(
  said: readonly SaidOfSdk[],
  installed: string | undefined,
): SdkMajor | undefined {
  let only: SdkMajor | undefined;
  for (const { imported } of said)
    for (const one of imported) {
      if (only !== undefined && one !== only) return undefined;
      only = one;
    }
  if (only !== undefined) return only;
  const version = installedSdk(said, installed);
  return version === undefined ? undefined : majorOf(version);
}

/**
 * The version that the notebook runs with: the one that it installs itself, else the host's. What is installed as
 * "the newest" is not known. `3` or `3.27.0`, as far as it is said.
 *
 * @param said By cell.
 */
export function installedSdk(said: readonly SaidOfSdk[], installed: string | undefined): string | undefined {
  const asked: string[] = [];
  // One by one: a call takes only so many arguments
  for (const { required } of said) for (const one of required) asked.push(one);
  if (asked.length === 0) return installed;
  const [first, ...others] = asked.map(pinned);
  // One that goes back to another version at its end is written for the one between
  if ([first, ...others].some((one) => one?.split(".")[0] === "1")) return "1";
  return others.every((one) => one === first) ? first : undefined;
}

export function majorOf(version: string): SdkMajor | undefined {
  const major = /^\s*(\d+)/.exec(version)?.[1];
  return major === "2" ? 2 : major === "3" ? 3 : undefined;
}

/** A class that the installed version does not have: the import fails, and nothing is sent. */
export function refusedByImport(request: JobRequest, installed: string | undefined): JobRequest {
  const major = installed === undefined ? undefined : majorOf(installed);
  const own = majorOfClass(request);
  if (major === undefined || own === undefined || major === own) return request;
  const module = request.call.callee.split(".").slice(0, 2).join(".");
  return { ...request, refused: { error: "ModuleNotFoundError", message: `No module named '${module}'` } };
}

/** Of classes that only one version has. */
function majorOfClass({ client, call: { callee } }: JobRequest): SdkMajor | undefined {
  // boto3's client of the service is called sagemaker too
  if (client === "boto3" || !callee.startsWith("sagemaker.")) return undefined;
  return importedMajors(`import ${callee}`)[0];
}

/** Packages that only version 3 has. `serve` and `lineage` are in both. */
const ofThree = /^(?:core|train|mlops|ai_registry)$/;
const ofBoth = /^(?:serve|lineage)$/;
/** @source sagemaker 3.27.0, serve/; 2.257.7 has none of them. */
const serveOfThree =
  /^(?:ai_inference_recommender|async_inference|batch_inference|bedrock_model_builder|compute_resource_requirements|configs|constants|deployment_progress|inference_recommendation_mixin|local_resources|model_builder(?:_servers|_utils)?|model_reuse|predictor_async|serverless)$/;

function importedMajors(line: string): SdkMajor[] {
  if (!line.includes("import")) return [];
  const from = /^\s*from\s+sagemaker((?:\.\w+)*)\s+import\s+(\w+)?/.exec(line);
  const path =
    from === null
      ? /^\s*import\s+sagemaker\.(\w+(?:\.\w+)*)/.exec(line)?.[1]
      : `${from[1] ?? ""}.${from[2] ?? ""}`.replace(/^\.|\.$/g, "");
  if (path === undefined || path === "") return [];
  const [first = "", second, third] = path.split(".");
  if (ofThree.test(first)) return [3];
  if (!ofBoth.test(first)) return [2];
  if (first !== "serve" || second === undefined) return [];
  if (serveOfThree.test(second)) return [3];
  return second === "builder" && third === "model_builder" ? [2] : [];
}

/** What one line of pip asks for: `==2.200.1`; "" for the newest, whatever that is. */
function requirements(line: string): string[] {
  if (
    !/^\s*(?:[%!]{1,2}\s*)?(?:\{?sys\.executable\}?\s+-m\s+|python3?\s+-m\s+|uv\s+)?pip3?\s+install\b/.test(
      line,
    )
  )
    return [];
  return [
    ...line.matchAll(
      /(?<=[\s"'])sagemaker(?:\[[\w,\s-]*\])?(?![\w.-])\s*((?:[=<>~!]=?\s*["']?[\w.*]+["']?\s*,?\s*)*)/g,
    ),
  ].map(([, constraint = ""]) => constraint.replaceAll(/[\s"']/g, ""));
}

/** The version that a constraint leaves no doubt of: all of it, or its first number. */
function pinned(constraint: string): string | undefined {
  const exact = /^[=~]=(\d+(?:\.\d+)*)/.exec(constraint);
  if (exact)
    return constraint.startsWith("==") && !constraint.includes("*") ? exact[1] : exact[1]?.split(".")[0];
  if (/(?:^|,)<2(?:\.0)*(?:,|$)/.test(constraint)) return "1";
  if (/(?:^|,)<3(?:\.0)*(?:,|$)/.test(constraint) || /(?:^|,)<=?2\b/.test(constraint)) return "2";
  return /(?:^|,)>=?3\b/.test(constraint) && !constraint.includes("<") ? "3" : undefined;
}

/** What one cell says of versions. */
export interface SaidOfSdk {
  readonly imported: readonly SdkMajor[];
  /** What pip is asked for. */
  readonly required: readonly string[];
}

const nothingOfSdk: SaidOfSdk = { imported: [], required: [] };

export function saidOfSdk(text: string): SaidOfSdk {
  const imported = linesWith("sagemaker", text).flatMap(importedMajors);
  const required = linesWith("install", text).flatMap(requirements);
  return imported.length + required.length === 0 ? nothingOfSdk : { imported, required };
}

function linesWith(word: string, text: string): readonly string[] {
  const lines: string[] = [];
  for (let at = text.indexOf(word); at >= 0;) {
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next;
    lines.push(text.slice(text.lastIndexOf("\n", at) + 1, end));
    at = text.indexOf(word, end);
  }
  return lines;
}
