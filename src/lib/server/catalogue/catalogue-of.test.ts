import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { findIndicator, indicator, INDICATORS } from '../../domain/indicators/catalogue.ts';
import { CATALOGUE_ALONE } from '../../domain/indicators/catalogue-in-use.ts';
import type { OwnIndicator } from '../../domain/tables/own-indicator.ts';
import { ownSource } from '../../domain/tables/own-source.ts';
import type { TableInUse } from '../queries/tables-in-use.ts';
import type { DatasetVersion } from '../queries/versions.ts';
import { dependsOnReader, makeCatalogue, type Catalogued } from './catalogue-of.ts';
import { keptCatalogue, leftOut } from './kept-catalogue.ts';
import { withCatalogue } from './with-catalogue.ts';

const column = (id: string, value = 3) => ({
  indicator: id,
  level: 'commune',
  hash: 'a',
  counts: { value },
  version: 1,
});

const tableOf = (id: number, owner: string | null, shared: boolean, redistribute = shared): TableInUse => ({
  id,
  owner,
  shared,
  redistribute,
  name: `Tableau ${id}`,
  producer: 'Ville',
  licence: 'Licence Ouverte 2.0',
  edition: 'mai 2026',
  page: null,
  indicators: [
    {
      ...indicator('chomage'),
      id: `tableau-${id}-taux`,
      theme: 'tableaux',
      source: ownSource(id),
    } satisfies OwnIndicator,
  ],
});

const loaded: Catalogued = {
  tables: [
    tableOf(1, 'nord', false),
    tableOf(2, 'sud', false),
    tableOf(3, 'sud', true),
    tableOf(4, null, false),
  ],
  versions: new Map(),
  columns: [
    ...INDICATORS.map(({ id }) => column(id)),
    ...[1, 2, 3, 4, 5].map((id) => column(`tableau-${id}-taux`)),
  ],
};
const ids = (reader: string | null | undefined) =>
  makeCatalogue(loaded, reader).own.map(({ source }) => source);

describe('makeCatalogue', () => {
  it('gives each reader what is shared and what is theirs', () => {
    expect(ids('nord')).toEqual(['tableau-1', 'tableau-3']);
    expect(ids('sud')).toEqual(['tableau-2', 'tableau-3']);
    expect(ids(null)).toEqual(['tableau-3', 'tableau-4']);
    expect(ids(undefined)).toEqual(['tableau-3']);
    expect(dependsOnReader(loaded)).toBe(true);
    expect(dependsOnReader({ tables: [tableOf(3, 'sud', true)] })).toBe(false);
  });

  it('closes what is not for everybody, and lets its owner take it away', () => {
    const { closed, sources } = makeCatalogue(loaded, 'sud');
    expect(closed).toEqual(['tableau-2']);
    expect(sources.map(({ id, redistribute }) => [id, redistribute])).toEqual([
      ['tableau-2', true],
      ['tableau-3', true],
    ]);
    const kept = { ...loaded, tables: [tableOf(3, 'sud', true, false)] };
    expect(makeCatalogue(kept, 'sud').sources.map(({ redistribute }) => redistribute)).toEqual([false]);
  });

  it('leaves out what has no figure, and says what of the catalogue has none', () => {
    const held = { ...loaded, columns: [column('chomage'), column('tableau-3-taux', 0)] };
    const { own, unloaded } = makeCatalogue(held, undefined);
    expect(own).toEqual([]);
    expect(unloaded).toHaveLength(INDICATORS.length - 1);
    expect(makeCatalogue({ ...held, tables: [], columns: [] }, undefined)).toBe(CATALOGUE_ALONE);
  });

  it('takes the year and the edition that a version says', () => {
    const version = { edition: 'T1 2027', year: '2027' } as DatasetVersion;
    const { years, editions } = makeCatalogue(
      { tables: [], columns: loaded.columns, versions: new Map([['fibre-2026', version]]) },
      undefined,
    );
    expect(years).toEqual({ 'fibre-2026': '2027' });
    expect(editions).toEqual({ 'fibre-2026': 'T1 2027' });
  });
});

describe('keptCatalogue', () => {
  it('leaves out what others may not see, or not take away', () => {
    const held = { ...loaded, tables: [...loaded.tables, tableOf(5, 'sud', true, false)] };
    const kept = keptCatalogue(makeCatalogue(held, 'sud'));
    expect(kept.own.map(({ source }) => source)).toEqual(['tableau-3']);
    expect(kept.sources.map(({ id }) => id)).toEqual(['tableau-3']);
    const all = makeCatalogue(held, 'sud');
    const named = new Map(all.sources.map(({ id, title }) => [id, title]));
    expect(leftOut(all).sort()).toEqual([named.get('tableau-2'), named.get('tableau-5')].sort());
  });
});

describe('withCatalogue', () => {
  it('keeps two requests under way apart, and says nothing outside', async () => {
    const seen = (reader: string, pause: number) =>
      withCatalogue(makeCatalogue(loaded, reader), async () => {
        await setTimeout(pause);
        return [1, 2, 3].map((id) => findIndicator(`tableau-${id}-taux`) !== undefined);
      });
    expect(await Promise.all([seen('nord', 20), seen('sud', 5)])).toEqual([
      [true, false, true],
      [false, true, true],
    ]);
    expect(findIndicator('tableau-3-taux')).toBeUndefined();
  });
});
