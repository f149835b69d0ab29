import type { MachineValue } from "./machine.js";
import { State } from "./state.js";

/**
 * What holds before a round of a loop, whichever. It notes which names a round looks at: a round that does not look at
 * what another one left in a name does the same as that one.
 */
export class LoopHead extends State {
  private readonly reads = new Set<string>();
  private everything = false;

  override name(key: string): MachineValue | undefined {
    this.reads.add(key);
    return super.name(key);
  }

  override keys(): Set<string> {
    this.everything = true;
    return super.keys();
  }

  beginRound(): void {
    this.reads.clear();
    this.everything = false;
  }

  /** What the round has looked at until now, and not what is looked at after it. */
  readsOfRound(): (key: string) => boolean {
    const reads = new Set(this.reads);
    const { everything } = this;
    return (key) => everything || reads.has(key);
  }
}
