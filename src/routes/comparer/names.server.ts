import { keepTogether } from '#lib/format/typography.ts';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { formatCount } from '#lib/format/number.ts';
import { LEVEL_LABELS, formatName } from '#lib/format/territory.ts';
import { territoire as words } from '#lib/messages/territoire.ts';

/** A territory as this page names it. */
export interface Named {
  slug: string;
  name: string;
  level: string;
  /** « 156 140 habitants (2026) ». */
  population: string;
}

export const slugIn = ({ level, code }: Territory): string => slugOf(level, code);

export const named = (territory: Territory): Named => ({
  slug: slugIn(territory),
  name: formatName(territory),
  level:
    territory.level === 'france'
      ? ''
      : (territory.kind && words.kinds[territory.kind]) || LEVEL_LABELS[territory.level],
  population:
    territory.population === null
      ? words.populationUnknown
      : keepTogether(
          words.inhabitants(formatCount(territory.population, 'habitant'), indicator('population').year),
        ),
});
