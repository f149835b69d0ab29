/** Declared, so that the compiler does not infer a type from the literals. The generator holds the shape. */
declare const catalog: {
  readonly versions: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, readonly string[]>>;
};
export default catalog;
