/** Words of the page that makes and takes back keys of the interface for programs. */
export const cles = {
  title: 'Clés de l’API',
  link: 'Clés de l’API',
  lead: 'Une clé laisse un programme agir au nom de votre organisation. Lire les données ouvertes n’en demande pas.',
  leaving:
    'Une clé n’ouvre plus rien dès que la personne qui l’a faite quitte l’organisation, y devient lecteur ou efface son compte.',
  about: 'Comment l’API marche',
  made: {
    title: 'Votre clé, montrée une seule fois',
    text: 'Copiez-la maintenant et gardez-la comme un mot de passe : Maillage n’en garde que l’empreinte. Si elle fuit, retirez-la et faites-en une autre.',
    label: 'Clé',
    use: 'Elle s’envoie dans un en-tête :',
  },
  make: {
    title: 'Faire une clé',
    name: 'À quoi elle sert',
    nameHint: 'Par exemple «\u00a0tableau de bord du conseil départemental\u00a0».',
    scope: 'Ce qu’elle permet',
    scopes: {
      read: 'Lire seulement',
      write: 'Lire, lancer des calculs, ajouter des lieux',
    },
    send: 'Faire la clé',
  },
  held: {
    title: 'Clés en service',
    none: 'Aucune clé n’est en service.',
    scopes: { read: 'lit', write: 'lit et écrit' } as Readonly<Record<string, string>>,
    made: (at: string, by: string | null): string =>
      by === null ? `faite le ${at}` : `faite le ${at} par ${by}`,
    used: (at: string): string => `dernier usage le ${at}`,
    never: 'jamais utilisée',
    revoke: 'Retirer',
    revokeOf: (name: string): string => `Retirer la clé « ${name} »`,
  },
  revoked: 'Clé retirée : elle n’ouvre plus rien.',
  unknown: 'Cette clé n’est plus en service. Rien n’a été changé.',
  badName: 'Dites en quelques mots à quoi sert la clé (120 caractères au plus).',
  badScope: 'Choisissez ce que la clé permet.',
  tooMany: (most: string): string =>
    `Votre organisation a déjà ${most} clés : retirez celles qui ne servent plus.`,
} as const;
