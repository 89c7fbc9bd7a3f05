import { MAX_ELEMENT_CHARS, MAX_JSON_DEPTH } from './limits.ts';
import { refusals } from './refusals.ts';

/** The key whose list is the one, wherever it comes: that of GeoJSON. */
const FEATURES = 'features';

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Finds the objects of the list that a JSON text holds: the root itself, or a list under one of its keys
 * (`features` before any other, then the first). Objects are cut out and parsed one by one, so that no
 * file can fill the memory in a single parse, which V8 does not survive; the rest of the text, each
 * object of a list standing as 0 in it, is parsed at the end and must be JSON too.
 */
export class JsonList {
  /** Key of the list being given; `null` for the root, `undefined` before any. */
  key: string | null | undefined;
  readonly #onobject: (value: object, rank: number) => void;
  readonly #onrestart: () => void;
  #rest: string[] = [];
  #restChars = 0;
  #held: string[] = [];
  #heldChars = 0;
  #open: number[] = [];
  /** Depth of the list that the object being cut belongs to; 0 outside objects of a list. */
  #cutting = 0;
  #inString = false;
  #escaped = false;
  #name = '';
  #naming = false;
  #rank = 0;

  /** `onrestart`: a better list begins, what was given is to be forgotten. */
  constructor(onobject: (value: object, rank: number) => void, onrestart: () => void) {
    this.#onobject = onobject;
    this.#onrestart = onrestart;
  }

  /** Throws an `IntakeError` past the limits or where an object is no JSON. */
  write(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#inString) this.#goOn(code, text, at);
      else if (code === QUOTE) this.#startString();
      else if (code === OPEN || code === OPEN_LIST) {
        if (code === OPEN && this.#cutting === 0 && this.#isInList()) {
          this.#keepRest(text.slice(from, at));
          from = at;
          this.#cutting = this.#open.length;
        }
        this.#open.push(code);
        if (this.#open.length > MAX_JSON_DEPTH) throw refusals.deepJson();
      } else if (code === CLOSE || code === CLOSE_LIST) {
        this.#open.pop();
        if (this.#cutting > 0 && this.#open.length === this.#cutting) {
          this.#hold(text.slice(from, at + 1));
          from = at + 1;
          this.#give();
        }
      }
    }
    if (this.#cutting > 0) this.#hold(text.slice(from));
    else this.#keepRest(text.slice(from));
  }

  /** The text outside the objects, parsed. Throws an `IntakeError` when it is no JSON. */
  end(): unknown {
    if (this.#cutting > 0) throw refusals.brokenJson(this.#rank + 1, 'fichier incomplet');
    return parse(this.#rest.join(''), this.#rank);
  }

  #startString(): void {
    this.#inString = true;
    this.#naming = this.#open.length === 1;
    if (this.#naming) this.#name = '';
  }

  #goOn(code: number, text: string, at: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (code === BACKSLASH) this.#escaped = true;
    else if (code === QUOTE) this.#inString = false;
    // Enough to know a key from `features`.
    if (this.#inString && this.#naming && this.#name.length < 100) this.#name += text[at];
  }

  /** In the root list, or in a list directly under a key of the root. */
  #isInList(): boolean {
    const [root, under] = this.#open;
    if (this.#open.length === 1) return root === OPEN_LIST;
    return this.#open.length === 2 && root === OPEN && under === OPEN_LIST;
  }

  #give(): void {
    const key = this.#cutting === 1 ? null : this.#name;
    const text = this.#held.join('');
    [this.#held, this.#heldChars, this.#cutting] = [[], 0, 0];
    this.#keepRest('0');
    if (this.key === undefined) this.key = key;
    else if (key === FEATURES && this.key !== FEATURES) {
      [this.key, this.#rank] = [key, 0];
      this.#onrestart();
    }
    if (key === this.key) this.#onobject(parse(text, ++this.#rank) as object, this.#rank);
  }

  #hold(text: string): void {
    this.#held.push(text);
    this.#heldChars += text.length;
    if (this.#heldChars > MAX_ELEMENT_CHARS) throw refusals.longElement(this.#rank + 1);
  }

  #keepRest(text: string): void {
    this.#rest.push(text);
    this.#restChars += text.length;
    if (this.#restChars > MAX_ELEMENT_CHARS) throw refusals.notAList();
  }
}

function parse(text: string, rank: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refusals.brokenJson(Math.max(rank, 1), cause);
  }
}
