import { InputDialog } from "@jupyterlab/apputils";
import { regionPattern } from "@sagemaker-preflight/core";

/**
 * Asks for the region that applies where a notebook names none.
 *
 * @param chosen The one that is set; empty: none.
 * @param inUse The one that applies now, whoever says so.
 * @returns A region; empty: the server's own; undefined: nothing was chosen.
 */
export async function pickRegion(chosen: string, inUse: string | undefined): Promise<string | undefined> {
  const answer = await InputDialog.getText({
    title: "AWS region that applies where the notebook names none",
    label: "Empty: the Jupyter server's own region. A region looks like us-east-1.",
    text: chosen,
    ...(inUse === undefined ? {} : { placeholder: inUse }),
    pattern: regionPattern,
    okLabel: "Use",
  });
  return answer.button.accept ? (answer.value ?? "").trim() : undefined;
}
