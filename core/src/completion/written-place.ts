/** Half-open, in the cell's text. */
export interface PlaceRange {
  readonly from: number;
  readonly to: number;
}

/** A place at which a value is being written, whatever the language around it. */
export interface WrittenPlace {
  /**
   * What the value is for, innermost first: a keyword, the key of a dict, an attribute or variable; of a command the keys
   * and then the option, `["Subnets", "vpc-config"]`. Empty: nothing names it.
   */
  readonly names: readonly string[];
  /** What an item replaces: what is between the quotes, or the word that is begun. */
  readonly typed: PlaceRange;
  /** How an item is put there. */
  readonly isQuoted: boolean;
  readonly isInList: boolean;
  /** The other items of the list, as far as they are written there. */
  readonly beside: readonly string[];
  /** Of a string where no list is around it: the string with its quotes. */
  readonly whole?: PlaceRange;
  /** Texts that the same call or dict gives for other names. */
  readonly siblings: ReadonlyMap<string, readonly string[]>;
}
