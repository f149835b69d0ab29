import { randomSnippet } from "./random-snippet.js";
for (const sdk of ["v2","v3"] as const) for (let s=1;s<=4;s++) console.log(`===== ${sdk} ${s}\n`+randomSnippet(s,sdk,`r${s}`).text);
