import { PathExt } from "@jupyterlab/coreutils";
import { ServerConnection, type Contents } from "@jupyterlab/services";
import {
  dependsOnFolder,
  mostFileBytes,
  mostFiles,
  pathBelow,
  type Environment,
  type FileAnswer,
} from "@sagemaker-preflight/core";
import { FolderListings } from "./folder-listings.js";
import { sameNameAbove } from "./same-name-above.js";
import type { SdkDefaults } from "./server-defaults.js";

type Files = Pick<Contents.IManager, "get" | "save" | "driveName" | "localPath">;

/**
 * The files that the checks of one notebook or script ask for: those beside it by Jupyter's own contents API, the SDK's defaults as
 * the server extension gives them.
 */
export class FilesBeside {
  #answers: ReadonlyMap<string, FileAnswer> = new Map();
  #defaults: SdkDefaults | undefined;
  /** On their way: who asks for them too need not wait. */
  readonly #reading = new Set<string>();
  #isStarted = false;
  /** Answers of before a renewal are dropped. */
  #generation = 0;
  /** What a renewal is for that is still under way: one that overtakes it takes this along. */
  readonly #due = new Set<string>();
  #areDefaultsDue = false;

  /** @param path The notebook's in the server, as it is now. */
  constructor(
    private readonly path: () => string,
    private readonly contents: Files,
    private readonly defaults: () => Promise<SdkDefaults | undefined>,
    /** Of a notebook the kernel is in its own folder, whatever its name ends with. */
    private readonly of: "notebook" | "file" = "notebook",
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
      .filter((path) => !this.#answers.has(path) && !this.#reading.has(path))
      .slice(0, Math.max(0, mostFiles - this.#answers.size - this.#reading.size));
    if (open.length === 0) return isNew;
    const generation = this.#generation;
    for (const path of open) this.#reading.add(path);
    const read = await this.#answersOf(open);
    for (const path of open) this.#reading.delete(path);
    if (generation !== this.#generation) return true; // asked for again by the check that follows
    this.#answers = new Map([
      ...this.#answers,
      ...read.map(([path, answer]) => [path, answer ?? silent] as const),
    ]);
    return true;
  }

  /**
   * Files may say something else: they are read again, and what was read before holds until then, also while the server
   * cannot be reached.
   *
   * @param changed Paths in the server of what was saved, made, renamed or deleted, folders too; absent: whatever there is.
   * @returns Whether one says something else. Never throws.
   */
  async renew(changed?: readonly string[]): Promise<boolean> {
    if (!this.#isStarted) return false;
    for (const path of this.#answers.keys())
      if (changed === undefined || this.#isAt(path, changed)) this.#due.add(path);
    if (changed === undefined) this.#areDefaultsDue = true;
    if (this.#due.size === 0 && !this.#areDefaultsDue) return false;
    const generation = ++this.#generation;
    const before = JSON.stringify([this.#defaults?.places, ...this.#answers]);
    if (this.#areDefaultsDue) {
      const defaults = await this.defaults();
      if (generation !== this.#generation) return false;
      this.#defaults = defaults ?? this.#defaults;
    }
    const read = await this.#answersOf([...this.#due]);
    if (generation !== this.#generation) return false;
    this.#due.clear();
    this.#areDefaultsDue = false;
    const known = this.#answers;
    const renewed = read.map(([path, answer]) => [path, answer ?? known.get(path) ?? silent] as const);
    this.#answers = new Map([...known, ...renewed]);
    return JSON.stringify([this.#defaults?.places, ...this.#answers]) !== before;
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
    const folders = new Map<number, FolderListings>();
    const above = (steps: number): FolderListings => {
      const known = folders.get(steps);
      if (known !== undefined) return known;
      const listings = new FolderListings((below) =>
        this.#list(`${"../".repeat(steps)}${below}`.replace(/\/$/, "")),
      );
      folders.set(steps, listings);
      return listings;
    };
    return Promise.all(paths.map(async (path) => [path, await this.#answer(path, above)] as const));
  }

  /** @throws When the server cannot be reached. */
  async #list(below: string): Promise<Contents.IModel | undefined> {
    try {
      return await this.contents.get(this.#placeOf(below), { content: true, type: "directory" });
    } catch (error) {
      if (isOutOfReach(error)) throw error;
      return undefined; // some stores of contents have no lists
    }
  }

  /** @returns Undefined: the server cannot be reached at the moment. */
  async #answer(path: string, above: (steps: number) => FolderListings): Promise<FileAnswer | undefined> {
    const ofDefaults = this.#defaults?.files.get(path);
    if (ofDefaults !== undefined) return ofDefaults;
    const below = pathBelow(path);
    if (below === undefined) return { state: "unreadable", why: "it is not beside the notebook" };
    const place = this.#placeOf(below);
    try {
      const found = await above(0).find(below);
      if (found === undefined) return { state: "absent" };
      const { type, size } =
        found === "unlisted" ? await this.contents.get(place, { content: false }) : found;
      if (type === "directory") return { state: "folder" };
      // Some stores of contents do not know it; the whole of such a file would have to be fetched to find out
      if (typeof size !== "number") return { state: "unreadable", why: "its size is not known" };
      if (size > mostFileBytes) return tooLarge;
      const why = await sameNameAbove(this.#foldersAbove, below, above);
      if (why !== undefined) return { state: "unreadable", why };
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

  /** So many folders above, in which a script may be run. */
  get #foldersAbove(): number {
    if (this.of === "notebook") return 0;
    const path = this.contents.localPath(storedAt(this.path(), this.contents));
    return PathExt.normalize(path).split("/").length - 1;
  }

  /** On the notebook's own drive. */
  #placeOf(below: string): string {
    const path = storedAt(this.path(), this.contents);
    const drive = this.contents.driveName(path);
    const place = PathExt.join(PathExt.dirname(this.contents.localPath(path)), below);
    return drive === "" ? place : `${drive}:${place}`;
  }

  /** It, or one of its name above a script, is one of these places, or in one of them. */
  #isAt(path: string, places: readonly string[]): boolean {
    const below = this.#defaults?.files.has(path) === true ? undefined : pathBelow(path);
    if (below === undefined) return false;
    const above = dependsOnFolder(below) ? this.#foldersAbove : 0;
    const own = Array.from({ length: above + 1 }, (_, steps) => this.#placeOf("../".repeat(steps) + below));
    return places.some((one) => {
      const stored = storedAt(one, this.contents);
      return own.some((place) => place === stored || place.startsWith(`${stored}/`));
    });
  }
}

/**
 * Where Jupyter keeps what has this path. What people edit together has a drive of its own in jupyter-collaboration before
 * version 4, over the files of the server: it gives no content of what is open.
 */
function storedAt(path: string, contents: Pick<Files, "driveName" | "localPath">): string {
  return contents.driveName(path) === collaborativeDrive ? contents.localPath(path) : path;
}

/** @source jupyter-collaboration 3.1, packages/docprovider/src/ydrive.ts */
export const collaborativeDrive = "RTC";

/** No answer, or that of a proxy whose server is just starting. */
function isOutOfReach(error: unknown): boolean {
  if (error instanceof ServerConnection.ResponseError) return [502, 503, 504].includes(error.response.status);
  return error instanceof ServerConnection.NetworkError;
}

const silent: FileAnswer = { state: "unreadable", why: "the Jupyter server cannot be reached" };
const tooLarge: FileAnswer = { state: "unreadable", why: "it is too large" };
