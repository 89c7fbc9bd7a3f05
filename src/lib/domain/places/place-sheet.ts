import type { SourceId } from '../indicators/source.ts';
import type { Place } from './place.ts';

/** What is said of one place when it is opened on the map. */
export interface PlaceSheet extends Omit<
  Place,
  'lat' | 'lon' | 'specificCare' | 'typology' | 'commune' | 'sources' | 'note' | 'owner'
> {
  /** Its current commune; `null` when it could not be found. */
  commune: { name: string; departement: string | null; code: string } | null;
  sources: { id: SourceId; title: string; producer: string; edition: string }[];
}
