import type { IEditorTracker } from "@jupyterlab/fileeditor";
import type { INotebookTracker } from "@jupyterlab/notebook";
import type { Contents, KernelSpec } from "@jupyterlab/services";
import type { ISignal } from "@lumino/signaling";
import { Signal } from "@lumino/signaling";
import type { Widget } from "@lumino/widgets";
import { createChecker } from "@sagemaker-preflight/core";
import type { Account } from "./account.js";
import { sharedBy, type SharedCell } from "./checked-notebook.js";
import type { CheckedView } from "./checked-view.js";
import { FileView } from "./file-view.js";
import { FilesBeside } from "./files-beside.js";
import { kernelEnvironment } from "./kernel-settings.js";
import { NotebookSession } from "./notebook-session.js";
import { NotebookView } from "./notebook-view.js";
import { findPolicies, PolicyOfNotebook, servedPath } from "./policy-of-notebook.js";
import { readServerDefaults } from "./server-defaults.js";
import type { Settings } from "./settings.js";

export interface SessionsOptions {
  readonly notebooks: INotebookTracker;
  /** Absent: an application without a text editor. */
  readonly editors: IEditorTracker | null;
  readonly shell: Shell;
  readonly account: Account;
  readonly settings: () => Settings;
  readonly contents: Contents.IManager;
  readonly kernels?: Pick<KernelSpec.IManager, "specs" | "specsChanged">;
}

/** The application's, as far as it tells what is in front. */
interface Shell {
  readonly currentWidget: Widget | null;
  readonly currentChanged?: ISignal<unknown, unknown>;
}

/** By which the keyboard shortcuts know a file that is checked (`schema/plugin.json`). */
const checkedClass = "smp-checked";

interface Open {
  readonly session: NotebookSession;
  /** Two views of one notebook share a session. */
  readonly views: Set<CheckedView>;
  readonly checkedAs: string;
  /** Lets go of what it listens to. */
  readonly end: () => void;
}

/** One session for each open notebook and each open file that is checked, whether it is in front or not. */
export class Sessions {
  /** Emitted with the session that has a new report, or undefined when sessions came or went. */
  readonly reported = new Signal<this, NotebookSession | undefined>(this);
  readonly #options: SessionsOptions;
  /** The one that was in front last comes first. */
  #views: readonly CheckedView[] = [];
  readonly #open = new Map<object, Open>();

  constructor(options: SessionsOptions) {
    this.#options = options;
    const { notebooks, editors, shell } = options;
    notebooks.forEach((panel) => {
      this.#add(new NotebookView(panel));
    });
    notebooks.widgetAdded.connect((_, panel) => {
      this.#add(new NotebookView(panel));
    });
    editors?.forEach((editor) => {
      this.#add(new FileView(editor));
    });
    editors?.widgetAdded.connect((_, editor) => {
      this.#add(new FileView(editor));
    });
    shell.currentChanged?.connect(() => {
      this.#putFirst(shell.currentWidget);
      this.reported.emit(undefined);
    });
  }

  /** The session of the notebook or file in front; while something else is there, of the one that was last. */
  get current(): { readonly session: NotebookSession; readonly view: CheckedView } | undefined {
    for (const view of this.#views) {
      const open = this.#open.get(view.shared);
      if (open?.views.has(view) === true) return { session: open.session, view };
    }
    return undefined;
  }

  /** The session of what a cell is in; a cell of a console or a dialog is in none. */
  of(cell: SharedCell): NotebookSession | undefined {
    const shared = sharedBy(cell);
    return shared === null ? undefined : this.#open.get(shared)?.session;
  }

