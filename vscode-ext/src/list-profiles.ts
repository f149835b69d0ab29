import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** The names of the AWS profiles of this machine, sorted. Reads the files' section headings only, never a key. */
export async function listProfiles(environment: NodeJS.ProcessEnv = process.env): Promise<readonly string[]> {
  const folder = join(homedir(), ".aws");
  const texts = await Promise.all(
    [
      environment.AWS_CONFIG_FILE ?? join(folder, "config"),
      environment.AWS_SHARED_CREDENTIALS_FILE ?? join(folder, "credentials"),
    ].map((path) => readFile(path, "utf8").catch(() => "")), // no such file: no profiles in it
  );
  return [...new Set(texts.flatMap(profileNames))].sort((a, b) => a.localeCompare(b));
}

/**
 * In words, where AWS is asked with a profile that no file has: there is nothing to sign in to then.
 *
 * @param chosen By the user's settings; empty: the environment's counts.
 */
export async function missingProfile(
  chosen: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  const name = chosen === "" ? (environment.AWS_PROFILE ?? "") : chosen;
  if (name === "" || (await listProfiles(environment)).includes(name)) return undefined;
  return `${chosen === "" ? `${name}, which AWS_PROFILE names,` : name} is not in the AWS configuration of this machine`;
}

/** `[default]`, `[profile name]` of the config file and `[name]` of the credentials file. */
export function profileNames(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*\[([^\]\n]+)\]/gm)].flatMap(([, heading = ""]) => {
    const name = heading
      .trim()
      .replace(/^profile\s+/, "")
      .replace(/^(["'])(.*)\1$/, "$2");
    return /^(sso-session|services)\s/.test(name) ? [] : [name];
  });
}
