import { ACTOR_ROLES } from '../record/item-kind.ts';
import { orNull, ownPassage, tableOf, tallied } from './blocks.ts';
import type { Block } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

/** Who helps, with what, where. */
export function actorsBlocks(input: ReportInput): Block[] {
  const { strategy, voice, names } = input;
  const { actors } = strategy;
  if (actors.length === 0) return [];
  const byRole = ACTOR_ROLES.map((role) => {
    const count = actors.filter((one) => one.role === role).length;
    return [count, `${voice.number(count)} « ${voice.labels.role[role]} »`] as const;
  });
  return [
    ownPassage(
      input,
      'acteurs.nombre',
      `La stratégie recense ${voice.count(actors.length, 'acteur')} : ${tallied(byRole)}.`,
    ),
    ...tableOf(
      input,
      'actors',
      [['name'], ['role'], ['offers'], ['communes'], ['places', 'number']],
      actors.map(({ name, role, offers, communes, places }) => [
        name || voice.untitled,
        voice.labels.role[role],
        orNull(offers),
        orNull(communes.map((code) => names.commune(code)).join(', ')),
        places.length === 0 ? null : places.length,
      ]),
    ),
  ];
}
