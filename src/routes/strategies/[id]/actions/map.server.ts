import { drawActionsMap, type ActionsMapDrawing, type GapState } from '#lib/charts/actions-map.ts';
import type { Strategy } from '#lib/domain/strategy/model/strategy.ts';
import { markSpots } from '#lib/domain/strategy/plan/map-marks.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatIsoDate } from '#lib/format/date.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { formatName, ofName } from '#lib/format/territory.ts';
import { vuesActions } from '#lib/messages/vues-actions.ts';
import type { Database } from '#lib/server/db/client.ts';
import { readOutlines } from '#lib/server/queries/outlines.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { spotRows, spotsOf } from './map-spots.server.ts';

const words = vuesActions.map;

/** Prefix of the patterns of the map: one map stands on the page. */
export const MAP_PREFIX = 'actions';

/** More communes than this are drawn with the national outlines; more than the other, not at all. */
const FINE_LIMIT = 1_000;
const MOST_COMMUNES = 6_000;

/** Where the actions of a strategy are: a drawing, and the tables that say the same. `today` is an ISO day. */
export async function mapOf(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  strategy: Strategy,
  today: string,
) {
  const { marks, unplaced } = markSpots(spotsOf(data, strategy));
  const answered = new Set(
    strategy.actions.filter(({ status }) => status !== 'dropped').flatMap(({ gaps }) => gaps),
  );
  const states = new Map<string, GapState>();
  for (const { id, communes } of strategy.gaps)
    for (const code of communes)
      if (states.get(code) !== 'answered') states.set(code, answered.has(id) ? 'answered' : 'open');
  const territory = data.territories.bySlug(strategy.territory);
  const communes = communesToDraw(data, territory, states);
  const isTooWide = communes.length > MOST_COMMUNES;
  const drawing = isTooWide ? null : await draw(database, territory, communes, states, marks);
  const count = (state: GapState): string =>
    formatCount([...states.values()].filter((one) => one === state).length, 'commune');
  return {
    drawing,
    prefix: MAP_PREFIX,
    label: words.label(
      ofName(territory ? formatName(territory) : strategy.name),
      formatCount(marks.length, 'point'),
      count('answered'),
      count('open'),
    ),
    problem: drawing ? null : isTooWide ? words.tooWide : words.noOutlines,
    rows: spotRows(data, strategy, marks, unplaced),
    gaps: strategy.gaps.map(({ id, name, communes: codes, people }) => ({
      id,
      name,
      communes: codes.map((code) => data.territories.get('commune', code)?.name ?? code).join(', '),
      people,
      peopleText: people === null ? vuesActions.unsaid : formatNumber(people),
      actions:
        strategy.actions
          .filter((action) => action.status !== 'dropped' && action.gaps.includes(id))
          .map((action) => action.name || vuesActions.untitled)
          .join(' ; ') || words.noActions,
    })),
    source: words.source(formatIsoDate(today)),
  };
}

/** The communes of the perimeter, and those of the gaps; of the country, those of the gaps alone. */
function communesToDraw(
  data: Snapshot,
  territory: Territory | undefined,
  states: ReadonlyMap<string, GapState>,
): Territory[] {
  const own = territory && territory.level !== 'france' ? data.territories.communes(territory) : [];
  const others = [...states.keys()].flatMap((code) => data.territories.get('commune', code) ?? []);
  return [...new Set([...own, ...others])];
}

async function draw(
  database: Pick<Database, 'query'>,
  territory: Territory | undefined,
  communes: readonly Territory[],
  states: ReadonlyMap<string, GapState>,
  marks: ReturnType<typeof markSpots>['marks'],
): Promise<ActionsMapDrawing | null> {
  const hasEdge = territory && territory.level !== 'france' && territory.level !== 'commune';
  const codes = communes.map(({ code }) => code);
  const [outlines, own] = await Promise.all([
    readOutlines(database, 'commune', codes.length > FINE_LIMIT ? 'national' : 'local', codes),
    hasEdge ? readOutlines(database, territory.level, 'local', [territory.code]) : null,
  ]);
  if (outlines.size === 0) return null;
  return drawActionsMap(
    {
      communes: communes.flatMap(({ code, bbox }) => {
        const outline = outlines.get(code);
        return outline ? [{ outline, box: bbox, state: states.get(code) ?? 'other' }] : [];
      }),
      edge: own?.get(territory?.code ?? '') ?? null,
      marks: marks.map(({ number, lon, lat, spots }) => ({
        number,
        lon,
        lat,
        isPlace: spots.every(({ kind }) => kind === 'place'),
      })),
    },
    MAP_PREFIX,
  );
}
