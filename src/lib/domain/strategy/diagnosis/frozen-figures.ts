/** A figure as it stood: what it is and how it was written, with its number where it has one. */
export interface FrozenFigure {
  id: string;
  label: string;
  /** « 14,2 % », or the word that stands for what is not known. */
  text: string;
  value: number | null;
  year: string;
  /** Title of the source. */
  source: string;
}

/** An edition of a source that figures were read from. */
export interface FrozenEdition {
  source: string;
  title: string;
  edition: string;
  /** ISO day. */
  loaded: string;
}

/** The figures of a perimeter as they stood one day, and the editions that they come from. */
export interface FrozenFigures {
  /** ISO day. */
  day: string;
  /** Slug and name. */
  territory: string;
  name: string;
  editions: FrozenEdition[];
  figures: FrozenFigure[];
}

/** One thing that changed between two days; `null` for what was not there. */
export interface Changed<Thing> {
  was: Thing | null;
  is: Thing | null;
}

/** What changed between two days. */
export interface FrozenChanges {
  /** Whether the perimeter itself is another: its figures are then not compared. */
  moved: boolean;
  editions: Changed<FrozenEdition>[];
  figures: Changed<FrozenFigure>[];
  /** Figures that are written alike. */
  same: number;
}

/** Compares two days, in the order of the later one: a figure changes when it is written otherwise, an edition when it is another. */
export function changesBetween(was: FrozenFigures, is: FrozenFigures): FrozenChanges {
  const editions = changed(was.editions, is.editions, ({ source }) => source, sameEdition);
  if (was.territory !== is.territory) return { moved: true, editions, figures: [], same: 0 };
  const figures = changed(
    was.figures,
    is.figures,
    ({ id }) => id,
    (a, b) => a.text === b.text && a.year === b.year,
  );
  const kept = is.figures.length - figures.filter((one) => one.is !== null).length;
  return { moved: false, editions, figures, same: kept };
}

const sameEdition = (a: FrozenEdition, b: FrozenEdition): boolean => a.edition === b.edition;

function changed<Thing>(
  was: readonly Thing[],
  is: readonly Thing[],
  keyOf: (thing: Thing) => string,
  same: (a: Thing, b: Thing) => boolean,
): Changed<Thing>[] {
  const before = new Map(was.map((one) => [keyOf(one), one]));
  const after = new Set(is.map(keyOf));
  return [
    ...is.flatMap((one): Changed<Thing>[] => {
      const held = before.get(keyOf(one)) ?? null;
      return held && same(held, one) ? [] : [{ was: held, is: one }];
    }),
    ...was.filter((one) => !after.has(keyOf(one))).map((one) => ({ was: one, is: null })),
  ];
}
