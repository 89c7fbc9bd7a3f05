import type { EditionChanges, PlaceLine } from '../../domain/editions/edition-changes.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import { formatCount, formatNumber } from '../../format/number.ts';
import { formatName } from '../../format/territory.ts';
import { editions as words } from '../../messages/editions.ts';

/** Places of a list, in words. */
export interface ToldPlaces {
  title: string;
  /** That not all of them are here; `null` when they are. */
  more: string | null;
  rows: { id: string; text: string }[];
}

/** Writes which places come, go and change. */
export function tellMesh(
  { gained, lost, changed, gainedOnes, lostOnes, changedOnes }: NonNullable<EditionChanges['mesh']>,
  territories: Territories,
): ToldPlaces[] {
  const [one, many] = words.mesh.place;
  const list = (
    title: (count: string) => string,
    count: number,
    places: readonly (PlaceLine & { fields?: string[] })[],
  ): ToldPlaces[] =>
    count === 0
      ? []
      : [
          {
            title: title(formatCount(count, one, many)),
            more:
              places.length < count
                ? words.mesh.first(formatNumber(places.length), formatNumber(count))
                : null,
            rows: places.map((place) => ({ id: place.id, text: lineOf(place, territories) })),
          },
        ];
  return [
    ...list(words.mesh.gained, gained, gainedOnes),
    ...list(words.mesh.lost, lost, lostOnes),
    ...list(words.mesh.changed, changed, changedOnes),
  ];
}

function lineOf(
  { name, commune, fields = [] }: PlaceLine & { fields?: string[] },
  territories: Territories,
): string {
  const territory = commune === null ? undefined : territories.get('commune', commune);
  const where = territory ? formatName(territory) : words.mesh.noCommune;
  const what = [...new Set(fields.map((field) => words.mesh.fields[field] ?? field))];
  return `${name}, ${where}${what.length > 0 ? ` : ${what.join(', ')}` : ''}`;
}
