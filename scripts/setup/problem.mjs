/**
 * What stops a set-up, in words for the person at the terminal: what failed, and what to do. Shown without a stack.
 */
export class Problem extends Error {
  name = "Problem";
}

/** Runs a script's main function; a `Problem` ends it with exit code 1 and its words alone. */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
