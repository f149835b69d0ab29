import { sagemakerV2 } from "../../../core/src/catalog/sagemaker-v2.js";
import { sagemakerV3 } from "../../../core/src/catalog/sagemaker-v3.js";
import type { Parameter } from "../../../core/src/catalog/sdk-catalog.js";
import type { Json } from "../../../core/src/requests/request.js";
import type { Dice } from "./dice.js";
import { moduleOf } from "./modules.js";
import { randomDefaults } from "./random-defaults.js";
import { valueFor } from "./values.js";

export type Given = Readonly<Record<string, string>>;

export interface Wish {
  /** Arguments that must be there, as Python. */
  readonly required?: Given;
  /** Parameters that are left out. */
  readonly never?: readonly string[];
  /** Attributes that can be set after the constructor. */
  readonly attributes?: boolean;
  /** What follows what it launches: the places where a value is changed once it is too late. */
  readonly prefix?: string;
}

const important =
  /subnet|security_group|vpc|network|kms|encrypt|isolation|^compute$|output_data_config|stopping_condition|max_run|instance_type|instance_count|inter_container/;

/** Writes one random snippet, statement by statement. */
export class SnippetWriter {
  private readonly statements: string[] = [];
  private readonly later: string[] = [];
  private names = 0;

  constructor(
    readonly dice: Dice,
    readonly sdk: "v2" | "v3",
  ) {}

  add(statement: string): void {
    this.statements.push(statement);
  }

  fresh(stem: string): string {
    this.names += 1;
    return `${stem}_${this.names}`;
  }

  /** Makes an object of a class; the variable that has it. */
  construct(path: string, wish: Wish = {}): string {
    const { dice } = this;
    const catalog = this.sdk === "v2" ? sagemakerV2 : sagemakerV3;
    const entry = catalog.classOf(path);
    if (entry === undefined) throw new Error(`no class ${path}`);
    const name = path.slice(path.lastIndexOf(".") + 1);
    const given = this.choose(entry.parameters, wish);
    const variable = this.fresh(name.toLowerCase());
    const afterwards: string[] = [];
    for (const [parameter, code] of [...given]) {
      if (wish.attributes !== true || wish.required?.[parameter] !== undefined || !dice.percent(9)) continue;
      if (dice.percent(60)) given.delete(parameter);
      else given.set(parameter, valueFor(parameter, this.sdk, dice) ?? code);
      afterwards.push(`${variable}.${parameter} = ${this.spell(code, parameter)}`);
    }
    const code = this.callCode(name, given, entry.parameters, variable);
    this.wrap(variable, code);
    this.flushLater();
    for (const statement of dice.shuffled(afterwards)) this.add(statement);
    return variable;
  }

  /** A call of a method that launches; the arguments are chosen from the catalog's signature of it. */
  call(path: string, method: string, object: string, wish: Wish = {}): string {
    const catalog = this.sdk === "v2" ? sagemakerV2 : sagemakerV3;
    const signature = catalog.methodOf(path, method);
    if (signature === undefined) throw new Error(`no method ${path}.${method}`);
    const given = this.choose(signature.parameters, wish);
    return this.callCode(`${object}.${method}`, given, signature.parameters, undefined);
  }

  /** A call of a function of the SDK. */
  callFunction(path: string, name: string, wish: Wish): string {
    const catalog = this.sdk === "v2" ? sagemakerV2 : sagemakerV3;
    const parameters = catalog.functionOf(path)?.parameters ?? [];
    return this.callCode(name, this.choose(parameters, { ...wish, never: [...(wish.never ?? []), "_func"] }), parameters, undefined, true);
  }

  /** Defaults as a dict of the snippet. */
  defaults(): Json {
    return randomDefaults(this.sdk, this.dice);
  }

  /** Statements of arguments first, then the call. */
  launch(path: string, method: string, object: string, wish: Wish = {}): void {
    const code = this.call(path, method, object, wish);
    if (this.dice.percent(6)) {
      const name = this.fresh("go");
      this.add(`def ${name}(job):\n    return ${code.replace(object, "job")}`);
      this.add(`${name}(${object})`);
    } else if (this.dice.percent(4)) {
      this.add(`if ${this.dice.pick(["True", "1 < 2", "len(\"a\") == 1"])}:\n    ${code}`);
    } else this.add(code);
    this.flushLater();
  }

