import { arithmeticValue, assignedByArithmetic } from "./arithmetic.js";
import { notKnown, setVariable, type ShellState } from "./shell-state.js";

/** What `((text))` and `let text` set. */
export function calculate(text: string, state: ShellState): void {
  const [, name, operator = "", given = ""] = /^\s*([A-Za-z_]\w*)\s*([-+*]?)=(?!=)([^=]*)$/.exec(text) ?? [];
  const value =
    name === undefined || assignedByArithmetic(given).length > 0
      ? undefined
      : arithmeticValue(operator === "" ? given : `${name} ${operator} (${given})`, state.variables);
  for (const one of assignedByArithmetic(text)) setVariable(state, one, notKnown);
  if (name !== undefined && value !== undefined)
    setVariable(state, name, [{ text: value, at: Array.from(value, () => -1) }]);
}
