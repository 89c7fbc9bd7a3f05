import type { Evidence } from './evidence.ts';
import type { Portrait } from './portrait.ts';

/**
 * Chance from which two records are merged without asking. On the pairs labelled by hand and not used
 * for the fit, no less than 98 in 100 above it are one place (docs/adr/0009-duplicates.md).
 */
export const MERGE_FROM = 0.8;
/** Chance from which a person is asked: under it, one labelled pair in twenty is one place. */
export const PROPOSE_FROM = 0.3;

type Sign = Exclude<keyof Evidence, 'metres'>;

/** Log-odds of two compared records before any evidence. */
const BASE = -2.2;

/**
 * Log-odds that each piece of evidence adds: logistic regression on one half of the labelled pairs,
 * drawn towards plain guesses so that what is rare in them (telephones, websites) keeps its sense.
 */
const WEIGHTS: Readonly<Record<Sign, number>> = {
  name: 2.8,
  nameElsewhere: 1.8,
  sameDoor: 3.6,
  sameDoorElsewhere: 1.7,
  otherDoor: -2.1,
  lodging: -2.1,
  sameAddress: 1.7,
  sameStreet: 1.4,
  otherNumber: -1,
  otherStreet: -1.9,
  hosted: 3.1,
  otherMode: -3.1,
  near: 0.2,
  far: -0.6,
  pivot: 1.7,
  phone: 1.6,
  host: 0.8,
  otherArea: -2,
};

const SIGNS = Object.keys(WEIGHTS) as Sign[];

/** Chance that two records are one place, 0 to 1, by what is held for and against it. */
export function likelihoodOf(evidence: Evidence): number {
  const odds = SIGNS.reduce((sum, sign) => sum + WEIGHTS[sign] * evidence[sign], BASE);
  return 1 / (1 + Math.exp(-odds));
}

/** A likeness of names from which it is worth saying. */
const LIKE_NAMES = 0.4;
/** Metres within which nearness is worth saying. */
const NEAR = 300;

/** Why two records look like one place, in French, the strongest first. */
export function reasonsOf(evidence: Evidence, { pivot }: Pick<Portrait, 'pivot'>): string[] {
  const likeness = evidence.name + evidence.nameElsewhere;
  const told: [string, boolean, number][] = [
    [
      likeness > 0.99 ? 'même nom' : 'noms proches',
      likeness >= LIKE_NAMES,
      gain(evidence, 'name', 'nameElsewhere'),
    ],
    [
      'même type de lieu',
      evidence.sameDoor + evidence.sameDoorElsewhere > 0,
      gain(evidence, 'sameDoor', 'sameDoorElsewhere'),
    ],
    ['même adresse', evidence.sameAddress > 0, gain(evidence, 'sameAddress')],
    ['porté par la même structure', evidence.hosted > 0, gain(evidence, 'hosted')],
    ['même rue', evidence.sameStreet > 0, gain(evidence, 'sameStreet')],
    [`à ${Math.round(evidence.metres)}\u00a0m`, evidence.metres <= NEAR, gain(evidence, 'near')],
    [pivot?.startsWith('W') ? 'même numéro RNA' : 'même SIRET', evidence.pivot > 0, gain(evidence, 'pivot')],
    ['même téléphone', evidence.phone > 0, gain(evidence, 'phone')],
    ['même site internet', evidence.host > 0, gain(evidence, 'host')],
  ];
  return told
    .filter(([, holds]) => holds)
    .sort((a, b) => b[2] - a[2])
    .map(([reason]) => reason);
}

const gain = (evidence: Evidence, ...signs: readonly Sign[]): number =>
  signs.reduce((sum, sign) => sum + WEIGHTS[sign] * evidence[sign], 0);
