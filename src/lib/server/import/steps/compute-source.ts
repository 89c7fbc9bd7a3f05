import { sourceNotice } from '../../../domain/indicators/source.ts';
import type { Territories } from '../../../domain/territory/territories.ts';
import type { Query } from '../../db/client.ts';
import { currentVersions, type DatasetVersion } from '../../queries/versions.ts';
import type { ComputedAdapter, Edition } from '../adapter.ts';
import { ImportError } from '../import-error.ts';
import { writeComputed } from '../write/write-computed.ts';
import { writeVersion } from '../write/write-version.ts';
import { fingerprintOfInputs } from './fingerprint.ts';
import { loadedOutcome, type LoadOutcome } from './load-outcome.ts';

/** What computing needs of the load that it is part of. */
export interface Computing {
  territories: () => Promise<Territories>;
  now: () => Date;
}

/** Computes a source from the others as they now stand; they say whether anything changed. */
export async function computeSource(
  query: Query,
  adapter: ComputedAdapter,
  { territories: read, now }: Computing,
): Promise<LoadOutcome> {
  const { id: source, inputs, inputsIfLoaded = [] } = adapter;
  const startedAt = now();
  const versions = new Map((await currentVersions({ query })).map((version) => [version.source, version]));
  const missing = inputs.filter((input) => !versions.has(input));
  if (missing.length > 0 && adapter.optional) return { source, outcome: 'absent' };
  if (missing.length > 0)
    throw new ImportError('des sources dont il dépend ne sont pas chargées', {
      file: sourceNotice(source).title,
      expected: missing.map((input) => sourceNotice(input).title).join(', '),
    });
  const used = [...inputs, ...inputsIfLoaded].flatMap((input) => versions.get(input) ?? []);
  const print = fingerprintOfInputs(adapter, used);
  if (versions.get(source)?.fingerprint === print.fingerprint) return { source, outcome: 'unchanged' };
  const territories = await read();
  const computed = await adapter.compute(query, territories);
  const provenance = {
    source,
    origin: 'calculé par Maillage',
    ...print,
    demonstration: used.some((version) => version.demonstration),
    fetchedAt: new Date(Math.max(...used.map((version) => version.fetchedAt.getTime()))),
    edition: editionOf(adapter, versions),
  };
  const counts = { rowsRead: computed.communes, rowsKept: computed.communes, refused: [] };
  await query.transaction(async (tx) => {
    const version = await writeVersion(tx, provenance, counts, startedAt, now());
    await writeComputed(tx, version, adapter, computed, territories);
  });
  return loadedOutcome(source, counts, startedAt, now());
}

/** The edition of what is computed: that of the input that makes it, where its file said it. */
function editionOf(
  { editionOf: source }: ComputedAdapter,
  versions: ReadonlyMap<string, DatasetVersion>,
): Edition | undefined {
  const version = source && versions.get(source);
  return version?.year ? { label: version.edition, year: version.year } : undefined;
}
