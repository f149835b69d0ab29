import { operationNames, operationOf, type ApiShape } from "../../../core/src/catalog/sagemaker-api.js";
import type { Json } from "../../../core/src/requests/request.js";

type Structure = Record<string, Json>;

export interface RandomRequest {
  readonly operation: string;
  readonly parameters: Structure;
}

/**
 * Parameters of a random operation, as the service model has them, with up to three things changed that it does not
 * have: names, types, lengths, numbers, what is missing. The same seed gives the same parameters.
 */
export function randomRequest(seed: number): RandomRequest {
  const writer = new ParameterWriter(seed);
  const names = operationNames();
  const operation = names[writer.below(names.length)] ?? "";
  const input = operationOf(operation)?.input ?? { type: "structure" };
  const parameters = writer.structure(input, 0);
  for (let left = writer.below(4); left > 0; left--) writer.spoil(parameters, input);
  return { operation, parameters };
}

const texts = ["a", "churn-1", "it's", 'say "hello"', "two\nlines", "back\\slash", "é", "🙂", "", "s3://b/k"];

class ParameterWriter {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2654435761 + 12345) >>> 0;
  }

  below(limit: number): number {
    this.state = (this.state * 1664525 + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * limit);
  }

  structure(shape: ApiShape, depth: number): Structure {
    const members = [...(shape.members ?? [])];
    const wanted = shape.union === true ? new Set([this.below(members.length)]) : undefined;
    const made: Structure = {};
    for (const [index, [name, of]] of members.entries()) {
      const isOptional = shape.required?.includes(name) !== true;
      const isLeftOut = wanted ? !wanted.has(index) : isOptional && this.below(depth === 0 ? 3 : 4) > 0;
      if (!isLeftOut) made[name] = this.value(of(), depth + 1);
    }
    return made;
  }

  /** Changes one thing somewhere in the structure. */
  spoil(structure: Structure, shape: ApiShape): void {
    const names = Object.keys(structure);
    const name = names[this.below(names.length)];
    const of = name === undefined ? undefined : shape.members?.get(name)?.();
    if (name !== undefined && of && this.below(3) > 0 && this.spoilInside(structure[name], of)) return;
    switch (this.below(name === undefined ? 1 : 5)) {
      case 0:
        structure[this.pick(["VpcId", "subnets", "securityGroupIds", "Whatever", "x y"])] = this.anything();
        return;
      case 1:
        if (name !== undefined) Reflect.deleteProperty(structure, name);
        return;
      case 2:
        if (name !== undefined && of) structure[name] = this.tooSmall(of) ?? this.anything();
        return;
      default:
        if (name !== undefined) structure[name] = this.anything();
    }
  }

  private spoilInside(value: Json | undefined, shape: ApiShape): boolean {
    if (shape.type === "structure" && isObject(value)) {
      this.spoil(value, shape);
      return true;
    }
    if (shape.type === "map" && isObject(value)) {
      const entries: Structure = value;
      entries[this.pick(["", "key"])] = this.anything();
      return true;
    }
    if (shape.type !== "list" || !Array.isArray(value) || !shape.item) return false;
    const items = value as Json[];
    const [first] = items;
    if (first !== undefined && this.below(2) > 0 && this.spoilInside(first, shape.item())) return true;
    items.push(this.anything());
    return true;
  }

  private value(shape: ApiShape, depth: number): Json {
    const { min = 0 } = shape;
    switch (shape.type) {
      case "structure":
        return this.structure(shape, depth);
      case "list": {
        const item = shape.item?.();
        const count = Math.max(min, depth > 4 ? min : this.below(3));
        return item ? Array.from({ length: count }, () => this.value(item, depth + 1)) : [];
      }
      case "map": {
        const of = shape.value?.();
        return of && this.below(2) > 0 ? { [`k${this.below(9)}`]: this.value(of, depth + 1) } : {};
      }
      case "boolean":
        return this.below(2) > 0;
      case "integer":
      case "long":
        return min + this.below(10);
      case "float":
      case "double":
        return this.below(2) > 0 ? min + 1 : min + 0.5;
      case "timestamp":
        return "2026-01-01T00:00:00Z";
      case "string": {
        const text = shape.enum?.[this.below(shape.enum.length)] ?? this.pick(texts);
        return text.padEnd(min, "x");
      }
    }
  }

  private tooSmall({ type, min }: ApiShape): Json | undefined {
    if (min === undefined) return undefined;
    if (type === "integer" || type === "long") return min - 1;
    if (type === "string") return "x".repeat(Math.max(min - 1, 0));
    return type === "list" ? [] : undefined;
  }

  private anything(): Json {
    switch (this.below(8)) {
      case 0:
        return null;
      case 1:
        return this.below(100) - 50;
      case 2:
        return 1.5;
      case 3:
        return this.below(2) > 0;
      case 4:
        return [this.pick(texts), 2, null];
      case 5:
        return { "it's": [this.pick(texts)], n: { deep: true } };
      case 6:
        return [];
      default:
        return this.pick(texts);
    }
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] ?? (from[0] as T);
  }
}

function isObject(value: Json | undefined): value is Structure {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
