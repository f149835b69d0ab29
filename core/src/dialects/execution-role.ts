import type { Context } from "../python/context.js";
import { variableSet } from "../python/environment-variables.js";
import { text, unknown, type BoundArguments, type MachineValue, type Site } from "../python/machine.js";
import { credentialsOf, hasDefaultSession } from "./boto3/sessions.js";
import { isNone } from "./sdk-defaults/resolve-defaults.js";

/** The functions of the SDK that give the role of whoever calls them. */
export const roleFunctions: ReadonlySet<string> = new Set([
  "sagemaker.session.get_execution_role",
  "sagemaker.core.helper.session_helper.get_execution_role",
]);

/** Variables by which a notebook that sets them asks as somebody else than the one who is asked here. */
const credentialVariables = [
  "AWS_PROFILE",
  "AWS_DEFAULT_PROFILE",
  "AWS_ACCESS_KEY_ID",
  "AWS_SESSION_TOKEN",
  "AWS_ROLE_ARN",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONFIG_FILE",
  "AWS_SHARED_CREDENTIALS_FILE",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
];

/** `get_execution_role(sagemaker_session)`. Undefined: what it gives is not known. */
export function executionRole(bound: BoundArguments, site: Site, context: Context): MachineValue | undefined {
  const session = bound.positional[0] ?? bound.keywords.get("sagemaker_session");
  const isOpen = bound.openKeywords || bound.openPositional;
  return roleOfSession(isOpen ? unknown("which session it is asked with") : session, site, context);
}

/** `session.get_caller_identity_arn()`; without a session one is made. */
export function roleOfSession(
  session: MachineValue | undefined,
  site: Site,
  context: Context,
): MachineValue | undefined {
  const role = context.files.executionRole;
  if (role === undefined) return undefined;
  if (role.state === "unknown") return unknown(role.why, site.span);
  if (role.isOfCaller && !asksAsHere(session, context)) return undefined;
  return text(role.arn, site.span);
}

/** The notebook gives the session no credentials of its own. */
function asksAsHere(session: MachineValue | undefined, context: Context): boolean {
  if (hasDefaultSession(context)) return false;
  if (credentialVariables.some((name) => variableSet(name, context) !== undefined)) return false;
  if (session === undefined || isNone(session)) return true;
  const own = context.object(session);
  if (own?.kind !== "instance" || own.open || credentialsOf(own, context) !== undefined) return false;
  const inner = own.members.get("boto_session");
  if (inner === undefined || isNone(inner)) return true;
  const made = context.object(inner);
  return made?.kind === "instance" && !made.open;
}
