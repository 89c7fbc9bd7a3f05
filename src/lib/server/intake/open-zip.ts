import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { IntakeError } from './intake-error.ts';
import { MAX_INFLATED_BYTES, MAX_ZIP_ENTRIES, MAX_ZIP_RATIO, RATIO_FROM_BYTES } from './limits.ts';
import { refusals } from './refusals.ts';

/** Fixed part of the header that stands before the content of an entry. */
const LOCAL_HEADER_BYTES = 30;

/** Methods: stored, deflated. */
const METHODS: readonly number[] = [0, 8];

/** A zip whose directory was checked: what is inflated is counted, and stops past the limit. */
export class CheckedZip {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #most: number;
  #inflated = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, most: number) {
    this.#zip = zip;
    this.#entries = entries;
    this.#most = most;
  }

  /**
   * Reads the directory, and inflates nothing. Throws an `IntakeError` when the archive is broken, has
   * entries that overlap or share a name, or declares more than the limits allow; `most` is what all of it
   * may take once inflated.
   */
  static async open(bytes: Buffer, most: number = MAX_INFLATED_BYTES): Promise<CheckedZip> {
    try {
      const zip = await fromBufferPromise(bytes);
      if (zip.entryCount > MAX_ZIP_ENTRIES) throw refusals.bomb(`${zip.entryCount} éléments`);
      const entries = await listEntries(zip);
      checkSizes(entries, most);
      checkPlaces(entries);
      const named = new Map(entries.map((entry) => [entry.fileName, entry]));
      if (named.size < entries.length) throw refusals.brokenZip('deux éléments du même nom');
      return new CheckedZip(zip, named, most);
    } catch (cause) {
      throw cause instanceof IntakeError ? cause : refusals.brokenZip(cause);
    }
  }

  /** Names of its entries, folders included, in the order of the directory. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Bytes that an entry declares; 0 when it is not there. */
  sizeOf(name: string): number {
    return this.#entries.get(name)?.uncompressedSize ?? 0;
  }

  /** An entry as it is inflated. Throws an `IntakeError` when it is absent, encrypted, broken or too large. */
  async *read(name: string, maxBytes = this.#most): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (!entry) throw refusals.brokenZip(`${name} manque`);
    if (entry.isEncrypted()) throw refusals.encrypted();
    if (!METHODS.includes(entry.compressionMethod)) throw refusals.brokenZip('compression inconnue');
    let read = 0;
    try {
      const stream: AsyncIterable<Buffer> = await this.#zip.openReadStreamPromise(entry);
      for await (const chunk of stream) {
        read += chunk.length;
        this.#inflated += chunk.length;
        if (read > maxBytes || this.#inflated > this.#most) throw refusals.bomb(name);
        yield chunk;
      }
    } catch (cause) {
      throw cause instanceof IntakeError ? cause : refusals.brokenZip(cause);
    }
  }
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', reject);
    zip.readEntry();
  });
}

function checkSizes(entries: readonly Entry[], most: number): void {
  let total = 0;
  for (const { uncompressedSize, compressedSize, fileName } of entries) {
    total += uncompressedSize;
    if (total > most) throw refusals.bomb('taille annoncée');
    if (uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * MAX_ZIP_RATIO)
      throw refusals.bomb(`${fileName} se dilate plus de ${MAX_ZIP_RATIO} fois`);
  }
}

/** Entries that share their bytes make a small file of any size (D. Fifield, A better zip bomb, 2019). */
function checkPlaces(entries: readonly Entry[]): void {
  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const { relativeOffsetOfLocalHeader: start, fileNameLength, compressedSize } of sorted) {
    if (start < end) throw refusals.brokenZip('des éléments se recouvrent');
    end = start + LOCAL_HEADER_BYTES + fileNameLength + compressedSize;
  }
}
