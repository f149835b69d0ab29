import type { SdkCatalog } from "../catalog/sdk-catalog.js";

/** What a notebook that submits jobs mentions: what it imports, and what says where the SDK's defaults are. */
export const mentionedNames: ReadonlySet<string> = new Set([
  "boto3",
  "sagemaker",
  "sagemaker_core",
  "sagemaker_pyspark",
  "stepfunctions",
  "sagemaker_client",
  "SAGEMAKER_ADMIN_CONFIG_OVERRIDE",
  "SAGEMAKER_CORE_ADMIN_CONFIG_OVERRIDE",
  "SAGEMAKER_USER_CONFIG_OVERRIDE",
]);

/** Matches wherever one of them is, or an operation's method. */
export const mentionsHint = /sagemaker|SAGEMAKER|boto3|stepfunctions|(?:create|update|start)_/;

/** The same for every library of a catalog: a folder has one for each notebook. */
export function classNamesOf(catalog: SdkCatalog): ReadonlySet<string> {
  let names = classNamesByCatalog.get(catalog);
  if (!names) {
    names = new Set([...catalog.names()].filter((name) => /^[A-Z]/.test(name)));
    classNamesByCatalog.set(catalog, names);
  }
  return names;
}

const classNamesByCatalog = new WeakMap<SdkCatalog, ReadonlySet<string>>();
