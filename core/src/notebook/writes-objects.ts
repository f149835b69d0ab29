/** Whether a cell's code seems to put objects into S3, or runs a script that may. */
export function writesObjects(text: string): boolean {
  return writing.test(text);
}

/** What is looked at in one line is bounded: a cell may be one line of megabytes. */
const writing = new RegExp(
  [
    String.raw`upload|put_object|copy_object|\bs3(?:api)?[ \t]+(?:cp|sync|mv|put-object)\b`,
    String.raw`\b(?:s3fs|s3path|fsspec|smart_open|awswrangler|boto)\b|\bwr\.s3\b`,
    // A table, a frame or an array that is saved; a generator of data
    String.raw`\.to_(?:csv|parquet|json|pickle|feather|hdf|orc)\b|\.write\b|\.save\w*\(|\bcopy(?:_from)?\(`,
    // Other jobs, and what a script does
    String.raw`\b(?:create_(?:processing|transform|auto_ml)_job\w*|start_execution|start_query_execution|unload)\b`,
    String.raw`^[ \t]*!.{0,400}(?:\.sh\b|\.py\b|\bmake\b)|^[ \t]*%run\b|\bsubprocess\b|\bos\.system\b`,
  ].join("|"),
  "im",
);
