import { catalogueInUse } from '../../domain/indicators/catalogue-in-use.ts';
import { SOURCES, type FigureSource } from '../../domain/indicators/source.ts';
import { formatShortDate } from '../../format/date.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import type { ExportSource } from './table-export.ts';

/** What must be said of the sources in use, in loading order, tables last: those asked for, or all that are loaded. */
export const loadedSources = (
  data: Pick<Snapshot, 'versions'>,
  ids?: Iterable<FigureSource>,
): ExportSource[] => {
  const asked = ids && new Set(ids);
  return [...SOURCES, ...catalogueInUse().sources].flatMap(({ id, page }) => {
    const version = data.versions.get(id);
    if (!version || (asked && !asked.has(id))) return [];
    const { title, producer, edition, licence, loadedAt } = version;
    return [{ id, title, producer, edition, licence, page, loaded: formatShortDate(loadedAt) }];
  });
};

/** « Liste des structures France services, 1er août 2024 ; … »: those that are loaded, in words. */
export const sourcesInWords = (data: Pick<Snapshot, 'versions'>, ids: Iterable<FigureSource>): string =>
  loadedSources(data, ids)
    .map(({ title, edition }) => `${title}, ${edition}`)
    .join(' ; ');
