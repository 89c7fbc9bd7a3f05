/** Words of the end of the copper network. */
export const cuivre = {
  title: 'Fin du réseau cuivre',
  absent:
    'Fermeture du réseau cuivre\u00a0: non chargé. Le calendrier, commune par commune, s’ajoute depuis la page des données.',
  open: 'Voir la source',
  caption: (day: string): string => `Fermeture du cuivre : communes et locaux par échéance, vue du ${day}`,
  heading: 'Fermeture',
  communes: 'Communes',
  premises: 'Locaux',
  without: 'Sans fibre',
  share: 'Part sans fibre',
  horizons: {
    closed: 'déjà fermé',
    within12: 'dans les 12 mois',
    within24: 'de 12 à 24 mois',
    later: 'plus tard',
    unplanned: 'date pas encore prévue',
    unknown: 'inconnue',
  },
  notCounted: (communes: string): string =>
    `Locaux inconnus dans ${communes}\u00a0: ils ne sont comptés dans aucune ligne.`,
  noPremises: 'inconnu',
  method: 'Comment ces nombres sont faits',
  counted: (edition: string): string => `Locaux comptés par l’Arcep (Ma connexion internet, ${edition}).`,
  dwellings:
    'Faute de locaux comptés, la part sans fibre de 2026 est appliquée aux logements de 2018\u00a0: un ordre de grandeur.',
  mixed:
    'Là où l’Arcep ne compte pas de locaux, la part sans fibre de 2026 est appliquée aux logements de 2018.',
  calendar: (loaded: string): string =>
    `Calendrier du ministère de l’économie, d’après Orange, chargé le ${loaded}.`,
} as const;