  choose(parameters: readonly Parameter[], { required = {}, never = [] }: Wish): Map<string, string> {
    const { dice } = this;
    const given = new Map<string, string>(Object.entries(required));
    const secure = dice.percent(70) ? 38 : 8;
    for (const { name } of parameters) {
      if (given.has(name) || never.includes(name)) continue;
      const share = important.test(name) ? secure : 7;
      const value = valueFor(name, this.sdk, dice);
      if (value === undefined || !dice.percent(share)) continue;
      given.set(name, value);
    }
    const names = parameters.map(({ name }) => name);
    for (const [one, other] of [["subnets", "security_group_ids"], ["security_group_ids", "subnets"]] as const) {
      if (given.has(one) && !given.has(other) && names.includes(other) && dice.percent(88))
        given.set(other, valueFor(other, this.sdk, dice) ?? "None");
    }
    if (given.get("use_spot_instances") === "True" && !given.has("max_wait") && names.includes("max_wait")) given.set("max_wait", "100000");
    for (const [name] of given) {
      if (required[name] !== undefined) continue;
      if (dice.percent(4)) given.set(name, "None");
      else if (/^\[/.test(given.get(name) ?? "") && dice.percent(3)) given.set(name, dice.pick(["[]", "()"]));
    }
    return given;
  }

  /** `Class(a=…, **settings)`, in one of the ways of writing it. */
  private callCode(
    callee: string,
    given: ReadonlyMap<string, string>,
    parameters: readonly Parameter[],
    variable: string | undefined,
    keywordsOnly = false,
  ): string {
    const { dice } = this;
    const left = new Map(given);
    const positional: string[] = [];
    if (!keywordsOnly && dice.percent(18)) {
      for (const { name, keywordOnly } of parameters) {
        const value = left.get(name);
        if (value === undefined || keywordOnly || dice.percent(15)) break;
        positional.push(this.spell(value, name));
        left.delete(name);
      }
    }
    const expanded: string[] = [];
    const keywords: string[] = [];
    const share = dice.percent(20) ? 50 : 0;
    for (const [name, value] of dice.shuffled([...left])) {
      const text = this.spell(value, name);
      if (dice.percent(share)) expanded.push(`"${name}": ${text}`);
      else keywords.push(`${name}=${text}`);
    }
    if (expanded.length > 0) keywords.push(this.settings(expanded));
    const all = [...positional, ...keywords];
    const isLong = all.join().length > 80 && variable !== undefined;
    return isLong ? `${callee}(\n    ${all.join(",\n    ")},\n)` : `${callee}(${all.join(", ")})`;
  }

  /** A dict of arguments in one of the ways of making it: what expands it. */
  private settings(entries: readonly string[]): string {
    const { dice } = this;
    const name = this.fresh("settings");
    switch (dice.below(5)) {
      case 0:
        this.add(`${name} = {}`);
        for (const entry of entries) this.add(`${name}.update({${entry}})`);
        return `**${name}`;
      case 1: {
        this.add(`${name} = {${entries.slice(1).join(", ")}}`);
        const [, key, value] = /^("\w+"): ([^]*)$/.exec(entries[0] ?? "") ?? [];
        this.add(`${name}[${key}] = ${value}`);
        return `**${name}`;
      }
      case 2:
        this.add(`${name} = dict(${entries.map((entry) => entry.replace(/^"(\w+)": /, "$1=")).join(", ")})`);
        return `**${name}`;
      case 3:
        this.add(`def ${name}():\n    return {${entries.join(", ")}}`);
        return `**${name}()`;
      default:
        this.add(`${name} = {\n    ${entries.join(",\n    ")},\n}`);
        return `**${name}`;
    }
  }

  private wrap(variable: string, code: string): void {
    const { dice } = this;
    const way = dice.below(40);
    const body = code.replaceAll("\n", "\n    ");
    if (way === 0) {
      const maker = this.fresh("make");
      this.add(`def ${maker}():\n    return ${body}`);
      this.add(`${variable} = ${maker}()`);
    } else if (way === 1) {
      this.add(`if ${dice.pick(["True", "1 + 1 == 2"])}:\n    ${variable} = ${body}\nelse:\n    ${variable} = None`);
    } else if (way === 2) {
      this.add(`made = [${body} for _ in range(1)]`);
      this.add(`${variable} = made[0]`);
    } else if (way === 3) {
      this.add(`holder = {"it": ${body}}`);
      this.add(`${variable} = holder["it"]`);
    } else if (way === 4) {
      this.add(`try:\n    ${variable} = ${body}\nfinally:\n    print("made")`);
    } else if (way === 5) {
      const maker = this.fresh("make");
      this.add(`def ${maker}(**more):\n    return ${body.replace(/,?\s*\)$/, ", **more)").replace("(, ", "(")}`);
      this.add(`${variable} = ${maker}()`);
    } else this.add(`${variable} = ${code}`);
  }

  /** An expression with this value, written in one way or another; what it needs comes before. */
  spell(code: string, parameter: string): string {
    const { dice } = this;
    const stem = parameter.replace(/\W/g, "");
    const way = dice.below(100);
    const variable = () => {
      const name = this.fresh(dice.percent(30) ? stem.toUpperCase() : stem);
      return name;
    };
    const isText = /^"[^"]*"$/.test(code) && !/^"(\w+\.py|lib|src)"$/.test(code); // the recorder makes files that it finds named
    const items = listItems(code);
    if (way < 40) return code;
    if (way < 58) {
      const name = variable();
      this.add(`${name} = ${code}`);
      return name;
    }
    if (isText && way < 68) {
      const text = code.slice(1, -1);
      const at = dice.below(text.length);
      const name = variable();
      this.add(`${name} = "${text.slice(0, at)}"`);
      switch (dice.below(4)) {
        case 0:
          return `${name} + "${text.slice(at)}"`;
        case 1:
          return `"{}${text.slice(at)}".format(${name})`;
        case 2:
          return `"%s${text.slice(at)}" % ${name}`;
        default:
          return `f"{${name}}${text.slice(at)}"`;
      }
    }
    if (items && items.length > 0 && way < 80) return this.spellList(items, variable());
    if (way < 84) {
      const name = this.fresh("config");
      this.add(`${name} = {"${stem}": ${code}, "other": 1}`);
      return dice.pick([`${name}["${stem}"]`, `${name}.get("${stem}")`]);
    }
    if (way < 88) {
      const name = this.fresh(`get_${stem}`);
      this.add(`def ${name}(value=${code}):\n    return value`);
      return `${name}()`;
    }
    if (way < 91) return `(${code} if ${dice.pick(["True", '"x" in "xyz"', "not None"])} else None)`;
    if (way < 93) return `(None or ${code})`;
    if (way < 95) {
      const name = this.fresh("Config");
      this.add(`class ${name}:\n    ${stem} = ${code}`);
      return dice.pick([`${name}.${stem}`, `${name}().${stem}`]);
    }
    if (way < 96) {
      const [one, two] = [this.fresh("a"), this.fresh("b")];
      this.add(`${one}, ${two} = 1, ${code}`);
      return two;
    }
    return code;
  }

