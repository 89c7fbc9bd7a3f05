import type { AggregateRule } from '../../domain/indicators/indicator.ts';
import type { TableDescription } from '../../domain/tables/description.ts';
import type { OwnIndicator } from '../../domain/tables/own-indicator.ts';
import { ownIndicatorId, ownSource } from '../../domain/tables/own-source.ts';
import { isGathered } from '../../domain/tables/keys/key-kind.ts';
import type { FigureColumn, TableReading } from '../../domain/tables/reading.ts';
import type { JoinReport } from '../../domain/tables/join/report.ts';
import { formatCount, formatNumber, formatPercent } from '../../format/number.ts';
import { tableaux } from '../../messages/tableaux.ts';

/** What the indicators of a table are made from. */
export interface IndicatorContext {
  id: number;
  description: Pick<TableDescription, 'name' | 'year'>;
  file: string;
  reading: TableReading;
  report: Pick<JoinReport, 'rowsRead' | 'rowsJoined'>;
}

/** Longest label of legends and tables. */
const SHORT = 32;

/** The indicators of a table, in the order of its columns: all that must be said of each figure. */
export function ownIndicators(context: IndicatorContext): OwnIndicator[] {
  return context.reading.figures.map((figure): OwnIndicator => ({
    id: ownIndicatorId(context.id, figure.slug),
    theme: 'tableaux',
    label: figure.label,
    short: figure.label.length > SHORT ? `${figure.label.slice(0, SHORT - 1)}…` : figure.label,
    kind: figure.kind,
    unit: figure.unit,
    decimals: figure.decimals,
    year: context.description.year,
    source: ownSource(context.id),
    worse: figure.worse,
    definition: tableaux.indicator.definition(figure.heading, context.description.name),
    formula: formulaOf(figure, context),
    limits: limitsOf(context),
    aggregate: aggregateOf(figure, context),
    ...(figure.kind === 'category' && {
      classes: figure.classes.map((label, at) => ({ value: at + 1, label })),
    }),
  }));
}

function formulaOf({ scale }: FigureColumn, { file, reading }: IndicatorContext): string {
  const words = tableaux.indicator;
  const gathering = isGathered(reading.key) ? reading.key : reading.duplicates === 'sum' ? 'sum' : '';
  return words.formula(file, scale === 100, words.gatherings[gathering] ?? '');
}

function limitsOf({ report: { rowsJoined, rowsRead }, reading }: IndicatorContext): string {
  const share = formatPercent((100 * rowsJoined) / Math.max(1, rowsRead));
  const said = tableaux.indicator.limits(
    formatCount(rowsJoined, tableaux.joined.rowOne),
    formatNumber(rowsRead),
    share,
  );
  return reading.key === 'qpv' ? `${said} ${tableaux.joined.qpv}` : said;
}

function aggregateOf({ kind, denominator }: FigureColumn, { id, reading }: IndicatorContext): AggregateRule {
  const words = tableaux.indicator;
  if (reading.level !== 'commune') return { rule: 'none', reason: words.ownLevel };
  if (kind === 'category') return { rule: 'none', reason: words.category };
  if (kind === 'count') return { rule: 'sum' };
  if (denominator.by === 'population')
    return { rule: 'mean', weight: 'population', label: words.byPopulation };
  if (denominator.by === 'none') return { rule: 'none', reason: words.noDenominator };
  const column = reading.figures.find(({ slug }) => slug === denominator.slug);
  return {
    rule: 'mean',
    weight: ownIndicatorId(id, denominator.slug),
    label: words.byColumn(column?.label ?? denominator.slug),
  };
}
