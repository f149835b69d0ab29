import type { Field, JobRequest } from "./request.js";

/** What a reader wants to know of a request first: its network, its keys, its role. Plain text. */
export function requestInWords({ fields, localMode, refused }: JobRequest): readonly string[] {
  const shown = [...fields].filter(([path]) => wanted.test(path));
  return [
    ...(localMode === true ? ["Local mode: no job is sent to AWS."] : []),
    ...(localMode === "maybe"
      ? ["Perhaps local mode: whether a job is sent to AWS is known at run time."]
      : []),
    ...(refused === undefined ? [] : [`Refused before AWS is asked: ${refused.error}: ${refused.message}`]),
    ...shown.map(([path, field]) => `${path}: ${valueText(field)}`),
    ...(shown.some(([path]) => path.includes("VpcConfig.")) ? [] : ["VpcConfig: none"]),
  ];
}

const wanted = /VpcConfig\.|KmsKeyId$|RoleArn$|NetworkIsolation|TrafficEncryption/;

function valueText({ state, value, values, items, why, origin }: Field): string {
  const from =
    origin.from === "argument"
      ? ""
      : origin.from === "SDK default"
        ? " (SDK default)"
        : ` (${origin.file}:${origin.line})`;
  switch (state) {
    case "known":
      return `${JSON.stringify(value)}${from}`;
    case "partial":
      return `${(items ?? []).map((item) => JSON.stringify(item.value)).join(", ")} and more${from}`;
    case "conditional":
      return `${(values ?? []).map((each) => (each === undefined ? "not sent" : JSON.stringify(each))).join(" or ")}${from}`;
    case "unknown":
      return `not known: ${why ?? "set at run time"}${from}`;
  }
}
