import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import type { Context } from "../python/context.js";
import type { MachineValue } from "../python/machine.js";
import { replacedInside } from "../python/replaced-members.js";

/**
 * What a method asks for is not known where the notebook has replaced what the SDK does on the way there: another class's
 * methods concern those that make objects of several classes.
 */
export function escapeWhereReplaced(
  self: MachineValue,
  type: string,
  method: string,
  catalog: SdkCatalog,
  context: Context,
): void {
  const asksAlone = /^(?:fit|run|train|transform)$/.test(method);
  const concerns = (path: string): boolean => {
    const isOther = catalog.classOf(path) !== undefined && !isSession(path, catalog);
    return !isOther || !asksAlone || catalog.isA(type, path);
  };
  if (replacedInside(context).some(concerns)) context.escape([self]);
}

/** Sessions are what the SDK asks AWS by. */
export function isSession(type: string, catalog: SdkCatalog): boolean {
  return sessions.some((session) => catalog.isA(type, session));
}

const sessions = ["sagemaker.session.Session", "sagemaker.core.helper.session_helper.Session"];
