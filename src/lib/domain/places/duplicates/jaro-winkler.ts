/** How much a shared start adds, and how many letters of it count (Winkler 1990). */
const PREFIX_SCALE = 0.1;
const PREFIX_LENGTH = 4;

/** Likeness of two words, 0 to 1: Jaro’s, raised by a shared start (Jaro 1989, Winkler 1990). */
export function jaroWinkler(first: string, second: string): number {
  if (first === second) return 1;
  const jaro = jaroOf(first, second);
  let prefix = 0;
  while (prefix < PREFIX_LENGTH && prefix < first.length && first[prefix] === second[prefix]) prefix++;
  return jaro + prefix * PREFIX_SCALE * (1 - jaro);
}

function jaroOf(first: string, second: string): number {
  const reach = Math.max(0, Math.floor(Math.max(first.length, second.length) / 2) - 1);
  const taken = new Uint8Array(second.length);
  const found: string[] = [];
  for (let i = 0; i < first.length; i++) {
    const end = Math.min(second.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= end; j++) {
      if (taken[j] === 1 || first[i] !== second[j]) continue;
      taken[j] = 1;
      found.push(first.charAt(i));
      break;
    }
  }
  if (found.length === 0) return 0;
  let at = 0;
  let moved = 0;
  for (let j = 0; j < second.length; j++) if (taken[j] === 1 && second[j] !== found[at++]) moved++;
  const n = found.length;
  return (n / first.length + n / second.length + (n - moved / 2) / n) / 3;
}
