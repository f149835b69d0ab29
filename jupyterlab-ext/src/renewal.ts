/** Milliseconds. A save of many files is one reason to read again. */
const delay = 200;

/** Gathers what was changed until there is a pause, and has it read again then. */
export class Renewal {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #paths = new Set<string>();
  #isAll = false;

  /** @param renew What was changed; undefined: whatever there is. */
  constructor(private readonly renew: (paths: readonly string[] | undefined) => void) {}

  schedule(paths: readonly string[] | undefined): void {
    if (paths === undefined) this.#isAll = true;
    for (const path of paths ?? []) this.#paths.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const due = this.#isAll ? undefined : [...this.#paths];
      this.#paths.clear();
      this.#isAll = false;
      this.renew(due);
    }, delay);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
