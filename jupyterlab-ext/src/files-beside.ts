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

type Files = Pick<Contents.IManager, "get" | "save" | "driveName" | "localPath">;

/**
 * The files that the checks of one notebook ask for: those beside it by Jupyter's own contents API, the SDK's defaults as
 * the server extension gives them.
 */
export class FilesBeside {
  #answers: ReadonlyMap<string, FileAnswer> = new Map();
  #defaults: SdkDefaults | undefined;
  #isStarted = false;
  /** Answers of before a renewal are dropped. */
  #generation = 0;

  /** @param path The notebook's in the server, as it is now. */
  constructor(
    private readonly path: () => string,
    private readonly contents: Files,
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
    const generation = this.#generation;
    const read = await this.#answersOf(open);
    if (generation !== this.#generation) return true; // asked for again by the check that follows
    this.#answers = new Map([
      ...this.#answers,
      ...read.map(([path, answer]) => [path, answer ?? silent] as const),
    ]);
    return true;
  }

  /**
   * After a save, files may say something else: they are read again, and what was read before holds until then, also while
   * the server cannot be reached.
   *
   * @returns Whether one says something else. Never throws.
   */
  async renew(): Promise<boolean> {
    if (!this.#isStarted) return false;
    const generation = ++this.#generation;
    const before = JSON.stringify([this.#defaults?.places, ...this.#answers]);
    const defaults = await this.defaults();
    if (generation !== this.#generation) return false;
    this.#defaults = defaults ?? this.#defaults;
    const known = this.#answers;
    const read = await this.#answersOf([...known.keys()]);
    if (generation !== this.#generation) return false;
    this.#answers = new Map(read.map(([path, answer]) => [path, answer ?? known.get(path) ?? silent]));
    return JSON.stringify([this.#defaults?.places, ...this.#answers]) !== before;
  }

  /** What checks were given of a file. */
  textOf(path: string): string | undefined {
    const answer = this.#answers.get(path);
    return answer?.state === "text" ? answer.text : undefined;
  }

  /**
   * Puts a new text in the place of the one that checks were given, when the file still has it.
   *
   * @param before What the file must still have.
   * @returns Why nothing was written, if so. Never throws.
   */
  async replace(path: string, before: string, after: string): Promise<string | undefined> {
    const below = pathBelow(path);
    if (below === undefined) return `${path} is not beside the notebook`;
    const place = this.#placeOf(below);
    try {
      const file = await this.contents.get(place, { content: true, type: "file", format: "text" });
      if (file.content !== before) return `${path} was changed meanwhile`;
      if (!file.writable) return `${path} may not be written`;
      await this.contents.save(place, { type: "file", format: "text", content: after });
      return undefined;
    } catch (error) {
      return `${path}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  #answersOf(paths: readonly string[]): Promise<(readonly [string, FileAnswer | undefined])[]> {
    return Promise.all(paths.map(async (path) => [path, await this.#answer(path)] as const));
  }

  /** @returns Undefined: the server cannot be reached at the moment. */
  async #answer(path: string): Promise<FileAnswer | undefined> {
    const ofDefaults = this.#defaults?.files.get(path);
    if (ofDefaults !== undefined) return ofDefaults;
    const below = pathBelow(path);
    if (below === undefined) return { state: "unreadable", why: "it is not beside the notebook" };
    const place = this.#placeOf(below);
    try {
      const { type, size } = await this.contents.get(place, { content: false });
      if (type === "directory") return { state: "folder" };
      // Some stores of contents do not know it; the whole of such a file would have to be fetched to find out
      if (typeof size !== "number") return { state: "unreadable", why: "its size is not known" };
      if (size > mostFileBytes) return tooLarge;
      const file = await this.contents.get(place, { content: true, type: "file", format: "text" });
      const content: unknown = file.content;
      if (typeof content !== "string") return { state: "unreadable", why: "it is no text" };
      return content.length > mostFileBytes ? tooLarge : { state: "text", text: content };
    } catch (error) {
      if (isOutOfReach(error)) return undefined;
      if (error instanceof ServerConnection.ResponseError && error.response.status === 404)
        return { state: "absent" };
      return { state: "unreadable", why: error instanceof Error ? error.message : String(error) };
    }
  }

  /** On the notebook's own drive. */
  #placeOf(below: string): string {
    const drive = this.contents.driveName(this.path());
    const place = PathExt.join(PathExt.dirname(this.contents.localPath(this.path())), below);
    return drive === "" ? place : `${drive}:${place}`;
  }
}

/** No answer, or that of a proxy whose server is just starting. */
function isOutOfReach(error: unknown): boolean {
  if (error instanceof ServerConnection.ResponseError) return [502, 503, 504].includes(error.response.status);
  return error instanceof ServerConnection.NetworkError;
}

const silent: FileAnswer = { state: "unreadable", why: "the Jupyter server cannot be reached" };
const tooLarge: FileAnswer = { state: "unreadable", why: "it is too large" };
