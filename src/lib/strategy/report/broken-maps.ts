import type { PrintedMap } from '../../diagnosis/diagnosis.ts';
import type { Choropleth } from '../../charts/choropleth.ts';
import type { Fill } from '../../charts/fills.ts';
import { rapport } from '../../messages/rapport.ts';
import { MAP_NAMES } from './diagnosis-blocks.ts';
import type { ReportDrawings } from './report-drawings.ts';

/**
 * Titles of the maps that lack outlines: a path that is empty or holds what is no number, fewer territories drawn
 * than counted. A report with one is not produced. A diagnosis that has none of
 * its three maps was frozen without outlines.
 */
export function brokenMaps({ maps, sites }: ReportDrawings): string[] {
  const drawn = MAP_NAMES.flatMap((name) => maps?.[name] ?? []);
  return [
    ...(maps && drawn.length === 0 ? [rapport.broken.diagnosis] : []),
    ...drawn.filter(isBroken).map(({ title }) => title),
    ...(sites && (sites.drawn < sites.expected || !isDrawn(sites.figure.map)) ? [sites.title] : []),
  ];
}

/** Every territory that is drawn opens a path of its own: fewer than the legend counts, and some are not. */
function isBroken({ figure }: PrintedMap): boolean {
  const paths = [figure.map, ...figure.insets.map(({ map }) => map)].flatMap((map) => map.paths);
  const opened = (wanted: Fill): number =>
    paths.filter(({ fill }) => fill === wanted).reduce((sum, { d }) => sum + d.split('M').length - 1, 0);
  return !isDrawn(figure.map) || figure.entries.some(({ fill, count }) => opened(fill) < count);
}

const isDrawn = ({ paths, edges }: Choropleth): boolean =>
  paths.length > 0 &&
  [...paths, ...edges].every(({ d }) => d.length > 0 && !/NaN|Infinity|undefined/.test(d));
