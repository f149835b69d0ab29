import { PathExt } from "@jupyterlab/coreutils";
import { ServerConnection, type Contents } from "@jupyterlab/services";
import {
  mostFileBytes,
  mostFiles,
  pathBelow,
  type Environment,
  type FileAnswer,
} from "@sagemaker-preflight/core";
import type { SdkDefaults } from "./server-defaults.js";

/**
 * The files that the checks of one notebook ask for: those beside it by Jupyter's own contents API, the SDK's defaults as
 * the server extension gives them.
 */
export class FilesBeside {
  #answers: ReadonlyMap<string, FileAnswer> = new Map();
  #defaults: SdkDefaults | undefined;
  #isStarted = false;

  /** @param path The notebook's in the server, as it is now. */
  constructor(
    private readonly path: () => string,
    private readonly contents: Pick<Contents.IManager, "get">,
    private readonly defaults: () => Promise<SdkDefaults | undefined>,
  ) {}

  /** What a check gets to know of files. */
  get environment(): Pick<Environment, "files" | "sdkDefaults"> {
    const places = this.#defaults?.places;
    return { files: this.#answers, ...(places === undefined ? {} : { sdkDefaults: places }) };
  }

  /** @returns Whether there is anything new to check with. Never throws. */
  async read(paths: readonly string[]): Promise<boolean> {
    let isNew = false;
    if (!this.#isStarted) {
      this.#isStarted = true;
      this.#defaults = await this.defaults();
      isNew = this.#defaults !== undefined;
    }
    const open = paths
      .filter((path) => !this.#answers.has(path))
      .slice(0, Math.max(0, mostFiles - this.#answers.size));
    if (open.length === 0) return isNew;
    const read = await Promise.all(open.map(async (path) => [path, await this.#answer(path)] as const));
    this.#answers = new Map([...this.#answers, ...read]);
    return true;
  }

  /** After a save, files may say something else. */
  forget(): void {
    this.#answers = new Map();
    this.#isStarted = false;
  }

  async #answer(path: string): Promise<FileAnswer> {
    const ofDefaults = this.#defaults?.files.get(path);
    if (ofDefaults !== undefined) return ofDefaults;
    const below = pathBelow(path);
    if (below === undefined) return { state: "unreadable", why: "it is not beside the notebook" };
    const place = PathExt.join(PathExt.dirname(this.path()), below);
    try {
      const { type, size } = await this.contents.get(place, { content: false });
      if (type === "directory") return { state: "folder" };
      if ((size ?? 0) > mostFileBytes) return { state: "unreadable", why: "it is too large" };
      const file = await this.contents.get(place, { content: true, type: "file", format: "text" });
      const content: unknown = file.content;
      return typeof content === "string"
        ? { state: "text", text: content }
        : { state: "unreadable", why: "it is no text" };
    } catch (error) {
      if (error instanceof ServerConnection.ResponseError && error.response.status === 404)
        return { state: "absent" };
      return { state: "unreadable", why: error instanceof Error ? error.message : String(error) };
    }
  }
}
