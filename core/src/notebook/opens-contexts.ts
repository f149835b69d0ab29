/** Whether a cell's code has a `with` statement, or opens a Run of SageMaker's experiments without one. */
export function opensContexts(text: string): boolean {
  return opening.test(text);
}

const opening =
  /^[ \t]*(?:async[ \t]+)?with\b|\b(?:load_run|Run|enter_context|__enter__)[ \t]*\(|\bsagemaker\.experiments\b/m;
