import { saidOfSdk, type SaidOfSdk } from "./dialects/sdk-version.js";
import { conditionKeysAt, conditionKeysIn, type ConditionKeyInText } from "./notebook/condition-keys.js";
import {
  credentialSettings,
  credentialsSet,
  type CredentialSetting,
  type CredentialsSet,
} from "./notebook/credentials-set.js";
import type { Cell, Notebook } from "./notebook/notebook.js";
import { opensContexts } from "./notebook/opens-contexts.js";
import { pushesImages } from "./notebook/pushes-images.js";
import { writesObjects } from "./notebook/writes-objects.js";
import type { WrittenConditionKey } from "./notebook/condition-keys.js";
import { ignoredIn, ignoresAt, type IgnoreInText, type WrittenIgnore } from "./rules/ignore-comments.js";
import type { NotebookFacts } from "./rules/judge.js";

/** What the code of a notebook says by its text alone, whether or not a job depends on its cell. */
export class NotebookText implements NotebookFacts {
  readonly credentials: CredentialsSet;
  readonly sdk: readonly SaidOfSdk[];
  readonly conditionKeys: readonly WrittenConditionKey[];
  /** The rules that comments name. */
  readonly ignores: readonly WrittenIgnore[];
  private readonly asked = new Map<Question, boolean>();

  /** @param like The text of before, where only cells have changed that say nothing of these. */
  constructor(
    private readonly cells: readonly CellText[],
    like?: NotebookText,
  ) {
    this.credentials = like?.credentials ?? credentialsSet(cells.map(({ credentials }) => credentials));
    this.sdk = like?.sdk ?? cells.map(({ sdk }) => sdk);
    this.conditionKeys = like?.conditionKeys ?? conditionKeysAt(cells.map((cell) => cell.conditionKeys));
    this.ignores = like?.ignores ?? ignoresAt(cells.map((cell) => cell.ignores));
  }

  get pushesImages(): boolean {
    return this.answer("pushesImages");
  }

  get writesObjects(): boolean {
    return this.answer("writesObjects");
  }

  get opensContexts(): boolean {
    return this.answer("opensContexts");
  }

  /** What was made of this text would be the same of another. */
  isAnsweredAs(other: NotebookText): boolean {
    for (const [question, answer] of this.asked) if (other.answer(question) !== answer) return false;
    return (
      isSame(this.credentials, other.credentials) &&
      isSame(this.conditionKeys, other.conditionKeys) &&
      isSame(this.ignores, other.ignores)
    );
  }

  private answer(question: Question): boolean {
    let known = this.asked.get(question);
    if (known === undefined) this.asked.set(question, (known = this.cells.some((cell) => cell[question])));
    return known;
  }
}

/** Whether one of the cells does such a thing. Most notebooks have no finding that hangs on it, and nobody asks. */
type Question = "pushesImages" | "writesObjects" | "opensContexts";

/** Reads one notebook again and again: a cell that nobody edits is searched once. */
export class NotebookTextReader {
  private cells: readonly Cell[] = [];
  private texts: readonly CellText[] = [];
  private last = new NotebookText([]);

  read({ cells }: Notebook): NotebookText {
    const before = this.texts;
    const texts = cells.map((cell, index) => this.textOf(cell, index));
    this.cells = cells;
    this.texts = texts;
    if (texts.length !== before.length) return (this.last = new NotebookText(texts));
    const changed = texts.filter((text, index) => text !== before[index]);
    if (changed.length === 0) return this.last;
    const isSilent =
      changed.every((text) => text.isSilent) &&
      before.every((text, index) => text === texts[index] || text.isSilent);
    return (this.last = new NotebookText(texts, isSilent ? this.last : undefined));
  }

  private textOf(cell: Cell, index: number): CellText {
    const known = this.texts[index];
    if (known !== undefined && this.cells[index] === cell) return known;
    return cell.kind === "code" ? new CellText(cell.text) : noCode;
  }
}

/** One cell. */
class CellText {
  readonly credentials: readonly CredentialSetting[];
  readonly sdk: SaidOfSdk;
  readonly conditionKeys: readonly ConditionKeyInText[];
  readonly ignores: readonly IgnoreInText[];
  private answers: Partial<Record<Question, boolean>> = {};

  constructor(private readonly text: string) {
    this.credentials = credentialSettings(text);
    this.sdk = saidOfSdk(text);
    this.conditionKeys = conditionKeysIn(text);
    this.ignores = ignoredIn(text);
  }

  /** All that it says are answers. */
  get isSilent(): boolean {
    const { credentials, sdk, conditionKeys, ignores } = this;
    return (
      credentials.length +
        conditionKeys.length +
        ignores.length +
        sdk.imported.length +
        sdk.required.length ===
      0
    );
  }

  get pushesImages(): boolean {
    return (this.answers.pushesImages ??= pushesImages(this.text));
  }

  get writesObjects(): boolean {
    return (this.answers.writesObjects ??= writesObjects(this.text));
  }

  get opensContexts(): boolean {
    return (this.answers.opensContexts ??= opensContexts(this.text));
  }
}

const noCode = new CellText("");

function isSame(left: object, right: object): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
