import type { Territories } from '../../../domain/territory/territories.ts';
import type { Query } from '../../db/client.ts';
import { writeInhabited } from '../../places/write-inhabited.ts';
import type { Adapter, ComputedAdapter, Edition } from '../adapter.ts';
import { stageOutlines } from '../outlines/outlines.ts';
import { settleCommunes, settleEpci } from '../settle.ts';
import { stageCog } from '../sources/territory/cog-2026.ts';
import { removeColumns, writeCentres, writeFigures } from '../write/write-columns.ts';
import { writeOutlines } from '../write/write-outlines.ts';
import { writePlaces } from '../write/write-places.ts';
import { populationColumns, writeTerritories } from '../write/write-territories.ts';
import type { Counts } from '../write/write-version.ts';
import { writeZones } from '../write/write-zones.ts';
import { stageZones } from '../zones/stage-zones.ts';

/** A source read and checked, ready to write inside a transaction of the caller. */
export interface Staged {
  counts: Counts;
  edition?: Edition;
  write: (tx: Query, version: number) => Promise<void>;
  /** Whether it writes to the territories themselves: codes, centres, boxes. */
  movesTerritories: boolean;
}

/** What staging needs of the load that it is part of. */
export interface Staging {
  cogFolder: string;
  /** Names the content, for what is stored under a name of its own. */
  fingerprint: string;
  territories: () => Promise<Territories>;
  report: (step: string) => void;
  now: () => Date;
}

/** Reads and checks everything a source brings, before anything is written. */
export async function stageSource(
  adapter: Exclude<Adapter, ComputedAdapter>,
  paths: readonly string[],
  { cogFolder, fingerprint, territories: read, report, now }: Staging,
): Promise<Staged> {
  if (adapter.kind === 'cog') return stageTerritories(cogFolder);
  const territories = await read();
  switch (adapter.kind) {
    case 'outlines': {
      const [communes = '', coarse = null] = paths;
      const staged = await stageOutlines({ communes, coarse }, territories, report);
      return {
        counts: staged,
        write: (tx, version) => writeOutlines(tx, version, fingerprint, staged),
        movesTerritories: true,
      };
    }
    case 'places': {
      const { places, rowsRead, refused, edition } = await adapter.read(paths, territories);
      return {
        edition,
        counts: { rowsRead, rowsKept: rowsRead - refused.length, refused },
        write: (tx) => writePlaces(tx, adapter.id, places, now()),
        movesTerritories: false,
      };
    }
    case 'inhabited': {
      const { name, points, rowsRead, refused, edition } = await adapter.read(paths, territories);
      return {
        edition,
        counts: { rowsRead, rowsKept: rowsRead - refused.length, refused },
        write: (tx) => writeInhabited(tx, name, points, now()),
        movesTerritories: false,
      };
    }
    case 'zones': {
      const { zones, rowsRead, refused } = await stageZones(paths[0] ?? '', adapter.zone, territories);
      return {
        counts: { rowsRead, rowsKept: zones.length, refused },
        write: (tx, version) => writeZones(tx, version, adapter.zone, zones),
        movesTerritories: false,
      };
    }
    case 'values':
      return stageFigures(adapter, paths, territories);
  }
}

async function stageTerritories(cogFolder: string): Promise<Staged> {
  const staged = await stageCog(cogFolder);
  return {
    counts: { rowsRead: staged.rowsRead, rowsKept: staged.rowsRead, refused: [] },
    write: async (tx, version) => {
      const territories = await writeTerritories(tx, staged);
      await writeFigures(tx, version, populationColumns(territories), territories);
    },
    movesTerritories: true,
  };
}

async function stageFigures(
  adapter: Extract<Adapter, { kind: 'values' }>,
  paths: readonly string[],
  territories: Territories,
): Promise<Staged> {
  const { rows, refused, edition, brought = adapter.indicators } = await adapter.read(paths, territories);
  const settle = adapter.level === 'epci' ? settleEpci : settleCommunes;
  const settled = settle(rows, brought, territories);
  const gone = adapter.indicators.filter((id) => !brought.includes(id));
  const lines = rows.reduce((sum, row) => sum + row.lines, 0);
  return {
    counts: {
      rowsRead: lines + refused.length,
      rowsKept: settled.kept,
      refused: [...refused, ...settled.refused],
    },
    edition,
    write: async (tx, version) => {
      if (gone.length > 0) await removeColumns(tx, gone);
      await writeFigures(tx, version, settled.columns, territories);
      await writeCentres(tx, settled.centres);
    },
    movesTerritories: settled.centres.size > 0,
  };
}
