import { Signal } from "@lumino/signaling";
import { FactStore, inStreams, questionKey } from "@sagemaker-preflight/core";
import type {
  AccountDescription,
  AccountReader,
  Environment,
  Fact,
  Gap,
  Question,
} from "@sagemaker-preflight/core";
import type { Settings } from "./settings.js";

/** Milliseconds between looks for facts that have outlived their life. */
const revalidateEvery = 60_000;

export type AccountState =
  /** The setting `live` is off. */
  | { readonly state: "off" }
  | { readonly state: "starting" }
  /** `description.identity` is present, or AWS answers though it does not say who asks. */
  | { readonly state: "online"; readonly description: AccountDescription }
  /**
   * Nobody answers questions; `name` is for the status bar, `why` completes "AWS cannot be asked: ", `remedy` says what the
   * user can do.
   */
  | { readonly state: "offline"; readonly name: string; readonly why: string; readonly remedy: string };

/** The account that all notebooks of this JupyterLab are checked against: who it is, and the facts read so far. */
export class Account {
  /** Emitted when the state, the facts or the number of questions under way changed. */
  readonly changed = new Signal<this, void>(this);
  readonly #settings: () => Settings;
  readonly #store: FactStore;
  readonly #timer: ReturnType<typeof setInterval>;
  #state: AccountState = { state: "starting" };
  #asking = 0;
  /** Answers for an older profile, region or refresh are dropped. */
  #generation = 0;
  #isTrying = false;

