/** Words of saving: what became of what was typed. */
export const saving = {
  save: 'Enregistrer',
  how: 'Ce que vous saisissez est enregistré au fur et à mesure.',
  states: {
    typed: 'Pas encore enregistré',
    saving: 'Enregistrement…',
    saved: 'Enregistré',
  },
  savedAt: (time: string): string => `Enregistré à ${time}.`,
  undo: 'Annuler le dernier enregistrement',
  undone: 'Dernier enregistrement annulé.',
  undoneNot: 'Rien à annuler : quelqu’un a écrit depuis dans les mêmes champs. Voyez l’historique.',
  offline:
    'Le serveur ne répond pas. Ce que vous saisissez est gardé dans ce navigateur et sera enregistré dès qu’il répondra.',
  retry: 'Réessayer',
  signIn: 'Se reconnecter (nouvel onglet)',
  kept: 'Repris de ce navigateur : ce qui n’avait pas pu être enregistré.',
  conflict: (who: string, at: string): string =>
    who === ''
      ? `Quelqu’un a écrit ici ${at}, après l’ouverture de votre page. Les deux textes sont gardés : choisissez.`
      : `${who} a écrit ici ${at}, après l’ouverture de votre page. Les deux textes sont gardés : choisissez.`,
  theirs: 'Enregistré',
  mine: 'Votre saisie',
  keepMine: 'Garder ma saisie',
  keepTheirs: 'Garder l’autre',
  nothing: '(rien)',
  faults: {
    long: (most: string): string =>
      `Trop long : ${most} caractères au plus. Raccourcissez, rien n’est perdu.`,
    number: 'Ce n’est pas un nombre. Écrivez par exemple 12 000 ou 12,5.',
    range: (least: string, most: string): string => `Donnez un nombre entre ${least} et ${most}.`,
    day: 'Ce n’est pas une date. Écrivez par exemple 31/03/2027.',
    month: 'Ce n’est pas un mois. Écrivez par exemple 03/2027.',
    year: 'Ce n’est pas une année. Écrivez par exemple 2027.',
    choice: 'Choisissez dans la liste.',
    query: 'Collez l’adresse entière de la page, telle que le navigateur la montre.',
    closed: 'Ce champ est calculé : il ne se saisit pas.',
  },
  gone: 'Cet élément a été retiré par quelqu’un d’autre : copiez votre texte si vous voulez le garder, ou remettez l’élément depuis l’historique.',
  refused: 'Vous ne pouvez pas écrire ce champ.',
  add: {
    twice: 'C’est déjà ajouté.',
    gone: 'Ce à quoi vous ajoutez a été retiré. Rechargez la page, ou remettez-le depuis l’historique.',
    refused: 'Vous ne pouvez pas ajouter ici.',
    full: 'Cette stratégie a atteint le nombre d’éléments qu’elle peut tenir. Retirez-en, ou faites-en une seconde.',
  },
  remove: 'Retirer',
  removeOf: (name: string): string => `Retirer ${name}`,
  removed: 'Retiré. L’historique permet de le remettre.',
  removedNot: 'C’était déjà retiré, ou vous ne pouvez pas le retirer.',
  resume: {
    title: 'Votre session a pris fin',
    lead: 'Rien n’est enregistré encore, et rien de ce que vous avez saisi n’est perdu : le voici. Donnez votre mot de passe, puis enregistrez.',
    send: 'Se reconnecter et enregistrer',
  },
  errorId: (id: string | undefined): string => (id ? `Erreur ${id}. ` : ''),
  none: 'À choisir',
  unnamed: 'sans nom',
} as const;
