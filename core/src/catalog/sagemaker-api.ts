import data from "./sagemaker-api.json";

/** What the service model says of one request member. Lengths and counts for `min` and `max`, or the number itself. */
export interface ApiSetting {
  readonly type:
    "structure" | "list" | "string" | "integer" | "long" | "boolean" | "map" | "float" | "double";
  /** Required within its structure, when that is given. */
  readonly required?: boolean;
  /** botocore checks `min` itself; `max`, `pattern` and `enum` only AWS does. */
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  /** Of a structure: all its members; botocore refuses others. */
  readonly members?: readonly string[];
}

/**
 * A Create* or Update* operation that has settings of network, keys, isolation, instances or roles, or one that starts
 * what others have set up: an endpoint, a pipeline.
 */
export interface ApiOperation {
  /** `CreateTrainingJob` */
  readonly name: string;
  /** The method of the boto3 client: `create_training_job`. */
  readonly method: string;
  readonly members: readonly string[];
  readonly required: readonly string[];
  /** The settings by path, `VpcConfig.Subnets`; `VpcConfig.Subnets[]` is any item of the list. */
  readonly settings: ReadonlyMap<string, ApiSetting>;
}

export interface ApiCatalogData {
  readonly versions: Readonly<Record<string, string>>;
  readonly operations: Readonly<Record<string, OperationEntry>>;
}

interface OperationEntry {
  readonly method: string;
  readonly members: readonly string[];
  readonly required: readonly string[];
  readonly settings: Readonly<Record<string, ApiSetting>>;
}

let byMethod: ReadonlyMap<string, string> | undefined;
const operations = new Map<string, ApiOperation>();

/** By the API's name: `CreateTrainingJob`. */
export function operationOf(name: string): ApiOperation | undefined {
  const known = operations.get(name);
  if (known !== undefined || !Object.hasOwn(data.operations, name)) return known;
  const entry = data.operations[name];
  if (entry === undefined) return undefined;
  const operation = { ...entry, name, settings: new Map(Object.entries(entry.settings)) };
  operations.set(name, operation);
  return operation;
}

/** By the boto3 client's method: `create_training_job`. */
export function operationOfMethod(method: string): ApiOperation | undefined {
  byMethod ??= new Map(Object.entries(data.operations).map(([name, entry]) => [entry.method, name]));
  const name = byMethod.get(method);
  return name === undefined ? undefined : operationOf(name);
}

/** The botocore version and the API version that the data is from. */
export const apiVersions: Readonly<Record<string, string>> = data.versions;
