import { tagOf } from './http/etag.ts';
import type { Snapshot } from './queries/snapshot.ts';

/** What names a drawing of all the data for good: another edition, another database or another build has another. */
export const dataTag = ({ revision, versions }: Snapshot): string =>
  tagOf([revision, ...[...versions.values()].map(({ source, sha256 }) => `${source} ${sha256}`)]);
