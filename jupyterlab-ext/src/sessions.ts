import type { ISharedCell } from "@jupyter/ydoc";
import type { INotebookTracker, NotebookPanel } from "@jupyterlab/notebook";
import { Signal } from "@lumino/signaling";
import { createChecker } from "@sagemaker-preflight/core";
import type { Contents, KernelSpec } from "@jupyterlab/services";
import type { Account } from "./account.js";
import { kernelEnvironment } from "./kernel-settings.js";
import { FilesBeside } from "./files-beside.js";
import { NotebookSession } from "./notebook-session.js";
import { findPolicies, PolicyOfNotebook } from "./policy-of-notebook.js";
import { readServerDefaults } from "./server-defaults.js";
import type { Settings } from "./settings.js";

interface Open {
  readonly session: NotebookSession;
  /** Two views of one notebook share a session. */
  readonly panels: Set<NotebookPanel>;
}

type KernelSpecs = Pick<KernelSpec.IManager, "specs" | "specsChanged">;

/** One session for each open notebook, whether it is in front or not. */
export class Sessions {
  /** Emitted with the session that has a new report, or undefined when sessions came or went. */
  readonly reported = new Signal<this, NotebookSession | undefined>(this);
  readonly #tracker: INotebookTracker;
  readonly #account: Account;
  readonly #settings: () => Settings;
  readonly #contents: Contents.IManager;
  readonly #kernels: KernelSpecs | undefined;
  readonly #open = new Map<object, Open>();
  readonly #ends = new Map<object, () => unknown>();

  constructor(
    tracker: INotebookTracker,
    account: Account,
    settings: () => Settings,
    contents: Contents.IManager,
    kernels?: KernelSpecs,
  ) {
    this.#tracker = tracker;
    this.#account = account;
    this.#settings = settings;
    this.#contents = contents;
    this.#kernels = kernels;
    tracker.forEach((panel) => {
      this.#add(panel);
    });
    tracker.widgetAdded.connect((_, panel) => {
      this.#add(panel);
    });
    tracker.currentChanged.connect(() => {
      this.reported.emit(undefined);
    });
  }

  /** The session of the notebook in front. */
  get current(): { readonly session: NotebookSession; readonly panel: NotebookPanel } | undefined {
    const panel = this.#tracker.currentWidget;
    const notebook = panel?.model?.sharedModel;
    const session = notebook && this.#open.get(notebook)?.session;
    return panel && session ? { session, panel } : undefined;
  }

  /** The session of the notebook that a cell is in; a cell of a console or a dialog is in none. */
  of(cell: ISharedCell): NotebookSession | undefined {
    const { notebook } = cell;
    return notebook === null ? undefined : this.#open.get(notebook)?.session;
  }

  /** After a change of settings: everything is checked again, or nothing is shown any more. */
  restart(): void {
    const panels = [...this.#open.values()].flatMap(({ panels }) => [...panels]);
    for (const { session } of this.#open.values()) session.dispose();
    for (const end of this.#ends.values()) end();
    this.#ends.clear();
    this.#open.clear();
    this.#tracker.forEach((panel) => {
      if (!panels.includes(panel)) panels.push(panel);
    });
    for (const panel of panels) this.#start(panel);
    this.reported.emit(undefined);
  }

  /**
   * Its user is back at the notebook in front: what is beside it may be another now. A save by Jupyter tells that itself,
   * but not a terminal, another program, or a document that people edit together, which the server saves.
   */
  lookAgain(): void {
    this.current?.session.filesChanged();
  }

  #add(panel: NotebookPanel): void {
    void panel.context.ready.then(() => {
      this.#start(panel);
    });
    panel.disposed.connect(() => {
      this.#remove(panel);
    });
  }

  #start(panel: NotebookPanel): void {
    if (panel.isDisposed || !this.#settings().enabled) return;
    const notebook = panel.context.model.sharedModel;
    const open = this.#open.get(notebook);
    if (open !== undefined) {
      open.panels.add(panel);
      return;
    }
    const files = new FilesBeside(() => panel.context.path, this.#contents, readServerDefaults);
    const session = new NotebookSession({
      files,
      policy: new PolicyOfNotebook(() => findPolicies(this.#contents.localPath(panel.context.path))),
      path: () => panel.context.path,
      notebook: notebook,
      account: this.#account,
      kernel: () => kernelEnvironment(this.#environmentOf(panel)),
      check: createChecker(),
      delay: () => this.#settings().checkDelay,
    });
    const renew = (_: unknown, { oldValue, newValue }: Contents.IChangedArgs) => {
      const paths = [oldValue?.path, newValue?.path].filter((path) => path !== undefined);
      session.filesChanged(paths); // what was saved may be beside this notebook
    };
    const renamed = () => {
      session.filesChanged(); // other files may be beside it now
      this.reported.emit(session);
    };
    const recheck = () => {
      session.scheduleCheck();
    };
    this.#contents.fileChanged.connect(renew);
    panel.context.pathChanged.connect(renamed);
    panel.sessionContext.kernelChanged.connect(recheck);
    this.#kernels?.specsChanged.connect(recheck);
    this.#ends.set(notebook, () => {
      this.#contents.fileChanged.disconnect(renew);
      panel.context.pathChanged.disconnect(renamed);
      panel.sessionContext.kernelChanged.disconnect(recheck);
      this.#kernels?.specsChanged.disconnect(recheck);
    });
    session.reported.connect(() => {
      this.reported.emit(session);
    });
    this.#open.set(notebook, { session, panels: new Set([panel]) });
    this.reported.emit(undefined);
  }

  /** What the notebook's kernel is started with; before there is one, that of the notebook's metadata. */
  #environmentOf({ sessionContext, model }: NotebookPanel): Readonly<Record<string, unknown>> | undefined {
    const metadata = model?.sharedModel.getMetadata("kernelspec") as { readonly name?: string } | undefined;
    const name = sessionContext.session?.kernel?.name ?? metadata?.name ?? "";
    return this.#kernels?.specs?.kernelspecs[name]?.env;
  }

  #remove(panel: NotebookPanel): void {
    for (const [notebook, { session, panels }] of this.#open) {
      if (!panels.delete(panel) || panels.size > 0) continue;
      session.dispose();
      this.#ends.get(notebook)?.();
      this.#ends.delete(notebook);
      this.#open.delete(notebook);
      this.reported.emit(undefined);
    }
  }
}
