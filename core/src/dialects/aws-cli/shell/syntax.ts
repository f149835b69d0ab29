/**
 * Shell syntax, as far as it decides what a command is given. Offsets are into the text that the shell gets, so that
 * every character of a word can be found again where it was written.
 */
export type Script = readonly Command[];

export interface Range {
  readonly from: number;
  readonly to: number;
}

export type Command =
  | (SimpleCommand & { readonly kind: "simple" })
  /** `{ …; }`, or `( … )` whose variables are its own. */
  | { readonly kind: "group"; readonly body: Script; readonly subshell: boolean }
  | { readonly kind: "pipeline"; readonly commands: readonly Command[] }
  /** `first && command || command` */
  | {
      readonly kind: "and or";
      readonly first: Command;
      readonly rest: readonly { readonly operator: "&&" | "||"; readonly command: Command }[];
    }
  /** `if`, `case`: one of these runs. `complete`: certainly one of them. */
  | {
      readonly kind: "branches";
      readonly branches: readonly Branch[];
      readonly complete: boolean;
      /** Of `case`, where each branch has patterns. */
      readonly subject?: Word;
    }
  /** `for variable in items`, `while`, `until`. Without `items`: they are not known. `arithmetic`: of `for ((…))`. */
  | {
      readonly kind: "loop";
      readonly variable?: string;
      readonly items?: readonly Word[];
      readonly arithmetic?: string;
      readonly body: Script;
    }
  /** `[[ … ]]`: words, and the operators between them; undefined: not understood */
  | { readonly kind: "test"; readonly items?: readonly (Word | TestOperator)[] }
  /** `! command` */
  | { readonly kind: "not"; readonly command: Command }
  /** `{ …; } > file`, `done < file` */
  | (Range & {
      readonly kind: "redirected";
      readonly command: Command;
      readonly redirects: readonly Redirect[];
    })
  /** `((text))` */
  | { readonly kind: "arithmetic"; readonly text: string }
  /** The shell does not take these, nor anything after them: `echo (` */
  | { readonly kind: "refused"; readonly body: Script }
  | { readonly kind: "function"; readonly name: string; readonly body: Script };

export type TestOperator = "&&" | "||" | "(" | ")" | "<" | ">";

/** `condition`: what runs before it is known whether the body does; later branches come after it. */
export interface Branch {
  readonly condition: Script;
  readonly body: Script;
  /** Of `case`: one of them fits. */
  readonly patterns?: readonly Word[];
}

export interface SimpleCommand extends Range {
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  /** `declare NAME=value` */
  readonly declared?: readonly Assignment[];
}

/** `NAME=value`, `NAME=(items)`, `NAME=([key]=value)`, `NAME[key]=value`; of the latter two `key` is a word and a calculation. */
export interface Assignment {
  readonly name: string;
  readonly value?: Word;
  readonly items?: readonly Word[];
  /** Undefined: not understood. */
  readonly members?: readonly { readonly key: Word; readonly value: Word }[];
  readonly appends?: true;
  readonly isItem?: true;
  readonly index?: string;
  readonly key?: Word;
}

/** `operator`: `>`, `>>`, `<`, `<<` …; `text` is the here-document. `descriptor`: the number before it. */
export interface Redirect {
  readonly descriptor?: string;
  readonly operator: string;
  readonly target: Word;
  readonly text?: Word;
}

export interface Word extends Range {
  readonly parts: readonly WordPart[];
}

export type WordPart =
  /** `at`: where each character of `text` is. */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly at: readonly number[];
      readonly quoted: boolean;
    }
  /** `$NAME`, `${NAME}`, `$1` */
  | (Range & {
      readonly kind: "variable";
      readonly name: string;
      readonly orElse?: OrElse;
      readonly change?: ValueChange;
      readonly quoted: boolean;
    })
  | (Range & Item & { readonly kind: "items"; readonly change?: ValueChange; readonly quoted: boolean })
  /** `$(…)`, backticks: what the commands print. */
  | (Range & { readonly kind: "output"; readonly script: Script; readonly quoted: boolean })
  /** `$((text))` */
  | (Range & { readonly kind: "arithmetic"; readonly text: string; readonly quoted: boolean })
  | (Range & { readonly kind: "unknown"; readonly quoted: boolean });

/** `$@`, `${NAME[@]}`: all items, each a word; `*`: in one text; `#`: how many there are; `keys`: their indices. */
export interface Item {
  readonly name: string;
  readonly which: "@" | "*" | "#" | "keys" | "one";
  /** The keys in one text, as an assignment has them. */
  readonly isWhole?: true;
  /** Of one item: a number that is calculated, or the key. */
  readonly index?: string;
  readonly key?: Word;
}

/** What `${…}` makes of a value, or of each item. */
export type ValueChange =
  /** `%`, `%%`, `#`, `##` */
  | {
      readonly kind: "cut";
      readonly end: "front" | "back";
      readonly longest: boolean;
      readonly pattern: Word;
    }
  /** `/pattern/by` */
  | {
      readonly kind: "replace";
      readonly which: "first" | "all" | "front" | "back";
      readonly pattern: Word;
      readonly by: Word;
    }
  /** `:start:length`, of all items: some of them */
  | { readonly kind: "slice"; readonly start: string; readonly length?: string }
  /** `^^`, `,,`; not `all`: the first one */
  | { readonly kind: "letters"; readonly upper: boolean; readonly all: boolean }
  /** `${#NAME}` */
  | { readonly kind: "length" }
  /** `${!NAME}`: the value of the variable that it names */
  | { readonly kind: "indirect" };

/**
 * `${NAME:-words}`: `-` another value when it is not set, `=` which is assigned too, `+` one when it is set. `ofEmpty`: with
 * the colon, an empty value counts as none.
 */
export interface OrElse {
  readonly operator: "-" | "=" | "+";
  readonly ofEmpty: boolean;
  /** One where it is quoted. Undefined: not understood. */
  readonly words?: readonly Word[];
}
