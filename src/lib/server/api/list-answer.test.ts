import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Listed } from './endpoint.ts';
import { listEndpoint } from './endpoint.ts';
import { listResponse } from './list-answer.ts';

const endpoint = listEndpoint({
  id: 'lister',
  path: '/points',
  title: '',
  text: '',
  example: null,
  problems: [],
  params: z.strictObject({}),
  query: z.strictObject({}),
  row: z.object({ rang: z.int() }),
  geometry: 'points',
  list: () => {
    throw new Error('not asked');
  },
});

/** Rows whose places are asked for in parts, which are noted. */
function listed(count: number, text: string): { list: Listed<number>; parts: [number, number][] } {
  const parts: [number, number][] = [];
  const list: Listed<number> = {
    items: Array.from({ length: count }, (_, rank) => rank),
    rowOf: (rang) => ({ rang, text }),
    idOf: String,
    geometries: (some, among) => {
      parts.push([some.length, among]);
      return Promise.resolve(
        new Map(
          some
            .filter((rank) => rank > 0)
            .map((rank) => [String(rank), { type: 'Point', coordinates: [rank, 0] }]),
        ),
      );
    },
    sources: [],
    notes: [],
    name: 'points',
  };
  return { list, parts };
}

const url = new URL('https://maillage.test/api/v1/points?format=geojson&par_page=tous');

it.each([
  ['held', 1_203, ''],
  // Past what is held at once, it is sent as it is made.
  ['streamed', 1_203, 'x'.repeat(5_000)],
])(
  'every feature of a whole list is sent, its places asked for some at a time: %s',
  async (way, count, text) => {
    const { list, parts } = listed(count, text);
    const response = await listResponse(
      endpoint,
      list as Listed<unknown>,
      { page: 1, par_page: 'tous' },
      { format: 'geojson', url, edition: 3, today: '2026-11-26' },
    );
    expect(response.headers.has('content-length')).toBe(way === 'held');
    const { features, total, suivante } = (await response.json()) as {
      total: number;
      suivante: string | null;
      features: { id: string; properties: { rang: number }; geometry: { coordinates: number[] } | null }[];
    };
    expect([total, suivante]).toEqual([count, null]);
    expect(features.map(({ id }) => id)).toEqual(list.items.map(String));
    expect(features.map(({ geometry }) => geometry?.coordinates[0] ?? 0)).toEqual(list.items);
    expect(features[0]?.geometry).toBeNull();
    expect(parts).toEqual([
      [500, count],
      [500, count],
      [203, count],
    ]);
  },
);
