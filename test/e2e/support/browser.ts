import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** A headless chromium: `$CHROMIUM`, or the system's. */
export async function launchBrowser(): Promise<Browser> {
  const candidates = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) {
    throw new Error(
      "There is no chromium: install it (apt-get install chromium) or set CHROMIUM to its path.",
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
}
