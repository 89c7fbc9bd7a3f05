/** Words of the v0 form of the national schema, and the made-up kinds of places of the territory. */
export const KINDS = [
  { name: 'Médiathèque', typology: 'MUNI' },
  { name: 'Centre social', typology: 'CS' },
  { name: 'Mairie', typology: 'MUNI' },
  { name: 'Maison des habitants', typology: 'ASSO' },
  { name: 'CCAS', typology: 'CCAS' },
  { name: 'Point numérique', typology: 'ASSO' },
  { name: 'Tiers-lieu La Bobine', typology: 'ASSO' },
  { name: 'Mission locale', typology: 'ML' },
  { name: 'Association Les Clics du Large', typology: 'ASSO' },
  { name: 'Atelier numérique', typology: 'ASSO' },
] as const;

export const BASIC = [
  'Prendre en main un smartphone ou une tablette',
  'Prendre en main un ordinateur',
  'Utiliser le numérique au quotidien',
  'Approfondir ma culture numérique',
];
export const FURTHER = [
  'Devenir autonome dans les démarches administratives',
  'Réaliser des démarches administratives avec un accompagnement',
  'Accéder à une connexion internet',
  'Accéder à du matériel',
  'Accompagner les démarches de santé',
  'Promouvoir la citoyenneté numérique',
  'Favoriser mon insertion professionnelle',
  "S'équiper en matériel informatique",
];
export const AUDIENCES = [
  'Adultes',
  'Seniors (+ 65 ans)',
  'Jeunes (16-26 ans)',
  'Familles/enfants',
  "Personnes en situation d'illettrisme",
  'Public langues étrangères',
];
export const FREE = 'Gratuit : Je peux accéder gratuitement au lieu et à ses services';
export const FREE_IF =
  'Gratuit sous condition : La gratuité est conditionnée à des critères (situation familiale, convention avec un organisme social...)';
export const SUPPORTS = [
  "Avec de l'aide : je suis accompagné seul dans l'usage du numérique",
  "Dans un atelier : j'apprends collectivement à utiliser le numérique",
  "Seul : j'ai accès à du matériel et une connexion",
];
export const HOURS = [
  'Mo-Fr 09:00-12:00,14:00-17:00',
  'Tu-Sa 10:00-12:00,14:00-18:00',
  'Mo,We,Fr 09:00-12:30; Tu,Th 13:30-17:30',
  'We 09:00-12:00,14:00-17:00; Sa 09:30-12:30',
  'Th 13:30-17:30',
  'Mo-Fr 08:30-12:00,13:30-17:00; Th off',
] as const;
export const FREE_TEXT_HOURS = "Horaires d'ouverture :Du lundi au vendredi 9h/12h - 14h/17h";
