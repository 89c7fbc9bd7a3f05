import { indicator } from '#lib/domain/indicators/catalogue.ts';
import { MAP_LEVELS, type MapLevel } from '#lib/domain/territory/level.ts';
import { formatName } from '#lib/format/territory.ts';
import { asksFiner } from '#lib/domain/places/criteria.ts';
import { NO_FILTER } from '#lib/domain/places/filter.ts';
import { isoDay } from '#lib/format/date.ts';
import { supplyText } from '#lib/server/gaps/words.ts';
import { askedFilter } from '#lib/server/queries/access/asked-filter.ts';
import { supplyOf } from '#lib/server/queries/access/supply.ts';
import { currentData } from '#lib/server/app.ts';
import { scopeOf } from '#lib/server/queries/scope.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { PARAMETERS, type MapView } from '#lib/view/map-view.ts';
import { FINER_PARAMETERS } from '#lib/view/place-criteria.ts';
import { writeRankBits } from '#lib/view/rank-bits.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import { NATIONAL_ZOOM, shownLevel } from '#lib/view/shown-level.ts';
import type { PageServerLoad } from './$types';
import type { FinerSupply } from './page-data.ts';
import { listedZones } from './zones/listed-zones.server.ts';
import { readSelected } from './territory/selected.server.ts';
import { readTablePage } from './table/table-page.server.ts';

const { territory, indicator: subject, kinds, services, free, assisted, table } = PARAMETERS;
const OF_ZONES = [territory, PARAMETERS.zones];
const OF_SCOPE = [PARAMETERS.within, PARAMETERS.least, PARAMETERS.perimeter];
const OF_FINER = Object.values(FINER_PARAMETERS);
const OF_SELECTION = [territory, subject, kinds, services, free, assisted, ...OF_FINER];

/**
 * The selected territory and the page of the table that an address asks for. Reads only the
 * parameters that these depend on, so that moving the map asks nothing of the server.
 */
export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const reading = (names: readonly string[]) =>
    readMapView({ get: (name) => (names.includes(name) ? url.searchParams.get(name) : null) }).view;
  const asked = reading([territory, table]);
  const selection = asked.territory === null ? null : reading(OF_SELECTION);
  const scope = scopeOf(data, reading(OF_SCOPE));
  const today = isoDay(new Date());
  const view = asked.table.open ? readMapView(url.searchParams).view : null;
  return {
    fullWindow: true,
    ownSearch: true,
    selected:
      selection?.territory != null
        ? await readSelected(
            data,
            selection.territory,
            indicator(selection.indicator),
            askedFilter(selection, today),
          )
        : null,
    scope: scope && {
      name: scope.territory && formatName(scope.territory),
      perimeter: scope.perimeter,
      members: scope.members,
      unknown: scope.unknown,
    },
    zones: await listedZones(data, reading(OF_ZONES)),
    finer: finerSupply(data, reading(OF_FINER).finer, today),
    table: view && (await readTable(data, view)),
  };
};

/** What is asked of places beyond their traits: in words, and the places that answer; `null` for nothing. */
function finerSupply(data: Snapshot, finer: MapView['finer'], today: string): FinerSupply | null {
  if (!asksFiner(finer)) return null;
  const { ranks, unsaid } = supplyOf(data, { filter: NO_FILTER, ...finer }, today);
  return {
    text: supplyText(data, { filter: NO_FILTER, ...finer }),
    bits: writeRankBits(ranks, data.places.length),
    unsaid,
  };
}

async function readTable(data: Snapshot, view: ReturnType<typeof readMapView>['view']) {
  const shown = indicator(view.indicator);
  if (view.layer === 'distance') return readTablePage(data, view, shown, 'commune');
  const columns = MAP_LEVELS.map((level) => data.column(shown.id, level));
  const available: MapLevel[] = MAP_LEVELS.filter((_, i) => columns[i]);
  if (available.length === 0) return null;
  const { level } = shownLevel(view.level, view.camera?.zoom ?? NATIONAL_ZOOM, available);
  return readTablePage(data, view, shown, level);
}
