import { fibre } from './connection.ts';
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
  elders,
  diplomas,
  places,
  farPeople,
];

/** What stands out in a territory: one sentence a rule that has something to say. */
export const findingsOf = (portrait: Portrait, numerals: Numerals): Finding[] =>
  RULES.map((rule) => rule(portrait, numerals)).filter((finding) => finding !== null);
