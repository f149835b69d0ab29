/** Set by `core/scripts/bundle.mjs` to the version of `core/package.json`. */
declare const PREFLIGHT_VERSION: string | undefined;
/** Set by the same to a hash of all that it made. */
declare const PREFLIGHT_BUILD: string | undefined;

export const version = typeof PREFLIGHT_VERSION === "string" ? PREFLIGHT_VERSION : "0.0.0 (unbundled)";

/** Absent where the sources run as they are: they may be others at the next run. */
export const build = typeof PREFLIGHT_BUILD === "string" ? `${version} ${PREFLIGHT_BUILD}` : undefined;
