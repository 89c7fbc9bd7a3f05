import { INDICATORS } from '../../domain/indicators/catalogue.ts';
import { SOURCES } from '../../domain/indicators/source.ts';
import type { Database } from '../db/client.ts';
import { Snapshot } from './snapshot.ts';
import type { DatasetVersion } from './versions.ts';

export interface SourceStatus {
  id: string;
  title: string;
  producer: string;
  licence: string;
  redistribute: boolean;
  edition: string;
  loaded: null | {
    version: number;
    origin: string;
    sha256: string;
    fetchedAt: string;
    loadedAt: string;
    seconds: number;
    rowsRead: number;
    rowsKept: number;
    rowsRefused: number;
  };
  /** Counts by state of each indicator, by level. */
  indicators: { id: string; levels: Record<string, Record<string, number>> }[];
}

export interface Status {
  demonstration: boolean;
  territories: {
    communes: number;
    communesOfDepartements: number;
    populationOfDepartements: number;
    arrondissements: number;
    epci: number;
    ept: number;
    departements: number;
    regions: number;
  };
  places: {
    /** Distinct places, whatever the sources that know them. */
    total: number;
    /** Places by id in the files of the national schema, and in that of France services. */
    nationalSchema: number;
    franceServices: number;
    approximate: number;
    unplaced: number;
  };
  tiles: { tileset: string; count: number; bytes: number } | null;
  sources: SourceStatus[];
}

/** What is loaded, source by source and indicator by indicator. */
export async function readStatus(database: Database): Promise<Status> {
  const snapshot = await Snapshot.read(database);
  const { territories, places } = snapshot;
  const ofDepartements = territories.all('commune').filter(({ zone }) => zone !== 'com');
  return {
    demonstration: snapshot.demonstration,
    territories: {
      communes: territories.all('commune').length,
      communesOfDepartements: ofDepartements.length,
      populationOfDepartements: ofDepartements.reduce((sum, { population }) => sum + (population ?? 0), 0),
      arrondissements: territories.all('arrondissement').length,
      epci: territories.all('epci').length,
      ept: territories.all('ept').length,
      departements: territories.all('departement').length,
      regions: territories.all('region').length,
    },
    places: {
      total: places.length,
      ...(await recordCounts(database)),
      approximate: places.filter(({ position }) => position === 'commune-centre').length,
      unplaced: places.filter(({ position }) => position === 'none').length,
    },
    tiles: snapshot.tileset && {
      tileset: snapshot.tileset.hash,
      ...(await tileSize(database, snapshot.tileset.hash)),
    },
    sources: SOURCES.map(({ id, title, producer, licence, redistribute, edition }) => {
      const version = snapshot.versions.get(id);
      return {
        id,
        title,
        producer,
        licence,
        redistribute,
        edition,
        loaded: version ? loadedOf(version) : null,
        indicators: indicatorCounts(snapshot, version?.id),
      };
    }),
  };
}

async function recordCounts(
  database: Database,
): Promise<Pick<Status['places'], 'nationalSchema' | 'franceServices'>> {
  const [row] = await database.sql<{ national: number; france: number }[]>`
    select count(distinct id) filter (where source like 'lieux-%')::int as national,
      count(*) filter (where source = 'france-services')::int as france
    from place_record`;
  return { nationalSchema: row?.national ?? 0, franceServices: row?.france ?? 0 };
}

const loadedOf = (version: DatasetVersion): NonNullable<SourceStatus['loaded']> => ({
  version: version.id,
  origin: version.origin,
  sha256: version.sha256,
  fetchedAt: version.fetchedAt.toISOString(),
  loadedAt: version.loadedAt.toISOString(),
  seconds: version.durationMs / 1000,
  rowsRead: version.rowsRead,
  rowsKept: version.rowsKept,
  rowsRefused: version.rowsRefused,
});

function indicatorCounts(snapshot: Snapshot, version: number | undefined): SourceStatus['indicators'] {
  const columns = snapshot.columns.filter((column) => column.version === version);
  return INDICATORS.filter(({ id }) => columns.some(({ indicator }) => indicator === id)).map(({ id }) => ({
    id,
    levels: Object.fromEntries(
      columns.filter(({ indicator }) => indicator === id).map(({ level, counts }) => [level, counts]),
    ),
  }));
}

async function tileSize(database: Database, tileset: string): Promise<{ count: number; bytes: number }> {
  const [row] = await database.sql<{ count: number; bytes: number }[]>`
    select count(*)::int as count, coalesce(sum(length(bytes)), 0)::float8 as bytes from tile where tileset = ${tileset}`;
  return row ?? { count: 0, bytes: 0 };
}
