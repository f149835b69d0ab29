import { setInterval } from "node:timers";

/**
 * Resolves when this script should end: Ctrl-C, a signal, or the end of what started it (npm killed, terminal gone).
 */
export function interruption() {
  const parent = process.ppid;
  return new Promise((stop) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));
    setInterval(() => {
      if (process.ppid !== parent) stop("parent ended");
    }, 500).unref();
  });
}
