import { text } from 'node:stream/consumers';
import { fromBuffer } from 'yauzl';

/** The parts of a workbook as text, by path: what the tests of its writer look at. */
export function partsOf(workbook: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(workbook, { lazyEntries: true }, (fault, archive) => {
      if (fault) return reject(fault);
      const parts = new Map<string, string>();
      archive.on('error', reject);
      archive.on('end', () => resolve(parts));
      archive.on('entry', (entry) => {
        archive.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken);
          text(stream).then((content) => {
            parts.set(entry.fileName, content);
            archive.readEntry();
          }, reject);
        });
      });
      archive.readEntry();
    });
  });
}
