import data from "./sagemaker-api.json";

export type ApiType =
  "structure" | "list" | "map" | "string" | "integer" | "long" | "float" | "double" | "boolean" | "timestamp";

/** What the service model says of a part of a request. Lengths and counts for `min` and `max`, or the number itself. */
export interface ApiShape {
  readonly type: ApiType;
  /** botocore checks `min` itself; `max`, `pattern` and `enum` only AWS does. */
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  /** The enum's values are instance types: new ones come with every release, so that one not listed says little. */
  readonly isInstanceType?: boolean;
  /** Of a structure: its members in the model's order; botocore refuses others. */
  readonly members?: ReadonlyMap<string, () => ApiShape>;
  /** Of a structure: the members without which botocore refuses it. */
  readonly required?: readonly string[];
  /** Of a structure: exactly one member belongs in it. */
  readonly union?: boolean;
  /** Of a list. */
  readonly item?: () => ApiShape;
  /** Of a map. */
  readonly key?: () => ApiShape;
  readonly value?: () => ApiShape;
}

/** What the service model says of one request member, by its path. */
export interface ApiSetting {
  readonly type: ApiType;
  /** Required within its structure, when that is given. */
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  /** Of a structure: all its members. */
  readonly members?: readonly string[];
}

/**
 * A Create*, Update* or Start* operation that has settings of network, keys, isolation, instances or roles, or one that starts
 * what others have set up: an endpoint, a pipeline.
 */
export interface ApiOperation {
  /** `CreateTrainingJob` */
  readonly name: string;
  /** The method of the boto3 client: `create_training_job`. */
  readonly method: string;
  readonly members: readonly string[];
  readonly required: readonly string[];
  readonly input: ApiShape;
  /** By path, `VpcConfig.Subnets`; `VpcConfig.Subnets[]` is any item of the list. */
  readonly settings: Pick<ReadonlyMap<string, ApiSetting>, "get" | "has">;
  /** Clients of other services have a method of this name: the members that one of theirs takes as well. */
  readonly others: readonly (readonly string[])[];
}

export interface ApiCatalogData {
  readonly versions: { readonly botocore: string; readonly api: string };
  readonly operations: Readonly<
    Record<
      string,
      { readonly method: string; readonly input: number; readonly others?: readonly (readonly string[])[] }
    >
  >;
  readonly instanceTypes: readonly string[];
  readonly shapes: readonly ShapeEntry[];
}

/** Shapes by their number. */
interface ShapeEntry {
  readonly type: ApiType;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly instanceTypes?: readonly number[];
  readonly members?: Readonly<Record<string, number>>;
  readonly required?: readonly string[];
  readonly union?: boolean;
  readonly item?: number;
  readonly key?: number;
  readonly value?: number;
}

let byMethod: ReadonlyMap<string, string> | undefined;
const operations = new Map<string, ApiOperation>();
const shapes = new Map<number, ApiShape>();

/** By the API's name: `CreateTrainingJob`. */
export function operationOf(name: string): ApiOperation | undefined {
  const known = operations.get(name);
  if (known !== undefined || !Object.hasOwn(data.operations, name)) return known;
  const entry = data.operations[name];
  if (entry === undefined) return undefined;
  const input = shapeOf(entry.input);
  const operation: ApiOperation = {
    name,
    method: entry.method,
    members: [...(input.members?.keys() ?? [])],
    required: input.required ?? [],
    input,
    settings: settingsOf(input),
    others: entry.others ?? [],
  };
  operations.set(name, operation);
  return operation;
}

/** By the boto3 client's method: `create_training_job`. */
export function operationOfMethod(method: string): ApiOperation | undefined {
  byMethod ??= new Map(Object.entries(data.operations).map(([name, entry]) => [entry.method, name]));
  const name = byMethod.get(method);
  return name === undefined ? undefined : operationOf(name);
}

/** All operations that the catalog has. */
export function operationNames(): readonly string[] {
  return Object.keys(data.operations);
}

/** The botocore version and the API version that the data is from. */
export const apiVersions: Readonly<Record<"botocore" | "api", string>> = data.versions;

function shapeOf(number: number): ApiShape {
  const known = shapes.get(number);
  if (known) return known;
  const { members, item, key, value, instanceTypes, ...limits } = data.shapes[number] ?? {
    type: "structure",
  };
  const shape: ApiShape = {
    ...limits,
    ...(members === undefined
      ? {}
      : { members: new Map(Object.entries(members).map(([name, of]) => [name, () => shapeOf(of)])) }),
    ...(item === undefined ? {} : { item: () => shapeOf(item) }),
    ...(key === undefined ? {} : { key: () => shapeOf(key) }),
    ...(value === undefined ? {} : { value: () => shapeOf(value) }),
    ...(instanceTypes === undefined
      ? {}
      : { isInstanceType: true, enum: instanceTypes.flatMap((index) => data.instanceTypes[index] ?? []) }),
  };
  shapes.set(number, shape);
  return shape;
}

function settingsOf(input: ApiShape): ApiOperation["settings"] {
  const found = new Map<string, ApiSetting | undefined>();
  const get = (path: string) => {
    if (!found.has(path)) found.set(path, settingAt(input, path));
    return found.get(path);
  };
  return { get, has: (path) => get(path) !== undefined };
}

function settingAt(input: ApiShape, path: string): ApiSetting | undefined {
  let shape: ApiShape | undefined = input;
  let required = false;
  for (const step of path.split(/\.|(?=\[\])/)) {
    required = shape.required?.includes(step) ?? false;
    shape = step === "[]" ? shape.item?.() : shape.members?.get(step)?.();
    if (shape === undefined) return undefined;
  }
  const { type, min, max, pattern, enum: values, members } = shape;
  return {
    type,
    ...(required ? { required } : {}),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(values === undefined ? {} : { enum: values }),
    ...(members === undefined ? {} : { members: [...members.keys()] }),
  };
}
