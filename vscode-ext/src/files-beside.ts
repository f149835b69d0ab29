import * as vscode from "vscode";
import {
  dependsOnFolder,
  mostFileBytes,
  mostFiles,
  pathBelow,
  type Environment,
  type FileAnswer,
  type SdkDefaultsPlaces,
} from "@sagemaker-preflight/core";
import { leadsElsewhere, sameNameAbove, sdkDefaultsPlaces } from "@sagemaker-preflight/core/machine";
import type { Source } from "./read-notebook.js";

/**
 * The files that the checks of one document ask for: those beside it, and the SDK's defaults. In a workspace that is not
 * trusted only files of the workspace, since a notebook of a stranger's says which.
 */
export class FilesBeside {
  private answers: ReadonlyMap<string, FileAnswer> = new Map();
  private readonly reading = new Set<string>();
  /** Being read, and changed since: what is read may be of before. */
  private readonly changed = new Set<string>();

  constructor(private readonly source: Source) {}

  /** What a check gets to know of files. */
  environment(): Pick<Environment, "files" | "sdkDefaults"> {
    const places = this.places;
    if (this.source.isUntitled || !this.isInReach) return {};
    return { files: this.answers, ...(places === undefined ? {} : { sdkDefaults: places }) };
  }

  /** @returns Whether there is anything new to check with. */
  async read(paths: readonly string[]): Promise<boolean> {
    const open = paths
      .filter((path) => !this.answers.has(path) && !this.reading.has(path))
      .slice(0, Math.max(0, mostFiles - this.answers.size));
    if (open.length === 0) return false;
    for (const path of open) this.reading.add(path);
    const read = await Promise.all(open.map(async (path) => [path, await this.answer(path)] as const));
    const current = read.filter(([path]) => !this.changed.has(path));
    for (const path of open) {
      this.reading.delete(path);
      this.changed.delete(path);
    }
    this.answers = new Map([...this.answers, ...current]);
    return true;
  }

  /** A file was changed, made or deleted. @returns Whether a check asked for it. */
  forget(uri: vscode.Uri): boolean {
    const isIt = (path: string) =>
      this.uriOf(path)?.toString() === uri.toString() || this.isNamesakeAbove(uri, path);
    const late = [...this.reading].filter(isIt);
    for (const path of late) this.changed.add(path);
    const paths = [...this.answers.keys()].filter(isIt);
    if (paths.length === 0) return late.length > 0;
    this.answers = new Map([...this.answers].filter(([path]) => !paths.includes(path)));
    return true;
  }

  /** A file of the same name above the document may be the one that a script opens. */
  private isNamesakeAbove(uri: vscode.Uri, path: string): boolean {
    if (!dependsOnFolder(path)) return false;
    const below = `/${pathBelow(path) ?? path}`;
    const above = uri.path.endsWith(below) ? uri.path.slice(0, 1 - below.length) : undefined;
    return above !== undefined && this.source.uri.path.startsWith(above);
  }

  private get isInReach(): boolean {
    return vscode.workspace.isTrusted || vscode.workspace.getWorkspaceFolder(this.source.uri) !== undefined;
  }

  /** They are this machine's, so not those of a notebook that is somewhere else. */
  private get places(): SdkDefaultsPlaces | undefined {
    return vscode.workspace.isTrusted && this.source.uri.scheme === "file" ? sdkDefaultsPlaces() : undefined;
  }

  /** One of the two files of the SDK's defaults, as `places` has them. */
  private isDefaults(path: string): boolean {
    const { places } = this;
    const isOne = [places?.administrator.path, places?.user.path].some(
      (one) => one !== undefined && (path === one || path === `${one.replace(/[\\/]$/, "")}/config.yaml`),
    );
    return isOne && /^(?:[/\\]|[A-Za-z]:)/.test(path);
  }

  uriOf(path: string): vscode.Uri | undefined {
    if (this.isDefaults(path)) return vscode.Uri.file(path);
    const below = pathBelow(path);
    return below === undefined ? undefined : vscode.Uri.joinPath(this.source.uri, "..", below);
  }

  private async answer(path: string): Promise<FileAnswer> {
    const uri = this.uriOf(path);
    if (uri === undefined) return { state: "unreadable", why: "it is not beside the notebook" };
    try {
      const { type, size } = await vscode.workspace.fs.stat(uri);
      const folder = vscode.Uri.joinPath(this.source.uri, "..");
      const isLocal = uri.scheme === "file" && !this.isDefaults(path);
      if (isLocal && leadsElsewhere(folder.fsPath, uri.fsPath))
        return { state: "unreadable", why: "it is a link to somewhere else" };
      const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
      if (isLink && !vscode.workspace.isTrusted)
        return { state: "unreadable", why: "it is a link, and the workspace is not trusted" };
      if ((type & vscode.FileType.Directory) !== 0) return { state: "folder" };
      const why = isLocal ? sameNameAbove(this.source.uri.fsPath, pathBelow(path) ?? path) : undefined;
      if (why !== undefined) return { state: "unreadable", why };
      if (size > mostFileBytes) return { state: "unreadable", why: "it is too large" };
      const bytes = await vscode.workspace.fs.readFile(uri);
      return {
        state: "text",
        text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
      };
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === "FileNotFound")
        return { state: "absent" };
      return { state: "unreadable", why: error instanceof Error ? error.message : String(error) };
    }
  }
}
