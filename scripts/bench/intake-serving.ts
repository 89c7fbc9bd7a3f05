import { ensureBuild } from '../platform/build.mjs';
import { runApart } from './child.ts';

/**
 * How other pages of a real server answer while hostile files, then a list of 100,000 places, come in
 * through its own pages: milliseconds at the median, p95 and worst, beside those of a server at rest.
 */
export async function benchIntakeServing(): Promise<object> {
  await ensureBuild();
  return runApart('intake-serving-child.ts');
}
