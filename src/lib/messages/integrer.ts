/** Words of the page that prepares a view for another site. */
export const integrer = {
  title: 'Intégrer dans votre site',
  description:
    'Afficher une carte, un chiffre, un tableau ou la recherche de lieux de Maillage dans une page de votre site.',
  link: 'Intégrer',
  lead: 'Choisissez ce que vous voulez montrer, puis copiez le code dans votre page. Rien n’est demandé aux lecteurs : ni compte, ni cookie.',
  form: {
    label: 'Ce que vous montrez',
    kind: 'Vue',
    kinds: {
      carte: 'Carte',
      chiffre: 'Chiffre',
      tableau: 'Tableau',
      lieux: 'Recherche de lieux d’aide',
    },
    territory: 'Territoire',
    territoryHint: 'Nom, code postal ou code. Laissez vide pour tout le pays.',
    indicator: 'Indicateur',
    distance: 'Distance au lieu d’aide le plus proche',
    index: 'Indice en cours',
    level: 'Niveau',
    levels: {
      auto: 'Celui des membres du territoire',
      commune: 'Communes',
      epci: 'Intercommunalités',
      departement: 'Départements',
      region: 'Régions',
    },
    look: 'Apparence',
    theme: 'Thème',
    themes: { auto: 'Celui du lecteur', claire: 'Clair', sombre: 'Sombre' },
    size: 'Taille du texte',
    sizes: { petite: 'Petite', normale: 'Normale', grande: 'Grande' },
    accent: 'Couleur des liens et des boutons',
    accentHint:
      'Six chiffres hexadécimaux, comme 8a2c5b. Elle est éclaircie ou assombrie pour rester lisible.',
    width: 'Largeur',
    widths: {
      full: 'Toute la place',
      '320': '320 pixels',
      '480': '480 pixels',
      '640': '640 pixels',
      '800': '800 pixels',
    },
    height: 'Hauteur de départ, en pixels',
    submit: 'Mettre à jour',
  },
  unknownTerritory: (text: string): string =>
    `Aucun territoire ne correspond à « ${text} ». Vérifiez l’orthographe, ou laissez vide pour tout le pays.`,
  badAccent:
    'La couleur n’a pas été comprise : celle de Maillage est gardée. Écrivez six chiffres, comme 8a2c5b.',
  titles: {
    of: (subject: string, territory: string): string => `${subject}, ${territory}`,
    country: 'France',
    places: 'Trouver un lieu d’aide',
  },
  preview: { title: 'Aperçu', open: 'Ouvrir l’aperçu seul' },
  code: {
    title: 'Le code à copier',
    component: 'Composant (conseillé)',
    componentText:
      'Prend la hauteur de son contenu, prévient votre page quand un territoire est choisi, et laisse un lien si la vue ne s’affiche pas.',
    iframe: 'Iframe simple',
    iframeText:
      'Sans script dans votre page. La hauteur est fixe : un ascenseur apparaît si elle est trop petite.',
    pinned: 'Version figée du composant, gardée pour toujours par les navigateurs :',
    copy: 'Copier',
    copied: 'Copié.',
  },
  policy: {
    title: 'Si votre site a une politique de sécurité (CSP)',
    text: 'Ajoutez le site de Maillage à ces deux directives. Aucun style ni script en ligne n’est nécessaire.',
    iframe: 'L’iframe simple ne demande que frame-src.',
    code: 'Directives à ajouter',
  },
  event: {
    title: 'Suivre le territoire choisi',
    code: 'Exemple de script',
    text: 'Le composant envoie un événement quand on choisit un territoire sur la carte ou dans le tableau :',
  },
  rules: {
    title: 'Ce que voient vos lecteurs',
    items: [
      'La source, le millésime et un lien vers Maillage restent sous chaque vue.',
      'La vue se lit au clavier, sans script, en clair ou en sombre, de 280 à 1 200 pixels de large.',
      'Personne n’y est connecté, rien ne s’y enregistre.',
    ],
    files: 'Pour un fichier plutôt qu’une vue :',
    filesLink: 'Réutiliser les données',
  },
} as const;
