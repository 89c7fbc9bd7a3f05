const DAYS: Record<string, string> = {
  Mo: 'lundi',
  Tu: 'mardi',
  We: 'mercredi',
  Th: 'jeudi',
  Fr: 'vendredi',
  Sa: 'samedi',
  Su: 'dimanche',
  PH: 'jours fériés',
};

const RULE = /^((?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su|PH))*)\s+(.+)$/;
const RANGE = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/;

/** « 9 h », « 13 h 30 », with no-break spaces. */
const writeTime = (hour: string, minute: string): string =>
  `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`;

function writeDays(text: string): string {
  return text
    .split(',')
    .map((part) => {
      const [from, to] = part.split('-').map((day) => DAYS[day] ?? day);
      return to === undefined ? from : `${from} au ${to}`;
    })
    .join(', ');
}

function writeRanges(text: string): string | null {
  const ranges = text.split(',').map((range) => RANGE.exec(range.trim()));
  if (ranges.some((range) => range === null)) return null;
  return ranges
    .map((range) => {
      const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = range ?? [];
      return `${writeTime(fromHour, fromMinute)}–${writeTime(toHour, toMinute)}`;
    })
    .join(' et ');
}

/**
 * OSM opening hours as French reads them: « lundi au jeudi 9 h–12 h et 13 h 30–17 h ; vendredi
 * 9 h–12 h ». Only plain weekly rules are put into words; anything else is given back as it is,
 * rather than half translated.
 */
export function formatOpeningHours(hours: string): string {
  const rules = hours
    .split(';')
    .map((rule) => rule.trim())
    .filter(Boolean);
  const written: string[] = [];
  for (const rule of rules) {
    const [, days, rest] = RULE.exec(rule) ?? [];
    if (days === undefined || rest === undefined) return hours;
    if (rest === 'off' || rest === 'closed') {
      written.push(`${writeDays(days)} fermé`);
      continue;
    }
    const ranges = writeRanges(rest);
    if (ranges === null) return hours;
    written.push(`${writeDays(days)} ${ranges}`);
  }
  return written.join(' ; ');
}
