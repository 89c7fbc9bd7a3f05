import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { classify } from '#lib/domain/classify/classification.ts';
import { crossClassifications } from '#lib/domain/classify/crossing.ts';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import { emptyColumn, setCell } from '#lib/domain/indicators/column.ts';
import { known, SECRET } from '#lib/domain/indicators/value.ts';
import { indicatorClassLabels } from '#lib/format/class-label.ts';
import { formatValue } from '#lib/format/figure.ts';
import { classColours } from '#lib/styles/class-colours.ts';
import type { ShownLayer } from '../layers/layer.ts';
import { CROSSING_COLOURS } from '#lib/styles/crossing-colours.ts';
import { axisOf, crossingLegend, squareLabels } from './crossing-words.ts';
import CrossingLegend from './CrossingLegend.svelte';
import Legend from '#lib/stage/Legend.svelte';
import { indicatorLegend } from './legend-words.ts';

function shownOf(id: string, values: (number | null)[]): ShownLayer {
  const subject = indicator(id);
  const column = emptyColumn(values.length);
  values.forEach((value, i) => setCell(column, i, value === null ? SECRET : known(value)));
  const classification = classify(column, subject, { method: 'quantile', classes: 3 });
  return {
    painting: {
      level: 'commune',
      classification,
      colours: classColours(subject, classification),
      labels: indicatorClassLabels(subject, classification),
    },
    legend: indicatorLegend(subject, 'commune', classification, 3),
    measure: { subject, column },
    crossing: null,
    format: (value) => formatValue(subject, value),
    describe: (_, name) => ({ name, figure: '', class: null, state: null, notes: [] }),
  };
}

const first = shownOf('niveau-de-vie-median', [18_000, 18_500, 21_000, 21_500, 26_000, 27_000, null]);
const second = shownOf('fibre-2026', [40, 45, 80, 81, 98, 99, 50]);

function crossed(): ShownLayer {
  const classes = crossClassifications(
    { classification: first.painting.classification, worse: 'low' },
    { classification: second.painting.classification, worse: 'low' },
  );
  const [across, up] = [axisOf(first, classes.steps.first), axisOf(second, classes.steps.second)];
  return {
    ...first,
    painting: {
      level: 'commune',
      classification: classes,
      colours: CROSSING_COLOURS,
      labels: squareLabels(across, up),
    },
    legend: crossingLegend(first.legend, second.legend),
    measure: null,
    crossing: { classes, first, second },
  };
}

it('each class of a legend is a button that brings its territories forward, and its bars', async () => {
  const [ontouch, onpin] = [vi.fn(), vi.fn()];
  const { classification, colours, labels } = first.painting;
  const { container } = await render(Legend, {
    ...first.legend,
    classification,
    colours,
    labels,
    levels: 'communes',
    format: first.format,
    active: 2,
    pinned: 2,
    marks: [{ value: 21_000, kind: 'selected' as const }],
    ontouch,
    onpin,
  });
  const rows = page.getByRole('list', { name: 'Territoires par classe' }).getByRole('button');
  await expect.element(rows.nth(2)).toHaveAttribute('aria-pressed', 'true');
  (rows.nth(0).element() as HTMLElement).focus();
  expect(ontouch).toHaveBeenLastCalledWith(0);
  await userEvent.keyboard('{Enter}');
  expect(onpin).toHaveBeenCalledExactlyOnceWith(0);
  expect(container.querySelectorAll('rect.back').length).toBeGreaterThan(0);
  expect(container.querySelectorAll('.mark.selected')).toHaveLength(1);
});

it('each square of a crossing says its territories and people, and arrows go from one to the next', async () => {
  const [ontouch, onpin] = [vi.fn(), vi.fn()];
  const shown = crossed();
  await render(CrossingLegend, {
    shown,
    legend: shown.legend,
    level: { one: 'commune', many: 'communes' },
    populations: Float64Array.of(100, 50, 200, 400, 600, 700, 9_999),
    active: 8,
    ontouch,
    onpin,
  });
  const squares = page.getByRole('group', { name: 'Les neuf croisements' }).getByRole('button');
  expect(squares.elements()).toHaveLength(9);
  // Two communes are poor and without fibre; the one under secrecy has no square.
  const sentence =
    /2\scommunes, 150\shabitants\s: revenus parmi les plus bas et fibre parmi les moins présentes\./;
  await expect.element(page.getByRole('button', { name: sentence })).toBeVisible();
  await expect.element(page.getByRole('status')).toHaveTextContent(sentence);
  (squares.nth(0).element() as HTMLElement).focus();
  expect(ontouch).toHaveBeenLastCalledWith(6);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  await expect.element(squares.nth(2)).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  expect(ontouch).toHaveBeenLastCalledWith(5);
  await userEvent.keyboard(' ');
  expect(onpin).toHaveBeenCalledExactlyOnceWith(5);
  await expect.element(page.getByText('Secret statistique')).toBeVisible();
});
