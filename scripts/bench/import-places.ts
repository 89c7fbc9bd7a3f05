import { runApart } from './child.ts';

/**
 * A list of 100,000 places brought into a new embedded database: rows a second of each step, how long
 * the event loop was held at most, and peak memory.
 */
export const benchImportPlaces = (): Promise<object> => runApart('import-places-child.ts');
