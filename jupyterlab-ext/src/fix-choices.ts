import { Signal } from "@lumino/signaling";
import { actionsByReason, createChecker, ignoreFix, settingsToMend } from "@sagemaker-preflight/core";
import type { ChosenSetting, Finding, Fix, Gap, Question, QuestionKind } from "@sagemaker-preflight/core";
import type { Account } from "./account.js";
import type { Applied } from "./apply-fix.js";
import { applyToFiles, type WrittenToFiles } from "./apply-to-files.js";
import type { CheckedNotebook } from "./checked-notebook.js";
import type { NotebookSession } from "./notebook-session.js";
import { accountAndRegion } from "./wording.js";

/** A line below the fixes. */
export interface Note {
  readonly kind: "loading" | "none" | "denied";
  readonly text: string;
}

/**
 * The fixes of one finding as a tooltip, a menu or the panel offers them. The lists of an account's resources are
 * asked for once somebody looks: constructing this is the asking.
 */
export class FixChoices {
  readonly changed = new Signal<this, void>(this);
  readonly session: NotebookSession;
  readonly #earlier: readonly FixChoices[];
  #finding: Finding;
  #checked: CheckedNotebook | undefined;
  #note: Note | undefined;

  /** Of findings shown together: a fix that mends several of them is offered once, with the first. */
  static ofAll(session: NotebookSession, findings: readonly Finding[]): FixChoices[] {
    const all: FixChoices[] = [];
    for (const finding of findings) all.push(new FixChoices(session, finding, [...all]));
    return all;
  }

  static of(session: NotebookSession, finding: Finding): FixChoices {
    return new FixChoices(session, finding, []);
  }

  private constructor(session: NotebookSession, finding: Finding, earlier: readonly FixChoices[]) {
    this.#earlier = earlier;
    earlier.at(-1)?.changed.connect(() => {
      this.changed.emit();
    });
    this.session = session;
    this.#finding = finding;
    this.#checked = session.checked;
    if (finding.asks.length === 0) {
      this.#note = noteOf(finding, [], session.account);
    } else if (session.account.state.state === "online") {
      this.#note = { kind: "loading", text: lookingUp(finding.asks, session.account) };
      void this.#lookUp();
    } else {
      this.#note = { kind: "none", text: offline(session.account) };
    }
  }

  get finding(): Finding {
    return this.#finding;
  }

