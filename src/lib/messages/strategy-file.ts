/** Words of the file of a strategy: taking it, bringing one. */
export const strategyFile = {
  title: 'Importer une stratégie',
  lead: 'Un fichier de stratégie, pris dans Maillage, devient une nouvelle stratégie de votre organisation. Rien de ce qui existe n’est changé.',
  file: 'Fichier de la stratégie',
  fileHint: 'Un fichier .json de 20 Mo au plus, fait par « Télécharger la stratégie ».',
  send: 'Importer',
  carried:
    'Le fichier tient les textes, les actions, les diagnostics figés et les commentaires. Il ne tient ni les noms des personnes, ni les liens de partage, ni les partenaires, ni l’historique.',
  download: 'Télécharger la stratégie (fichier JSON)',
  downloadAbout: 'Toute la stratégie en un fichier, à garder ou à importer ailleurs.',
  done: 'La stratégie est importée. Les organisations partenaires sont à inviter de nouveau.',
  closed:
    'Votre rôle dans votre organisation ne permet pas d’importer une stratégie. Demandez-le à la personne qui l’administre.',
  after: 'Rien n’a été importé.',
  faults: {
    none: 'Choisissez un fichier.',
    big: 'Ce fichier dépasse 20 Mo. Un fichier de stratégie fait par Maillage pèse moins.',
    json: 'Ce fichier n’est pas un fichier de stratégie entier : il a peut-être été coupé ou ouvert dans un autre logiciel. Téléchargez-le de nouveau.',
    format:
      'Ce fichier n’est pas celui d’une stratégie. Choisissez celui que donne « Télécharger la stratégie ».',
    version:
      'Ce fichier vient d’une autre version de Maillage, que celle-ci ne sait pas lire. Mettez Maillage à jour, ou téléchargez le fichier de nouveau.',
    hash: 'Ce fichier a été modifié ou abîmé depuis son téléchargement : son empreinte ne correspond plus. Téléchargez-le de nouveau.',
    root: 'Ce fichier ne dit pas de quelle stratégie il s’agit : son premier élément doit être la stratégie, et elle seule.',
    diagnosis: 'Un diagnostic de ce fichier est mal formé.',
    comment: 'Un commentaire de ce fichier est mal formé.',
    many: (most: string): string =>
      `Ce fichier a plus de ${most} éléments, plus qu’une stratégie n’en tient.`,
    item: (line: string): string => `L’élément n° ${line} du fichier est mal formé.`,
    twice: (line: string): string => `L’élément n° ${line} du fichier porte le même identifiant qu’un autre.`,
    under: (line: string): string => `L’élément n° ${line} du fichier n’est pas à sa place.`,
    field: (line: string, kind: string, label: string, why: string): string =>
      `Élément n° ${line} du fichier (${kind}), « ${label} » : ${why}.`,
  },
  fields: {
    long: (most: string): string => `le texte dépasse ${most} caractères`,
    number: 'ce n’est pas un nombre',
    range: (least: string, most: string): string => `le nombre doit être entre ${least} et ${most}`,
    day: 'ce n’est pas une date',
    month: 'ce n’est pas un mois',
    year: 'ce n’est pas une année',
    choice: 'ce n’est pas un des choix',
    query: 'ce n’est pas l’adresse d’une recherche',
    closed: 'ce n’est pas un compte de scénario',
  },
} as const;
