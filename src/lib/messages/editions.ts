/** Words of new editions: what they change, and what was done with them. */
export const editions = {
  steps: {
    fetching: 'téléchargement',
    reading: 'lecture et contrôle',
    comparing: 'comparaison avec l’édition en place',
    loading: 'mise en place',
  },
  problems: {
    fictional:
      'Le territoire chargé est fictif : l’édition d’un producteur ne peut pas y entrer. Chargez d’abord les données réelles, puis recommencez.',
    noFile: 'aucun fichier n’a été trouvé',
    unexpected:
      'La vérification s’est arrêtée pour une raison imprévue. L’édition en place n’a pas changé. Recommencez ; si cela dure, consultez le journal du serveur.',
  },
} as const;
