/** What hosts have to know of the machine that they run on, without any client of AWS. */
export { leadsElsewhere } from "./leads-elsewhere.js";
export { sameNameAbove } from "./same-name-above.js";
export { machinePolicyPath, PolicyFiles } from "./policy-files.js";
export { sdkDefaultsPlaces } from "./sdk-defaults-places.js";
