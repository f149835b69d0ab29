/** One line of the table. */
export interface Measurement {
  readonly what: string;
  readonly measured: string;
  /** What the baseline is, when it is not parsing the same text with `@lezer/python` alone. */
  readonly of?: string;
  /** Measured in the same run. */
  readonly baseline: string;
  /** Measured to baseline. */
  readonly ratio: number;
  readonly target: string;
  readonly reached: boolean;
}
