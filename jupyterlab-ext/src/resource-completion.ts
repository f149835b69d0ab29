import type {
  TextChange,
  CompletionReply,
  CompletionRequest,
  ICompletionContext,
  ICompletionProvider,
} from "@jupyterlab/completer";
import { Text } from "@jupyterlab/coreutils";
import { completionsAt, mostRounds, type CompletionItem, type Completions } from "@sagemaker-preflight/core";
import type { SharedCell } from "./checked-notebook.js";
import { sharedCell } from "./editor-view.js";
import { whyNothing } from "./fix-choices.js";
import type { NotebookSession } from "./notebook-session.js";
import type { Sessions } from "./sessions.js";

/** Milliseconds. JupyterLab gives up on a provider after a second. */
const patience = 800;

/** Subnets, groups, keys and roles of the account, where a job takes them. */
export class ResourceCompletion implements ICompletionProvider {
  readonly identifier = "CompletionProvider:sagemaker-preflight";
  /** Before the kernel's, whose words are never right where an id of the account belongs. */
  readonly rank = 1000;
  readonly renderer = null;
  readonly #said = new Set<string>();
  #offered: Offered | undefined;

  /**
   * @param host `again`: opens the list anew, with what has come meanwhile. `say`: tells the user why it is empty.
   */
  constructor(
    private readonly sessions: Sessions,
    private readonly host: {
      readonly again: (cell: SharedCell) => void;
      readonly say: (message: string) => void;
    },
  ) {}

  isApplicable({ editor }: ICompletionContext): Promise<boolean> {
    return Promise.resolve(this.#sessionOf(editor) !== undefined);
  }

  /**
   * Whether the list opens by itself, for those who want that: as for the kernel's words. JupyterLab asks the first provider
   * only, and without an answer opens it on each blank and each end of a line.
   */
  shouldShowContinuousHint(isOpen: boolean, { sourceChange }: TextChange): boolean {
    if (sourceChange === undefined) return true;
    if (sourceChange.some((change) => change.delete !== undefined)) return false;
    return sourceChange.some(({ insert }) => insert === "." || (!isOpen && (insert ?? "").trim() !== ""));
  }

  async fetch({ text, offset }: CompletionRequest, { editor }: ICompletionContext): Promise<CompletionReply> {
    const [session, cell] = [this.#sessionOf(editor), editedCell(editor)];
    const at = Text.charIndexToJsIndex(offset, text);
    const none = { start: offset, end: offset, items: [] };
    if (session === undefined || cell === undefined || find(session, cell, at) === undefined) return none;
    let shown: readonly CompletionItem[] | undefined = undefined;
    const asking = ask(session, cell, at).then(() => {
      if (shown === undefined || editor === undefined || editor === null) return;
      const isSame = cell.getSource() === text && editor.getOffsetAt(editor.getCursorPosition()) === at;
      // A list that is opened anew takes the click away that is on its way to it
      const isNew = shown.length === 0 || !sameChoices(shown, find(session, cell, at)?.items ?? []);
      if (isSame && isNew && editor.hasFocus()) this.host.again(cell);
    });
    await Promise.race([asking, new Promise((resolve) => setTimeout(resolve, patience))]);
    const found = find(session, cell, at);
    shown = found?.items ?? [];
    this.#offered = editor && shown.length > 0 ? { editor, session, cell, items: shown } : undefined;
    if (found === undefined) return none;
    if (found.items.length === 0 && !session.account.asking) this.#sayWhy(session, found);
    return {
      start: Text.jsIndexToCharIndex(found.replaces.from, text),
      end: Text.jsIndexToCharIndex(found.replaces.to, text),
      items: found.items.map(toItem),
    };
  }

  /**
   * Inserts the entry that was picked where JupyterLab could not. It makes one range of the lists of all providers, and
   * when one begins behind the end of ours (a language server's, in an empty string) nothing can be put there.
   */
  readonly insertPicked = (insertText: string): void => {
    const offered = this.#offered;
    this.#offered = undefined;
    if (offered?.items.some(({ edit }) => edit.text === insertText) !== true) return;
    const { editor, session, cell } = offered;
    if (editor.isDisposed || cell.getSource().includes("\r")) return; // the model has other places than the editor then
    const at = editor.getOffsetAt(editor.getCursorPosition());
    if (cell.getSource().slice(0, at).endsWith(insertText)) return;
    const replaces = find(session, cell, at)?.replaces;
    if (replaces === undefined) return;
    cell.updateSource(replaces.from, replaces.to, insertText);
    const end = editor.getPositionAt(replaces.from + insertText.length);
    if (end !== undefined) editor.setCursorPosition(end);
  };

  #sessionOf(editor: ICompletionContext["editor"]): NotebookSession | undefined {
    const cell = editedCell(editor);
    return cell && this.sessions.of(cell);
  }

  /** Once for each reason: who goes on typing knows it already. */
  #sayWhy(session: NotebookSession, { asks }: Completions): void {
    const why = whyNothing(session.account, asks);
    if (this.#said.has(why)) return;
    this.#said.add(why);
    this.host.say(why);
  }
}

/** The list that was shown last, and where. */
interface Offered {
  readonly editor: NonNullable<ICompletionContext["editor"]>;
  readonly session: NotebookSession;
  readonly cell: SharedCell;
  readonly items: readonly CompletionItem[];
}

function editedCell(editor: ICompletionContext["editor"]): SharedCell | undefined {
  return editor ? sharedCell(editor.model) : undefined;
}

function find(session: NotebookSession, cell: SharedCell, offset: number): Completions | undefined {
  const now = session.current();
  const index = now?.checked.cells.findIndex((one) => one.cell === cell) ?? -1;
  if (now === undefined || index < 0) return undefined;
  const { notebook, checked, environment } = now;
  return completionsAt({ cell: index, offset }, notebook, checked.report, environment);
}

async function ask(session: NotebookSession, cell: SharedCell, offset: number): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const asks = find(session, cell, offset)?.asks ?? [];
    if (asks.length === 0 || !(await session.learn(asks))) return;
  }
}

function sameChoices(shown: readonly CompletionItem[], now: readonly CompletionItem[]): boolean {
  return JSON.stringify(shown.map(toItem)) === JSON.stringify(now.map(toItem));
}

/** The list is searched by its labels, so that a name is part of one. */
function toItem({ kind, label, detail, documentation, edit }: CompletionItem) {
  const [name = ""] = detail.split(" · ");
  return {
    label: name === "" ? label : `${label} (${name})`,
    insertText: edit.text,
    type: typeNames[kind],
    documentation: [detail, documentation].filter((part) => part !== "").join("\n"),
  };
}

const typeNames: Readonly<Record<CompletionItem["kind"], string>> = {
  subnet: "subnet",
  securityGroup: "group",
  key: "key",
  role: "role",
  instanceType: "type",
};
