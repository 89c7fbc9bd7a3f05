/** Words of sharing a strategy: links, partner organisations, what a link opens to. */
export const strategySharing = {
  title: 'Partage',
  lead: 'Qui peut ouvrir cette stratégie, et ce qu’il peut y faire.',
  alone:
    'Cette installation n’a pas encore de compte et n’écoute que cette machine : un lien ne s’ouvrirait que d’ici. Créez d’abord le premier compte pour inviter des partenaires.',
  firstAccount: 'Créer le premier compte',
  standing: 'Ce que l’on pourra faire',
  made: {
    title: 'Le lien est prêt',
    share: (label: string, until: string): string =>
      `Transmettez-le à ${label}. Qui l’a peut ouvrir la stratégie, jusqu’au ${until}. Il ne sera plus montré.`,
    partner: (label: string, until: string): string =>
      `Transmettez-le à ${label}. Il sert une fois, jusqu’au ${until}. Il ne sera plus montré.`,
    found: (email: string, until: string): string =>
      `Transmettez-le à ${email}, et à personne d’autre. Il sert une fois, jusqu’au ${until}. Il ne sera plus montré.`,
    label: 'Lien à transmettre',
  },
  share: {
    title: 'Faire un lien de partage',
    about:
      'Pour un élu, un comité, un habitant : qui a le lien lit la stratégie sans compte. Le lien se reprend à tout moment.',
    label: 'Pour qui',
    labelHint: 'Un groupe ou une structure, par exemple : comité de pilotage. Ce nom signe les commentaires.',
    days: 'Durée, en jours',
    daysHint: '30 jours d’ordinaire, 365 au plus.',
    send: 'Faire le lien',
  },
  partner: {
    title: 'Inviter une organisation qui a un espace ici',
    about: 'La personne qui administre l’organisation, ou qui y écrit, ouvre le lien et accepte pour elle.',
    label: 'Nom de l’organisation',
    send: 'Faire le lien de partenaire',
  },
  found: {
    title: 'Inviter une organisation qui n’a pas d’espace',
    about:
      'La personne invitée crée son compte, ouvre l’espace de son organisation, et celle-ci rejoint la stratégie. Un seul lien suffit.',
    send: 'Faire le lien d’ouverture',
  },
  partners: {
    title: 'Organisations partenaires',
    none: 'Aucune organisation partenaire.',
    since: (at: string): string => `depuis le ${at}`,
    standingOf: (name: string): string => `Ce que peut faire ${name}`,
    change: 'Changer',
    changeOf: (name: string): string => `Changer ce que peut faire ${name}`,
    remove: 'Retirer',
    removeOf: (name: string): string => `Retirer ${name}`,
    changed: 'C’est changé.',
    removed: 'Organisation retirée : elle n’ouvre plus la stratégie. Ce qu’elle a écrit reste.',
    gone: 'Cette organisation n’est plus partenaire. Rien n’a été changé.',
  },
  links: {
    title: 'Liens',
    none: 'Aucun lien.',
    purposes: {
      share: 'lien de partage',
      partner: 'lien de partenaire',
      found: 'lien d’ouverture et de partenaire',
    } as Readonly<Record<string, string>>,
    open: (at: string): string => `jusqu’au ${at}`,
    ended: (at: string): string => `a pris fin le ${at}`,
    revoked: (at: string): string => `repris le ${at}`,
    taken: (at: string): string => `a servi le ${at}`,
    used: (at: string): string => `dernier usage : ${at}`,
    never: 'n’a pas encore servi',
    revoke: 'Reprendre',
    revokeOf: (label: string): string => `Reprendre le lien de ${label}`,
    done: 'Lien repris : il ne s’ouvre plus.',
    gone: 'Ce lien était déjà repris. Rien n’a été changé.',
  },
  faults: {
    label: 'Dites pour qui est le lien, en 80 caractères au plus.',
    days: 'Donnez une durée en jours, de 1 à 365.',
    standing: 'Choisissez ce que l’on pourra faire.',
    full: 'Cette stratégie a déjà 50 liens ouverts : reprenez-en un, puis recommencez.',
    single: 'Sans compte, il n’y a pas d’organisation à inviter. Créez d’abord le premier compte.',
  },
  join: {
    title: 'Rejoindre une stratégie',
    asked: (owner: string, name: string): string =>
      owner === ''
        ? `Vous êtes invité à travailler sur la stratégie « ${name} ».`
        : `${owner} invite votre organisation à travailler sur sa stratégie « ${name} ».`,
    what: (may: string): string => `Votre organisation pourra faire ceci : ${may}.`,
    shown:
      'Celle qui porte la stratégie verra le nom de votre organisation, et le nom des personnes qui y écrivent.',
    once: (until: string): string => `Ce lien sert une fois, jusqu’au ${until}.`,
    accept: (organisation: string): string => `Accepter pour ${organisation}`,
    signIn: 'Vous avez un compte : connectez-vous pour accepter.',
    noAccount:
      'Vous n’avez pas de compte ? Demandez à l’organisation qui vous invite un lien d’ouverture : il crée le compte et l’espace de votre organisation.',
    own: (organisation: string): string =>
      `Cette stratégie est celle de ${organisation}, pour qui vous agissez : il n’y a rien à accepter. Pour accepter au nom d’une autre organisation, choisissez-la dans votre compte.`,
    role: 'Votre rôle dans votre organisation ne permet pas d’accepter. Transmettez ce lien à la personne qui l’administre.',
    alone: 'Ce lien est pour une organisation. Rejoignez la vôtre, ou choisissez-la dans votre compte.',
    account: 'Mon compte',
    open: 'Ouvrir la stratégie',
    gone: 'Ce lien a pris fin, a été repris ou a déjà servi. Demandez-en un autre à l’organisation qui porte la stratégie.',
    unknown:
      'Aucun lien de partage n’existe à cette adresse. Vérifiez qu’elle est entière, ou demandez-en un autre.',
    tooMany: 'Trop de liens essayés depuis cet endroit. Attendez un quart d’heure, puis réessayez.',
    founder: (owner: string, name: string, may: string): string =>
      `Votre organisation rejoindra aussi la stratégie « ${name} » de ${owner}. Elle pourra y faire ceci : ${may}.`,
  },
} as const;
