import { Notification } from "@jupyterlab/apputils";
import { counted, type ChosenSetting, type Fix } from "@sagemaker-preflight/core";
import type { Account } from "./account.js";
import { fixAll } from "./fix-all.js";
import { offline, type FixChoices } from "./fix-choices.js";
import type { FixHandler } from "./fix-list.js";
import type { NotebookSession } from "./notebook-session.js";
import { refuse, say } from "./notices.js";
import { pickResource } from "./pick-resource.js";

/** What the user has done to a notebook or a file, each told where it was not done. */
export class NotebookActions implements FixHandler {
  constructor(private readonly account: Account) {}

  readonly apply = (choices: FixChoices, fix: Fix): void => {
    if (fix.fileEdits !== undefined) {
      void applyToFiles(choices, fix);
      return;
    }
    const applied = choices.apply(fix);
    if (applied.state === "refused") refuse(applied.why);
  };

  readonly ignore = (choices: FixChoices): void => {
    const ignored = choices.ignore();
    if (ignored.state === "refused") refuse(ignored.why);
  };

  readonly chooseAnother = ({ session, present, pickable }: FixChoices): void => {
    if (present === undefined) refuse("the text has changed meanwhile");
    else void this.pick(session, present.request, pickable);
  };

  /**
   * Offers all that the account has for a job.
   *
   * @param request Index into the requests of the present report.
   * @param settings Those of the job that can be chosen; undefined: all that it takes.
   */
  readonly pick = async (
    session: NotebookSession,
    request: number,
    settings?: readonly ChosenSetting[],
  ): Promise<void> => {
    const picked = await pickResource(session, request, settings);
    if (picked?.state === "refused") refuse(picked.why);
  };

  readonly fixAll = async (session: NotebookSession): Promise<void> => {
    const applied = await fixAll(session);
    if (applied.state === "refused") refuse(applied.why);
    else if (applied.cells === 0) say(this.#nothingToApply(session));
    else {
      const fixes = counted(applied.fixes, "safe fix", "safe fixes");
      say(
        session.what === "file"
          ? `${fixes}. Undo takes them back.`
          : `${fixes} in ${counted(applied.cells, "cell")}. Undo takes them back, cell by cell.`,
      );
    }
  };

  #nothingToApply({ checked }: NotebookSession): string {
    const isWanted = this.account.state.state !== "online" && checked?.report.findings.length !== 0;
    return `There is no safe fix to apply.${isWanted ? ` ${offline(this.account)}` : ""}`;
  }
}

async function applyToFiles(choices: FixChoices, fix: Fix): Promise<void> {
  const written = await choices.applyToFiles(fix);
  if (written.state === "refused") {
    refuse(written.why);
    return;
  }
  const undo = async () => {
    const why = await written.undo();
    if (why !== undefined) refuse(why);
  };
  Notification.success(`Written to ${written.file}.`, {
    autoClose: 15_000,
    actions: [{ label: "Undo", callback: () => void undo() }],
  });
}
