import { ROWS, type TableReading } from './reading.ts';

/**
 * How the columns of a new file are read where they have the headings of a former one: by their heading,
 * whatever their order. `null` where the column of the key is not there any more.
 */
export function rememberedReading(headings: readonly string[], former: TableReading): TableReading | null {
  const { mainHeading, secondHeading } = former;
  const main = headings.indexOf(mainHeading);
  const second = secondHeading === null ? null : headings.indexOf(secondHeading);
  if (main < 0 || second === -1) return null;
  const figures = former.figures.flatMap((figure) => {
    if (figure.column === ROWS) return [figure];
    const column = headings.indexOf(figure.heading);
    return column < 0 ? [] : [{ ...figure, column }];
  });
  return { ...former, columns: { main, second }, figures };
}
