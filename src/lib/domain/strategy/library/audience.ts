/** Whom an action is made for; `helpers` are those who help, not those who are helped. */
export const AUDIENCES = [
  'everyone',
  'low-income',
  'jobseekers',
  'young',
  'seniors',
  'families',
  'disabled',
  'no-french',
  'helpers',
] as const;

export type Audience = (typeof AUDIENCES)[number];

export const AUDIENCE_LABELS: Readonly<Record<Audience, string>> = {
  everyone: 'Tous les publics',
  'low-income': 'Ménages modestes',
  jobseekers: 'Demandeurs d’emploi',
  young: 'Jeunes',
  seniors: 'Seniors',
  families: 'Parents et familles',
  disabled: 'Personnes handicapées',
  'no-french': 'Personnes qui lisent mal le français',
  helpers: 'Professionnels et bénévoles qui aident',
};

/** Several publics as one phrase: « Seniors, tous les publics ». */
export const sayAudiences = (audiences: readonly Audience[]): string =>
  audiences
    .map((audience) => AUDIENCE_LABELS[audience])
    .map((label, at) => (at === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1)))
    .join(', ');