  /** After a change of settings: everything is checked again, or nothing is shown any more. */
  restart(): void {
    for (const shared of [...this.#open.keys()]) this.#end(shared);
    for (const view of this.#views) this.#start(view);
    this.reported.emit(undefined);
  }

  /**
   * Its user is back at the notebook in front: what is beside it may be another now. A save by Jupyter tells that itself,
   * but not a terminal, another program, or a document that people edit together, which the server saves.
   */
  lookAgain(): void {
    const { session } = this.current ?? {};
    const report = session?.checked?.report;
    // Most Python files ask nothing of anybody, and need not be looked at on each way through their tabs
    if (report !== undefined && report.requests.length + report.files.length > 0) session?.filesChanged();
  }

  #add(view: CheckedView): void {
    const { widget } = view;
    const { context } = widget;
    this.#views = [...this.#views, view];
    this.#putFirst(this.#options.shell.currentWidget);
    const renamed = () => {
      this.#renamed(view);
    };
    context.pathChanged.connect(renamed);
    void context.ready.then(() => {
      this.#start(view);
    });
    widget.disposed.connect(() => {
      context.pathChanged.disconnect(renamed);
      this.#remove(view);
    });
  }

  #putFirst(widget: Widget | null): void {
    const first = this.#views.find((view) => view.widget === widget);
    if (first !== undefined) this.#views = [first, ...this.#views.filter((view) => view !== first)];
  }

  #start(view: CheckedView): void {
    const { contents, kernels, account, settings } = this.#options;
    const { context } = view.widget;
    if (view.widget.isDisposed || !context.isReady || !settings().enabled) return;
    const { shared, source, checkedAs } = view;
    const open = this.#open.get(shared);
    if (open !== undefined) {
      open.views.add(view);
      view.widget.addClass(checkedClass);
      return;
    }
    if (source === undefined || checkedAs === undefined) return;
    const session = new NotebookSession({
      what: view.what,
      files: new FilesBeside(() => context.path, contents, readServerDefaults, view.what),
      policy: new PolicyOfNotebook(() => findPolicies(servedPath(context.path, contents))),
      path: () => context.path,
      notebook: source,
      account,
      kernel: () => kernelEnvironment(kernels?.specs?.kernelspecs[view.kernelName ?? ""]?.env),
      check: createChecker(),
      delay: () => settings().checkDelay,
    });
    const renew = (_: unknown, { oldValue, newValue }: Contents.IChangedArgs) => {
      const paths = [oldValue?.path, newValue?.path].filter((path) => path !== undefined);
      session.filesChanged(paths); // what was saved may be beside this notebook
    };
    const recheck = () => {
      session.scheduleCheck();
    };
    contents.fileChanged.connect(renew);
    view.kernelChanged?.connect(recheck);
    kernels?.specsChanged.connect(recheck);
    const end = () => {
      contents.fileChanged.disconnect(renew);
      view.kernelChanged?.disconnect(recheck);
      kernels?.specsChanged.disconnect(recheck);
    };
    session.reported.connect(() => {
      this.reported.emit(session);
    });
    view.widget.addClass(checkedClass);
    this.#open.set(shared, { session, views: new Set([view]), checkedAs, end });
    this.reported.emit(undefined);
  }

  /** Other files may be beside it now, and a file may have become one that is checked, or no longer be. */
  #renamed(view: CheckedView): void {
    const open = this.#open.get(view.shared);
    if (open?.checkedAs === view.checkedAs) {
      open?.session.filesChanged();
      this.reported.emit(open?.session);
      return;
    }
    this.#end(view.shared);
    for (const one of this.#views) if (one.shared === view.shared) this.#start(one);
    this.reported.emit(undefined);
  }

  #remove(view: CheckedView): void {
    this.#views = this.#views.filter((one) => one !== view);
    for (const [shared, { views }] of this.#open) {
      if (!views.delete(view) || views.size > 0) continue;
      this.#end(shared);
      this.reported.emit(undefined);
    }
  }

  #end(shared: object): void {
    const open = this.#open.get(shared);
    if (open === undefined) return;
    open.session.dispose();
    open.end();
    for (const { widget } of open.views) widget.removeClass(checkedClass);
    this.#open.delete(shared);
  }
}
