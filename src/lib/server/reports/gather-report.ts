import type { ReportInput } from '../../domain/strategy/report/report-input.ts';
import { strategyReport } from '../../domain/strategy/report/strategy-report.ts';
import type { Report } from '../../domain/strategy/report/report-document.ts';
import { isoDay } from '../../format/date.ts';
import { formatName } from '../../format/territory.ts';
import { brokenMaps } from '../../strategy/report/broken-maps.ts';
import { diagnosisParts } from '../../strategy/report/diagnosis-blocks.ts';
import { frenchVoice } from '../../strategy/report/french-voice.ts';
import type { ReportDrawings } from '../../strategy/report/report-drawings.ts';
import type { Database } from '../db/client.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { lastDiagnosis } from '../strategies/diagnoses.ts';
import type { KeptStrategy } from '../strategies/read.ts';
import { sitesMap } from './sites-map.ts';

/** A report with what it draws, and what it was made from. */
export interface GatheredReport {
  report: Report;
  input: ReportInput;
  drawings: ReportDrawings;
  /** Titles of the maps that lack outlines: with one, the report is not produced. */
  broken: string[];
  /** Whether the territory is the fictional one. */
  demonstration: boolean;
}

/** Everything that the report of a strategy says and draws, as it stands. */
export async function gatherReport(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  { id, strategy, owner }: KeptStrategy,
  now: Date,
): Promise<GatheredReport> {
  const day = isoDay(now);
  const territory = data.territories.bySlug(strategy.territory);
  const [frozen, sites] = await Promise.all([
    lastDiagnosis(database, id),
    sitesMap(data, database, territory, strategy.actions, day),
  ]);
  const places = new Map(data.places.map((place) => [place.id, place.name]));
  const drawings = { maps: frozen?.content.maps ?? null, sites };
  const input: ReportInput = {
    strategy,
    place: territory ? formatName(territory) : '',
    owner: owner?.name ?? '',
    day,
    diagnosis: frozen && {
      figures: frozen.figures,
      findings: frozen.content.findings.map(({ id: finding, text, sources }) => ({
        id: finding,
        text,
        sources: sources.map(({ label }) => label),
      })),
      blocks: diagnosisParts(frozen.content, frozen.figures.day),
    },
    names: {
      commune: (code) => data.territories.get('commune', code)?.name ?? code,
      place: (key) => places.get(key) ?? key,
    },
    hasSites: sites !== null,
    voice: frenchVoice,
  };
  return {
    report: strategyReport(input),
    input,
    drawings,
    broken: brokenMaps(drawings),
    demonstration: data.demonstration,
  };
}
