import { rounded } from './measure.ts';

/** Pages that others read meanwhile: a search, a directory, a ranking, a map, a text. */
const PATHS = ['/recherche?q=gre', '/territoires?q=gre', '/lieux?q=mairie', '/indices', '/carte', '/methode'];

/** Milliseconds between two requests: ten people who click once a second. */
const EVERY_MS = 100;

/** How long requests took, in milliseconds. */
export interface Answers {
  requests: number;
  medianMs: number;
  p95Ms: number;
  worstMs: number;
}

/**
 * Reads pages at a steady pace, whether the last was answered or not, while something goes on. Throws if
 * a page is refused.
 */
export async function visitWhile(url: string, act: () => Promise<void>): Promise<Answers> {
  const visits: Promise<number>[] = [];
  const timer = setInterval(() => {
    visits.push(visit(`${url}${PATHS[visits.length % PATHS.length]}`));
  }, EVERY_MS);
  try {
    await act();
  } finally {
    clearInterval(timer);
  }
  const times = (await Promise.all(visits)).sort((a, b) => a - b);
  const at = (share: number): number => rounded(times[Math.floor(share * (times.length - 1))] ?? 0);
  return { requests: times.length, medianMs: at(0.5), p95Ms: at(0.95), worstMs: at(1) };
}

async function visit(address: string): Promise<number> {
  const begun = performance.now();
  const response = await fetch(address);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return performance.now() - begun;
}