  constructor(reader: AccountReader, settings: () => Settings) {
    this.#settings = settings;
    this.#store = new FactStore({ reader, now: () => Date.now() });
    this.#timer = setInterval(() => {
      void this.#revalidate();
    }, revalidateEvery);
  }

  get state(): AccountState {
    return this.#state;
  }

  /** Questions are being answered now. */
  get asking(): boolean {
    return this.#asking > 0;
  }

  /** 12 digits, once AWS has said them. */
  get id(): string | undefined {
    if (this.#state.state !== "online") return undefined;
    return nonEmpty(this.#state.description.identity.read.account);
  }

  /** The region that applies where a notebook names none. */
  get region(): string | undefined {
    const described = this.#state.state === "online" ? this.#state.description.region : undefined;
    return nonEmpty(this.#settings().region) ?? described;
  }

  get environment(): Environment {
    const { region } = this;
    const { executionRole: role, profile } = this.#state.state === "online" ? this.#state.description : {};
    return {
      facts: this.#store.facts,
      online: this.#state.state === "online",
      ...(region === undefined ? {} : { region }),
      ...(profile === undefined ? {} : { profile }),
      ...(role === undefined ? {} : { executionRole: role }),
    };
  }

  /** Milliseconds since 1970 of the oldest and the newest fact; undefined before the first. */
  get readAt(): { readonly oldest: number; readonly newest: number } | undefined {
    const times = [...this.#store.facts.values()].map(({ read }) => read.readAt);
    return times.length === 0 ? undefined : { oldest: Math.min(...times), newest: Math.max(...times) };
  }

  /** Forgets all facts and asks anew who the caller is; after a change of settings, or when the user wants it. */
  async refresh(): Promise<void> {
    const generation = ++this.#generation;
    this.#store.refresh();
    if (!this.#settings().live || !this.#settings().enabled) {
      this.#become({ state: "off" });
      return;
    }
    this.#become({ state: "starting" });
    const description = await this.#store.describe();
    if (generation === this.#generation) this.#become(stateOf(description));
  }

  /** Asks once more who the caller is, where nobody could be asked: perhaps the user has signed in meanwhile. */
  async tryAgain(): Promise<void> {
    if (this.#state.state !== "offline" || this.#isTrying) return;
    this.#isTrying = true;
    const generation = this.#generation;
    const description = await this.#store.describe();
    this.#isTrying = false;
    const state = stateOf(description);
    if (generation === this.#generation && state.state === "online") this.#become(state);
  }

  /** Has the questions answered; facts that are there and current are not asked again. Never rejects. */
  async ask(questions: readonly Question[]): Promise<void> {
    if (this.#state.state !== "online" || questions.length === 0) return;
    this.#asking += 1;
    this.changed.emit();
    const streams = inStreams(questions);
    let open = streams.length;
    const answers = streams.map(async (stream) => {
      await this.#store.ask(stream);
      open -= 1;
      if (open > 0) this.changed.emit(); // what is there is shown while the rest is read
    });
    await Promise.all(answers);
    this.#asking -= 1;
    this.#noteExpiry();
    this.changed.emit();
  }

  /** Which of these questions were asked and not answered: once for each IAM action. */
  gapsIn(questions: readonly Question[]): Gap[] {
    const gaps = new Map<string, Gap>();
    for (const question of questions) {
      const fact = this.#store.facts.get(questionKey(question));
      if (fact?.state !== "unreadable") continue;
      const action = fact.action === "" ? fact.read.call : fact.action;
      gaps.set(action, { action, why: fact.why, detail: fact.detail });
    }
    return [...gaps.values()];
  }

  dispose(): void {
    clearInterval(this.#timer);
    Signal.clearData(this);
  }

  async #revalidate(): Promise<void> {
    if (document.hidden) return;
    if (this.#state.state === "offline") await this.tryAgain();
    if (this.#state.state !== "online" || !(await this.#store.revalidate())) return;
    this.#noteExpiry();
    this.changed.emit();
  }

  /** Who has been signed out in the middle of the work is told so once, and not for each thing that could not be asked. */
  #noteExpiry(): void {
    if (this.#store.expired !== undefined && this.#state.state === "online") this.#state = expired;
  }

  #become(state: AccountState): void {
    this.#state = state;
    this.changed.emit();
  }
}

function stateOf(description: AccountDescription): AccountState {
  const { identity } = description;
  if (identity.state !== "unreadable") return { state: "online", description };
  switch (identity.why) {
    case "denied":
    case "throttled":
      return { state: "online", description };
    case "no credentials": {
      const missing = missingProfile(identity.detail);
      if (missing !== undefined)
        return {
          state: "offline",
          name: "AWS profile not found",
          why: `the AWS configuration of the Jupyter server has no profile ${missing}`,
          remedy: "Choose another profile, or add it there (aws configure sso); then Refresh.",
        };
      return {
        state: "offline",
        name: "no AWS credentials",
        why: noCredentials(identity.detail),
        remedy: "Sign in there (aws sso login, or an execution role), or choose a profile; then Refresh.",
      };
    }
    case "expired":
      return expired;
    case "unreachable":
    case "timed out":
    case "failed":
      return {
        state: "offline",
        name: "offline",
        why: identity.detail.replace(/[.\s]+$/, ""),
        remedy: `${isOfAws(identity) ? "Check the network and the proxy of the Jupyter server. " : ""}${again}`,
      };
  }
}

const again = "This is tried again each minute, and at once by Refresh.";

const expired: AccountState = {
  state: "offline",
  name: "AWS sign-in expired",
  why: "the AWS credentials of the Jupyter server have expired",
  remedy: "Sign in again there (aws sso login), then Refresh.",
};

/** The call had been made; else the Jupyter server was not reached, or has no server extension. */
function isOfAws(identity: Fact): boolean {
  return identity.state === "unreadable" && identity.action !== "";
}

/** The profile that the server was to ask with and does not have, in botocore's words. */
function missingProfile(detail: string): string | undefined {
  return /^ProfileNotFound: .*\((.+)\)/.exec(detail)?.[1];
}

/** Which of the ways to credentials failed, where one was asked for: a profile that is not there, a process that failed. */
function noCredentials(detail: string): string {
  const none = "the Jupyter server has no AWS credentials";
  return detail === "" || detail.startsWith("NoCredentialsError") ? none : `${none} (${detail})`;
}

function nonEmpty(text: string): string | undefined {
  return text === "" ? undefined : text;
}
