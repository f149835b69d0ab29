import type { SdkCatalog } from "./sdk-catalog.js";

/**
 * Several SDKs as one: a path belongs to the first catalog that has it. The major versions of the SageMaker SDK have
 * hardly an import path in common, so that the imports of a notebook say which one it is written for.
 *
 * @param aliases Import paths of older packages, by beginning: the rest of the path follows the other beginning.
 */
export function joinCatalogs(
  catalogs: readonly SdkCatalog[],
  aliases: ReadonlyMap<string, string>,
): SdkCatalog {
  const named = (path: string): string => {
    const end = path.lastIndexOf(".");
    const other = aliases.get(path) ?? aliases.get(path.slice(0, end));
    if (other === undefined) return path;
    return aliases.has(path) ? other : `${other}${path.slice(end)}`;
  };
  const own = (path: string) => catalogs.find((catalog) => catalog.canonicalPath(path) !== undefined);
  return {
    versions: new Map(catalogs.flatMap(({ versions }) => [...versions])),
    canonicalPath: (path) => own(named(path))?.canonicalPath(named(path)),
    classOf: (path) => own(named(path))?.classOf(named(path)),
    functionOf: (path) => own(named(path))?.functionOf(named(path)),
    ancestors: (path) => own(named(path))?.ancestors(named(path)) ?? [],
    isA: (path, ancestor) => own(named(path))?.isA(named(path), named(ancestor)) ?? false,
    oldName: (path, name) => own(named(path))?.oldName(named(path), name),
    names: () => catalogs.flatMap((catalog) => [...catalog.names()]),
    methodOf: (path, name) => own(named(path))?.methodOf(named(path), name),
  };
}
