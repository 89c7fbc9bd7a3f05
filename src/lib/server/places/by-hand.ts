import type { Hand } from '../../domain/account/visitor.ts';
import { differingFields, HAND_SOURCE } from '../../domain/places/by-hand.ts';
import type { Place } from '../../domain/places/place.ts';
import type { Database } from '../db/client.ts';
import { readPlace } from '../queries/places/places.ts';
import { applyChanges, changePlaces, readRecord, type ChangeKind } from './change-records.ts';

/** Creates a place by hand; gives it back with its id. */
export async function createPlace(
  database: Pick<Database, 'query'>,
  described: Place,
  hand: Hand,
): Promise<Place> {
  const { now, owner } = hand;
  const place: Place = {
    ...described,
    id: `saisie-${crypto.randomUUID()}`,
    sources: [HAND_SOURCE],
    updated: now.toISOString().slice(0, 10),
    owner,
  };
  await changePlaces(database, hand, { action: 'place.create', object: place.id }, (tx) =>
    applyChanges(
      tx,
      [{ source: HAND_SOURCE, id: place.id, kind: 'create', after: { place, decides: null } }],
      { ...hand, import: null },
    ),
  );
  return place;
}

/**
 * Whether a hand may change a place: what was entered by hand from the start is kept by its organisation
 * alone; anybody who may write corrects what comes from elsewhere.
 */
export async function mayChange(
  database: Pick<Database, 'query'>,
  id: string,
  { owner }: Pick<Hand, 'owner'>,
): Promise<boolean> {
  const held = await readRecord(database.query, HAND_SOURCE, id);
  return held === null || held.decides !== null || held.place.owner === owner;
}

/** Fields that move a place. */
const WHERE: ReadonlySet<keyof Place> = new Set([
  'address',
  'postcode',
  'town',
  'commune',
  'lat',
  'lon',
  'position',
]);

/**
 * Corrects a place by hand: the fields that differ are decided by hand from now on, the others go on
 * following their sources. Nothing is written when nothing differs. `null` when the place is gone.
 */
export async function correctPlace(
  database: Pick<Database, 'query'>,
  id: string,
  described: Place,
  hand: Hand,
): Promise<Place | null> {
  const { now, owner } = hand;
  const current = await readPlace(database, id);
  if (!current) return null;
  const fields = differingFields(current, {
    ...described,
    id,
    sources: current.sources,
    updated: current.updated,
  });
  if (fields.length === 0) return current;
  const kind: ChangeKind = fields.includes('closed')
    ? described.closed === null
      ? 'reopen'
      : 'close'
    : fields.every((field) => WHERE.has(field))
      ? 'move'
      : 'correct';
  await changePlaces(database, hand, { action: 'place.correct', object: id }, async (tx) => {
    const held = await readRecord(tx, HAND_SOURCE, id);
    const place: Place = {
      ...described,
      id,
      sources: [HAND_SOURCE],
      updated: now.toISOString().slice(0, 10),
      owner,
    };
    // What was entered by hand from the start has no other source to follow.
    const alone = held !== null && held.decides === null;
    const decides = alone ? null : [...new Set([...(held?.decides ?? []), ...fields, 'updated' as const])];
    await applyChanges(tx, [{ source: HAND_SOURCE, id, kind, after: { place, decides } }], {
      ...hand,
      import: null,
    });
  });
  return readPlace(database, id);
}

/** Takes back everything that was decided by hand about a place: its sources speak again. */
export async function dropCorrection(
  database: Pick<Database, 'query'>,
  id: string,
  hand: Hand,
): Promise<void> {
  await changePlaces(database, hand, { action: 'place.drop', object: id }, async (tx) => {
    if (await readRecord(tx, HAND_SOURCE, id))
      await applyChanges(tx, [{ source: HAND_SOURCE, id, kind: 'remove', after: null }], {
        ...hand,
        import: null,
      });
  });
}
