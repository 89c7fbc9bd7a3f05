import { expect, it } from 'vitest';
import { ADAPTERS } from '../import/registry.ts';
import { readLiveAddress } from './reach/live-address.ts';
import { LIVE_HOSTS } from './reach/live-hosts.ts';
import { LIVE_SOURCES, liveSourceIds } from './live-sources.ts';
import { lastQuarters } from './find/quarter.ts';

const files = liveSourceIds().flatMap((source) =>
  (LIVE_SOURCES[source] ?? []).map((file, at) => ({ source, at, file })),
);

it('every address of a producer is one that may be asked', () => {
  for (const { file } of files) {
    const { place } = file;
    if (place.at === 'address' || place.at === 'quarter')
      expect(readLiveAddress(place.url.replaceAll('{AAAA_TN}', '2026_T1')).protocol).toBe('https:');
    if (place.at === 'resource') expect(place.id).toMatch(/^[0-9a-f-]{36}$/);
  }
});

it('every file bears a name that its adapter reads', () => {
  for (const { source, at, file } of files) {
    const { namedLike, otherFiles, files: own } = ADAPTERS[source];
    const names = otherFiles ?? own;
    const name = file.name
      .replace('{AAAA_TN}', '2026_T1')
      .replace('{title}', '2026T2-Commune')
      .replace('{kind}', file.kinds[0])
      .replace('{day}', '20261115');
    if (at === 0 && names[0] !== name) expect(name, source).toMatch(namedLike ?? /^$/);
    else expect(names[at], source).toBe(name);
  }
});

it('no column that is kept names or reaches a person', () => {
  for (const { file } of files)
    for (const column of file.columns ?? [])
      expect(column).not.toMatch(/contact|courriel|telephone|prenom|mail/);
});

it('no host is listed for nothing: data.gouv.fr keeps its files on three', () => {
  const asked = new Set(
    files.flatMap(({ file: { place } }) =>
      'url' in place ? [new URL(place.url).host] : ['www.data.gouv.fr'],
    ),
  );
  const stores = ['static.data.gouv.fr', 'object.data.gouv.fr', 'object.files.data.gouv.fr'];
  expect([...LIVE_HOSTS].sort()).toEqual([...asked, ...stores].sort());
});

it('quarters go back from the one under way, across the year', () => {
  expect(lastQuarters(new Date('2026-02-03T00:00:00Z'), 3)).toEqual(['2026_T1', '2025_T4', '2025_T3']);
});
