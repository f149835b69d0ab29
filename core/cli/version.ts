/** Set by `core/scripts/bundle.mjs` to the version of `core/package.json`. */
declare const PREFLIGHT_VERSION: string | undefined;

export const version = typeof PREFLIGHT_VERSION === "string" ? PREFLIGHT_VERSION : "0.0.0 (unbundled)";
