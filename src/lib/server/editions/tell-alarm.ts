import type { Alarm } from '../../domain/editions/alarms.ts';
import { findIndicator } from '../../domain/indicators/catalogue.ts';
import { formatValue } from '../../format/figure.ts';
import { formatNumber } from '../../format/number.ts';
import { editions } from '../../messages/editions.ts';

const words = editions.alarms;

/** What looks wrong in an edition, in a sentence. */
export function tellAlarm(alarm: Alarm): string {
  switch (alarm.kind) {
    case 'rows':
      return words.rows(formatNumber(alarm.after), formatNumber(alarm.before));
    case 'refused':
      return words.refused(formatNumber(alarm.refused), formatNumber(alarm.read));
    case 'figures':
      return words.figures(labelOf(alarm.indicator), formatNumber(alarm.vanished), formatNumber(alarm.known));
    case 'middle': {
      const { indicator, of, before, after } = alarm;
      return words[of](labelOf(indicator), written(indicator, before), written(indicator, after));
    }
    case 'places':
      return words.places(formatNumber(alarm.lost), formatNumber(alarm.places));
    case 'gaps':
      return words.gaps(formatNumber(alarm.before), formatNumber(alarm.after));
  }
}

const labelOf = (id: string): string => findIndicator(id)?.label ?? id;

function written(id: string, value: number): string {
  const found = findIndicator(id);
  return found ? formatValue(found, value) : formatNumber(value, 1);
}
