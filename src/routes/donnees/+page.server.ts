import { findIndicator } from '#lib/domain/indicators/catalogue.ts';
import { SOURCES, type SourceNotice } from '#lib/domain/indicators/source.ts';
import { LEVELS } from '#lib/domain/territory/level.ts';
import { data as words } from '#lib/messages/data.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { readRefusals, type Refusal } from '#lib/server/queries/refusals.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import * as forms from './actions.server.ts';
import { readKeeping, readKeptElsewhere } from './keeping.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Counts by state of each indicator of a version, finest level first. */
function coverageOf(data: Snapshot, version: number) {
  return data.columns
    .filter((column) => column.version === version)
    .map(({ indicator, level, counts }) => ({
      id: indicator,
      label: findIndicator(indicator)?.label ?? indicator,
      level: LEVELS.find((known) => known === level) ?? ('commune' as const),
      counts,
    }))
    .sort(
      (p, q) => LEVELS.indexOf(p.level) - LEVELS.indexOf(q.level) || p.label.localeCompare(q.label, 'fr'),
    );
}

function describe(data: Snapshot, source: SourceNotice, refusals: readonly Refusal[]) {
  const version = data.versions.get(source.id);
  if (!version) return { ...source, loaded: null };
  return {
    ...source,
    title: version.title,
    producer: version.demonstration ? words.imitated(version.producer) : version.producer,
    licence: version.licence,
    redistribute: version.redistribute,
    edition: version.edition,
    page: version.page,
    loaded: {
      version: version.id,
      origin: version.origin,
      sha256: version.sha256,
      at: version.loadedAt,
      milliseconds: version.durationMs,
      read: version.rowsRead,
      kept: version.rowsKept,
      refused: version.rowsRefused,
      refusals: refusals.filter((refusal) => refusal.version === version.id),
      coverage: coverageOf(data, version.id),
      places: data.places.filter(({ sources }) => sources.includes(source.id)).length,
    },
  };
}

/** Every source of the catalogue: what was loaded of it, what was refused, what it covers; and what keeps it up to date. */
export const load: PageServerLoad = async (event) => {
  const data = await currentData();
  const refusals = await readRefusals(appDatabase());
  return {
    sources: SOURCES.map((source) => describe(data, source, refusals)),
    keeping: await readKeeping(event),
    keptElsewhere: await readKeptElsewhere(event),
  };
};

export const actions: Actions = { check: forms.check, schedule: forms.schedule };
