/** One line of the table. */
export interface Measurement {
  readonly what: string;
  readonly measured: string;
  /** Parsing the same text with `@lezer/python` alone, in the same run. */
  readonly baseline: string;
  /** Measured to baseline. */
  readonly ratio: number;
  readonly target: string;
  readonly reached: boolean;
}
