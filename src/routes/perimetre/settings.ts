import { findIndicator } from '#lib/domain/indicators/catalogue.ts';

/** How the page shows a perimeter, whatever the perimeter. */
export interface Settings {
  /** Id of the indicator of the table; `null` for the default one. */
  indicator: string | null;
  /** Whether estimated figures count. */
  estimates: boolean;
}

/** Names of the parameters, as on the map. */
const INDICATOR = 'i';
const ESTIMATES = 'e';

/** Reads the settings of an address or of a form; what is not understood is the default. */
export function readSettings(get: (name: string) => unknown): Settings {
  const asked = get(INDICATOR);
  return {
    indicator: typeof asked === 'string' && findIndicator(asked) ? asked : null,
    estimates: get(ESTIMATES) !== '0',
  };
}

/** The same as parameters; defaults never appear. */
export const writeSettings = ({ indicator, estimates }: Settings): Record<string, string> => ({
  ...(indicator === null ? {} : { [INDICATOR]: indicator }),
  ...(estimates ? {} : { [ESTIMATES]: '0' }),
});
