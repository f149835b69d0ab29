// Checks one notebook, and says how much memory the process took at most: [MB before, MB after the check].
import { readFileSync } from "node:fs";
import { check, noEnvironment, readIpynb } from "../../core/dist/index.js";

const text = readFileSync(process.argv[2], "utf8");
const most = () => process.resourceUsage().maxRSS / 1024;
const before = most();
const { notebook } = readIpynb(text, "notebook.ipynb");
check(notebook, noEnvironment);
console.log(JSON.stringify([before, most()]));
