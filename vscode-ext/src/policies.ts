import { basename, dirname } from "node:path";
import * as vscode from "vscode";
import {
  faultText,
  policyFaults,
  policyFileName,
  policyOfFiles,
  type FoundPolicies,
  type PolicyOfFiles,
  type PolicyInForce,
} from "@sagemaker-preflight/core";
import { machinePolicyPath, PolicyFiles } from "@sagemaker-preflight/core/machine";
import type { Source } from "./read-notebook.js";

/**
 * What the team asks of the documents of this window: the policy files of this machine and of their repositories, by the
 * same search as the command line's. What is wrong in one is shown in it.
 */
export class Policies implements vscode.Disposable {
  private readonly diagnostics = vscode.languages.createDiagnosticCollection("sagemaker-preflight-policy");
  private readonly changed = new vscode.EventEmitter<undefined>();
  /** Documents may be asked something else now. */
  readonly onDidChange = this.changed.event;
  private files = new PolicyFiles();
  /** By the files' texts: the same object as long as they say the same, so that what was judged by it is kept. */
  private readonly read = new Map<string, PolicyOfFiles>();
  /** By folder, what its documents were judged by. */
  private readonly judgedBy = new Map<string, Judging>();
  private readonly subscriptions: readonly { dispose(): unknown }[];

  constructor(private readonly log: vscode.LogOutputChannel) {
    const renew = (): void => {
      this.renew();
    };
    const watchers = [`**/${policyFileName}`, machinePattern()].flatMap((pattern) =>
      pattern === undefined ? [] : [vscode.workspace.createFileSystemWatcher(pattern)],
    );
    this.subscriptions = [
      this.diagnostics,
      this.changed,
      ...watchers.flatMap((watcher) => [
        watcher,
        watcher.onDidChange(renew),
        watcher.onDidCreate(renew),
        watcher.onDidDelete(renew),
      ]),
      // A file above the open folder is not watched
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) renew();
      }),
    ];
  }

  /** Undefined: nothing is asked. */
  of(source: Source): PolicyInForce | undefined {
    return this.judging(source)?.policy;
  }

  /** What is wrong with the files: `path:line: message`. What is asked is not all that was meant then. */
  problemsOf(source: Source): readonly string[] {
    return this.judging(source)?.problems ?? [];
  }

  private judging(source: Source): Judging | undefined {
    const folder = folderOf(source);
    if (folder === undefined) return undefined;
    const found = this.files.of(folder);
    let judging = this.judgedBy.get(folder);
    if (judging?.found !== found) this.judgedBy.set(folder, (judging = this.judgingOf(folder, found)));
    return judging;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private judgingOf(folder: string, found: FoundPolicies): Judging {
    const { files, unreadable } = found;
    for (const { path } of files) this.log.info(`The policy of ${folder}: ${path}`);
    for (const { path, why } of unreadable) this.log.warn(`The policy ${path} cannot be read: ${why}`);
    if (files.length === 0 && unreadable.length === 0) return { found };
    const key = JSON.stringify(found);
    let read = this.read.get(key);
    if (read === undefined) {
      this.read.set(key, (read = policyOfFiles(files)));
      this.show(found, read);
    }
    const problems = policyFaults(unreadable, read.problems).map(faultText);
    return { found, policy: read.policy, problems };
  }

  private renew(): void {
    const files = new PolicyFiles();
    const isNew = [...this.judgedBy].some(
      ([folder, { found }]) => JSON.stringify(files.of(folder)) !== JSON.stringify(found),
    );
    if (!isNew) return;
    this.files = files;
    this.read.clear();
    this.diagnostics.clear();
    this.changed.fire(undefined);
  }

  private show({ files, unreadable }: FoundPolicies, { problems }: PolicyOfFiles): void {
    for (const { path, text } of files) {
      const lines = text.split("\n");
      const ofFile = problems.filter((problem) => problem.path === path);
      this.diagnostics.set(
        vscode.Uri.file(path),
        ofFile.map(({ line, message }) =>
          diagnosticAt(line - 1, lines[line - 1]?.trimEnd().length ?? 0, message),
        ),
      );
    }
    for (const { path, why } of unreadable)
      this.diagnostics.set(vscode.Uri.file(path), [diagnosticAt(0, 0, `The policy cannot be read: ${why}`)]);
  }
}

interface Judging {
  readonly found: FoundPolicies;
  readonly problems?: readonly string[];
  /** Absent: nothing is asked. */
  readonly policy?: PolicyInForce;
}

function diagnosticAt(line: number, length: number, message: string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(line, 0, line, length),
    message,
    vscode.DiagnosticSeverity.Error,
  );
  diagnostic.source = "SageMaker Preflight";
  return diagnostic;
}

/** Of what is not on a disk yet, the folder that is open. */
function folderOf({ uri, isUntitled }: Source): string | undefined {
  if (!isUntitled) return uri.scheme === "file" ? dirname(uri.fsPath) : undefined;
  const open = vscode.workspace.workspaceFolders?.[0]?.uri;
  return open?.scheme === "file" ? open.fsPath : undefined;
}

function machinePattern(): vscode.RelativePattern | undefined {
  const path = machinePolicyPath();
  return path === undefined
    ? undefined
    : new vscode.RelativePattern(vscode.Uri.file(dirname(path)), basename(path));
}
