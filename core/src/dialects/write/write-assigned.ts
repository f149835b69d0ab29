import type { Notebook } from "../../notebook/notebook.js";
import type { Edit, Span } from "../../notebook/span.js";
import type { Expression } from "../../python/ast.js";
import type { FieldStep, Json } from "../../requests/request.js";
import { CannotWrite } from "./cannot-write.js";
import { isNeverAssigned, onlyAssignment, type AttributeAssignment } from "./find-assignments.js";
import { broken, fits, flat, indentAt, type Source } from "./layout.js";
import type { Setting, SourceMaker } from "./make-source.js";
import { settingsFor, type PlacedValue } from "./placed-value.js";
import type { Surroundings } from "./surroundings.js";

/**
 * Writes values of objects that the notebook changes after it made them: where the attribute is assigned, or below the
 * assignment of what belongs to it.
 */
export class AssignmentWriter {
  readonly edits: Edit[] = [];

  constructor(
    private readonly notebook: Notebook,
    private readonly maker: SourceMaker,
    private readonly surroundings: Surroundings,
  ) {}

  /** Replaces what is assigned to the attributes, or to the object that has them. All values belong to one call. */
  replace(values: readonly PlacedValue[]): void {
    const left = values.filter((one) => !this.replaceOne(one));
    const [first] = left;
    if (first === undefined) return;
    const outer = nameOf(first.steps[0]);
    const assignment = onlyAssignment(outer, first.call.span, this.notebook);
    const isNone = assignment?.value.kind === "constant" && assignment.value.data === null;
    if (!assignment || !isNone || left.some(({ steps }) => nameOf(steps[0]) !== outer || steps.length < 2))
      throw new CannotWrite();
    const setting = settingsFor(left)?.get(outer);
    if (!setting) throw new CannotWrite();
    this.push(valueSpan(assignment), setting);
  }

  /** Adds a line below the assignment of `sibling`, an attribute of the same object, for an attribute that is not set. */
  addBeside(sibling: string, { call, steps, value }: PlacedValue): void {
    const attribute = nameOf(steps.at(-1));
    const assignment = onlyAssignment(sibling, call.span, this.notebook);
    if (!assignment || !isNeverAssigned(attribute, this.notebook)) throw new CannotWrite();
    const { statement, target } = assignment;
    const text = this.cell(statement);
    const object = text.slice(target.value.from, target.value.to);
    const before = text.slice(text.lastIndexOf("\n", statement.from - 1) + 1, statement.from);
    const [rest = ""] = /^[^\n]*/.exec(text.slice(statement.to)) ?? [];
    const layout = this.maker.layoutAt(statement);
    if (!layout || !/^[ \t]*$/.test(before) || !/^[ \t]*(?:#.*)?$/.test(rest.trimEnd()))
      throw new CannotWrite();
    const quote = this.maker.quoteIn(statement);
    const end = statement.to + rest.trimEnd().length;
    const at = { cell: statement.cell, from: end, to: end };
    const source = this.maker.sourceOf({ value }, quote, at);
    const line = this.line(`${indentAt(text, statement.from)}${object}.${attribute} = `, source, statement);
    this.edits.push({ span: at, text: `${layout.newline}${line}` });
  }

  /** Takes the statement out that assigns the value at `assigned` to an attribute, with its line. */
  remove(assigned: Span, { call, steps }: Pick<PlacedValue, "call" | "steps">): void {
    const assignment = onlyAssignment(nameOf(steps.at(-1)), call.span, this.notebook);
    if (!assignment) throw new CannotWrite();
    const { statement, value } = assignment;
    if (assigned.cell !== statement.cell || assigned.from !== value.from || assigned.to !== value.to)
      throw new CannotWrite();
    const text = this.cell(statement);
    const start = text.lastIndexOf("\n", statement.from - 1) + 1;
    const [rest = ""] = /^[^\n]*\n?/.exec(text.slice(statement.to)) ?? [];
    const isAlone = /^[ \t]*$/.test(text.slice(start, statement.from)) && /^(?:#|$)/.test(rest.trim());
    // A block must not be left empty
    if (!isAlone || indentAt(text, statement.from) !== "") throw new CannotWrite();
    const end = statement.to + rest.length;
    const isLast = end === text.length && !rest.endsWith("\n") && start > 0;
    const from = isLast ? start - (text.slice(0, start).endsWith("\r\n") ? 2 : 1) : start;
    this.edits.push({ span: { cell: statement.cell, from, to: end }, text: "" });
  }

  private replaceOne({ call, steps, value }: PlacedValue): boolean {
    const assignment = onlyAssignment(nameOf(steps.at(-1)), call.span, this.notebook);
    if (!assignment) return false;
    if (isSame(assignment.value, value)) return true;
    this.push(valueSpan(assignment), { value });
    return true;
  }

  private push(span: Span, setting: Setting): void {
    const text = this.cell(span);
    // What spans lines may hold comments
    if (text.slice(span.from, span.to).includes("\n") || this.surroundings.isOthers(span))
      throw new CannotWrite();
    const before = text.slice(text.lastIndexOf("\n", span.from - 1) + 1, span.from);
    const source = this.maker.sourceOf(setting, this.maker.quoteIn(span), span);
    this.edits.push({ span, text: this.line(before, source, span).slice(before.length) });
  }

  /** On one line where that fits. */
  private line(before: string, source: Source, place: Span): string {
    const layout = this.maker.layoutAt(place);
    const whole = before + flat(source);
    if (!layout || fits(whole, layout)) return whole;
    return before + broken(source, indentAt(before, 0), layout);
  }

  private cell({ cell }: Span): string {
    return this.notebook.cells[cell]?.text ?? "";
  }
}

function valueSpan({ statement, value }: AttributeAssignment): Span {
  return { cell: statement.cell, from: value.from, to: value.to };
}

function nameOf(step: FieldStep | undefined): string {
  return typeof step === "object" ? step.keyword : (step ?? "");
}

function isSame(expression: Expression, value: Json): boolean {
  if (expression.kind === "constant") return expression.data === value;
  if (expression.kind !== "sequence" || !Array.isArray(value)) return false;
  const items: readonly Json[] = value;
  return (
    items.length === expression.items.length &&
    expression.items.every((item, index) => isSame(item, items[index] ?? null))
  );
}