  get fixes(): readonly Fix[] {
    const offered = new Set(this.#earlier.flatMap(({ finding }) => finding.fixes.map(({ title }) => title)));
    return this.#finding.fixes.filter(({ title }) => !offered.has(title));
  }

  /** Told once, with the first of the findings that it is true of. */
  get note(): Note | undefined {
    const isTold = this.#earlier.some(({ note }) => note?.kind === "none" && note.text === this.#note?.text);
    return isTold ? undefined : this.#note;
  }

  /** What a list of all that the account has would be of; none where a fix sets none of these. */
  get pickable(): readonly ChosenSetting[] {
    return this.#checked === undefined ? [] : settingsToMend(this.#finding, this.#checked.report);
  }

  /** As the present report has it, in whose requests it is at home; undefined once the text is another. */
  get present(): Finding | undefined {
    return this.#checked && this.session.present(this.#finding, this.#checked);
  }

  /** Writes the comment that keeps the finding quiet. */
  ignore(): Applied {
    const [finding, now] = [this.present, this.session.current()];
    const fix =
      finding &&
      now &&
      ignoreFix(finding, now.notebook, now.checked.report, now.environment, createChecker());
    if (now === undefined || fix === undefined)
      return { state: "refused", why: "no comment can be written there" };
    return this.session.apply(fix, now.checked);
  }

  /** Writes one of the fixes into the file beside the notebook that it is for. */
  applyToFiles(fix: Fix): Promise<WrittenToFiles> {
    return applyToFiles(this.session, fix, this.#checked);
  }

  /** Writes one of the fixes into the notebook; refused when its cells are no longer those that were checked. */
  apply(fix: Fix): Applied {
    if (this.#checked === undefined) return { state: "refused", why: "it has not been checked" };
    return this.session.apply(fix, this.#checked);
  }

  async #lookUp(): Promise<void> {
    const { finding, gaps } = await this.session.lookUpFixes(this.#finding);
    if (finding === undefined) {
      this.#finding = { ...this.#finding, fixes: [], asks: [] };
      this.#note = { kind: "none", text: "The text has changed meanwhile." };
    } else {
      this.#finding = finding;
      this.#checked = this.session.checked;
      this.#note = noteOf(finding, gaps, this.session.account);
    }
    this.changed.emit();
  }
}

function noteOf({ fixes, asks, remedy }: Finding, gaps: readonly Gap[], account: Account): Note | undefined {
  if (gaps.some(({ why }) => why === "expired")) return { kind: "none", text: offline(account) };
  if (gaps.length > 0) return { kind: "denied", text: missingAll(gaps, "to be offered more").join(" ") };
  if (fixes.length > 0) return undefined;
  const isOnline = account.state.state === "online";
  if (asks.length > 0 || (remedy === undefined && !isOnline)) return { kind: "none", text: offline(account) };
  return { kind: "none", text: remedy ?? "There is no fix to choose here." };
}

/** "ec2:DescribeSubnets was denied: ask for this permission to be offered more." What failed for one reason is told once. */
export function missingAll(gaps: readonly Gap[], gain: string): string[] {
  const actions = actionsByReason(gaps, ({ why, detail }) =>
    why === "denied" || detail === "" ? why : `${why} (${detail.replace(/\.$/, "")})`,
  );
  return [...actions].map(([reason, all]) => {
    const names = all.join(", ");
    if (reason !== "denied") return `${names}: ${reason}.`;
    return all.length === 1
      ? `${names} was denied: ask for this permission ${gain}.`
      : `${names} were denied: ask for these permissions ${gain}.`;
  });
}

/** Why the account gives nothing to choose from: nobody may be asked, or what became of these questions. */
export function whyNothing(account: Account, questions: readonly Question[]): string {
  if (account.state.state !== "online") return offline(account);
  const gaps = account.gapsIn(questions);
  if (gaps.length > 0) return missingAll(gaps, "to be offered something").join(" ");
  return `There is nothing in ${accountAndRegion(account)} that would do here.`;
}

/** Why nothing of the account is offered, and what to do about it. */
export function offline(account: Account): string {
  const { state } = account;
  switch (state.state) {
    case "off":
      return "To be offered your account's own resources, switch on “Ask AWS” in the settings.";
    case "starting":
      return "Still finding out which account this is.";
    case "offline":
      return `Your account's own resources cannot be offered: ${state.why}. ${state.remedy}`;
    case "online":
      return "Your account's own resources could not be looked up.";
  }
}

function lookingUp(questions: readonly Question[], account: Account): string {
  const things = [...new Set(questions.map(({ kind }) => thingsOf[kind] ?? "permissions"))];
  const last = things.pop() ?? "resources";
  const list = things.length === 0 ? last : `${things.join(", ")} and ${last}`;
  return `Looking up ${list} in ${accountAndRegion(account)}…`;
}

const thingsOf: Readonly<Partial<Record<QuestionKind, string>>> = {
  identity: "the caller",
  subnet: "subnets",
  subnets: "subnets",
  securityGroup: "security groups",
  securityGroupVpcs: "security groups",
  securityGroups: "security groups",
  routeTables: "routes",
  vpcRouteTables: "routes",
  natGateway: "routes",
  vpc: "VPCs",
  vpcs: "VPCs",
  vpcDnsSupport: "VPCs",
  vpcDnsHostnames: "VPCs",
  dhcpOptions: "VPCs",
  networkAcls: "network ACLs",
  vpcEndpoints: "VPC endpoints",
  endpointsOfVpc: "VPC endpoints",
  prefixList: "the addresses of S3",
  instanceType: "instance types",
  instanceTypeZones: "instance types",
  key: "keys",
  keys: "keys",
  aliases: "keys",
};
