import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Problem } from "./problem.mjs";
import { runCommand } from "./run-command.mjs";
import { step } from "./step.mjs";

/** What the end-to-end tests need of the system, by Debian's names, and how to see that it is there. */
const needed = {
  chromium: () => findChromium() !== undefined,
  ripgrep: () => onPath("rg"),
  "build-essential": () => onPath("make") && onPath("g++"),
  "libkrb5-dev": () =>
    ["/usr/include/gssapi.h", "/usr/include/gssapi/gssapi.h"].some((path) => existsSync(path)),
  "fonts-dejavu-core": () => hasFonts(),
};

/**
 * Installs the system packages that the end-to-end tests need and that are missing, when this is Debian or Ubuntu and
 * the user is root.
 *
 * @throws {Problem} Otherwise: names exactly what to install.
 */
export async function installSystemPackages() {
  const missing = Object.keys(needed).filter((name) => !isThere(name));
  if (missing.length === 0) {
    console.log("  ✓ system packages: unchanged");
    return;
  }
  const install = ["install", "-y", "--no-install-recommends", ...missing];
  const mayInstall = process.getuid?.() === 0 && onPath("apt-get");
  if (!mayInstall) throw new Problem(howToInstall(missing));

  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await step(`system packages (${missing.join(", ")})`, {}, async () => {
    await runCommand("apt-get", ["update"], { name: "apt-update", env });
    await runCommand("apt-get", install, { name: "apt-install", env });
  });
  const still = missing.filter((name) => !isThere(name));
  if (still.length > 0) throw new Problem(howToInstall(still));
}

/** The chromium or Chrome that drives the editors: `$CHROMIUM`, on the PATH, or where macOS has it. */
export function findChromium() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const places = [
    process.env.CHROMIUM ?? "",
    ...folders().flatMap((folder) => names.map((name) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
  return places.find((path) => path !== "" && existsSync(path));
}

function isThere(name) {
  if (name === "libkrb5-dev" && process.platform === "darwin") return true; // a part of the system's SDK
  return needed[name]();
}

function howToInstall(missing) {
  const first = `The end-to-end tests need ${missing.join(", ")}.`;
  const debian = `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  const others = "Elsewhere: the packages of the same software; CHROMIUM may name a Chrome or chromium.";
  return `${first} Debian, Ubuntu:\n${debian}\n${others}\nOr run the other tests alone: npm test -- --unit`;
}

function hasFonts() {
  if (process.platform === "darwin") return true;
  if (["/usr/share/fonts/truetype", "/usr/share/fonts/TTF"].some((path) => isFilled(path))) return true;
  try {
    return execFileSync("fc-list", [":spacing=mono"], { encoding: "utf8" }).trim() !== "";
  } catch {
    return false; // no fontconfig, or no font in it
  }
}

function isFilled(folder) {
  return existsSync(folder) && readdirSync(folder).length > 0;
}

function onPath(name) {
  return folders().some((folder) => existsSync(join(folder, name)));
}

function folders() {
  return (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
}
