import type { Expression, Handler, Statement } from "./ast.js";

/** Of what no name tells: an expression, a name of the notebook's own. */
const anything = "*";

/**
 * The exceptions that a clause names, each by its last name, as the syntax has them.
 *
 * @param named Undefined: the clause names none, and takes them all.
 */
export function exceptionsNamed(named: Expression | undefined): readonly string[] {
  switch (named?.kind) {
    case undefined:
      return ["BaseException"];
    case "name":
      return [named.id];
    case "attribute":
      // What AWS answers: `client.exceptions.ResourceInUse`
      return [
        named.value.kind === "attribute" && named.value.name === "exceptions" ? "ClientError" : named.name,
      ];
    case "sequence":
      return named.items.flatMap(exceptionsNamed);
    default:
      return [anything];
  }
}

/** The exceptions after which the program goes on: not those that a clause raises again. */
export function exceptionsHandled(handlers: readonly Handler[]): readonly string[] {
  return handlers.flatMap(({ catches, body }) => (body.some(isRaise) ? [] : catches));
}

function isRaise({ kind }: Statement): boolean {
  return kind === "raise";
}

/** Whether a clause that names one of these takes the exception. Of names that nobody knows it is said that it does. */
export function isCaught(error: string, names: readonly string[] = []): boolean {
  return names.some(
    (name) =>
      name === error ||
      takesAll.has(name) ||
      bases.get(error)?.includes(name) === true ||
      !(others.has(name) || bases.has(name)),
  );
}

const takesAll: ReadonlySet<string> = new Set(["Exception", "BaseException"]);

/** What clients raise → what it descends from, besides Exception. */
const bases: ReadonlyMap<string, readonly string[]> = new Map([
  ["AttributeError", []],
  ["FileNotFoundError", ["OSError", "IOError", "EnvironmentError"]],
  ["KeyError", ["LookupError"]],
  ["ModuleNotFoundError", ["ImportError"]],
  ["NotImplementedError", ["RuntimeError"]],
  ["ParamValidationError", ["BotoCoreError"]],
  ["RuntimeError", []],
  ["TypeError", []],
  // pydantic's
  ["ValidationError", ["ValueError"]],
  ["ValueError", []],
]);

/** Names of exceptions that are none of those. */
const others: ReadonlySet<string> = new Set([
  "ArithmeticError",
  "AssertionError",
  "BotoCoreError",
  "ClientError",
  "ConnectionError",
  "EnvironmentError",
  "FileExistsError",
  "IOError",
  "ImportError",
  "IndexError",
  "JSONDecodeError",
  "KeyboardInterrupt",
  "LookupError",
  "NameError",
  "NoCredentialsError",
  "NoRegionError",
  "OSError",
  "PermissionError",
  "StopIteration",
  "SystemExit",
  "TimeoutError",
  "UnexpectedStatusException",
  "WaiterError",
  "ZeroDivisionError",
]);
