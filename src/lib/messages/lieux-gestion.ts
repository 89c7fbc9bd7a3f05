/** Words of the pages that write places: duplicates, contacts, imports, entry by hand. */
export const gestion = {
  single: {
    on: 'Mode mono-utilisateur : Maillage n’écoute que cette machine, tout ce que vous enregistrez est à vous.',
    off: 'Ces pages écrivent : elles ne s’ouvrent pour l’instant qu’à la personne assise devant la machine qui fait tourner Maillage, sur 127.0.0.1. Les comptes viendront plus tard.',
    refused:
      'Rien n’a été enregistré : écrire n’est permis, pour l’instant, que depuis la machine qui fait tourner Maillage (127.0.0.1).',
  },
  nav: {
    label: 'Tenir les lieux à jour',
    items: [
      { href: '/lieux', label: 'Annuaire' },
      { href: '/lieux/importer', label: 'Importer une liste' },
      { href: '/lieux/saisir', label: 'Ajouter un lieu' },
      { href: '/lieux/doublons', label: 'Doublons' },
      { href: '/lieux/a-verifier', label: 'À vérifier' },
      { href: '/lieux/qualite', label: 'Qualité' },
      { href: '/lieux/contacts', label: 'Contacts' },
    ],
  },
  duplicates: {
    title: 'Lieux en double ?',
    lead: 'Le même lieu arrive souvent par plusieurs fichiers, sous plusieurs noms. Quand c’est sûr, Maillage le réunit ; ici, il demande.',
    none: 'Aucune paire à juger : tout ce qui se ressemble assez a été réuni ou tranché.',
    count: (pairs: string): string => `${pairs} à juger.`,
    pair: 'paire',
    likelihood: (percent: string): string => `Vraisemblance : ${percent}`,
    why: 'Ce qui les rapproche :',
    same: 'C’est le même lieu',
    differ: 'Ce sont deux lieux',
    judged: (same: boolean): string =>
      same
        ? 'Les deux fiches sont réunies. Vous pourrez les séparer depuis la fiche du lieu.'
        : 'Les deux fiches restent séparées, et la question ne sera plus posée.',
    fields: {
      name: 'Nom',
      address: 'Adresse',
      structure: 'Structure',
      services: 'Services',
      hours: 'Horaires',
      pivot: 'SIRET ou RNA',
      phone: 'Téléphone',
      sources: 'Sources',
      updated: 'Fiche du',
    },
    unknown: 'non renseigné',
    pages: 'Pages des doublons',
    previous: 'Précédentes',
    next: 'Suivantes',
    bad: 'Cette paire n’existe plus : les fiches ont changé entre-temps. Rien n’a été modifié.',
  },
  contacts: {
    title: 'Contacts des partenaires',
    lead: 'Les noms, adresses électroniques et numéros des personnes sont gardés à part des lieux : sur aucune page publique, dans aucun export. Chacun peut demander les siens, ou leur effacement.',
    rules: [
      'But : tenir à jour la fiche d’un lieu d’aide, rien d’autre.',
      'Durée : deux ans après la dernière mise à jour, puis effacement automatique.',
      'Chaque consultation, sortie ou effacement est inscrit au registre, sans dire de qui il s’agit.',
    ],
    search: 'Nom entier, adresse électronique ou numéro de la personne',
    searchHint: 'On cherche exactement cette personne : un bout de nom en montrerait d’autres.',
    find: 'Chercher',
    found: (count: string): string => `${count} :`,
    contact: 'contact trouvé',
    contactPlural: 'contacts trouvés',
    none: 'Aucun contact ne porte exactement ce nom, cette adresse ou ce numéro.',
    columns: {
      name: 'Nom',
      email: 'Adresse électronique',
      phone: 'Numéro',
      record: 'Fiche',
      until: 'Gardé jusqu’au',
    },
    take: 'Remettre à la personne (CSV)',
    erase: 'Effacer ces contacts',
    erased: (count: string): string => `${count} : plus aucune trace n’en reste dans Maillage.`,
    erasedOne: 'contact effacé',
    erasedPlural: 'contacts effacés',
    log: 'Registre',
    logColumns: { at: 'Quand', act: 'Acte', subject: 'Motif', count: 'Contacts' },
    acts: { read: 'consultation', export: 'sortie', erase: 'effacement', expire: 'échéance' } as Readonly<
      Record<string, string>
    >,
    noLog: 'Aucun acte pour l’instant.',
    kept: (count: string): string => `${count} en tout.`,
    keptOne: 'contact gardé',
    keptPlural: 'contacts gardés',
  },
} as const;
