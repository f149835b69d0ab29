import type { InstanceStorageData } from "./instance-storage.js";

declare const data: InstanceStorageData;
export default data;
