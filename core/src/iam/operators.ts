import { likeArn } from "./arn.js";
import type { Context } from "./context.js";
import { fitsText, type Budget } from "./pattern.js";
import { truthOf, type Truth } from "./truth.js";
import { isIn, toAddressRange, toNumber, toTime } from "./values.js";

/** What a comparison may look at besides the two values. `variables` is set where the policy's version has them. */
export interface Comparing {
  readonly variables?: Context;
  readonly budget: Budget;
}

type Comparison = (given: string, wanted: string, comparing: Comparing) => Truth;

/** A condition operator without its prefixes and suffixes. */
export interface Operator {
  readonly compare: Comparison;
  /** True when none of the wanted values fits. */
  readonly negated: boolean;
}

const text =
  (how: { wildcards: boolean; ignoreCase?: boolean }): Comparison =>
  (given, wanted, { variables, budget }) => {
    const options = { ...how, ...(variables === undefined ? {} : { variables }) };
    return fitsText({ text: given }, wanted, options, budget);
  };

/** What cannot be read as a value of the kind is compared by AWS in a way that is not documented. */
const values =
  <T>(read: (text: string) => T | undefined, holds: (given: T, wanted: T) => boolean): Comparison =>
  (given, wanted) => {
    const [left, right] = [read(given), read(wanted)];
    return left === undefined || right === undefined ? "perhaps" : truthOf(holds(left, right));
  };

const arn: Comparison = (given, wanted, { variables, budget }) =>
  likeArn(given, wanted, { wildcards: true, ...(variables === undefined ? {} : { variables }) }, budget);

/** A policy variable may stand here too. */
const bool: Comparison = (given, wanted, comparing) =>
  text({ wildcards: false, ignoreCase: true })(given, wanted, comparing);

const yes = (compare: Comparison): Operator => ({ compare, negated: false });
const no = (compare: Comparison): Operator => ({ compare, negated: true });

const equals = text({ wildcards: false });
const equalsIgnoreCase = text({ wildcards: false, ignoreCase: true });
const like = text({ wildcards: true });
const isEqual = (given: number, wanted: number): boolean => given === wanted;
const inRange = values(toAddressRange, isIn);

/**
 * The operators, by name in lower case; `Null` is a matter of the key alone and is not among them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const operators: ReadonlyMap<string, Operator> = new Map(
  Object.entries({
    StringEquals: yes(equals),
    StringNotEquals: no(equals),
    StringEqualsIgnoreCase: yes(equalsIgnoreCase),
    StringNotEqualsIgnoreCase: no(equalsIgnoreCase),
    StringLike: yes(like),
    StringNotLike: no(like),
    NumericEquals: yes(values(toNumber, isEqual)),
    NumericNotEquals: no(values(toNumber, isEqual)),
    NumericLessThan: yes(values(toNumber, (given, wanted) => given < wanted)),
    NumericLessThanEquals: yes(values(toNumber, (given, wanted) => given <= wanted)),
    NumericGreaterThan: yes(values(toNumber, (given, wanted) => given > wanted)),
    NumericGreaterThanEquals: yes(values(toNumber, (given, wanted) => given >= wanted)),
    DateEquals: yes(values(toTime, isEqual)),
    DateNotEquals: no(values(toTime, isEqual)),
    DateLessThan: yes(values(toTime, (given, wanted) => given < wanted)),
    DateLessThanEquals: yes(values(toTime, (given, wanted) => given <= wanted)),
    DateGreaterThan: yes(values(toTime, (given, wanted) => given > wanted)),
    DateGreaterThanEquals: yes(values(toTime, (given, wanted) => given >= wanted)),
    Bool: yes(bool),
    BinaryEquals: yes((given, wanted) => truthOf(given === wanted)),
    IpAddress: yes(inRange),
    NotIpAddress: no(inRange),
    ArnEquals: yes(arn),
    ArnLike: yes(arn),
    ArnNotEquals: no(arn),
    ArnNotLike: no(arn),
  }).map(([name, operator]) => [name.toLowerCase(), operator]),
);
