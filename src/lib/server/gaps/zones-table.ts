import type { GapZone } from '../../domain/access/gaps/gap-zones.ts';
import { ofName } from '../../format/territory.ts';
import { ecarts } from '../../messages/ecarts.ts';
import { exports as words } from '../../messages/exports.ts';
import type { ExportTable } from '../export/table-export.ts';
import type { GapsRequest } from '../queries/access/gaps.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { column } from '../export/export-column.ts';
import { figure, type GapsFile } from './communes-table.ts';
import { mayBeNamed } from './open-names.ts';
import { reasonsText } from './reasons-text.ts';
import { limitText, type GapsReport } from './report.ts';
import { zoneSheets, type NearPlace } from './zone-sheets.ts';

const LIST = ' | ';

const kilometres = ({ distance }: NearPlace): number => distance / 1_000;

/** What a zone is known by in a file: its rank in the answer, from 1. */
export const zoneKey = (rank: number): string => `zone-${rank + 1}`;

/** Every zone of a question as a table that leaves: its communes, its people, whom to ask, and why. */
export function zonesTable(
  data: Snapshot,
  request: GapsRequest,
  { gaps, group, supply }: GapsReport,
  zones: readonly GapZone[],
  { date, where, address, sources }: GapsFile,
): ExportTable {
  const gap = words.gaps;
  const isOpen = mayBeNamed(data);
  const named = ({ id, name, town }: NearPlace): string => (isOpen(id) ? `${name} (${town})` : gap.unnamed);
  const interval = gaps.setting.group.interval ? 'state-and-interval' : 'state';
  const source = group.sources.find((id) => id !== 'cog-2026') ?? 'cog-2026';
  return {
    title: gap.zonesTitle(gap.title(supply, limitText(gaps), where)),
    date,
    columns: [
      column('rang', words.ranking.rank),
      column('zone', gap.zone, { kind: 'text' }),
      column('communes', gap.communes),
      column('noms', gap.communeNames, { kind: 'text' }),
      column('codes', gap.communeCodes, { kind: 'code' }),
      column('habitants', gap.inhabitants, { source: 'cog-2026' }),
      column('personnes-hors-de-portee', gap.people(group.many), { source, decimals: 1, beside: interval }),
      column('plus-proche', gap.nearest, { kind: 'text' }),
      column('distance', gap.nearestDistance, { unit: 'km', decimals: 1 }),
      column('partenaires', gap.partners, { kind: 'text' }),
      column('raisons', gap.reasons, { kind: 'text' }),
      column('question', gap.questionColumn, { kind: 'text' }),
    ],
    rows: function* () {
      for (const [rank, zone] of zones.entries())
        for (const sheet of zoneSheets(data, gaps, request, [zone], date)) {
          const [nearest] = sheet.answering;
          yield {
            id: zoneKey(rank),
            cells: [
              rank + 1,
              ecarts.zones.name(ofName(sheet.name)),
              zone.need.communesBeyond,
              sheet.communes.map(({ name }) => name).join(LIST),
              sheet.communes.map(({ code }) => code).join(LIST),
              zone.need.inhabitantsBeyond,
              figure(zone.need.groupBeyond),
              nearest ? named(nearest) : null,
              nearest ? kilometres(nearest) : null,
              sheet.partners.map(named).join(LIST),
              reasonsText(data, sheet).join(LIST),
              gap.asked(address, date),
            ],
          };
        }
    },
    notes: [gap.question(address), gap.day(date), ecarts.zones.cut, ...ecarts.method.texts],
    sources,
  };
}
