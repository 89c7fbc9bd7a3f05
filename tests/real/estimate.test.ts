import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { cellAt, type Column } from '../../src/lib/domain/indicators/column.ts';
import type { Cell } from '../../src/lib/domain/indicators/value.ts';
import { correlate, pairsOf } from '../../src/lib/domain/need/correlation.ts';
import { POOR_TO_PUBLISH } from '../../src/lib/domain/need/estimate/inputs.ts';
import { PUBLISHED_COUNTRY } from '../../src/lib/domain/need/estimate/published.ts';
import type { EstimateReport } from '../../src/lib/domain/need/estimate/report.ts';
import type { Level } from '../../src/lib/domain/territory/level.ts';
import { openDatabase, type Database } from '../../src/lib/server/db/client.ts';
import { povertyChecks } from '../../src/lib/server/queries/poverty-checks.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';

let database: Database;
let snapshot: Snapshot;
let report: EstimateReport;

beforeAll(async () => {
  database = openDatabase(inject('realDataUrl'));
  snapshot = await Snapshot.read(database);
  if (snapshot.povertyReport?.outcome !== 'estimated') throw new Error('the estimate was not computed');
  report = snapshot.povertyReport;
});

afterAll(() => database.close());

function column(indicator: string, level: Level = 'commune'): Column {
  const found = snapshot.column(indicator, level);
  if (!found) throw new Error(`no ${indicator} for ${level}`);
  return found;
}

function cells(indicator: string, level: Level = 'commune'): Cell[] {
  const found = column(indicator, level);
  return snapshot.territories.all(level).map(({ ordinal }) => cellAt(found, ordinal));
}

const count = (list: readonly Cell[], state: Cell['state']): number =>
  list.filter((cell) => cell.state === state).length;

const validation = (id: EstimateReport['validations'][number]['id']) => {
  const found = report.validations.find((entry) => entry.id === id);
  if (!found) throw new Error(`no validation ${id}`);
  return found;
};

