import { formatDistance, formatNumber, formatPercent } from '#lib/format/number.ts';
import { implantation } from '#lib/messages/implantation.ts';
import type { ComparedScenario } from '#lib/server/siting/scenario.ts';

const words = implantation.compare;

interface Row {
  key: keyof typeof words.rows;
  value: (scenario: ComparedScenario) => number;
  /** A value in words, and a difference without its sign. */
  write?: (value: number) => string;
}

const whole = (value: number): string => formatNumber(Math.round(value));
const fine = (value: number): string => formatNumber(value, 2);

const figure =
  (pick: (figures: ComparedScenario['answer']['figures']) => number): Row['value'] =>
  ({ answer }) =>
    pick(answer.figures);

const perPerson = ({ answer: { cost, figures } }: ComparedScenario): number =>
  figures.people.gained >= 1 ? cost / figures.people.gained : Number.NaN;

const ROWS: readonly Row[] = [
  { key: 'sites', value: ({ view }) => view.edits.added.length },
  { key: 'changed', value: ({ view }) => view.edits.places.length },
  { key: 'before', value: figure(({ people }) => people.before) },
  { key: 'after', value: figure(({ people }) => people.after) },
  { key: 'gained', value: figure(({ people }) => people.gained) },
  { key: 'lost', value: figure(({ people }) => people.lost) },
  { key: 'left', value: figure(({ left }) => left.people) },
  { key: 'communes', value: figure(({ left }) => left.communes) },
  { key: 'mean', value: figure(({ mean }) => mean.after), write: formatDistance },
  { key: 'farthest', value: figure(({ farthest }) => farthest.after.metres), write: formatDistance },
  { key: 'places', value: figure(({ placesPer10000 }) => placesPer10000.after), write: fine },
  { key: 'access', value: figure(({ access }) => access.after), write: fine },
  { key: 'under', value: figure(({ under }) => under.after) },
  { key: 'cost', value: ({ answer }) => answer.cost },
  { key: 'perPerson', value: perPerson, write: fine },
];

export interface ComparedRow {
  label: string;
  cells: { text: string; difference: string }[];
}

/** The same indicators for each scenario, and the difference with the first. */
export const comparedRows = (scenarios: readonly ComparedScenario[]): ComparedRow[] => [
  ...ROWS.map((row) => rowOf(row, scenarios)),
  ...(scenarios.some(({ quality }) => quality) ? [qualityRow(scenarios)] : []),
];

function rowOf({ key, value, write = whole }: Row, scenarios: readonly ComparedScenario[]): ComparedRow {
  const [first = Number.NaN] = scenarios.map(value);
  return {
    label: words.rows[key],
    cells: scenarios.map((scenario, at) => {
      const own = value(scenario);
      const difference = own - first;
      // What is written alike is not told apart.
      const isSame = at === 0 || !Number.isFinite(difference) || write(own) === write(first);
      return {
        text: Number.isFinite(own) ? write(own) : '–',
        difference: isSame ? '' : `${difference > 0 ? '+' : '−'} ${write(Math.abs(difference))}`,
      };
    }),
  };
}

const qualityRow = (scenarios: readonly ComparedScenario[]): ComparedRow => ({
  label: words.rows.quality,
  cells: scenarios.map(({ quality }) => ({
    text: !quality
      ? words.byHand
      : quality.proven
        ? words.proven
        : words.gap(formatPercent(Math.max(0.01, Math.ceil(quality.gap * 10_000) / 100), 2)),
    difference: '',
  })),
});
