import data from "./sagemaker-condition-keys.json";

/** The condition keys of SageMaker's, by name without `sagemaker:`, and which of them a request carries. */
export interface ConditionKeysData {
  readonly source: string;
  /** By name; AWS's type of their values: `ArrayOfString`, `Bool`, `ARN`. */
  readonly keys: Readonly<Record<string, string>>;
  /** By the operation's name: those that the product reads. */
  readonly actions: Readonly<Record<string, ActionData>>;
}

export interface ActionData {
  readonly keys: readonly string[];
  /**
   * What it needs permission on, all of these, what it makes or changes first, as the ARN goes on after the account:
   * `training-job/${TrainingJobName}`. None: of what it is, AWS leaves a choice.
   */
  readonly resources: readonly string[];
  /** The tags of the request are among its keys. */
  readonly hasTags?: boolean;
}

export const conditionKeysSource = data.source;

/** What an operation is allowed on and by; `undefined`: not known here. */
export function authorizationOf(operation: string): Authorization | undefined {
  return actions.get(operation);
}

export interface Authorization extends Omit<ActionData, "keys"> {
  readonly keys: ReadonlySet<string>;
}

/** How the service authorization reference writes a key, without `sagemaker:`; case does not count. */
export function sagemakerKey(name: string): string | undefined {
  return keyNames.get(withoutVariable(name));
}

/** AWS's type of a key's values: `ArrayOfString`, `Bool`, `Numeric`, `ARN`. */
export function conditionKeyType(name: string): string | undefined {
  const key = sagemakerKey(name);
  return key === undefined ? undefined : data.keys[key];
}

/** The key that takes the place of one that AWS has given up: `VolumeKmsKeyArn` of `VolumeKmsKey`. */
export function replacementOf(key: string): string | undefined {
  return key.endsWith("KmsKey") ? keyNames.get(`${key}Arn`.toLowerCase()) : undefined;
}

/** `ResourceTag/${TagKey}` is looked up by what is before the slash. */
const withoutVariable = (name: string): string => name.toLowerCase().replace(/\/.*$/, "/");

/** The keys by their names in lower case. */
export const keyNames: ReadonlyMap<string, string> = new Map(
  Object.keys(data.keys).map((key) => [withoutVariable(key), key]),
);

const actions = new Map(
  Object.entries(data.actions).map(([action, { keys, ...rest }]): [string, Authorization] => [
    action,
    { ...rest, keys: new Set(keys) },
  ]),
);
