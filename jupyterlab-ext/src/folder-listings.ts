import type { Contents } from "@jupyterlab/services";

export interface Entry {
  readonly type: string;
  /** Bytes; some stores of contents do not say. */
  readonly size?: number | undefined;
}

/**
 * What there is below a notebook's folder, by the lists of the folders on the way, each asked for once. Most modules that a
 * notebook imports are not beside it, and a server logs a request for what is not there as an error, as the browser does.
 */
export class FolderListings {
  readonly #folders = new Map<string, Promise<ReadonlyMap<string, Entry> | undefined>>();

  /** @param list What Jupyter says of a folder, by its path below the notebook's; undefined: it does not list it. */
  constructor(private readonly list: (below: string) => Promise<Contents.IModel | undefined>) {}

  /** @returns Undefined: it is not there. `unlisted`: a folder on the way is not listed. */
  async find(below: string): Promise<Entry | "unlisted" | undefined> {
    const steps = below === "." ? [] : below.split("/");
    let entry: Entry = { type: "directory" };
    for (const [depth, name] of steps.entries()) {
      if (entry.type !== "directory") return undefined;
      const folder = await this.#entriesOf(steps.slice(0, depth).join("/"));
      if (folder === undefined) return "unlisted";
      const found = folder.get(name);
      if (found === undefined) return undefined;
      entry = found;
    }
    return entry;
  }

  #entriesOf(below: string): Promise<ReadonlyMap<string, Entry> | undefined> {
    const known = this.#folders.get(below);
    if (known !== undefined) return known;
    const asked = this.list(below).then((folder) => {
      const content: unknown = folder?.content;
      if (!Array.isArray(content)) return undefined;
      const entries = content as readonly Contents.IModel[];
      return new Map(entries.map(({ name, type, size }): [string, Entry] => [name, { type, size }]));
    });
    this.#folders.set(below, asked);
    return asked;
  }
}
