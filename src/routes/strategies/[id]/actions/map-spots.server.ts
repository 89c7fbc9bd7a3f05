import type { Strategy } from '#lib/domain/strategy/model/strategy.ts';
import { countedNow } from '#lib/domain/strategy/plan/counted-now.ts';
import type { ActionSpot, MapMark } from '#lib/domain/strategy/plan/map-marks.ts';
import { formatNumber } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { strategyChoices } from '#lib/messages/strategy-fields.ts';
import { vuesActions } from '#lib/messages/vues-actions.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

const words = vuesActions.map;

/** A line of the table that says what the map shows. */
export interface SpotRow {
  key: string;
  number: number | null;
  numberText: string;
  name: string;
  commune: string;
  action: string;
  actionName: string;
  status: string;
  hours: number | null;
  hoursText: string;
}

/** What the actions of a strategy open or use, each with where it stands. */
export function spotsOf(data: Snapshot, { actions }: Strategy): ActionSpot[] {
  const asked = new Set(actions.flatMap(({ places }) => places));
  const places = new Map(
    data.places.flatMap((place) => (asked.has(place.id) ? [[place.id, place] as const] : [])),
  );
  return actions.flatMap((action): ActionSpot[] => [
    ...(countedNow(action)?.sites.map((site): ActionSpot => ({ ...site, action: action.id, kind: 'site' })) ??
      []),
    ...action.places.map((id): ActionSpot => {
      const place = places.get(id);
      return {
        action: action.id,
        kind: 'place',
        name: place?.name ?? words.unknownPlace(id),
        commune: place?.commune ?? null,
        lon: place?.lon ?? null,
        lat: place?.lat ?? null,
        hours: null,
      };
    }),
  ]);
}

/** Everything that stands on the map, by number, then what has no position. */
export function spotRows(
  data: Snapshot,
  { actions }: Strategy,
  marks: readonly MapMark[],
  unplaced: readonly ActionSpot[],
): SpotRow[] {
  const byId = new Map(actions.map((action) => [action.id, action]));
  const rowOf = (spot: ActionSpot, number: number | null, key: string): SpotRow => {
    const action = byId.get(spot.action);
    const commune = spot.commune === null ? undefined : data.territories.get('commune', spot.commune);
    return {
      key,
      number,
      numberText: number === null ? words.unplaced : formatNumber(number),
      name: spot.name,
      commune: commune ? formatName(commune) : words.unknownCommune,
      action: spot.action,
      actionName: action?.name || vuesActions.untitled,
      status: action ? strategyChoices.action.status[action.status] : '',
      hours: spot.hours,
      hoursText:
        spot.hours === null
          ? vuesActions.unsaid
          : formatNumber(spot.hours, Number.isInteger(spot.hours) ? 0 : 1),
    };
  };
  return [
    ...marks.flatMap(({ number, spots }) => spots.map((spot, at) => rowOf(spot, number, `${number}/${at}`))),
    ...unplaced.map((spot, at) => rowOf(spot, null, `-/${at}`)),
  ];
}
