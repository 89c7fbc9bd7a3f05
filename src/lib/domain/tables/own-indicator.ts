import type { Indicator } from '../indicators/indicator.ts';
import type { OwnSource } from './own-source.ts';

/** An indicator of a table of a person: the same as one of the catalogue, of the source `tableau-{id}`. */
export type OwnIndicator = Omit<Indicator, 'source'> & { source: OwnSource };
