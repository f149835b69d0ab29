export { createAccountReader, type AccountReaderOptions } from "./account-reader.js";
export { readFileBeside } from "./read-file-beside.js";
export { sdkDefaultsPlaces } from "./sdk-defaults-places.js";
export { DiskCache, type CacheKey } from "./disk-cache.js";
