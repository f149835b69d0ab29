export { createAccountReader, type AccountReaderOptions } from "./account-reader.js";
export { DiskCache, type CacheKey } from "./disk-cache.js";