describe('the poverty rate, estimated where it is withheld', () => {
  it('stands in for every secret, and only for them', () => {
    const published = cells('taux-de-pauvrete');
    const estimated = cells('taux-de-pauvrete-estime');
    expect(count(estimated, 'estimated')).toBe(count(published, 'secret'));
    expect(count(estimated, 'estimated')).toBe(30_442);
    published.forEach((cell, i) => {
      const now = estimated[i] as Cell;
      if (cell.state === 'secret') expect(now.state).toBe('estimated');
      else {
        expect(now.state).toBe(cell.state);
        if (cell.value !== null) expect(now.value).toBeCloseTo(cell.value, 1);
      }
    });
  });

  it('keeps every interval around its figure, and under what secrecy implies', () => {
    const people = column('personnes-fiscales-2021').values;
    const decile = column('premier-decile');
    let bounded = 0;
    cells('taux-de-pauvrete-estime').forEach((cell, i) => {
      if (cell.state !== 'estimated') return;
      const [low, high] = cell.interval as readonly [number, number];
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(cell.value as number);
      expect(cell.value).toBeLessThanOrEqual(high);
      expect(high).toBeLessThanOrEqual(100);
      if (Number.isNaN(decile.values[i] as number) || cellAt(decile, i).marks.includes('rolled')) return;
      bounded++;
      expect(high).toBeLessThanOrEqual((100 * POOR_TO_PUBLISH) / (people[i] as number) + 0.005);
    });
    expect(bounded).toBeGreaterThan(900);
  });

  it.each(['departement', 'taille', 'epci'] as const)('is judged fit: %s', (id) => {
    const { published, conditional, completed, naive } = validation(id);
    for (const trial of [published, conditional]) {
      expect(trial.coverage).toBeGreaterThan(0.87);
      expect(trial.coverage).toBeLessThan(0.94);
    }
    expect(completed.coverage).toBeGreaterThan(0.87);
    expect(published.mae).toBeLessThan(1.6);
    expect(published.mae).toBeLessThan(naive.mae / 3);
    expect(published.spearman).toBeGreaterThan(0.88);
    expect(naive.spearman).toBeLessThan(0.5);
    expect(Math.abs(completed.bias)).toBeLessThan(0.25);
  });

  it('covers groups too, put together from held-out communes', () => {
    for (const id of ['departement', 'taille', 'epci'] as const) {
      const { epci, departement } = validation(id);
      for (const trial of [epci, departement]) {
        expect(trial.coverage).toBeGreaterThan(0.85);
        expect(trial.mae).toBeLessThan(0.9);
      }
    }
  });

  it('lands by the published national rate, without being tuned on it', () => {
    const [france] = cells('taux-de-pauvrete-estime', 'france') as [Cell];
    expect(france.state).toBe('estimated');
    expect(Math.abs((france.value as number) - PUBLISHED_COUNTRY)).toBeLessThan(0.5);
    expect(france.value).toBeCloseTo(report.country.value, 1);
    expect(Math.abs(report.mainland.value - PUBLISHED_COUNTRY)).toBeLessThan(0.2);
  });

  it('finds the rates of régions that it never read', () => {
    const { regions } = povertyChecks(snapshot);
    expect(regions).toHaveLength(4);
    for (const { value, published } of regions) expect(Math.abs(value - published)).toBeLessThan(0.25);
  });

  it('leaves no EPCI nor département « non calculable » for secrecy', () => {
    expect(count(cells('taux-de-pauvrete', 'departement'), 'incomplete')).toBeGreaterThan(80);
    expect(count(cells('taux-de-pauvrete-estime', 'departement'), 'incomplete')).toBe(0);
    // Three EPCI hold communes split since, which no source describes.
    expect(count(cells('taux-de-pauvrete-estime', 'epci'), 'incomplete')).toBeLessThanOrEqual(3);
    const creuse = snapshot.territories.get('departement', '23');
    const cell = cellAt(column('taux-de-pauvrete-estime', 'departement'), creuse?.ordinal ?? -1);
    expect(cell.state).toBe('estimated');
    expect(cell.value).toBeGreaterThan(16);
    expect(cell.value).toBeLessThan(22);
  });

  it('leaves Guadeloupe, Guyane and Mayotte as the source does', () => {
    for (const code of ['971', '973', '976']) {
      const territory = snapshot.territories.get('departement', code);
      expect(cellAt(column('taux-de-pauvrete-estime', 'departement'), territory?.ordinal ?? -1).state).toBe(
        'absent',
      );
    }
  });

  it('follows the standard of living under secrecy, where the published score cannot', () => {
    const { median } = povertyChecks(snapshot);
    expect(median?.published.spearman).toBeLessThan(-0.8);
    expect(Math.abs(median?.ifnWithheld.spearman ?? 1)).toBeLessThan(0.1);
    expect(median?.estimateWithheld.spearman).toBeLessThan(-0.7);
  });

  it('counts people by the same rate', () => {
    const rate = column('taux-de-pauvrete-estime').values;
    const people = column('personnes-fiscales-2021').values;
    const poor = column('personnes-pauvres').values;
    const under65 = column('personnes-pauvres-moins-de-65-ans').values;
    rate.forEach((value, i) => {
      const expected = (value * (people[i] as number)) / 100;
      if (Number.isNaN(expected)) return;
      // The rate is kept to the hundredth of a point.
      expect(Math.abs((poor[i] as number) - expected)).toBeLessThan(0.06 + 0.00006 * (people[i] as number));
      if (!Number.isNaN(under65[i] as number))
        expect(under65[i]).toBeLessThanOrEqual((poor[i] as number) + 0.05);
    });
    const { spearman } = correlate(pairsOf(poor, under65));
    expect(spearman).toBeGreaterThan(0.98);
  });
});
