/** The notebook asks for more work than a check may take: the rest of the cell counts as unknown. */
export class BudgetExceeded extends Error {
  override readonly name = "BudgetExceeded";
}

/** Names and objects that are copied or joined for the price of one step. */
const touchesPerStep = 8;

/** Counts the work of one run of the evaluator: expressions and statements, and what is copied and joined for them. */
export class Budget {
  private spent = 0;

  constructor(private most: number) {}

  get steps(): number {
    return Math.ceil(this.spent);
  }

  step(): void {
    this.spend(1);
  }

  /** @param count Names, objects and parts of objects that are gone through. */
  touch(count: number): void {
    this.spend(count / touchesPerStep);
  }

  /** Allows so many further steps and no more; what is returned gives back what was left before. */
  limit(steps: number): () => void {
    const { spent, most } = this;
    this.most = Math.min(spent + steps, most);
    return () => {
      // A cell pays little for what it imports
      this.spent = spent + (this.spent - spent) / 10;
      this.most = most;
    };
  }

  /** What is left to be done is free: it gives up. */
  end(): void {
    this.most = Number.POSITIVE_INFINITY;
  }

  private spend(steps: number): void {
    this.spent += steps;
    if (this.spent > this.most) throw new BudgetExceeded();
  }
}
