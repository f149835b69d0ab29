/**
 * The items that Python's `items[lower:upper:step]` takes, `step` not zero.
 *
 * @see https://docs.python.org/3/reference/datamodel.html#slice.indices
 */
export function sliceOf<Item>(
  items: readonly Item[],
  lower: number | undefined,
  upper: number | undefined,
  step: number,
): Item[] {
  const last = step < 0 ? items.length - 1 : items.length;
  const first = step < 0 ? -1 : 0;
  const placed = (place: number) => Math.min(last, Math.max(first, place < 0 ? place + items.length : place));
  const from = lower === undefined ? (step < 0 ? last : first) : placed(lower);
  const to = upper === undefined ? (step < 0 ? first : last) : placed(upper);
  const taken: Item[] = [];
  for (let place = from; step < 0 ? place > to : place < to; place += step) {
    const item = items[place];
    if (item !== undefined) taken.push(item);
  }
  return taken;
}
