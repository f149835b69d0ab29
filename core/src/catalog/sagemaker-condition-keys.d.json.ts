import type { ConditionKeysData } from "./sagemaker-condition-keys.js";

declare const data: ConditionKeysData;
export default data;
