import { fibre } from './connection.ts';
import { copper } from './copper.ts';
import type { Finding, Numerals, Rule } from './finding.ts';
import { farPeople, places } from './help.ts';
import { poverty, standardOfLiving } from './income.ts';
import { diplomas, elders, nobody } from './people.ts';
import type { Portrait } from './portrait.ts';

/** The rules of the report, in the order in which they are read. */
const RULES: readonly Rule[] = [
  nobody,
  standardOfLiving,
  poverty,
  fibre,
  copper,
  elders,
  diplomas,
  places,
  farPeople,
];

/** What stands out in a territory on a day (2026-11-26): one sentence a rule that has something to say. */
export const findingsOf = (portrait: Portrait, numerals: Numerals, today: string): Finding[] =>
  RULES.map((rule) => rule(portrait, numerals, today)).filter((finding) => finding !== null);
