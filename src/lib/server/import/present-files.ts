import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter } from './adapter.ts';

/**
 * The files of a source in a folder: all that it needs, there or not (the reader says which one is
 * missing); of an optional source those that are there, `null` when none is.
 */
export function presentFiles(
  {
    files,
    namedLike,
    otherFiles = [],
    optional,
  }: Pick<Adapter, 'files' | 'namedLike' | 'otherFiles' | 'optional'>,
  folder: string,
): string[] | null {
  const others = otherFiles.map((file) => join(folder, file));
  if (others.length > 0 && others.every((path) => existsSync(path))) return others;
  const paths = files.map((file, at) => join(folder, at === 0 ? firstName(file, namedLike, folder) : file));
  if (!optional) return paths;
  const there = paths.filter((path) => existsSync(path));
  return there.length > 0 ? there : null;
}

/** Its own name, or the last of the other names that it comes under. */
function firstName(name: string, namedLike: RegExp | undefined, folder: string): string {
  if (!namedLike || existsSync(join(folder, name)) || !existsSync(folder)) return name;
  return (
    readdirSync(folder)
      .filter((other) => namedLike.test(other))
      .sort()
      .at(-1) ?? name
  );
}
