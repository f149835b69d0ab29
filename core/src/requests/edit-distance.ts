/**
 * The fewest single-character insertions, deletions and replacements that make one text of the other. Where one is less
 * than half of the other, which is no slip, the length of the longer: a text of a megabyte is not compared.
 */
export function editDistance(one: string, other: string): number {
  const [shorter, longer] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  if (2 * shorter < longer) return longer;
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (above[column - 1] ?? 0) + Number(one[row - 1] !== other[column - 1]);
      current.push(Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[other.length] ?? 0;
}

/** Whether a slip of the keyboard or of a copy made one of the other: at most a third of it differs. */
export function isSlip(distance: number, text: string): boolean {
  return distance * 3 <= text.length;
}
