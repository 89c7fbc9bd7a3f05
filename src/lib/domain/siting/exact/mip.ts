import type { Highs, Model } from 'highs';
import type { SitingInstance } from '../model/instance.ts';
import type { ExactAnswer } from '../solve.ts';

export interface MipOptions {
  /** Seconds after which the solver stops with what it has. */
  seconds: number;
  /** Sites of the instance whose cost is that given, to start from: nothing dearer is then searched. */
  start?: readonly number[] | null;
  /** Asked now and then while it runs. */
  stops?: () => boolean;
}

/** A mixed-integer model in rows, as HiGHS takes it. */
interface Rows {
  starts: number[];
  columns: number[];
  values: number[];
  least: number[];
  most: number[];
}

/**
 * Solves an instance exactly by HiGHS, in the radius formulation (García, Labbé and Marín 2011): for each
 * demand and each of its distinct costs, whether no open site serves it that cheaply. One row and one
 * continuous variable a level, as many coefficients as pairs: covering has one level a demand. Only costs
 * under `cost` are looked for. The bound is true even when it is stopped; no open sites are given when none better was met.
 */
export function solveExactly(
  highs: Highs,
  instance: SitingInstance,
  cost: number,
  { seconds, stops, start }: MipOptions,
): ExactAnswer {
  const { lists, rule, grain } = instance;
  const objective = new Array<number>(lists.siteCount).fill(0);
  const rows: Rows = { starts: [0], columns: [], values: [], least: [], most: [] };
  const constant = instance.offset + levelsOf(instance, objective, rows, highs.infinity);
  addRow(rows, Array.from(rule.prices.entries()), -highs.infinity, rule.budget);
  if (rule.kept) addRow(rows, Array.from(rule.kept.members.entries()), rule.kept.least, highs.infinity);
  const { continuous, integer } = highs.constants.variableType;
  return highs.withModel(
    {
      numCols: objective.length,
      numRows: rows.least.length,
      offset: constant,
      colCost: objective,
      colLower: new Float64Array(objective.length),
      colUpper: new Float64Array(objective.length).fill(1),
      rowLower: rows.least,
      rowUpper: rows.most,
      matrix: {
        format: 'csr',
        numRows: rows.least.length,
        numCols: objective.length,
        starts: rows.starts,
        indices: rows.columns,
        values: rows.values,
      },
      integrality: objective.map((_, column) => (column < lists.siteCount ? integer : continuous)),
    },
    (model: Model) => {
      model.options.set({
        output_flag: false,
        time_limit: seconds,
        mip_rel_gap: 0,
        mip_abs_gap: grain > 0 ? grain * 0.99 : 1e-6,
      });
      if (start) model.setSolution({ colValue: startOf(instance, start, objective.length) });
      model.run({
        [highs.constants.callbackType.mipInterrupt](event) {
          if (stops?.()) event.interrupt();
        },
      });
      return answerOf(highs, model, instance, cost);
    },
  );
}

/** Writes the levels of every demand; gives what they cost at the very least. */
function levelsOf({ lists }: SitingInstance, objective: number[], rows: Rows, infinity: number): number {
  let constant = 0;
  for (let i = 0; i < lists.demandCount; i++) {
    const end = lists.starts[i + 1] as number;
    let before = -1;
    for (let k = lists.starts[i] as number; k < end;) {
      const cost = lists.costs[k] as number;
      if (before < 0) constant += cost;
      const level = objective.length;
      const row: [number, number][] = [[level, 1]];
      for (; k < end && lists.costs[k] === cost; k++) row.push([lists.sites[k] as number, 1]);
      const next = k < end ? (lists.costs[k] as number) : (lists.bases[i] as number);
      objective.push(next - cost);
      // Not served so cheaply: by none of this level, and not by a cheaper one either.
      if (before >= 0) row.push([before, -1]);
      addRow(rows, row, before < 0 ? 1 : 0, infinity);
      before = level;
    }
    if (before < 0) constant += lists.bases[i] as number;
  }
  return constant;
}

function addRow(
  rows: Rows,
  entries: readonly (readonly [number, number])[],
  least: number,
  most: number,
): void {
  for (const [column, value] of entries) {
    if (value === 0) continue;
    rows.columns.push(column);
    rows.values.push(value);
  }
  rows.starts.push(rows.columns.length);
  rows.least.push(least);
  rows.most.push(most);
}

/** The value of every column with those sites open, in the order in which levels are written. */
function startOf({ lists }: SitingInstance, open: readonly number[], columns: number): Float64Array {
  const values = new Float64Array(columns);
  for (const j of open) values[j] = 1;
  let column = lists.siteCount;
  for (let i = 0; i < lists.demandCount; i++) {
    const end = lists.starts[i + 1] as number;
    let served = false;
    for (let k = lists.starts[i] as number; k < end;) {
      const cost = lists.costs[k] as number;
      for (; k < end && lists.costs[k] === cost; k++) served ||= values[lists.sites[k] as number] === 1;
      values[column++] = served ? 0 : 1;
    }
  }
  return values;
}

/** What the model ended with; a model with nothing under the cost given has that cost for bound. */
function answerOf(highs: Highs, model: Model, { lists }: SitingInstance, cost: number): ExactAnswer {
  const { modelStatus } = highs.constants;
  const status = model.getModelStatus();
  if (status === modelStatus.infeasible || status === modelStatus.objectiveBound)
    return { open: null, bound: cost };
  const bound = Number(model.info.get('mip_dual_bound'));
  const { colValue } = model.getSolution();
  const solved = colValue && model.getObjectiveValue() < cost - 1e-6 * Math.max(1, Math.abs(cost));
  const open = Array.from({ length: lists.siteCount }, (_, j) => j).filter((j) => (colValue?.[j] ?? 0) > 0.5);
  return {
    open: solved ? open : null,
    bound: status === modelStatus.optimal && !solved ? Math.max(bound, cost) : bound,
  };
}
