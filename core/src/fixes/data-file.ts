import type { Setting } from "../dialects/aws-cli/argument-text.js";
import type { TextEdit } from "../notebook/apply-edits.js";
import { indexOf } from "../requests/path-steps.js";
import type { Json } from "../requests/request.js";

/** A data file beside the notebook, as text that can be edited. */
export interface DataFile {
  readonly root: DataNode;
  /**
   * What changes in the text so that this value of it is, or has, what is to be set; the author's formatting is kept.
   *
   * @throws CannotWrite where it is written in a way that an edit could change more than that.
   */
  readonly edit: (node: DataNode, setting: Setting) => readonly TextEdit[];
}

/** One value of the file. `line`: 1-based. */
export interface DataNode {
  readonly line: number;
  /** Undefined: it is not known whole. */
  readonly json: Json | undefined;
  readonly entries?: ReadonlyMap<string, DataNode>;
  readonly items?: readonly DataNode[];
}

/** The value and all in it, the outer ones first. */
export function nodesIn(node: DataNode): readonly DataNode[] {
  const inner = [...(node.entries?.values() ?? []), ...(node.items ?? [])];
  return [node, ...inner.flatMap(nodesIn)];
}

/** @param steps Names and `[0]`. Undefined: there is none, or a step of the way is no mapping, or no list. */
export function nodeAt(root: DataNode, steps: readonly string[]): DataNode | undefined {
  let node: DataNode | undefined = root;
  for (const step of steps) {
    const index = indexOf(step);
    node = index === undefined ? node?.entries?.get(step) : node?.items?.[index];
  }
  return node;
}
