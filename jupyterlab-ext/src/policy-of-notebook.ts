import { URLExt } from "@jupyterlab/coreutils";
import type { Contents, ServerConnection } from "@jupyterlab/services";
import {
  faultText,
  policyFaults,
  policyOfFiles,
  type FoundPolicies,
  type PolicyInForce,
} from "@sagemaker-preflight/core";
import { askServer } from "./ask-server.js";
import { collaborativeDrive } from "./files-beside.js";

/** What the team asks of one notebook. */
export class PolicyOfNotebook {
  #policy: PolicyInForce | undefined;
  #problems: readonly string[] = [];
  #read: string | undefined;

  /** @param find Undefined: nobody can say. */
  constructor(private readonly find: () => Promise<FoundPolicies | undefined>) {}

  /** What a check gets to know; the same object until the files say something else. */
  get environment(): { readonly policy?: PolicyInForce } {
    return this.#policy === undefined ? {} : { policy: this.#policy };
  }

  /** What is wrong with the files: `path:line: message`. What is asked is not all that was meant then. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  get isRead(): boolean {
    return this.#read !== undefined;
  }

  /** @returns Whether they say something else than before: what was said holds while nobody can say. Never throws. */
  async renew(): Promise<boolean> {
    const found = await this.find();
    if (found === undefined && this.isRead) return false;
    const text = JSON.stringify(found ?? null);
    if (text === this.#read) return false;
    this.#read = text;
    const { files, unreadable } = found ?? { files: [], unreadable: [] };
    const hadNone = this.#policy === undefined && this.#problems.length === 0;
    const { policy, problems } = policyOfFiles(files);
    this.#policy = files.length === 0 ? undefined : policy;
    this.#problems = policyFaults(unreadable, problems).map(faultText);
    return !(hadNone && files.length === 0 && unreadable.length === 0);
  }
}

/**
 * Where a document is in the files that the server serves; undefined: on a drive of its own (a bucket, say), where no
 * folder's policy is looked for.
 */
export function servedPath(
  path: string,
  contents: Pick<Contents.IManager, "driveName" | "localPath">,
): string | undefined {
  return ["", collaborativeDrive].includes(contents.driveName(path)) ? contents.localPath(path) : undefined;
}

/**
 * Asks the server extension.
 *
 * @param path The document's in the server; undefined: only the machine's policy is asked for.
 * @returns Undefined: it is not there, or of another version.
 */
export function findPolicies(
  path: string | undefined,
  server?: ServerConnection.ISettings,
): Promise<FoundPolicies | undefined> {
  const query = path === undefined ? "" : URLExt.objectToQueryString({ path });
  return askServer(`policy${query}`, isFound, server);
}

function isFound(body: unknown): body is FoundPolicies {
  if (typeof body !== "object" || body === null || !("files" in body) || !("unreadable" in body))
    return false;
  return areAll(body.files, ["path", "text"]) && areAll(body.unreadable, ["path", "why"]);
}

function areAll(list: unknown, members: readonly string[]): boolean {
  return (
    Array.isArray(list) &&
    list.every(
      (one: unknown) =>
        typeof one === "object" &&
        one !== null &&
        members.every((name) => typeof (one as Readonly<Record<string, unknown>>)[name] === "string"),
    )
  );
}
