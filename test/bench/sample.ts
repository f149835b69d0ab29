/** Milliseconds of one call of `work`. */
export function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * Times two kinds of work in turn, so that a slow moment of the machine meets both.
 *
 * @param rounds Timed rounds, after `warmUp` that are not.
 */
export function interleave(
  one: () => void,
  other: () => void,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): { one: number[]; other: number[] } {
  const samples: { one: number[]; other: number[] } = { one: [], other: [] };
  for (let round = -warmUp; round < rounds; round += 1) {
    const [first, second] = [time(one), time(other)];
    if (round < 0) continue;
    samples.one.push(first);
    samples.other.push(second);
  }
  return samples;
}

/** The value below which `share` (0 to 1) of the samples are; 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new Error("no samples");
  return value;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}
