import fc from 'fast-check';
import { landOf } from '../../access/landmass.ts';
import { COUNTS, type HandFrame } from './hand-frame.ts';

/** Five communes, the last one of another land; three places at most; all within some fifty kilometres. */
const CODES = ['38001', '38002', '38003', '38004', '2A004'];

const spot = fc.record({
  lon: fc.double({ min: 5, max: 5.5, noNaN: true }),
  lat: fc.double({ min: 45, max: 45.4, noNaN: true }),
});

/** Small frames: some people unknown, some places of unknown hours, some that do not count, some communes outside. */
export const handWorld: fc.Arbitrary<HandFrame> = fc
  .record({
    communes: fc.array(fc.record({ at: spot, people: fc.option(fc.integer({ min: 0, max: 900 })) }), {
      minLength: CODES.length,
      maxLength: CODES.length,
    }),
    inside: fc.integer({ min: 1, max: CODES.length }),
    places: fc.array(
      fc.record({
        at: spot,
        commune: fc.integer({ min: 0, max: CODES.length - 1 }),
        counts: fc.constantFrom(COUNTS.no, COUNTS.yes, COUNTS.yes, COUNTS.onceOpen),
        hours: fc.option(fc.integer({ min: 1, max: 60 })),
        helpers: fc.option(fc.integer({ min: 1, max: 4 })),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ communes, inside, places }): HandFrame => {
    const lands = Uint8Array.from(CODES, landOf);
    const lons = Float64Array.from(communes, ({ at }) => at.lon);
    const lats = Float64Array.from(communes, ({ at }) => at.lat);
    const people = Float64Array.from(communes, (one) => one.people ?? Number.NaN);
    const ranks = Int32Array.from(communes.keys());
    return {
      reach: 60_000,
      moment: 'saturday',
      demand: {
        lons,
        lats,
        lands,
        inside,
        communes: ranks,
        people: people.slice(0, inside),
        inhabitants: people,
      },
      communes: { lons, lats, lands, inside, codes: CODES, names: CODES, ordinals: ranks, homes: ranks },
      places: {
        lons: Float64Array.from(places, ({ at }) => at.lon),
        lats: Float64Array.from(places, ({ at }) => at.lat),
        lands: Uint8Array.from(places, ({ commune }) => landOf(CODES[commune] as string)),
        ids: places.map((_, at) => `p${at}`),
        names: places.map((_, at) => `Place ${at}`),
        communes: Int32Array.from(places, ({ commune }) => commune),
        homes: Int32Array.from(places, ({ commune }) => commune),
        counts: Uint8Array.from(places, ({ counts }) => counts),
        hours: Float64Array.from(places, ({ hours }) => hours ?? Number.NaN),
        helpers: Float64Array.from(places, ({ helpers }) => helpers ?? Number.NaN),
      },
    };
  });
