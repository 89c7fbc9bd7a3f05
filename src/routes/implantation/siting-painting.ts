import type { Classification } from '#lib/domain/classify/classification.ts';
import { classOfCode, UNCLASSED, unclassedOfCode } from '#lib/domain/classify/classification.ts';
import { STANDINGS, type Proposal } from '#lib/domain/siting/frame/proposal.ts';
import type { SitingFrame } from '#lib/domain/siting/frame/siting-frame.ts';
import { implantation } from '#lib/messages/implantation.ts';
import type { Painting } from '#lib/map/painting.ts';
import { diverging } from '#lib/styles/ramps.ts';

const words = implantation.map;

/** Words of each known standing, in the order of `STANDINGS`. */
export const STANDING_LABELS = [words.reached, words.gained, words.left];

/** Communes by how they stand with a proposal; those of other territories are not painted. */
export function paintStanding(
  { demand }: { demand: Pick<SitingFrame['demand'], 'communes'> },
  { standing }: Pick<Proposal, 'standing'>,
  communes: number,
): Painting {
  const codes = new Uint8Array(communes).fill(UNCLASSED.absent);
  const counts = STANDING_LABELS.map(() => 0);
  // A commune of several points stands as the worst of them.
  for (let at = 0; at < standing.length; at++) {
    const ordinal = demand.communes[at] as number;
    const held = codes[ordinal] as number;
    const own = standing[at] as number;
    if (STANDINGS[own] === 'unknown') continue;
    codes[ordinal] = held === UNCLASSED.absent ? own : Math.max(held, own);
  }
  for (const code of codes) {
    const at = classOfCode(code);
    if (at !== null) counts[at] = (counts[at] ?? 0) + 1;
  }
  const [, , near = '', , neutral = '', , , , far = ''] = diverging(9);
  const classification: Classification = {
    codes,
    breaks: [],
    own: STANDING_LABELS.map((_, at) => at),
    range: null,
    counts,
    estimated: 0,
    unclassed: { secret: 0, absent: communes - counts.reduce((sum, count) => sum + count, 0), incomplete: 0 },
    histogram: null,
  };
  return { level: 'commune', classification, colours: [neutral, near, far] };
}

/** What is said of a commune pointed at. */
export function describeStanding({ classification }: Painting, ordinal: number, name: string | null) {
  const code = classification.codes[ordinal] ?? UNCLASSED.absent;
  const at = classOfCode(code);
  return {
    name,
    figure: at === null ? '' : (STANDING_LABELS[at] ?? ''),
    class: at,
    state: unclassedOfCode(code),
    notes: [],
  };
}