  private spellList(items: readonly string[], name: string): string {
    const { dice } = this;
    const all = items.join(", ");
    switch (dice.below(11)) {
      case 0:
        this.add(`${name} = []`);
        for (const item of items) this.add(`${name}.append(${item})`);
        return name;
      case 1:
        this.add(`${name} = [${all}]`);
        this.later.push(`${name}.append("${dice.pick(["subnet-0a10000000000009a", "later"])}")`);
        return name;
      case 2:
        this.add(`${name} = [${items.slice(0, 1).join()}]`);
        this.add(`${name} += [${items.slice(1).join(", ")}]`);
        return name;
      case 3:
        return `(${all},)`;
      case 4:
        return `list((${all},))`;
      case 5:
        return `[item for item in (${all},)]`;
      case 6:
        this.add(`${name} = [${all}]`);
        this.later.push(`${name}.clear()`);
        return name;
      case 7:
        this.add(`${name} = [${all}]`);
        return dice.pick([`${name}[:]`, `list(${name})`, `sorted(${name})`, `[*${name}]`, `${name} + []`]);
      case 8:
        if (items.every((item) => /^"[^",]*"$/.test(item)))
          return `"${items.map((item) => item.slice(1, -1)).join()}".split(",")`;
        return `[${all}]`;
      case 9:
        this.add(`${name} = [${all}]`);
        this.later.push(`${name} = ["changed"]`);
        return name;
      default:
        this.add(`${name} = [${all}]`);
        return name;
    }
  }

  private flushLater(): void {
    for (const statement of this.later.splice(0)) this.add(statement);
  }

  text(headers: readonly string[]): string {
    this.flushLater();
    const body: string[] = [];
    for (const statement of this.statements) {
      if (this.dice.percent(9)) body.push("\n# %%");
      body.push(statement);
    }
    const code = body.join("\n");
    const imports = new Set<string>();
    for (const [word = ""] of code.matchAll(/(?<![.\w"])[A-Za-z_]\w*(?=[(.,)\]:\s])/g)) {
      const module = moduleOf(word, this.sdk);
      if (module !== undefined) imports.add(module === word ? `import ${word}` : `from ${module} import ${word}`);
    }
    return [...headers, ...[...imports].sort(), "", code, ""].join("\n");
  }
}

/** The items of a list display without nested brackets; undefined when it is none. */
function listItems(code: string): string[] | undefined {
  const [, inside] = /^\[([^[\]{}()]*)\]$/.exec(code) ?? [];
  return inside?.split(", ").filter((item) => item !== "");
}
