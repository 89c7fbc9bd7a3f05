/** Words of the files made to be joined and drawn elsewhere. */
export const joined = {
  computed: (lists: string): string =>
    `Distances calculées par Maillage à partir des listes de lieux${lists === '' ? '' : ` : ${lists}`}`,
  title: (subject: string, of: string): string => `${subject} : ${of}`,
  unknown:
    'Une case « valeur » vide n’est jamais un zéro : la colonne « etat » dit pourquoi le chiffre manque.',
  restricted: (title: string, licence: string): string =>
    `« ${title} » ne peut pas sortir de Maillage. ${licence} : le chiffre est affiché avec sa source, jamais redistribué. Choisissez un autre indicateur.`,
  noFigures:
    'Aucun chiffre n’est chargé à ce niveau pour cet indicateur. Choisissez un autre niveau (n=commune, epci, departement ou region).',
  index:
    'Un indice se télécharge depuis la page Indices : /indices/classement.csv, avec les mêmes paramètres.',
} as const;

/** Words of the page that explains how to open Maillage’s data in other tools. */
export const reutiliser = {
  title: 'Réutiliser les données',
  description:
    'Ouvrir les chiffres et les contours de Maillage dans QGIS, Excel, LibreOffice, Datawrapper ou Magrit.',
  lead: 'Les chiffres que vous voyez ici s’ouvrent dans vos outils. Choisissez un indicateur et un territoire : les adresses à copier suivent.',
  form: {
    title: 'Ce que vous voulez emporter',
    indicator: 'Indicateur',
    level: 'Niveau',
    territory: 'Territoire',
    territoryHint: 'Nom, code postal ou code. Laissez vide pour tout le pays.',
    submit: 'Préparer les adresses',
    distance: 'Distance au lieu d’aide le plus proche',
    levels: {
      commune: 'Communes',
      epci: 'Intercommunalités',
      departement: 'Départements',
      region: 'Régions',
    },
  },
  unknownTerritory: (text: string): string =>
    `Aucun territoire ne correspond à « ${text} ». Vérifiez l’orthographe, ou laissez vide pour tout le pays.`,
  ready: (subject: string, of: string): string => `Vos adresses : ${subject}, ${of}`,
  wholeCountry: 'tout le pays',
  copy: 'Copier',
  copied: 'Copié.',
  files: 'Fichiers',
  columns:
    'Huit colonnes, toujours les mêmes : code, nom, valeur, etat, unite, millesime, source, etabli (le jour du fichier). Une valeur inconnue reste vide, et « etat » dit pourquoi.',
  qgis: {
    title: 'QGIS',
    geojson: 'Contours et chiffres (GeoJSON)',
    geojsonSteps: [
      'Menu Couche, Ajouter une couche, Ajouter une couche vecteur.',
      'Type de source : « Protocole : HTTP(S), cloud, etc. ». Type : GeoJSON. Collez l’adresse, puis Ajouter.',
      'Propriétés de la couche, Symbologie, Gradué, champ « valeur ».',
    ],
    tiles: 'Contours seuls, en tuiles vectorielles (tout le pays, légers)',
    tilesSteps: [
      'Panneau Explorateur, clic droit sur « Tuiles vectorielles », Nouvelle connexion générique.',
      'URL : collez le modèle d’adresse. Niveaux de zoom : 4 à 11.',
      'Les tuiles ne portent que le code officiel : joignez le CSV par le champ « code ».',
    ],
    zones: {
      qpv: 'Quartiers prioritaires (QPV), en tuiles vectorielles (niveaux de zoom : 4 à 13)',
      iris: 'IRIS, en tuiles vectorielles (niveaux de zoom : 10 à 13)',
    },
    template: 'Modèle d’adresse des tuiles',
    tileJson: 'Description TileJSON 3.0 (MapLibre, OpenLayers, Leaflet)',
  },
  office: {
    title: 'Excel et LibreOffice',
    xlsx: 'Classeur XLSX, avec une feuille « Sources »',
    csv: 'CSV à la française : point-virgule, virgule décimale',
    steps: [
      'Ouvrez le classeur : les codes restent du texte, les zéros de tête sont gardés.',
      'Pour un chiffre qui se met à jour : Données, À partir du web (Excel) ou Feuille, Lien externe (LibreOffice), puis l’adresse du CSV.',
    ],
  },
  datawrapper: {
    title: 'Datawrapper',
    csv: 'CSV international : virgule, point décimal',
    steps: [
      'Nouvelle carte choroplèthe, fond « France » au même niveau, puis Importer vos données, Lien externe : collez l’adresse.',
      'Correspondance : colonne « code » pour le code, « valeur » pour la couleur.',
      'Pour un fond sur mesure, chargez d’abord le GeoJSON comme fond de carte.',
    ],
  },
  magrit: {
    title: 'Magrit',
    geojson: 'GeoJSON, contours et chiffres ensemble',
    steps: [
      'Téléchargez le GeoJSON et déposez-le dans Magrit : il sert de fond et de données.',
      'Champ « valeur » pour un ratio ou un stock ; champ « nom » pour les étiquettes.',
    ],
  },
  embed: {
    title: 'Montrer plutôt que copier',
    text: 'Pour afficher une carte, un chiffre ou la recherche de lieux dans une page de votre site :',
    link: 'Intégrer une vue de Maillage',
  },
  cite: {
    title: 'Citer',
    text: 'Chaque fichier porte sa source, son millésime et sa date. Gardez-les : la Licence Ouverte demande de nommer le producteur et la date.',
    restricted:
      'Les sources dont la licence n’est pas précisée sont affichées ici et ne sortent dans aucun fichier.',
    link: 'Toutes les sources et leurs licences',
  },
} as const;
