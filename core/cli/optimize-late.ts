import { setFlagsFromString } from "node:v8";

/**
 * Tells V8 to optimize a function only after it has run ten times as long as usual: most code of a first run goes through
 * a few times, and where each processor has a thread of ours, the optimizer takes nearly half of the time from them.
 */
export function optimizeLate(): void {
  // Seen in Node.js 20, 22 and 24; what V8 does not know it complains of on the terminal
  if (/^1[123]\./.test(process.versions.v8)) setFlagsFromString("--interrupt-budget=1500000");
}
