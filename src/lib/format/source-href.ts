import { isSourceId, type FigureSource } from '../domain/indicators/source.ts';

/** Where a source is described: the page of the data, or that of the table that somebody brought. */
export const sourceHref = (source: FigureSource): string =>
  isSourceId(source) ? `/donnees#${source}` : `/tableaux/${source.slice('tableau-'.length)}`;
