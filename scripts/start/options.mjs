import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Problem } from "../setup/problem.mjs";

export const usage = `\
npm start -- [OPTIONS] [path/to/notebook.ipynb]

Opens a notebook in JupyterLab with SageMaker Preflight: the example, or the one given.
It asks the sample account, on this machine, unless one of the first two options names a real one.

  --profile NAME   your AWS account, by a profile of your AWS configuration
  --real           your AWS account, by the credentials of this terminal
  --region REGION  the region to ask
  --port NUMBER    the port of JupyterLab (else a free one)
  --no-browser     print the address, open no browser
  --check          print the findings in the terminal and end
  --help           this text`;

/**
 * Reads the command line.
 *
 * @returns `account` is `sample`, `{ profile }` or `environment`; `notebook` is an absolute path, absent for the example.
 * @throws {Problem} When an option is unknown, or the notebook is not there.
 */
export function readOptions(args) {
  const { values, positionals } = parse(args);
  if (values.help === true) return { help: true };
  if (positionals.length > 1) throw new Problem(`One notebook at a time, please.\n\n${usage}`);
  const [path] = positionals;
  // npm moves to the project's folder; a relative path means the folder the user is in.
  const notebook = path === undefined ? undefined : resolve(process.env.INIT_CWD ?? process.cwd(), path);
  if (notebook !== undefined && !existsSync(notebook)) throw new Problem(`There is no ${notebook}.`);
  if (notebook !== undefined && values.check !== true && statSync(notebook).isDirectory())
    throw new Problem(`${notebook} is a folder: name a notebook in it, or check all of it with --check.`);
  return {
    help: false,
    check: values.check === true,
    browser: values["no-browser"] !== true,
    account: account(values),
    region: values.region,
    port: values.port === undefined ? undefined : portNumber(values.port),
    notebook,
  };
}

function parse(args) {
  try {
    return parseArgs({
      args: args.filter((word) => word !== "--"),
      allowPositionals: true,
      options: {
        profile: { type: "string" },
        real: { type: "boolean" },
        region: { type: "string" },
        port: { type: "string" },
        "no-browser": { type: "boolean" },
        check: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new Problem(`${error.message}\n\n${usage}`);
  }
}

function account({ profile, real }) {
  if (profile !== undefined) return { profile };
  return real === true ? "environment" : "sample";
}

function portNumber(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Problem(`--port ${text}: a port is a number from 1 to 65535.`);
}
