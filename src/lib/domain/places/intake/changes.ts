import type { Place } from '../place.ts';
import type { CheckedRow } from './check-rows.ts';
import { isRefused } from './corrected.ts';

/** A place that the table changes, and which of its fields. */
export interface UpdatedPlace {
  place: Place;
  before: Place;
  fields: (keyof Place)[];
}

/** What keeping a checked table would do to a list. */
export interface ListChanges {
  created: Place[];
  updated: UpdatedPlace[];
  unchanged: Place[];
  refused: CheckedRow[];
}

/** What no table says: read from its hours, or decided in Maillage. */
const NOT_SAID: ReadonlySet<keyof Place> = new Set(['week', 'stops', 'closed', 'owner']);

/** The fields of which two states of a place say different things; lists compare whatever their order. */
export function changedFields(before: Place, after: Place): (keyof Place)[] {
  return (Object.keys(after) as (keyof Place)[]).filter(
    (field) => !NOT_SAID.has(field) && stateOf(before[field]) !== stateOf(after[field]),
  );
}

const stateOf = (value: Place[keyof Place]): string =>
  JSON.stringify(Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value);

/**
 * A checked table beside the places that its list holds already, by id. The same file twice changes
 * nothing. Places of the list that the table does not name are left alone.
 */
export function compareWithList(
  checked: readonly CheckedRow[],
  existing: ReadonlyMap<string, Place>,
): ListChanges {
  const changes: ListChanges = {
    created: [],
    updated: [],
    unchanged: [],
    refused: checked.filter(isRefused),
  };
  for (const { place } of checked) {
    if (!place) continue;
    const before = existing.get(place.id);
    const fields = before ? changedFields(before, place) : [];
    if (!before) changes.created.push(place);
    else if (fields.length > 0) changes.updated.push({ place, before, fields });
    else changes.unchanged.push(place);
  }
  return changes;
}
