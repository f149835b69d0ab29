import type { ExecutionRole } from "./execution-role.js";
import type { Fact } from "./fact.js";
import type { Question } from "./question.js";

/** Which account a reader asks. `region` is the one that applies where code names none. */
export interface AccountDescription {
  readonly region?: string;
  readonly profile?: string;
  /** The answer to `identity`: `value` is `{ Account, Arn }`. */
  readonly identity: Fact;
  /** Set when the calls go to another place than AWS (`AWS_ENDPOINT_URL`): shown, so that nobody takes a sample account for a real one. */
  readonly endpoint?: string;
  /** What is known of the role that notebooks get here from the SDK's `get_execution_role()`. */
  readonly executionRole?: ExecutionRole;
  /** Set when nobody is asked: the answers are those of a snapshot file. */
  readonly snapshot?: { readonly path: string; readonly takenAt: number };
}

/**
 * Answers questions about one account with read-only AWS calls: the Node reader (`core/aws`), the Jupyter server
 * extension behind its endpoint, a snapshot file. A failed call is an answer (`unreadable`), never an exception.
 */
export interface AccountReader {
  describe(): Promise<AccountDescription>;
  /**
   * @param deadline Milliseconds for all of them together; what is late is `unreadable`, `why: "timed out"`.
   * @returns One fact for each question, in the same order.
   */
  answer(questions: readonly Question[], deadline: number): Promise<readonly Fact[]>;
}
