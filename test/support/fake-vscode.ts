import { readFile, stat, lstat } from "node:fs/promises";
import Module from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A place as VS Code tells it, on this machine's disk or elsewhere. */
export class FakeUri {
  private constructor(
    readonly scheme: string,
    readonly fsPath: string,
  ) {}

  static file(path: string): FakeUri {
    return new FakeUri("file", path);
  }

  static of(scheme: string, path: string): FakeUri {
    return new FakeUri(scheme, path);
  }

  static parse(uri: string): FakeUri {
    const { protocol, pathname } = new URL(uri);
    return new FakeUri(protocol.replace(/:$/, ""), decodeURIComponent(pathname));
  }

  static joinPath(uri: FakeUri, ...parts: readonly string[]): FakeUri {
    return new FakeUri(uri.scheme, join(uri.fsPath, ...parts));
  }

  get path(): string {
    return this.fsPath;
  }

  with({ scheme }: { readonly scheme: string }): FakeUri {
    return new FakeUri(scheme, this.fsPath);
  }

  toString(): string {
    return pathToFileURL(this.fsPath).href.replace(/^file/, this.scheme);
  }
}

class FileSystemError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** VS Code's events, which are functions that take a listener. */
export class FakeEmitter<T> {
  private readonly listeners = new Set<(value: T) => unknown>();

  readonly event = (listener: (value: T) => unknown): { dispose(): void } => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const listener of this.listeners) listener(value);
  }

  dispose(): void {
    this.listeners.clear();
  }
}

const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };

/** The part of VS Code's API that reading files needs, on the real disk; what is read is noted. */
export const fakeVscode = {
  Uri: FakeUri,
  EventEmitter: FakeEmitter,
  FileType,
  FileSystemError,
  reads: [] as string[],
  /** What tests put there; a name has to be there when the module is loaded. */
  window: {},
  Position: Object,
  workspace: {
    isTrusted: true,
    /** The one folder that is open. */
    folder: "/",
    getWorkspaceFolder(uri: FakeUri): object | undefined {
      const isInside = uri.fsPath.startsWith(`${fakeVscode.workspace.folder}/`);
      return isInside ? {} : undefined;
    },
    fs: {
      async stat({ fsPath }: FakeUri): Promise<{ type: number; size: number }> {
        try {
          const [link, found] = [await lstat(fsPath), await stat(fsPath)];
          const type = found.isDirectory() ? FileType.Directory : FileType.File;
          return { type: type | (link.isSymbolicLink() ? FileType.SymbolicLink : 0), size: found.size };
        } catch {
          throw new FileSystemError("FileNotFound");
        }
      },
      async readFile({ fsPath }: FakeUri): Promise<Uint8Array> {
        fakeVscode.reads.push(fsPath);
        return readFile(fsPath);
      },
    },
  },
};

type Load = (this: unknown, request: string, ...rest: readonly unknown[]) => unknown;

/** From here on what is loaded gets the fake where it asks for VS Code's API, which only its host has. */
export function provideFakeVscode(): void {
  const loader = Module as unknown as { _load: Load };
  const load = loader._load;
  loader._load = function (request, ...rest) {
    return request === "vscode" ? fakeVscode : load.call(this, request, ...rest);
  };
}
