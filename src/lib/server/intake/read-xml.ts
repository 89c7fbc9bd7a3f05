import { SaxesParser } from 'saxes';
import { IntakeError } from './intake-error.ts';
import { MAX_TOKEN_BYTES, MAX_XML_DEPTH } from './limits.ts';
import { refusals } from './refusals.ts';

export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
  /** Whether what was wanted is known: the rest is not parsed. */
  done?(): boolean;
}

/** The name without its prefix: « x:row » is « row ». */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML as it comes, in UTF-8. Nothing is declared, expanded or fetched: a DOCTYPE is refused.
 * Throws an `IntakeError` when it is not well formed, or nested without end.
 */
export async function readXml(bytes: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ xmlns: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let depth = 0;
  // Bytes since something ended: a text, a tag, a comment without end costs its square to hold.
  let quiet = 0;
  const heard = (): void => {
    quiet = 0;
  };
  parser.on('doctype', () => {
    throw refusals.declaration();
  });
  parser.on('comment', heard);
  parser.on('processinginstruction', heard);
  parser.on('opentag', ({ name, attributes }) => {
    heard();
    if (++depth > MAX_XML_DEPTH) throw refusals.brokenWorkbook('trop de balises emboîtées');
    listener.open(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    heard();
    depth--;
    listener.close?.(name);
  });
  const text = (piece: string): void => {
    heard();
    listener.text?.(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    for await (const chunk of bytes) {
      quiet += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      if (quiet > MAX_TOKEN_BYTES) throw refusals.brokenWorkbook('texte ou balise sans fin');
      if (listener.done?.()) return;
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (cause) {
    throw cause instanceof IntakeError ? cause : refusals.brokenWorkbook(cause);
  }
}
