import { ImportError } from '../import-error.ts';

export interface JsonPart {
  line: number;
  text: string;
}

/** Bytes over which what surrounds the features, or one feature, is no longer believable. */
const MOST_SHELL = 1 << 20;
const MOST_FEATURE = 1 << 26;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const NEW_LINE = 0x0a;

/**
 * Cuts the bytes of a JSON text into the objects that stand in an array of its root object (the
 * features of a collection) as they arrive, and keeps the rest, where each is replaced by 0.
 * Brackets and quotes only are followed; parsing the parts tells whether they are JSON.
 */
export class JsonSplitter {
  readonly #file: string;
  #shell: Buffer[] = [];
  #shellSize = 0;
  #part: Buffer[] = [];
  #partSize = 0;
  #partLine = 0;
  #line = 1;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** What opened depth 1, then depth 2. */
  readonly #opened = [0, 0];

  constructor(file: string) {
    this.#file = file;
  }

  /** The parts that end in these bytes. */
  *push(chunk: Buffer): Generator<JsonPart> {
    let start = 0;
    let inPart = this.#partLine > 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (byte === NEW_LINE) this.#line++;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.#inString = false;
      } else if (byte === QUOTE) {
        this.#inString = true;
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        if (!inPart && byte === OPEN_OBJECT && this.#inRootArray()) {
          this.#keepShell(chunk.subarray(start, i));
          this.#partLine = this.#line;
          start = i;
          inPart = true;
        }
        if (this.#depth < 2) this.#opened[this.#depth] = byte;
        this.#depth++;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        this.#depth--;
        if (inPart && this.#depth === 2) {
          this.#keepPart(chunk.subarray(start, i + 1));
          start = i + 1;
          inPart = false;
          yield this.#takePart();
        }
      }
    }
    if (inPart) this.#keepPart(chunk.subarray(start));
    else this.#keepShell(chunk.subarray(start));
  }

  /** What surrounds the parts. Throws when the text stops before its end. */
  end(): string {
    if (this.#depth > 0 || this.#inString) {
      throw new ImportError('le JSON s’arrête avant la fin', {
        file: this.#file,
        line: this.#line,
        expected: 'le fichier entier ; téléchargez-le de nouveau',
      });
    }
    return this.#decode(Buffer.concat(this.#shell), 1);
  }

  #inRootArray(): boolean {
    return this.#depth === 2 && this.#opened[0] === OPEN_OBJECT && this.#opened[1] === OPEN_ARRAY;
  }

  #keepShell(bytes: Buffer): void {
    this.#shellSize += bytes.length;
    if (this.#shellSize > MOST_SHELL) {
      throw new ImportError('le fichier n’est pas une collection d’objets géographiques', {
        file: this.#file,
        expected: 'un objet GeoJSON « FeatureCollection » avec ses « features »',
      });
    }
    this.#shell.push(Buffer.from(bytes));
  }

  #keepPart(bytes: Buffer): void {
    this.#partSize += bytes.length;
    if (this.#partSize > MOST_FEATURE) {
      throw new ImportError('un contour dépasse 64 Mo', { file: this.#file, line: this.#partLine });
    }
    this.#part.push(Buffer.from(bytes));
  }

  #takePart(): JsonPart {
    const part = { line: this.#partLine, text: this.#decode(Buffer.concat(this.#part), this.#partLine) };
    this.#part = [];
    this.#partSize = 0;
    this.#partLine = 0;
    this.#keepShell(Buffer.from('0'));
    return part;
  }

  #decode(bytes: Buffer, line: number): string {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      throw new ImportError('le texte n’est pas en UTF-8', {
        file: this.#file,
        line,
        expected: 'un fichier en UTF-8',
      });
    }
  }
}
