import type { Effect } from "../notebook/magics.js";

/**
 * Python's syntax as the evaluator needs it, lowered from the Lezer tree of one cell. Positions are UTF-16 offsets in
 * that cell, so that a tree is valid wherever the cell is moved.
 */
export interface Place {
  readonly from: number;
  readonly to: number;
}

export type Expression = Place &
  (
    | { readonly kind: "name"; readonly id: string }
    | {
        readonly kind: "constant";
        readonly constant: ConstantType;
        readonly data: string | number | boolean | null;
      }
    | { readonly kind: "joined"; readonly parts: readonly JoinedPart[] }
    | {
        readonly kind: "attribute";
        readonly value: Expression;
        readonly name: string;
        readonly nameFrom: number;
      }
    | { readonly kind: "subscript"; readonly value: Expression; readonly index: Expression | Slice }
    | {
        readonly kind: "call";
        readonly callee: Expression;
        readonly arguments: readonly ArgumentNode[];
        readonly open: number;
      }
    | {
        readonly kind: "sequence";
        readonly type: "list" | "tuple" | "set";
        readonly items: readonly Expression[];
      }
    | { readonly kind: "dict"; readonly entries: readonly DictEntry[] }
    | { readonly kind: "lambda"; readonly parameters: readonly Parameter[]; readonly body: Expression }
    | {
        readonly kind: "conditional";
        readonly test: Expression;
        readonly then: Expression;
        readonly otherwise: Expression;
      }
    | { readonly kind: "unary"; readonly operator: string; readonly operand: Expression }
    | {
        readonly kind: "binary";
        readonly operator: string;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: "boolean";
        readonly operator: "and" | "or";
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: "compare";
        readonly left: Expression;
        readonly rest: readonly { readonly operator: string; readonly right: Expression }[];
      }
    | {
        readonly kind: "comprehension";
        readonly type: "list" | "set" | "dict" | "generator";
        readonly element: Expression;
        /** Of a dict comprehension; `element` is the key then. */
        readonly value?: Expression;
        readonly clauses: readonly ComprehensionClause[];
      }
    | { readonly kind: "starred"; readonly value: Expression }
    | { readonly kind: "assignment expression"; readonly name: string; readonly value: Expression }
    | { readonly kind: "await"; readonly value: Expression }
    | { readonly kind: "yield"; readonly value?: Expression }
    /** Something that does not parse, a placeholder, or a literal that no SageMaker field takes (bytes, complex). */
    | { readonly kind: "invalid"; readonly why: string }
    /** A magic or a shell command of IPython; the ranges in `effects` are the cell's. */
    | { readonly kind: "escape"; readonly effects: readonly Effect[] }
  );

export type ConstantType = "str" | "int" | "float" | "bool" | "none";
/** `format`: the specification as it is written, `>8`; undefined: one that is not followed. */
export type JoinedPart =
  | string
  | {
      readonly value: Expression;
      readonly format: string | undefined;
      /** `!r`: what is laid out is not the value but its text. */
      readonly conversion?: Conversion;
    };
export type Conversion = "s" | "r" | "a";
export interface Slice extends Place {
  readonly kind: "slice";
  readonly lower?: Expression;
  readonly upper?: Expression;
  readonly step?: Expression;
}
export interface ArgumentNode extends Place {
  readonly name?: string;
  readonly star?: "*" | "**";
  readonly value: Expression;
}
/** Without `key`: `**value`. */
export interface DictEntry extends Place {
  readonly key?: Expression;
  readonly value: Expression;
}
export interface ComprehensionClause {
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
}
export interface Parameter {
  readonly name: string;
  readonly star?: "*" | "**";
  readonly keywordOnly: boolean;
  /** Before a `/`. */
  readonly positionalOnly?: boolean;
  readonly default?: Expression;
}

/** `open("a") as f` of a with statement. */
export interface ContextItem {
  readonly value: Expression;
  readonly target?: Expression;
}

export type Statement = Place &
  (
    | { readonly kind: "expression"; readonly value: Expression }
    | { readonly kind: "assign"; readonly targets: readonly Expression[]; readonly value: Expression }
    | {
        readonly kind: "augmented assign";
        readonly target: Expression;
        readonly operator: string;
        readonly value: Expression;
      }
    | { readonly kind: "declare"; readonly target: Expression }
    | {
        readonly kind: "if";
        readonly branches: readonly { readonly test?: Expression; readonly body: readonly Statement[] }[];
      }
    | {
        readonly kind: "for";
        readonly target: Expression;
        readonly iterable: Expression;
        readonly body: readonly Statement[];
        readonly otherwise: readonly Statement[];
      }
    | {
        readonly kind: "while";
        readonly test: Expression;
        readonly body: readonly Statement[];
        readonly otherwise: readonly Statement[];
      }
    | {
        readonly kind: "try";
        readonly body: readonly Statement[];
        readonly handlers: readonly Handler[];
        readonly otherwise: readonly Statement[];
        readonly finalizer: readonly Statement[];
      }
    | {
        readonly kind: "with";
        readonly items: readonly ContextItem[];
        readonly body: readonly Statement[];
      }
    | FunctionNode
    | ClassNode
    | { readonly kind: "return"; readonly value?: Expression }
    | { readonly kind: "raise" | "break" | "continue" | "pass" }
    | {
        readonly kind: "import";
        readonly names: readonly { readonly path: string; readonly alias?: string }[];
      }
    | {
        readonly kind: "import from";
        readonly module: string;
        readonly level: number;
        readonly names: readonly { readonly name: string; readonly alias?: string }[];
        readonly star: boolean;
      }
    | { readonly kind: "delete"; readonly targets: readonly Expression[] }
    | { readonly kind: "scope"; readonly scope: "global" | "nonlocal"; readonly names: readonly string[] }
    | {
        readonly kind: "match";
        readonly subject: Expression;
        readonly clauses: readonly {
          readonly names: readonly string[];
          readonly irrefutable: boolean;
          readonly test?: Expression;
          readonly body: readonly Statement[];
        }[];
      }
    /** Cannot be read; binds `names` to something unknown. */
    | { readonly kind: "invalid"; readonly names: readonly string[] }
  );

export interface Handler {
  readonly name?: string;
  /** The exceptions that it takes, as `exceptionsNamed` has them. */
  readonly catches: readonly string[];
  readonly body: readonly Statement[];
}
export interface FunctionNode extends Place {
  readonly kind: "function";
  readonly name: string;
  readonly nameFrom: number;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
  readonly generator: boolean;
  readonly asynchronous: boolean;
}
export interface ClassNode extends Place {
  readonly kind: "class";
  readonly name: string;
  readonly bases: readonly ArgumentNode[];
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
}

/** One cell, parsed. `errors`: where the text is not Python; the statements around are still there. */
export interface Module {
  readonly statements: readonly Statement[];
  readonly errors: readonly Place[];
  /** The places of IPython's lines that are expressions of the statements. */
  readonly escapes: ReadonlySet<number>;
}
