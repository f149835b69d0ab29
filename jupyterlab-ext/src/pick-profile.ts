import { Dialog, showDialog } from "@jupyterlab/apputils";
import { Widget } from "@lumino/widgets";
import { askServer } from "./ask-server.js";
import { element } from "./element.js";

/** What the server says of its AWS configuration: names, nothing else. */
interface Profiles {
  readonly profiles: readonly string[];
  /** The one that an administrator had the server ask with, where the user chooses none. */
  readonly own?: string;
  /** Why there are none: the files cannot be read. */
  readonly why?: string;
}

/**
 * Offers the AWS profiles of the Jupyter server.
 *
 * @param current The one that is chosen; empty: none.
 * @returns A name; empty: the ordinary credential chain; undefined: nothing was chosen.
 */
export async function pickProfile(current: string): Promise<string | undefined> {
  const answer = await showDialog({
    title: "AWS profile to ask with",
    body: new ProfileList((await askServer("profiles", isProfiles)) ?? "none", current),
    buttons: [Dialog.cancelButton(), Dialog.okButton({ label: "Use" })],
    focusNodeSelector: "select",
  });
  return answer.button.accept ? (answer.value ?? undefined) : undefined;
}

class ProfileList extends Widget {
  readonly #names: readonly string[];
  readonly #list = element("select", "smp-picker-list jp-mod-styled");
  readonly #about = element("div", "smp-picker-about");
  readonly #own: string;

  constructor(found: Profiles | "none", current: string) {
    super();
    this.addClass("smp-picker");
    this.addClass("smp-profiles");
    const { profiles, own = "", why } = found === "none" ? unanswered : found;
    this.#own = own;
    // One that is set and not in the files stays what it is until another is chosen
    this.#names = ["", ...new Set([...profiles, ...(current === "" ? [] : [current])])];
    const ordinary = own === "" ? "Ordinary credential chain" : `The server's own profile, ${own}`;
    this.#list.append(...this.#names.map((name) => element("option", "", name === "" ? ordinary : name)));
    this.#list.size = Math.min(Math.max(this.#names.length, 4), 10);
    this.#list.selectedIndex = this.#names.indexOf(current);
    this.#list.setAttribute("aria-label", "AWS profiles of the Jupyter server");
    this.#about.setAttribute("aria-live", "polite");
    this.#list.addEventListener("change", () => {
      this.#describe();
    });
    this.node.append(this.#list, this.#about);
    this.#describe();
    if (profiles.length > 0) return;
    const reason = why === undefined ? "" : ` that can be read: ${why}`;
    this.node.append(
      element("div", "", `The AWS configuration of the Jupyter server has no profiles${reason}.`),
    );
  }

  getValue(): string | undefined {
    return this.#names[this.#list.selectedIndex];
  }

  #describe(): void {
    const isOrdinary = this.getValue() === "" && this.#own === "";
    this.#about.textContent = isOrdinary ? "AWS_PROFILE, environment, role" : "";
  }
}

const unanswered: Profiles = {
  profiles: [],
  why: "the server runs without SageMaker Preflight's server extension, or with one of another version",
};

function isProfiles(body: unknown): body is Profiles {
  if (typeof body !== "object" || body === null || !("profiles" in body)) return false;
  const { profiles, own, why } = body as Readonly<Record<string, unknown>>;
  return (
    Array.isArray(profiles) &&
    [...(profiles as unknown[]), own ?? "", why ?? ""].every((text) => typeof text === "string")
  );
}
