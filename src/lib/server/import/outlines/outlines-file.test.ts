import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFeatures, type FileFeature } from './outlines-file.ts';
import { JsonSplitter } from './outlines-split.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-outlines-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Buffer, name = 'communes.geojson'): Promise<FileFeature[]> {
  const path = join(folder, name);
  await writeFile(path, content);
  const features: FileFeature[] = [];
  for await (const feature of readFeatures(path)) features.push(feature);
  return features;
}

const collection = (features: unknown[], more: object = {}): string =>
  JSON.stringify({ type: 'FeatureCollection', crs: { properties: { name: 'a [{"b' } }, features, ...more });

describe('a feature collection', () => {
  it('is read feature by feature, however its bytes arrive', () => {
    const feature = fc.record({ type: fc.constant('Feature'), properties: fc.jsonValue(), id: fc.string() });
    fc.assert(
      fc.property(
        fc.array(feature),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(0, 2),
        (features, size, indent) => {
          const wanted = JSON.parse(JSON.stringify(features)) as unknown[];
          const bytes = Buffer.from(
            JSON.stringify({ type: 'FeatureCollection', bbox: [0, 1], features, name: '}' }, null, indent),
          );
          const splitter = new JsonSplitter('f');
          const parts: unknown[] = [];
          for (let at = 0; at < bytes.length; at += size) {
            for (const { text } of splitter.push(bytes.subarray(at, at + size))) parts.push(JSON.parse(text));
          }
          expect(parts).toEqual(wanted);
          expect((JSON.parse(splitter.end()) as { features: unknown[] }).features).toEqual(
            wanted.map(() => 0),
          );
        },
      ),
    );
  });

  it('may be gzipped, and gives the line each feature begins on', async () => {
    const text = `{"type":"FeatureCollection","features":[\n{"a":1},\n\n{"a":"é"}\n]}`;
    const features = await read(gzipSync(text), 'communes.geojson.gz');
    expect(features.map(({ rank, line, value }) => [rank, line, value])).toEqual([
      [1, 2, { a: 1 }],
      [2, 4, { a: 'é' }],
    ]);
  });

  it('may be empty', async () => {
    expect(await read(collection([]))).toEqual([]);
  });
});

describe('a bad file', () => {
  const bytes = gzipSync(collection([{ a: 1 }]));
  it.each([
    [
      'truncated gzip',
      bytes.subarray(0, bytes.length - 12),
      'c.geojson.gz',
      /c\.geojson\.gz : le fichier compressé est tronqué\. Attendu : le fichier entier/,
    ],
    ['not gzip', Buffer.from('{}'), 'c.geojson.gz', /la compression du fichier est abîmée/],
    [
      'truncated JSON',
      '{"type":"FeatureCollection","features":[\n{"a":1},{"a"',
      'c.geojson',
      /c\.geojson, ligne 2 : le JSON s’arrête avant la fin/,
    ],
    [
      'invalid feature',
      '{"type":"FeatureCollection","features":[\n{"a":01}]}',
      'c.geojson',
      /ligne 2 : le JSON n’est pas valide/,
    ],
    [
      'invalid text around',
      '{"type":"FeatureCollection" "features":[{}]}',
      'c.geojson',
      /le JSON n’est pas valide/,
    ],
    ['empty', '', 'c.geojson', /le JSON n’est pas valide/],
    [
      'another collection',
      '{"type":"Topology","features":[{}]}',
      'c.geojson',
      /n’est pas une collection d’objets géographiques/,
    ],
    [
      'features elsewhere',
      '{"type":"FeatureCollection","features":[],"more":[{}]}',
      'c.geojson',
      /n’est pas une collection/,
    ],
    [
      'features that are none',
      '{"type":"FeatureCollection","features":[{},3]}',
      'c.geojson',
      /n’est pas une collection/,
    ],
    ['an array', '[{}]', 'c.geojson', /n’est pas une collection/],
    ['a table', 'code;nom\n'.repeat(200_000), 'c.geojson', /n’est pas une collection/],
    [
      'Latin 1',
      Buffer.from('{"type":"FeatureCollection","features":[{"nom":"Évry"}]}', 'latin1'),
      'c.geojson',
      /ligne 1 : le texte n’est pas en UTF-8/,
    ],
  ])('is told: %s', async (_, content, name, message) => {
    await expect(read(content, name)).rejects.toThrow(message);
  });

  it('is told: missing', async () => {
    await expect(readFeatures(join(folder, 'absent.geojson.gz')).next()).rejects.toThrow(
      /absent\.geojson\.gz : le fichier est introuvable\. Attendu : le fichier dans le dossier de données, sous ce nom/,
    );
  });
});
