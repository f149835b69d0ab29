import type { FileValue } from "../files/file-value.js";
import { readYaml } from "../files/read-yaml.js";
import { nearestName } from "../requests/nearest-name.js";
import { policyShape, ruleLevels, type PolicyShape } from "./policy-shape.js";
import type { TeamPolicy } from "./team-policy.js";

/** What is wrong in a policy file: it is left out, and the rest of the file holds. */
export interface PolicyProblem {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

export interface PolicyReading {
  readonly policy: TeamPolicy;
  /** Where what it asks is asked: by dotted path, `network.vpc`, the 1-based line. */
  readonly lines: ReadonlyMap<string, number>;
  readonly problems: readonly PolicyProblem[];
}

/**
 * Reads a policy file. What it cannot mean is told and left out, never guessed; a wrong file asks less, and says so.
 *
 * @param ruleIds The rules there are.
 */
export function readPolicy(text: string, ruleIds: readonly string[]): PolicyReading {
  const read = readYaml(text);
  if ("problem" in read)
    return {
      policy: {},
      lines: new Map(),
      problems: [{ line: read.line, message: `It is not YAML: ${read.problem}` }],
    };
  const problems: PolicyProblem[] = [];
  const lines = new Map<string, number>();
  const policy = new Reader(ruleIds, problems, lines).read(read.value, policyShape, "");
  // The shape is the type's
  return { policy: policy ?? {}, lines, problems: problems.slice(0, mostProblems) };
}

/** A file that is something else altogether is told so in a few lines. */
const mostProblems = 20;

class Reader {
  constructor(
    private readonly ruleIds: readonly string[],
    private readonly problems: PolicyProblem[],
    private readonly lines: Map<string, number>,
  ) {}

  /** @param path Dotted, empty for the whole file. @returns Undefined: nothing is asked here. */
  read(value: FileValue, shape: PolicyShape, path: string): unknown {
    if (value.kind === "constant" && value.type === "none") return undefined; // what is written and left empty
    if (value.kind === "unknown") {
      this.tell(value, `${nameOf(path)} cannot be read: ${value.why}`);
      return;
    }
    switch (shape.kind) {
      case "section":
        return this.section(value, shape, path);
      case "rules":
        return this.rules(value, path);
      case "word":
        return this.word(value, shape.words, path);
      case "text":
        return this.text(value, path);
      case "texts":
        return this.texts(value, path);
      case "words":
        return this.words(value, shape, path);
    }
  }

  private section(
    value: FileValue,
    { members, needs }: Extract<PolicyShape, { kind: "section" }>,
    path: string,
  ): unknown {
    if (value.kind !== "dict") {
      this.tell(value, `${nameOf(path)} takes ${listed(Object.keys(members))}`);
      return;
    }
    const read: [string, unknown][] = [];
    let isWhole = true;
    for (const [name, member] of value.entries) {
      const shape = Object.hasOwn(members, name) ? members[name] : undefined;
      if (shape === undefined) {
        this.tell(
          member,
          unknownName(`${nameOf(path)} has no '${shortened(name)}'`, name, Object.keys(members)),
        );
        continue;
      }
      const pathOfMember = path === "" ? name : `${path}.${name}`;
      const told = this.problems.length;
      const one = this.read(member, shape, pathOfMember);
      if (one === undefined && this.problems.length > told) isWhole = false;
      if (one === undefined) continue;
      read.push([name, one]);
      if (path !== "") this.lines.set(pathOfMember, member.line);
    }
    const missing = needs?.find((need) => !read.some(([name]) => name === need));
    if (missing !== undefined && isWhole) this.tell(value, `${nameOf(path)} needs '${missing}'`);
    const isMeant = needs === undefined || (missing === undefined && isWhole);
    return read.length === 0 || !isMeant ? undefined : Object.fromEntries(read);
  }

  private rules(value: FileValue, path: string): unknown {
    if (value.kind !== "dict") {
      this.tell(value, `${path} takes the ids of rules`);
      return;
    }
    const levels: [string, string][] = [];
    for (const [id, member] of value.entries) {
      if (!this.ruleIds.includes(id)) {
        this.tell(member, unknownName(`There is no rule '${shortened(id)}'`, id, this.ruleIds));
        continue;
      }
      const level = this.word(member, ruleLevels, `${path}.${id}`);
      if (level === undefined) continue;
      levels.push([id, level]);
      this.lines.set(`${path}.${id}`, member.line);
    }
    return levels.length === 0 ? undefined : Object.fromEntries(levels);
  }

  private word(value: FileValue, words: readonly string[], path: string): string | undefined {
    const said = value.kind === "constant" ? value.data : undefined;
    const word = said === false ? "off" : said; // YAML 1.1 takes a plain off for false
    if (typeof word === "string" && words.includes(word)) return word;
    this.tell(value, `${nameOf(path)} can be ${listed(words)}`);
  }

  private text(value: FileValue, path: string): string | undefined {
    if (value.kind === "constant" && value.type === "str" && value.data !== "") return String(value.data);
    this.tell(value, `${nameOf(path)} takes a text`);
  }

  private texts(value: FileValue, path: string): readonly string[] | undefined {
    if (value.kind !== "list") {
      this.tell(value, `${nameOf(path)} takes a list of texts`);
      return;
    }
    const read = value.items.map((item) =>
      item.kind === "constant" && item.type === "str" && item.data !== "" ? String(item.data) : undefined,
    );
    const wrong = read.indexOf(undefined);
    // With an item left out a list would approve less than its author meant
    if (wrong >= 0) {
      this.tell(value.items[wrong] ?? value, `${nameOf(path)} takes a list of texts`);
      return;
    }
    return read.filter((item) => item !== undefined);
  }

  /** Those that there are: with one more the list would mean more, which is told. */
  private words(
    value: FileValue,
    { noun, words }: Extract<PolicyShape, { kind: "words" }>,
    path: string,
  ): readonly string[] | undefined {
    if (value.kind !== "list" || value.items.length === 0) {
      this.tell(value, `${nameOf(path)} takes a list with at least one ${noun}`);
      return;
    }
    const read = value.items.flatMap((item) => {
      const word = item.kind === "constant" && item.type === "str" ? String(item.data) : undefined;
      if (word !== undefined && words.includes(word)) return [word];
      this.tell(
        item,
        word === undefined
          ? `${nameOf(path)} takes a list of texts`
          : unknownName(`${nameOf(path)}: '${shortened(word)}' is no ${noun}`, word, words),
      );
      return [];
    });
    return read.length === 0 ? undefined : read;
  }

  /** @returns That nothing is asked there. */
  private tell({ line }: FileValue, message: string): undefined {
    this.problems.push({ line, message });
    return undefined;
  }
}

function nameOf(path: string): string {
  return path === "" ? "The policy" : path;
}

function unknownName(problem: string, name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return nearest === undefined ? problem : `${problem}; is '${nearest}' meant?`;
}

const longestName = 60;

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? `only '${words.join("")}'`
    : `${words
        .slice(0, -1)
        .map((word) => `'${word}'`)
        .join(", ")} or '${words.at(-1) ?? ""}'`;
}
