import type { CommuneFinder } from './locate.ts';
import { WEEKDAYS } from './opening-week.ts';
import type { Stop } from './place.ts';
import { weekToOsm } from './week.ts';

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** Between the parts of a line: day and hours, place, commune. */
const PART = '|';

/** What was typed about stops: those that are understood, and why others are not, in French. */
export interface StopsReading {
  stops: Stop[];
  problems: string[];
}

/** « mercredi 9h-12h » as OSM writes it: « We 09:00-12:00 »; `null` when it is not read. */
function readWhen(text: string): string | null {
  const [day = '', ...rest] = text.trim().split(/\s+/);
  const at = DAYS.indexOf(day.toLowerCase().replace(/s$/, ''));
  const hours = weekToOsm([rest.join(' ')]);
  return at < 0 || hours === null ? null : hours.replace(/^Mo/, WEEKDAYS[at] as string);
}

/**
 * Reads the stops of an itinerant place, one a line: « mercredi 9h-12h | Place du marché | 38190 Froges ».
 * A line that is not understood is told and left out; a stop stands at the centre of its commune.
 */
export function readStops(text: string, finder: Pick<CommuneFinder, 'find'>): StopsReading {
  const reading: StopsReading = { stops: [], problems: [] };
  for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== '')) {
    const [when = '', name = '', town = ''] = line.split(PART).map((part) => part.trim());
    const hours = readWhen(when);
    const [, postcode = '', rest = ''] = /^(\d{5})?\s*(.*)$/.exec(town) ?? [];
    const commune = finder.find({ code: '', postcode, town: rest, lat: null, lon: null });
    if (hours === null || name === '' || !commune) {
      const why = hours === null ? 'le jour et les heures' : name === '' ? 'le nom de l’arrêt' : 'la commune';
      reading.problems.push(
        `« ${line.trim().slice(0, 80)} » : ${why} ne se lit pas. Écrivez par exemple : mercredi 9h-12h | Place du marché | 38190 Froges`,
      );
      continue;
    }
    reading.stops.push({ name, commune: commune.code, lat: commune.lat, lon: commune.lon, hours });
  }
  return reading;
}

/** Stops as they are typed; `communeName` gives « 38190 Froges » of a code. */
export const writeStops = (stops: readonly Stop[], communeName: (code: string) => string): string =>
  stops
    .map(({ name, commune, hours }) => {
      const [code = '', ...ranges] = hours.split(' ');
      const day = DAYS[(WEEKDAYS as readonly string[]).indexOf(code)] ?? '';
      const when = `${day} ${ranges.join(' ').replaceAll(',', ' / ')}`;
      return [when, name, commune === null ? '' : communeName(commune)].join(` ${PART} `);
    })
    .join('\n');
