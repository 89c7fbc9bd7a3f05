/** Constants of FNV-1a on 64 bits (Fowler, Noll and Vo; draft-eastlake-fnv). */
const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** A text's FNV-1a hash on 64 bits, over its UTF-8 bytes: 16 hexadecimal digits. No secret is kept by it. */
export function fingerprint(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}
