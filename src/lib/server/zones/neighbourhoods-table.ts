import type { Territory } from '../../domain/territory/territory.ts';
import { ZONE_SOURCES } from '../../domain/zones/zone-source.ts';
import { PLACE_SOURCES } from '../../domain/report/help.ts';
import { formatName } from '../../format/territory.ts';
import { NEAR, WALK } from '../../format/zone-distance.ts';
import { zones as words } from '../../messages/zones.ts';
import { column } from '../export/export-column.ts';
import { loadedSources } from '../export/loaded-sources.ts';
import type { ExportTable } from '../export/table-export.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { communesOf } from './neighbourhoods.ts';
import type { ZonesAnswer } from './zone-help.ts';

const LIST = ' | ';

/** The priority neighbourhoods of a territory as a table that leaves: code, communes, and places around. */
export function neighbourhoodsTable(
  data: Snapshot,
  territory: Territory,
  { zones }: ZonesAnswer,
  date: string,
): ExportTable {
  const source = ZONE_SOURCES.qpv;
  return {
    title: words.file.title(formatName(territory)),
    date,
    columns: [
      column('code', words.code, { kind: 'code', source }),
      column('nom', words.name, { kind: 'text', source }),
      column('codes-communes', words.communes, { kind: 'code', source }),
      column('communes', words.file.communeNames, { kind: 'text' }),
      column('habitants', words.population, { source, beside: 'state' }),
      column('surface', words.file.area, { source, unit: 'km²', decimals: 2 }),
      column('lieux', words.inside),
      column('lieux-500-m', words.file.within(NEAR)),
      column('lieux-1-km', words.file.within(WALK)),
    ],
    rows: function* () {
      for (const { zone, help } of zones)
        yield {
          id: zone.code,
          cells: [
            zone.code,
            zone.name,
            zone.communes.join(LIST),
            communesOf(data, zone.communes),
            {
              value: zone.population,
              state: zone.population === null ? words.unpublished : words.file.published,
              interval: null,
            },
            zone.areaKm2,
            help.inside,
            help.near,
            help.walk,
          ],
        };
    },
    notes: [words.method, words.partial],
    sources: loadedSources(data, [source, ...PLACE_SOURCES]),
  };
}
