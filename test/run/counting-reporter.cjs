const { writeFileSync } = require("node:fs");
const { reporters } = require("mocha");

/** Mocha's `spec` on the terminal, and the counts as JSON in the file of the option `output`. */
module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const retried = [];
    runner.on("retry", (test) => retried.push(test.fullTitle()));
    runner.once("end", () => {
      const { passes, failures, pending } = runner.stats;
      const { output } = options.reporterOptions;
      writeFileSync(output, JSON.stringify({ passed: passes, failed: failures, skipped: pending, retried }));
    });
  }
};
