import { asksFiner } from '../../../domain/places/criteria.ts';
import type { PlaceFilter } from '../../../domain/places/filter.ts';
import type { AskedFilter } from './reach.ts';

/** Everything that the view of a map asks of places; `today` is an ISO day. */
export const askedFilter = (
  { filter, finer }: { filter: PlaceFilter; finer: Omit<NonNullable<AskedFilter['finer']>, 'today'> },
  today: string,
): AskedFilter => (asksFiner(finer) ? { ...filter, finer: { ...finer, today } } : filter);
