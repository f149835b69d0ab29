import { execFile } from "node:child_process";
import { devNull } from "node:os";
import { promisify } from "node:util";
import { join } from "node:path";
import { Problem } from "../setup/problem.mjs";
import { cache, venvPython } from "../setup/project.mjs";

/**
 * The environment without any AWS account: no setting of the user's terminal, configuration or machine role is left
 * that could name one. For what asks the sample account, and for the tests.
 */
export function withoutAccount() {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_"));
  return {
    ...Object.fromEntries(others),
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: "true",
    XDG_CACHE_HOME: join(cache, "without-account"), // keeps facts of sample accounts out of the user's cache
    ...beyondProxies(),
  };
}

/** The environment for the user's own account; a named profile wins over credentials of this terminal. */
export function realEnvironment(account, region) {
  const environment = { ...process.env };
  if (account !== "environment") {
    for (const name of [
      "AWS_ACCESS_KEY_ID",
      "AWS_SECRET_ACCESS_KEY",
      "AWS_SESSION_TOKEN",
      "AWS_DEFAULT_PROFILE",
    ]) {
      delete environment[name];
    }
    environment.AWS_PROFILE = account.profile;
  }
  if (region !== undefined) Object.assign(environment, { AWS_REGION: region, AWS_DEFAULT_REGION: region });
  return { ...environment, ...beyondProxies() };
}

/**
 * Who the environment's credentials belong to, in words; what is wrong with them when AWS does not say.
 *
 * @throws {Problem} When there is no such profile.
 */
export async function describeAccount(environment) {
  const script =
    "import boto3\nfrom botocore.config import Config\n" +
    "session = boto3.Session()\n" +
    "region = session.region_name or 'us-east-1'\n" +
    "quick = Config(connect_timeout=4, read_timeout=4, retries={'total_max_attempts': 1})\n" +
    "who = session.client('sts', region_name=region, config=quick).get_caller_identity()\n" +
    "print(f\"account {who['Account']}, {session.region_name or 'no region: give --region'}, as {who['Arn']}\")";
  try {
    const { stdout } = await promisify(execFile)(venvPython, ["-c", script], {
      env: environment,
      timeout: 20_000,
    });
    return stdout.trim();
  } catch (error) {
    const reason =
      String(error.stderr ?? "")
        .trim()
        .split("\n")
        .at(-1) ?? "";
    if (reason.includes("ProfileNotFound"))
      throw new Problem(
        `Your AWS configuration has no profile ${environment.AWS_PROFILE ?? ""}: aws configure list-profiles shows those it has.`,
      );
    return `unknown: AWS did not say who you are (${reason === "" ? "no answer in 20 s" : reason})`;
  }
}

/** What runs on this machine is never asked for through a proxy. */
function beyondProxies() {
  const hosts = [process.env.NO_PROXY ?? process.env.no_proxy, "127.0.0.1", "localhost"]
    .filter(Boolean)
    .join(",");
  return { NO_PROXY: hosts, no_proxy: hosts };
}
