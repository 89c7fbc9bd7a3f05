import { findIndicator } from '#lib/domain/indicators/catalogue.ts';
import { PLACE_SOURCES } from '#lib/domain/report/help.ts';
import { formatDate, formatDateTime } from '#lib/format/date.ts';
import { appDatabase } from '#lib/server/app.ts';
import { readVersions } from '#lib/server/editions/former.ts';
import { cited } from './cited.server.ts';
import type { PageServerLoad } from './$types';

/** One version of a source: where it comes from, how to cite it, and its figures while they are kept. */
export const load: PageServerLoad = async (event) => {
  const { version, columns } = await cited(event);
  const others = (await readVersions(appDatabase())).filter(({ source }) => source === version.source);
  const next = others.filter(({ id }) => id > version.id).at(-1);
  return {
    id: version.id,
    source: version.source,
    title: version.title,
    producer: version.producer,
    licence: version.licence,
    redistribute: version.redistribute,
    edition: version.edition,
    page: version.page,
    origin: version.origin,
    sha256: version.sha256,
    demonstration: version.demonstration,
    current: version.current,
    fetched: formatDate(version.fetchedAt),
    loaded: formatDateTime(version.loadedAt),
    loadedDay: formatDate(version.loadedAt),
    rows: [version.rowsRead, version.rowsKept, version.rowsRefused] as const,
    until: next ? formatDate(next.loadedAt) : null,
    inUse: others.find(({ current }) => current)?.id ?? null,
    hasPlaces: PLACE_SOURCES.some((id) => id === version.source),
    levels: [...new Set(columns.map(({ level }) => level))],
    columns: columns.map(({ indicator, level, hash, counts }) => ({
      key: `${indicator}/${level}`,
      label: findIndicator(indicator)?.label ?? indicator,
      level,
      hash,
      known: (counts.value ?? 0) + (counts.estimated ?? 0),
    })),
    others: others.map(({ id, edition, loadedAt, current, columns: kept }) => ({
      id,
      edition,
      loaded: formatDateTime(loadedAt),
      current,
      kept: kept > 0,
    })),
  };
};
