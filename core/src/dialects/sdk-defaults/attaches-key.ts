/**
 * Whether the SDK puts a volume key of its defaults on instances of a type: it goes by the type's name, not by what AWS
 * says of its storage. Undefined: a name that is none.
 *
 * @source sagemaker 2.257.7, utils.py, volume_size_supported and instance_supports_kms
 */
export function attachesKey(instanceType: string): boolean | undefined {
  if (instanceType.startsWith("local")) return false;
  const parts = instanceType.split(".");
  const names = parts.length === 3 && parts[0] === "ml" ? parts.slice(1) : parts;
  const [family] = names;
  if (names.length !== 2 || family === undefined) return undefined;
  return !family.includes("d") && !["g5", "g6", "p5", "trn1"].some((prefix) => family.startsWith(prefix));
}
