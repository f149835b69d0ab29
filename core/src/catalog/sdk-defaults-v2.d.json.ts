import type { SdkDefaultsData } from "./sdk-defaults.js";

declare const catalog: SdkDefaultsData;
export default catalog;
