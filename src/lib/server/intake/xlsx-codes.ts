import { localName, type XmlListener } from './read-xml.ts';

/** A format that shows leading zeros and nothing else: « 00000 » for postal codes. */
const CODE_FORMAT = /^"?(0{2,20})"?$/;

/**
 * Listens to the styles of an XLSX: how many digits each cell style shows when its format is that of a
 * code. The library that reads cells gives 1001 where the person sees « 01001 ».
 */
export class XlsxCodes implements XmlListener {
  /** Digits by the number of a cell style. */
  readonly digits = new Map<number, number>();
  readonly #formats = new Map<string, number>();
  #inCells = false;
  #style = 0;

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    const name = localName(tag);
    if (name === 'cellXfs') this.#inCells = true;
    else if (name === 'numFmt') {
      const zeros = CODE_FORMAT.exec(attributes.formatCode ?? '')?.[1];
      if (zeros) this.#formats.set(attributes.numFmtId ?? '', zeros.length);
    } else if (name === 'xf' && this.#inCells) {
      const digits = this.#formats.get(attributes.numFmtId ?? '');
      if (digits !== undefined) this.digits.set(this.#style, digits);
      this.#style++;
    }
  }

  close(tag: string): void {
    if (localName(tag) === 'cellXfs') this.#inCells = false;
  }
}
