import { live } from '../../../messages/live.ts';
import { LiveError } from '../live-error.ts';
import { isLiveHost } from './live-hosts.ts';

/** Longest address that is read: those of the catalogue take 200 characters, signed ones of a store 1,500. */
const LONGEST = 4_000;

/** An address that is shown in a sentence: no longer than a line. */
const shown = (text: string): string => {
  const plain = text.replace(/[^\x21-\x7e\u00a1-\ufffd ]/gu, '·');
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
};

/** The host as it is written: what stands between « // » and the path, before anything is made of it. */
const writtenHost = (text: string): string => /^https:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';

/**
 * An address from which a file may be asked: https, a listed host written plainly, no port, no name or
 * password. A place to go on to (`from`) may be relative. Throws a `LiveError` that says what is wrong.
 */
export function readLiveAddress(text: string, from?: URL): URL {
  if (text.length > LONGEST || /[\s\\\p{Cc}]/u.test(text) || !URL.canParse(text, from?.href))
    throw new LiveError('address', live.notAnAddress(shown(text)));
  const url = new URL(text, from?.href);
  if (url.protocol !== 'https:') throw new LiveError('address', live.notHttps(shown(text)));
  // « https://liste.fr@ailleurs », « https://liste。fr » and the like: one who writes so has something to hide.
  const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//');
  const written = text.startsWith('//') ? writtenHost(`https:${text}`) : writtenHost(text);
  if (!isLiveHost(url.host) || (isAbsolute && written.toLowerCase() !== url.host))
    throw new LiveError('address', live.notListed(shown(url.host || text)));
  if (url.username !== '' || url.password !== '' || url.port !== '')
    throw new LiveError('address', live.notListed(shown(text)));
  url.hash = '';
  return url;
}
