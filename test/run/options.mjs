import { parseArgs } from "node:util";
import { Problem } from "../../scripts/setup/problem.mjs";

export const usage = `\
npm test [-- OPTIONS]

Installs what is missing, builds, lints, type-checks and runs all tests.

  --unit          no end-to-end tests (and no browser or workbench for them)
  --e2e           only the end-to-end tests
  --grep PATTERN  only tests whose name has the pattern; no lint, no types
  --help          this text`;

/** @throws {Problem} When an option is unknown. */
export function readOptions(args) {
  const values = parse(args.filter((word) => word !== "--"));
  if (values.unit === true && values.e2e === true) throw new Problem(`Either --unit or --e2e.\n\n${usage}`);
  return {
    help: values.help === true,
    grep: values.grep,
    lint: values.e2e !== true && values.grep === undefined,
    unit: values.e2e !== true,
    e2e: values.unit !== true,
  };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        unit: { type: "boolean" },
        e2e: { type: "boolean" },
        grep: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    throw new Problem(`${error.message}\n\n${usage}`);
  }
}
