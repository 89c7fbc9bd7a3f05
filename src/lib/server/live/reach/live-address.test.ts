import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLiveAddress } from './live-address.ts';
import { LiveError } from '../live-error.ts';
import { isLiveHost, LIVE_HOSTS } from './live-hosts.ts';

const FROM = new URL('https://data.arcep.fr/fixe/x.csv');

/** Pieces of addresses, put together in any order. */
const piece = fc.constantFrom(
  ...LIVE_HOSTS,
  ...['https:', 'http:', 'file:', '//', '/', '\\', '@', ':', '443', '.', '。', '#', '?', '%2e', '%00', '\t'],
  ...['127.0.0.1', '[::1]', 'localhost', 'example.com', '0x7f.1', 'x', 'é', ' '],
);

it('whatever is written, an address that is taken is https at a listed host, with no port and no name', () => {
  let taken = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { minLength: 1, maxLength: 7 }).map((parts) => parts.join('')),
        fc.string(),
      ),
      fc.boolean(),
      (text, isRelative) => {
        let url: URL;
        try {
          url = readLiveAddress(text, isRelative ? FROM : undefined);
        } catch (cause) {
          if (cause instanceof LiveError) return;
          throw cause;
        }
        taken++;
        expect(url.protocol).toBe('https:');
        expect(isLiveHost(url.host), url.href).toBe(true);
        expect([url.username, url.password, url.port, url.hash]).toEqual(['', '', '', '']);
        // Read again as it was understood, it is the same.
        expect(readLiveAddress(url.href).href).toBe(url.href);
      },
    ),
    { numRuns: 5_000, seed: 8 },
  );
  expect(taken).toBeGreaterThan(50);
});
