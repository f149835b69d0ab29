import { URLExt } from "@jupyterlab/coreutils";
import { ServerConnection } from "@jupyterlab/services";
import type {
  AccountDescription,
  AccountReader,
  Fact,
  Question,
  Unreadable,
} from "@sagemaker-preflight/core";
import type { Settings } from "./settings.js";

/** Milliseconds that the answer may take on its way, beyond what the server was given. */
const travel = 2_000;
const describeDeadline = 10_000;

/**
 * Answers questions through the Jupyter server's extension (`sagemaker_preflight`), which holds the credentials and
 * runs the reads; none of them reaches the browser. A server that lacks the extension, fails or hangs gives
 * `unreadable` facts, never an exception.
 */
export function createServerReader(settings: () => Settings): AccountReader {
  return {
    async describe() {
      const answer = await request(`account?${query(settings())}`, {}, describeDeadline);
      if (answer.state === "ok" && isDescription(answer.body)) return answer.body;
      return { identity: failedFact({ kind: "identity", id: "", region: "" }, failureOf(answer)) };
    },

    async answer(questions, deadline) {
      const { profile, region } = settings();
      const body = JSON.stringify({ questions, deadline, ...named({ profile, region }) });
      const answer = await request("facts", { method: "POST", body }, deadline + travel);
      const facts = answer.state === "ok" ? factsIn(answer.body) : undefined;
      if (facts?.length === questions.length) return facts;
      return questions.map((question) => failedFact(question, failureOf(answer)));
    },
  };
}

type Answer = { readonly state: "ok"; readonly body: unknown } | ({ readonly state: "failed" } & Failure);

interface Failure {
  readonly why: Unreadable;
  readonly detail: string;
}

async function request(path: string, init: RequestInit, deadline: number): Promise<Answer> {
  const server = ServerConnection.makeSettings();
  const url = URLExt.join(server.baseUrl, "sagemaker-preflight", path);
  const abort = new AbortController();
  const timer = setTimeout(() => {
    abort.abort();
  }, deadline);
  try {
    const response = await ServerConnection.makeRequest(url, { ...init, signal: abort.signal }, server);
    if (response.ok) return { state: "ok", body: await response.json() };
    return { state: "failed", ...refusalOf(response.status) };
  } catch (error) {
    if (abort.signal.aborted) {
      return {
        state: "failed",
        why: "timed out",
        detail: `the Jupyter server did not answer in ${deadline / 1000} s`,
      };
    }
    const detail = error instanceof Error ? error.message : String(error);
    return { state: "failed", why: "unreachable", detail: `the Jupyter server: ${detail}` };
  } finally {
    clearTimeout(timer);
  }
}

function refusalOf(status: number): Failure {
  if (status === 404) {
    return {
      why: "unreachable",
      detail:
        "the Jupyter server runs without SageMaker Preflight's server extension: " +
        "pip install its wheel where the server runs, then restart the server",
    };
  }
  if (status === 401 || status === 403) {
    return { why: "unreachable", detail: "the Jupyter server wants you to log in again: reload the page" };
  }
  return { why: "failed", detail: `the Jupyter server answered ${status}; its log says more` };
}

function failureOf(answer: Answer): Failure {
  if (answer.state === "failed") return answer;
  return {
    why: "failed",
    detail: "the Jupyter server's answer has another form: are both parts of one version?",
  };
}

/** The action is not known here: the reads table is the server's. It names what the user was waiting for. */
function failedFact({ kind, region }: Question, { why, detail }: Failure): Fact {
  const read = {
    call: kind === "identity" ? "sts:GetCallerIdentity" : kind,
    account: "",
    region,
    readAt: Date.now(),
  };
  return { state: "unreadable", why, action: "", detail, read };
}

function query(settings: Settings): string {
  const { profile, region } = settings;
  return new URLSearchParams(named({ profile, region })).toString();
}

function named(names: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).filter(([, value]) => value !== ""));
}

function isDescription(body: unknown): body is AccountDescription {
  return typeof body === "object" && body !== null && "identity" in body && isFact(body.identity);
}

function factsIn(body: unknown): readonly Fact[] | undefined {
  if (typeof body !== "object" || body === null || !("facts" in body)) return undefined;
  const { facts } = body;
  return Array.isArray(facts) && facts.every(isFact) ? facts : undefined;
}

function isFact(value: unknown): value is Fact {
  return typeof value === "object" && value !== null && "state" in value && "read" in value;
}
