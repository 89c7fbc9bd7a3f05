/** Where clocks are not those of Paris, by département. */
const ZONES: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/Guadeloupe',
  '978': 'America/Guadeloupe',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
};
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A moment of an ordinary week: day 0 (Monday) to 6, minutes since midnight. */
export interface WeekMinute {
  day: number;
  minute: number;
}

function readClock(now: Date, timeZone: string): WeekMinute {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? '';
  return { day: DAYS.indexOf(part('weekday')), minute: 60 * Number(part('hour')) + Number(part('minute')) };
}

/** What clocks show at one moment, in a commune by its INSEE code; of Paris where it is unknown. */
export function localClocks(now: Date): (commune: string | null) => WeekMinute {
  const read = new Map<string, WeekMinute>();
  return (commune) => {
    const zone = ZONES[commune?.slice(0, 3) ?? ''] ?? 'Europe/Paris';
    const held = read.get(zone) ?? readClock(now, zone);
    read.set(zone, held);
    return held;
  };
}
