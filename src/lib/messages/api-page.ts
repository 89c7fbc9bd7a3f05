/** Words of the page that explains the interface for programs. */
export const apiPage = {
  title: 'API : les données pour vos outils',
  lead: 'Tout ce que Maillage montre et peut republier se lit aussi par un programme : territoires, indicateurs, valeurs, indices, lieux, écarts. Une clé permet en plus de lancer des calculs d’implantation et d’ajouter des lieux.',
  document: 'Description OpenAPI 3.1, pour générer un client',
  datapackage: 'Liste des fichiers et de leurs colonnes (Frictionless Data Package)',
  catalogue: 'Catalogue pour un portail (DCAT-AP, JSON-LD)',
  keys: 'Faire une clé',
  try: {
    title: 'Essayer',
    text: 'Ces adresses répondent dans un navigateur, un tableur ou un terminal.',
    examples: [
      { href: '/api/v1/territoires?q=saint', label: 'Les territoires qui portent un nom' },
      {
        href: '/api/v1/valeurs?indicateur=fibre-2026&niveau=departement',
        label: 'La fibre dans chaque département',
      },
      {
        href: '/api/v1/valeurs?indicateur=niveau-de-vie-median&niveau=region&format=csv-fr',
        label: 'Le niveau de vie par région, pour un tableur français',
      },
      { href: '/api/v1/scores?niveau=departement', label: 'Le classement de l’indice de départ' },
      {
        href: '/api/v1/lieux?quand=samedi&format=geojson',
        label: 'Les lieux ouverts le samedi, sur une carte',
      },
      { href: '/api/v1/ecarts?seuil=5', label: 'Qui est à plus de 5 km d’un lieu' },
      {
        href: '/api/v1/ecarts/communes?seuil=5&format=csv-fr&par_page=tous',
        label: 'Les communes à plus de 5 km d’un lieu, pour un tableur français',
      },
    ],
    curl: 'Dans un terminal :',
    compute: 'Lancer un calcul, avec une clé qui écrit :',
  },
  addresses: {
    title: 'Adresses',
    text: 'Cette liste est faite à partir de la description OpenAPI : elle ne peut pas s’en écarter.',
    keyed: 'clé nécessaire',
    parameters: 'Paramètres',
    required: 'obligatoire',
    formats: 'Formats',
    example: 'Essayer',
  },
  rules: {
    title: 'Règles',
    items: [
      'Une valeur inconnue est null, avec un état qui dit pourquoi : secret statistique, absent de la source, non calculable. Jamais 0.',
      'Chaque valeur porte son unité, son année et sa source ; les sources sont décrites dans la réponse. Citez-les.',
      'Formats : JSON, CSV (virgules, point décimal, RFC 4180), CSV français (format=csv-fr : points-virgules, virgule décimale, ouvert tel quel par un tableur), GeoJSON (contours ou points). Par « format », ou par l’en-tête Accept.',
      'Un texte qu’un tableur prendrait pour une formule est précédé d’une apostrophe dans les deux CSV.',
      'Pages : page et par_page (100 par défaut, 1 000 au plus), avec le total et l’adresse de la suite, dans la réponse et dans l’en-tête Link. En CSV et en GeoJSON, par_page=tous donne tout d’un coup.',
      'Un paramètre qui n’existe pas est refusé, avec une phrase qui dit quoi corriger.',
      'Chaque réponse a une empreinte (ETag) : renvoyez-la dans If-None-Match, et la réponse est un simple 304 tant que rien n’a changé.',
      'Les pages d’autres sites peuvent lire sans clé (CORS). Ne mettez jamais une clé dans une page.',
    ],
  },
  limits: {
    title: 'Limites',
    items: (reads: string, keyed: string, seconds: string): readonly string[] => [
      `${reads} demandes par minute et par adresse, ${keyed} avec une clé ; au-delà, 429 et le temps à attendre (retry-after). Les en-têtes ratelimit-limit, -remaining et -reset disent ce qui reste.`,
      `Un calcul d’implantation dure ${seconds} secondes au plus. Ils passent l’un après l’autre ; trois par clé peuvent attendre. Le résultat est gardé une heure, pour la clé qui l’a demandé.`,
    ],
  },
  licence: {
    title: 'Licence, et ce qui n’est pas donné',
    text: 'Les données gardent la licence de leur producteur : le plus souvent la Licence Ouverte 2.0, qui demande de citer la source et sa date.',
    kept: 'Ces sources se lisent sur les pages de Maillage et ne sont pas redistribuées, faute de licence précisée :',
    none: 'Toutes les sources chargées peuvent être republiées.',
  },
  problems: {
    title: 'Problèmes',
    text: 'Un problème est répondu en français, au format de la RFC 9457 (application/problem+json).',
    kinds: {
      parametres: 'Un ou plusieurs paramètres ne sont pas compris : « erreurs » les nomme un par un.',
      corps: 'Ce qui est envoyé n’est pas un objet JSON lisible.',
      introuvable: 'Rien ne répond à cette adresse : vérifiez le code ou l’identifiant.',
      methode: 'L’adresse existe et ne prend pas cette méthode : l’en-tête Allow dit lesquelles elle prend.',
      'sans-resultat':
        'Le calcul n’est pas fini, ou n’a rien trouvé : suivez-le à son adresse, ou posez une question plus petite.',
      rejointe: 'La commune a rejoint une autre : suivez l’en-tête Link.',
      'trop-gros': 'Ce qui est envoyé est trop gros : envoyez-en moins à la fois.',
      'type-de-contenu': 'Envoyez du JSON, et dites-le dans l’en-tête Content-Type.',
      refuse: 'Ce qui est envoyé est lisible et ne convient pas : « erreurs » nomme les champs un par un.',
      'non-redistribuable': 'La source ne permet pas de republier : demandez ces données à leur producteur.',
      format: 'Aucun format accepté n’est disponible à cette adresse.',
      cle: 'Une clé valable est nécessaire, dans l’en-tête Authorization.',
      portee: 'La clé ne fait que lire : faites-en une qui écrit.',
      'trop-de-requetes': 'Attendez le temps dit par retry-after.',
      'trop-de-calculs': 'Attendez la fin de vos calculs, ou arrêtez-en un.',
      'trop-grand':
        'La question demande trop de calcul : prenez un territoire plus petit, ou un seuil plus court.',
      'non-charge': 'La source n’est pas chargée sur cette installation.',
      indisponible: 'La base de données ne répond pas : redemandez après le temps dit par retry-after.',
      imprevu:
        'Le serveur s’est trompé : dites à qui gère cette installation le numéro donné dans « detail ».',
    },
  },
} as const;
