import { diverging } from '../styles/ramps.ts';
import type { Painting } from './painting.ts';

/** Colour of what is chosen, over the land that shows through what is not. */
const CHOSEN = diverging(9)[2] as string;
const CLEAR = 'rgba(0,0,0,0)';

/** Communes drawn as chosen or not, so that the layers of figures draw a perimeter too. */
export function membershipPainting(chosen: Uint8Array): Painting {
  const codes = Uint8Array.from(chosen, (one) => (one ? 1 : 0));
  const count = codes.reduce((sum, one) => sum + one, 0);
  return {
    level: 'commune',
    colours: [CLEAR, CHOSEN],
    classification: {
      codes,
      breaks: [1],
      own: [0, 1],
      range: null,
      counts: [codes.length - count, count],
      estimated: 0,
      unclassed: { secret: 0, absent: 0, incomplete: 0 },
      histogram: null,
    },
  };
}
