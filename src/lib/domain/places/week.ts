const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'] as const;

/** One day as France services writes it: « 09:00 - 12:00 / 13:30 - 17:00 ». */
function readDay(text: string): string | null {
  const ranges = [...text.matchAll(/(\d{1,2})\s*[:h]\s*(\d{2})?\s*-\s*(\d{1,2})\s*[:h]\s*(\d{2})?/gi)].map(
    ([, fromHour = '', fromMinute, toHour = '', toMinute]) =>
      `${fromHour.padStart(2, '0')}:${fromMinute ?? '00'}-${toHour.padStart(2, '0')}:${toMinute ?? '00'}`,
  );
  return ranges.length === 0 ? null : ranges.join(',');
}

/**
 * The week of a France services structure, Monday to Saturday, as OSM opening hours:
 * « Mo-Th 09:00-12:00,13:30-17:00; Fr 09:00-12:00 ». `null` when no day could be read.
 */
export function weekToOsm(days: readonly string[]): string | null {
  const runs: { from: number; to: number; hours: string }[] = [];
  days.slice(0, DAYS.length).forEach((text, day) => {
    const hours = readDay(text);
    if (hours === null) return;
    const last = runs.at(-1);
    if (last && last.to === day - 1 && last.hours === hours) last.to = day;
    else runs.push({ from: day, to: day, hours });
  });
  if (runs.length === 0) return null;
  return runs
    .map(({ from, to, hours }) => `${from === to ? DAYS[from] : `${DAYS[from]}-${DAYS[to]}`} ${hours}`)
    .join('; ');
}
