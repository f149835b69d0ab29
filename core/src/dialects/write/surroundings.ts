import type { Span } from "../../notebook/span.js";
import type { Json } from "../../requests/request.js";

/** What a writer has to know of the rest of the notebook. */
export interface Surroundings {
  /** Another job, which must stay as it is, takes what is written here. */
  readonly isOthers: (span: Span) => boolean;
  /** A name that is known to hold exactly this value when the code at `place` runs. */
  readonly nameOf: (value: Json, place: Span) => string | undefined;
}

/** There is nothing else. */
export const alone: Surroundings = { isOthers: () => false, nameOf: () => undefined };
