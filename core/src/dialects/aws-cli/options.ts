/** Options of every command of the AWS CLI, versions 1 and 2. `true`: a value follows. */
const globalOptions: ReadonlyMap<string, boolean> = new Map(
  Object.entries({
    debug: false,
    "endpoint-url": true,
    "no-verify-ssl": false,
    "no-paginate": false,
    output: true,
    query: true,
    profile: true,
    region: true,
    version: false,
    color: true,
    "no-sign-request": false,
    "ca-bundle": true,
    "cli-read-timeout": true,
    "cli-connect-timeout": true,
    "v2-debug": false,
    "cli-binary-format": true,
    "no-cli-pager": false,
    "cli-auto-prompt": false,
    "no-cli-auto-prompt": false,
    "cli-error-format": true,
  }),
);

/** Options of every command that asks something of a service. */
const inputOptions: ReadonlyMap<string, boolean> = new Map([
  ["cli-input-json", true],
  ["cli-input-yaml", true],
  ["generate-cli-skeleton", false],
]);

/** The option of `aws batch submit-service-job` that has the request of the job that is queued. */
export const commandPayload = "service-request-payload";

/** The option's text holds the members of the request. */
export function holdsRequest(name: string): boolean {
  return name.startsWith("cli-input-") || name === commandPayload;
}

export type OptionKind = "global" | "input";

export function commonOption(name: string): { kind: OptionKind; takesValue: boolean } | undefined {
  const global = globalOptions.get(name);
  if (global !== undefined) return { kind: "global", takesValue: global };
  const input = inputOptions.get(name);
  return input === undefined ? undefined : { kind: "input", takesValue: input };
}

export const commonOptionNames: readonly string[] = [...globalOptions.keys(), ...inputOptions.keys()];

/** `vpc-config` of `VpcConfig`, as `botocore.xform_name` makes it. */
export function optionName(member: string): string {
  return member
    .replace(/(.)([A-Z][a-z]+)/g, "$1-$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase();
}
