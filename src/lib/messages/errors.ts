/** Words of what went wrong: what happened, what is safe, what to do. */
export const errors = {
  notFound: 'Cette page n’existe pas.',
  unexpected: 'Le serveur a rencontré une erreur inattendue.',
  oversized:
    'Ce qui a été envoyé est trop grand pour cette page (512 ko au plus). Rien n’a été enregistré. Revenez à la page et envoyez-en moins.',
  foreign:
    'Cet envoi ne vient pas d’une page de Maillage. Rien n’a été enregistré. Ouvrez la page dans Maillage et recommencez.',
  unreachable: 'La base de données ne répond pas.',
  inBrowser: 'Une erreur est survenue dans la page. Rechargez-la ; aucune donnée n’est perdue.',
  page: {
    notFound: {
      title: 'Page introuvable',
      text: 'L’adresse est peut-être mal recopiée, ou le territoire a changé de nom ou de code.',
    },
    unavailable: {
      title: 'Les données ne répondent pas',
      text: 'La base de données est arrêtée ou occupée. Aucune donnée n’est perdue. Réessayez dans une minute ; si cela dure, prévenez la personne qui gère cette installation.',
    },
    forbidden: {
      title: 'Cette page ne vous est pas ouverte',
      text: 'Les cartes, les chiffres et l’annuaire restent libres.',
    },
    other: {
      title: 'Cette page n’a pas pu s’afficher',
      text: 'Aucune donnée n’est perdue. Rechargez la page ; si l’erreur revient, transmettez son numéro à la personne qui gère cette installation.',
    },
    /** Of a missing page under one that lists its kind. */
    misspelt: 'L’adresse est peut-être mal recopiée, ou ce qu’elle montrait a été retiré.',
    parents: [
      { href: '/donnees', label: 'Revenir aux données' },
      { href: '/tableaux', label: 'Revenir à vos tableaux' },
      { href: '/strategies', label: 'Revenir aux stratégies' },
      { href: '/lieux', label: 'Revenir aux lieux' },
    ],
    number: (status: number, id?: string): string =>
      id === undefined ? `Erreur ${status}` : `Erreur ${status}, numéro ${id}`,
    searchTitle: 'Chercher un territoire',
    retry: 'Recharger la page',
    links: [
      { href: '/carte', label: 'Ouvrir la carte' },
      { href: '/recherche', label: 'Parcourir les territoires' },
      { href: '/', label: 'Revenir à l’accueil' },
    ],
  },
} as const;
