import type { LandedPoints } from '../../access/reach.ts';
import type { Moment } from '../../places/opening-week.ts';

/** Whether a place counts: not at all, as it is, or once it is open at the moment asked for. */
export const COUNTS = { no: 0, yes: 1, onceOpen: 2 } as const;

/**
 * A territory as the hand sees it, with what is around it: everyone who shares a place with its people, so that
 * access is what the whole country would give, and every place that counts anywhere, so that the nearest one is
 * known whatever closes.
 */
export interface HandFrame {
  /** The greatest limit that can be asked of it, metres. */
  reach: number;
  /** The moment asked of places, if any. */
  moment: Moment | null;
  /** Where people are: the points of the territory first. */
  demand: LandedPoints & {
    /** Points of the territory. */
    inside: number;
    /** Rank of the commune of each point, in `communes`. */
    communes: Int32Array;
    /** People of the group that is looked at; NaN when unknown. Of the territory only. */
    people: Float64Array;
    /** Inhabitants, who share what places give; NaN when unknown. */
    inhabitants: Float64Array;
  };
  /** Communes that the points are in: those of the territory first. */
  communes: LandedPoints & {
    inside: number;
    codes: readonly string[];
    names: readonly string[];
    /** Place of each in the columns. */
    ordinals: Int32Array;
    /** The demand point that a place of the commune is at, whatever the distance; −1 where points are measured. */
    homes: Int32Array;
  };
  /** Places; those too far to serve the territory have no id. */
  places: LandedPoints & {
    ids: readonly string[];
    names: readonly string[];
    /** Rank of the commune of each, in `communes`; −1 for another, or none. */
    communes: Int32Array;
    /** The demand point that each is at, whatever the distance; −1 for none. */
    homes: Int32Array;
    /** `COUNTS`. */
    counts: Uint8Array;
    /** Hours a week, all who help together; NaN when unknown. */
    hours: Float64Array;
    /** Those who help; NaN when unknown. */
    helpers: Float64Array;
  };
}

type Lists = Readonly<Record<string, unknown>>;

/** Lists of numbers and how each is held. */
const HELD = {
  demand: {
    lons: Float64Array,
    lats: Float64Array,
    lands: Uint8Array,
    communes: Int32Array,
    people: Float64Array,
    inhabitants: Float64Array,
  },
  communes: {
    lons: Float64Array,
    lats: Float64Array,
    lands: Uint8Array,
    ordinals: Int32Array,
    homes: Int32Array,
  },
  places: {
    lons: Float64Array,
    lats: Float64Array,
    lands: Uint8Array,
    communes: Int32Array,
    homes: Int32Array,
    counts: Uint8Array,
    hours: Float64Array,
    helpers: Float64Array,
  },
} as const;

/** A frame as text: JSON, unknown numbers as `null`. Numbers come back as they were, to the last bit. */
export const encodeHandFrame = (frame: HandFrame): string =>
  JSON.stringify(frame, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
  );

/** The frame of a text. Throws a `RangeError` when it is cut short, or is another thing. */
export function decodeHandFrame(text: string): HandFrame {
  const frame = parsed(text) as Record<string, Record<string, unknown>> | null;
  const part = <Name extends keyof typeof HELD>(name: Name): Lists => {
    const lists = frame?.[name];
    if (!lists) throw new RangeError(`a frame without ${name}`);
    const held = Object.entries(HELD[name]).map(([key, Typed]) => {
      const values = lists[key];
      if (!Array.isArray(values)) throw new RangeError(`a frame without ${name}.${key}`);
      return [
        key,
        (Typed as Float64ArrayConstructor).from(
          values as number[],
          (value: number | null) => value ?? Number.NaN,
        ),
      ];
    });
    return { ...lists, ...(Object.fromEntries(held) as Lists) };
  };
  return {
    ...(frame as unknown as HandFrame),
    demand: part('demand') as unknown as HandFrame['demand'],
    communes: part('communes') as unknown as HandFrame['communes'],
    places: part('places') as unknown as HandFrame['places'],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RangeError('the file of a frame is cut short');
  }
}
