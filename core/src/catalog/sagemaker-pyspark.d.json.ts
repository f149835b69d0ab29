import type { SdkCatalogData } from "./sdk-catalog.js";

/** Declared, so that the compiler does not infer a type from a file of literals. The generator holds the shape. */
declare const catalog: SdkCatalogData;
export default catalog;
