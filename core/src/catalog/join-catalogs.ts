import { remembering } from "./remembering.js";
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
  const named = remembering((path) => {
    const end = path.lastIndexOf(".");
    const other = aliases.get(path) ?? aliases.get(path.slice(0, end));
    if (other === undefined) return path;
    return aliases.has(path) ? other : `${other}${path.slice(end)}`;
  });
  const own = remembering((path) =>
    catalogs.find((catalog) => catalog.canonicalPath(named(path)) !== undefined),
  );
  const ancestors = remembering((path) => own(path)?.ancestors(named(path)) ?? []);
  const descent = remembering((path) => {
    const paths = new Set(ancestors(path).map((one) => one.path));
    return remembering((ancestor) => {
      const wanted = canonicalIn(own(path), ancestor);
      return wanted !== undefined && paths.has(wanted);
    });
  });
  const canonicalIn = (catalog: SdkCatalog | undefined, path: string) => catalog?.canonicalPath(named(path));
  const methods = remembering((path) => remembering((name) => own(path)?.methodOf(named(path), name)));
  let names: readonly string[] | undefined;
  const starNames = remembering((module) => {
    const path = aliases.get(module) ?? module;
    return catalogs.map((catalog) => catalog.starNames(path)).find((some) => some.length > 0) ?? [];
  });
  return {
    versions: new Map(catalogs.flatMap(({ versions }) => [...versions])),
    canonicalPath: remembering((path) => canonicalIn(own(path), path)),
    classOf: remembering((path) => own(path)?.classOf(named(path))),
    functionOf: remembering((path) => own(path)?.functionOf(named(path))),
    ancestors,
    isA: (path, ancestor) => descent(path)(ancestor),
    oldName: (path, name) => own(path)?.oldName(named(path), name),
    names: () => (names ??= [...new Set(catalogs.flatMap((catalog) => [...catalog.names()]))]),
    starNames,
    methodOf: (path, name) => methods(path)(name),
    ownerOf: (path, method) => own(path)?.ownerOf(named(path), method),
  };
}
