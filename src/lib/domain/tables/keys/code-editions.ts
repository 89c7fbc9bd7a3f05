import { SPLITS } from '../../territory/splits.ts';
import type { Territories } from '../../territory/territories.ts';
import type { CodeEdition } from '../join/report.ts';

/**
 * Codes of communes that ceased, and that came, on 1 January of each year. From the lists of the code
 * officiel géographique (Insee) of 2021 to 2026, each compared with the one before.
 */
const CHANGES: readonly { year: number; gone: string; came: string }[] = [
  { year: 2022, gone: '02695 16010 19092 24089 24314 25134 25628 26219 56049 85307', came: '' },
  {
    year: 2023,
    gone: '01039 02077 09255 16140 27058 50015 51063 51637 71492 85037 85053',
    came: '27676',
  },
  {
    year: 2024,
    gone: '08294 16355 18131 25282 25549 35112 49321 64541 69152 85041 85271 86231 95282',
    came: '60694 85165 85212',
  },
  {
    year: 2025,
    gone:
      '01330 02311 08300 09287 12076 14011 14300 14623 16147 16226 16238 17334 19223 19230 22027 22043 22200 ' +
      '22309 23023 25297 25303 25347 25398 25533 25620 26371 28025 28276 30094 32067 32260 32413 33409 34093 ' +
      '39474 39548 42072 42109 42252 46217 49069 51205 59070 61017 61188 61192 61310 62461 62549 62743 63330 ' +
      '69159 70264 70530 70557 71131 72287 72298 76358 79060 79180 79205 79212 80830 85021 85233 88393 93059',
    came: '12218 14581 15031 15035 15047 15171 49126 69114',
  },
];

/** The first and the last edition that are told apart. */
const FIRST = 2021;
const LAST = 2026;

/** Above this share of the communes of today, what a table lacks says as much as what it has. */
const NEARLY_ALL = 0.9;

const yearsOf = (pick: 'gone' | 'came'): ReadonlyMap<string, number> =>
  new Map(CHANGES.flatMap((change) => change[pick].split(' ').map((code) => [code, change.year] as const)));

/** Mergers told one by one; the others are only counted. */
const MOST_TOLD = 200;

/**
 * The edition that explains the most of some codes of communes (cleaned, current or not), with the mergers
 * and the splits since. Where several explain as many, from the first to the last of them; `from` is
 * `null` where editions before 2021 explain them too.
 */
export function detectEdition(codes: ReadonlySet<string>, territories: Territories): CodeEdition {
  const gone = yearsOf('gone');
  const came = yearsOf('came');
  const merged: CodeEdition['merged'][number][] = [];
  let mergedCount = 0;
  let known = 0;
  /** Codes that each edition from 2020 (« 2020 or before ») has. */
  const explained = new Array<number>(LAST - FIRST + 2).fill(0);
  for (const code of codes) {
    const isCurrent = territories.get('commune', code) !== undefined;
    const former = isCurrent ? undefined : territories.former(code);
    const successor = former && territories.get('commune', former.current);
    if (!isCurrent && !successor) continue;
    if (isCurrent) known++;
    if (former && successor) {
      mergedCount++;
      merged.push({ code, name: former.name, current: successor.code, currentName: successor.name });
    }
    const until = isCurrent ? LAST : (gone.get(code) ?? FIRST) - 1;
    const since = isCurrent ? (came.get(code) ?? FIRST - 1) : FIRST - 1;
    for (let year = since; year <= until; year++) (explained[year - FIRST + 1] as number)++;
  }
  const whole = known / Math.max(1, territories.all('commune').length) >= NEARLY_ALL;
  const split = [...SPLITS].flatMap(([parent, children]) => {
    const held = territories.get('commune', parent);
    if (!held || !codes.has(parent) || children.some((child) => codes.has(child))) return [];
    return territories.get('commune', children[0] ?? '') ? [{ code: parent, name: held.name }] : [];
  });
  if (whole)
    for (const { code } of split) {
      const year = came.get(SPLITS.get(code)?.[0] ?? '') ?? FIRST;
      for (let later = year; later <= LAST; later++) (explained[later - FIRST + 1] as number)--;
    }
  const best = Math.max(...explained);
  const years = explained.flatMap((count, at) => (count === best ? [FIRST - 1 + at] : []));
  const [from = FIRST - 1] = years;
  const inOrder = merged.sort((a, b) => (a.code < b.code ? -1 : 1)).slice(0, MOST_TOLD);
  return {
    from: best === 0 || from < FIRST ? null : from,
    to: best === 0 ? null : (years.at(-1) ?? null),
    merged: inOrder,
    mergedCount,
    split,
  };
}
