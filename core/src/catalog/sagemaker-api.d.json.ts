import type { ApiCatalogData } from "./sagemaker-api.js";

/** Declared, so that the compiler does not infer a type from 120 kB of literals. The generator holds the shape. */
declare const catalog: ApiCatalogData;
export default catalog;
