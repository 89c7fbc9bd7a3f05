import { error } from '@sveltejs/kit';
import type { PlaceFilter } from '#lib/domain/places/filter.ts';
import type { Level } from '#lib/domain/territory/level.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { isoDay } from '#lib/format/date.ts';
import { exports as words } from '#lib/messages/exports.ts';
import { appDatabase } from '#lib/server/app.ts';
import { fileOutlines } from '#lib/server/export/file-outlines.ts';
import { exportResponse, isExportFormat } from '#lib/server/export/export-response.ts';
import { territoriesTable } from '#lib/server/export/territories-export.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

export interface TerritoriesFile {
  /** As in the address: one that does not exist is a 404. */
  format: string;
  title: string;
  /** For the file's name. */
  what: string;
  level: Level;
  territories: readonly Territory[];
  filter: PlaceFilter;
  /** What the reader must know of the choice made. */
  notes: readonly string[];
}

/** Territories of a level as a file to keep. */
export function territoriesFile(data: Snapshot, asked: TerritoriesFile): Promise<Response> {
  const { format, what, level, territories } = asked;
  if (!isExportFormat(format)) error(404, words.unknownFormat(format.slice(0, 40)));
  const date = isoDay(new Date());
  return exportResponse(territoriesTable(data, { ...asked, date }), {
    format,
    what,
    outlines: () => fileOutlines(appDatabase(), level, territories),
  });
}
