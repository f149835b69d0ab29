import type { SdkCatalog } from "../catalog/sdk-catalog.js";

/** What a notebook that uses the SDK mentions. The same for every library of a catalog: a folder has one for each notebook. */
export function mentionedNames(catalog: SdkCatalog): ReadonlySet<string> {
  let names = namesByCatalog.get(catalog);
  if (!names) {
    names = new Set([
      "boto3",
      "sagemaker",
      "sagemaker_client",
      "SAGEMAKER_ADMIN_CONFIG_OVERRIDE",
      "SAGEMAKER_CORE_ADMIN_CONFIG_OVERRIDE",
      "SAGEMAKER_USER_CONFIG_OVERRIDE",
      ...[...catalog.names()].filter((name) => /^[A-Z]/.test(name)),
    ]);
    namesByCatalog.set(catalog, names);
  }
  return names;
}

const namesByCatalog = new WeakMap<SdkCatalog, ReadonlySet<string>>();
