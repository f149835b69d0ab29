import type { FunctionNode } from "./ast.js";
import type { Definition, HeapObject, MachineValue } from "./machine.js";
import { identifiersIn, launching, someIdentifier, type Mentions } from "./scan-words.js";
import type { State } from "./state.js";

/**
 * Tells which functions ask for no job when they are called, by the words in them: where nothing calls them, they need
 * not be read.
 */
export class UncalledFunctions {
  private readonly known = new WeakMap<FunctionNode, Words>();

  constructor(private readonly mentions: Mentions) {}

  /**
   * @param defined All functions of the notebook.
   * @param state After its last cell.
   */
  withoutJobs(defined: readonly Definition[], state: State): ReadonlySet<FunctionNode> {
    const leading: Leading = { functions: new Set(), names: new Set(), classes: false };
    const isLeading = (name: string) => {
      if (leading.names.has(name)) return true;
      const value = state.name(`:${name}`);
      return value !== undefined && this.maySubmit(value, leading, state, deepest);
    };
    let left = defined;
    for (let before = -1; before !== left.length;) {
      before = left.length;
      left = left.filter((definition) => {
        const { node, name, owner } = definition;
        if (!node) return false;
        const words = this.wordsOf(definition, node);
        if (words !== "submits" && !words.some(isLeading)) return true;
        leading.functions.add(node);
        leading.names.add(name);
        leading.classes ||= owner !== undefined;
        return false;
      });
    }
    return new Set(left.flatMap(({ node }) => node ?? []));
  }

  /** Whether a call of the value, or of what it holds, may ask for a job. Methods of objects are known by their names. */
  private maySubmit(value: MachineValue, leading: Leading, state: State, depth: number): boolean {
    const inside = (items: Iterable<MachineValue>) =>
      depth === 0 || [...items].some((one) => this.maySubmit(one, leading, state, depth - 1));
    switch (value.kind) {
      case "function":
        return value.definition.node === undefined || leading.functions.has(value.definition.node);
      case "class":
        return leading.classes;
      case "method":
        return true;
      case "library":
        return this.mentions.submits(value.path.split(".")[0] ?? "");
      case "either":
        return inside(value.values);
      case "tuple":
        return inside(value.items);
      case "reference": {
        const object = state.object(value.id);
        if (object?.kind === "instance") return isCallable(object, leading);
        return (
          object !== undefined && inside(object.kind === "dict" ? object.entries.values() : object.items)
        );
      }
      default:
        return false;
    }
  }

  private wordsOf({ version, frame }: Definition, node: FunctionNode): Words {
    let words = this.known.get(node);
    if (words === undefined) {
      words = wordsIn(version.text.slice(node.from, node.to), this.mentions);
      // What a function within another one calls may be a name of that one
      if (frame.parent !== undefined) words = "submits";
      this.known.set(node, words);
    }
    return words;
  }
}

/** What is known so far. */
interface Leading {
  readonly functions: Set<FunctionNode>;
  /** Functions and methods. */
  readonly names: Set<string>;
  /** There is such a method: its class may have subclasses. */
  classes: boolean;
}

/** The words of a function that may be called; `submits`: some of them ask for a job, whatever the notebook is. */
type Words = readonly string[] | "submits";

function wordsIn(text: string, { submits, isClass }: Mentions): Words {
  const { names, attributes } = identifiersIn(text);
  const words = [...names, ...attributes];
  const isSure =
    words.some((word) => isClass(word) || dynamic.has(word)) ||
    [...attributes].some((word) => launching.test(word) && !holding.has(word)) ||
    someIdentifier(text, submits);
  return isSure ? "submits" : words;
}

/** Called with a name that is a string somewhere. */
const dynamic: ReadonlySet<string> = new Set([
  "getattr",
  "methodcaller",
  "attrgetter",
  "globals",
  "eval",
  "exec",
]);

/** Methods of containers: what they change was made elsewhere. */
const holding: ReadonlySet<string> = new Set(["append", "extend", "insert", "add", "pop"]);

/** Containers in containers are looked into so far. */
const deepest = 3;

function isCallable({ type }: Extract<HeapObject, { kind: "instance" }>, { classes }: Leading): boolean {
  return typeof type === "string" ? type.startsWith("functools.") : classes;
}
