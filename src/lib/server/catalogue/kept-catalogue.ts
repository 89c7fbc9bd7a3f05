import type { CatalogueInUse } from '../../domain/indicators/catalogue-in-use.ts';

/**
 * What is in use, without what is not for everybody or may not be republished: for what is kept where
 * others will read it.
 */
export function keptCatalogue(inUse: CatalogueInUse): CatalogueInUse {
  const sources = inUse.sources.filter(({ id, redistribute }) => redistribute && !inUse.closed.includes(id));
  const kept = new Set<string>(sources.map(({ id }) => id));
  return { ...inUse, sources, own: inUse.own.filter(({ source }) => kept.has(source)), closed: [] };
}

/** The names of the tables that somebody sees here and that are not kept so. */
export const leftOut = ({ sources, closed }: CatalogueInUse): string[] =>
  sources.filter(({ id, redistribute }) => !redistribute || closed.includes(id)).map(({ title }) => title);
