import { describe, expect, it } from 'vitest';
import { fromBuffer, type Entry } from 'yauzl';
import { zip } from './zip.ts';

/** Every entry of an archive, read by an independent reader that checks sizes and checksums. */
function unzip(archive: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true }, (error, file) => {
      if (error || !file) return reject(error ?? new Error('no archive'));
      const found = new Map<string, string>();
      file.on('error', reject);
      file.on('end', () => resolve(found));
      file.on('entry', (entry: Entry) => {
        file.openReadStream(entry, (failure, stream) => {
          if (failure || !stream) return reject(failure ?? new Error('no stream'));
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            found.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
            file.readEntry();
          });
        });
      });
      file.readEntry();
    });
  });
}

describe('the zip writer', () => {
  it('writes archives that another reader opens', async () => {
    const long = 'été;'.repeat(10_000);
    const archive = await zip([
      { name: 'first.CSV', data: Buffer.from(long) },
      { name: 'second.CSV', data: Buffer.from('a;b\r\n') },
      { name: 'empty.CSV', data: Buffer.alloc(0) },
    ]);
    const files = await unzip(archive);
    expect([...files.keys()]).toEqual(['first.CSV', 'second.CSV', 'empty.CSV']);
    expect(files.get('first.CSV')).toBe(long);
    expect(files.get('second.CSV')).toBe('a;b\r\n');
    expect(files.get('empty.CSV')).toBe('');
    expect(archive.length).toBeLessThan(1500);
  });

  it('gives the same bytes for the same content', async () => {
    const entries = [{ name: 'x', data: Buffer.from('hello') }];
    expect(await zip(entries)).toEqual(await zip(entries));
  });
});
