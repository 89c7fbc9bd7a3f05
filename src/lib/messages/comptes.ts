/** Words of accounts: signing in, one’s own account, invitations. */
export const comptes = {
  refused: {
    signIn: 'Rien n’a été enregistré : connectez-vous d’abord.',
    expired: 'Votre session a pris fin, rien n’a été enregistré. Reconnectez-vous.',
    keptExpired:
      'Votre session a pris fin : rien n’est encore enregistré, et rien de ce que vous avez saisi n’est perdu. Donnez votre mot de passe au bas du formulaire, puis enregistrez.',
    noRight:
      'Votre rôle dans votre organisation ne permet pas cela. Demandez-le à la personne qui l’administre.',
    notKeeper: (keepers: readonly string[]): string => {
      if (keepers.length === 0)
        return 'Aucune organisation ne tient les données de ce site : elles se chargent depuis la machine qui l’héberge. Demandez-le à la personne qui s’en occupe.';
      const next = 'Si vous en êtes membre, agissez d’abord en son nom, depuis « Mon compte ».';
      return keepers.length === 1
        ? `Seule l’organisation qui tient les données de ce site, ${keepers[0]}, peut les changer : toutes les autres les lisent. Demandez-le à la personne qui l’administre. ${next}`
        : `Seules les organisations qui tiennent les données de ce site (${keepers.join(', ')}) peuvent les changer : toutes les autres les lisent. Demandez-le à la personne qui administre l’une d’elles. ${next}`;
    },
    others:
      'Ce lieu a été saisi par une autre organisation, qui le tient à jour. Rien n’a été enregistré ; dites-lui ce qu’il faut corriger.',
    open: 'Pour écrire ici, il faut un compte avec le rôle « éditeur ».',
    openLink: 'Se connecter',
  },
  link: {
    signIn: 'Se connecter',
    mine: 'Mon compte',
    single: 'Ce poste',
  },
  signIn: {
    title: 'Se connecter',
    lead: 'Les cartes, les chiffres et l’annuaire se lisent sans compte. Un compte sert à écrire au nom d’une organisation.',
    email: 'Adresse électronique',
    password: 'Mot de passe',
    send: 'Se connecter',
    provider: (name: string): string => `Continuer avec ${name}`,
    providerApart: (name: string): string =>
      `s’identifier avec ${name} dans un autre onglet, puis enregistrer ici`,
    or: 'ou',
    wrong: 'Adresse ou mot de passe inexact. Vérifiez les deux, puis réessayez.',
    wait: (minutes: string): string => `Trop d’essais. Attendez ${minutes}, puis réessayez.`,
    minute: 'minute',
    busy: 'Beaucoup de personnes se connectent en même temps. Réessayez dans quelques secondes.',
    closed:
      'On ne se connecte qu’en https, pour que personne ne lise le mot de passe en chemin. La personne qui gère cette installation doit la servir en https (voir la variable ORIGIN), ou vous pouvez vous connecter depuis la machine elle-même.',
    none: 'Aucun compte n’existe encore ici. La personne qui gère cette installation crée le premier depuis sa machine : npm run admin -- create-user.',
    lost: 'Mot de passe oublié ? La personne qui administre votre organisation peut vous donner un lien pour en choisir un autre.',
    out: 'Vous êtes déconnecté.',
  },
  signOut: {
    title: 'Se déconnecter',
    lead: 'Ce navigateur oubliera votre session. Ce qui est enregistré le reste.',
    send: 'Se déconnecter',
    done: 'Vous êtes déconnecté de Maillage.',
    provider: (name: string): string => `Se déconnecter aussi de ${name}`,
  },
  oidc: {
    off: 'Cette installation n’a pas de fournisseur d’identité. Connectez-vous avec un mot de passe.',
    down: (name: string): string =>
      `${name} ne répond pas. Rien n’est perdu\u00a0: réessayez dans une minute, ou connectez-vous avec un mot de passe.`,
    refused: (name: string): string =>
      `${name} n’a pas confirmé votre identité, ou la demande était trop ancienne. Recommencez depuis cette page.`,
    unknown:
      'Votre identité est confirmée, mais aucun compte n’y est relié. Demandez une invitation à la personne qui administre votre organisation, et ouvrez-la avant de vous identifier.',
    known:
      'Un compte existe déjà pour cette adresse. Connectez-vous avec son mot de passe, puis reliez votre identité depuis la page de votre compte.',
    taken: 'Cette identité est déjà reliée à un autre compte.',
    linked: 'Votre identité est reliée à votre compte.',
  },
  first: {
    title: 'Mode mono-utilisateur',
    lead: 'Aucun compte n’existe. Maillage n’écoute que cette machine : la personne qui s’en sert peut tout lire et tout écrire, sans mot de passe.',
    leave: 'Créer le premier compte',
    about:
      'Le premier compte crée la première organisation et l’administre. Tout ce qui a été saisi et importé ici lui appartiendra, et elle tiendra les données du site. Ensuite, écrire demandera de se connecter ; lire restera libre. On ne revient pas en arrière.',
    send: 'Créer le compte et l’organisation',
    exists: 'Un compte existe déjà : connectez-vous.',
    shell: 'Mode mono-utilisateur : sans mot de passe, pour cette machine seulement.',
  },
  fields: {
    name: 'Votre nom',
    nameHint: 'Tel que vos collègues le verront.',
    organisation: 'Nom de l’organisation',
    kind: 'Nature de l’organisation',
    newPassword: 'Nouveau mot de passe',
    passwordHint:
      'Au moins 12 caractères avec majuscules, minuscules, chiffres et signes, ou 14 sans signes, ou une phrase de plusieurs mots.',
    currentPassword: 'Mot de passe actuel',
  },
  faults: {
    weak: 'Ce mot de passe se devine trop vite. Allongez-le, ou mêlez majuscules, minuscules, chiffres et signes : une phrase de plusieurs mots convient.',
    long: 'Ce mot de passe dépasse 200 caractères. Raccourcissez-le.',
    repeated: 'Ce mot de passe répète trop les mêmes caractères. Choisissez-en un plus varié.',
    personal:
      'Ce mot de passe contient votre nom, votre adresse ou celui de votre organisation. Choisissez autre chose.',
    common: 'Ce mot de passe est de ceux qu’on essaie en premier. Choisissez autre chose.',
    email: 'Cette adresse électronique n’en est pas une. Corrigez-la, par exemple : prenom.nom@exemple.fr.',
    name: 'Donnez un nom, de 120 caractères au plus.',
    kind: 'Choisissez la nature de l’organisation.',
    role: 'Choisissez un rôle.',
  },
  account: {
    title: 'Mon compte',
    noOrganisation:
      'Vous n’êtes membre d’aucune organisation : vous pouvez lire, pas écrire. Demandez une invitation.',
    profile: 'Profil',
    save: 'Enregistrer le nom',
    saved: 'Nom enregistré.',
    organisations: 'Organisations',
    actFor: 'Agir pour cette organisation',
    acting: 'vous agissez pour elle',
    manage: 'Membres de l’organisation',
    journal: 'Journal des écritures',
    password: 'Mot de passe',
    noPassword:
      'Vous vous connectez par un fournisseur d’identité. Vous pouvez aussi choisir un mot de passe.',
    changePassword: 'Changer le mot de passe',
    choosePassword: 'Choisir un mot de passe',
    changed: 'Mot de passe changé. Vos autres sessions sont fermées.',
    wrongCurrent: 'Le mot de passe actuel est inexact. Rien n’a été changé.',
    identities: 'Identités reliées',
    noIdentity: 'Aucune.',
    linkIdentity: (name: string): string => `Relier mon identité ${name}`,
    sessions: 'Sessions ouvertes',
    sessionsAbout: 'Une session finit après 12 heures sans usage, et au plus tard après 7 jours.',
    thisSession: 'celle-ci',
    seen: (at: string): string => `dernier usage\u00a0: ${at}`,
    close: 'Fermer',
    closed: 'Session fermée.',
    data: 'Mes données',
    dataAbout:
      'Tout ce que Maillage garde sur vous : compte, rôles, sessions, clés de l’API, tableaux apportés, et ce que vous avez fait, dans un fichier JSON.',
    download: 'Télécharger mes données',
    erase: 'Effacer mon compte',
    eraseAbout:
      'Votre nom, votre adresse, votre mot de passe et vos sessions sont effacés aussitôt, sans retour. Ce que vous avez saisi reste à votre organisation ; les clés de l’API que vous avez faites n’ouvrent plus rien. Le journal garde un numéro qui ne mène plus à vous.',
    eraseConfirm: 'Je veux effacer mon compte',
    eraseSend: 'Effacer mon compte',
    eraseUnconfirmed: 'Cochez la case pour confirmer. Rien n’a été effacé.',
    eraseLast: (names: string): string =>
      `Vous êtes la seule personne à administrer ${names}. Donnez ce rôle à quelqu’un d’autre, puis recommencez. Rien n’a été effacé.`,
    erased: 'Votre compte est effacé.',
  },
  invitation: {
    title: 'Invitation',
    join: (organisation: string, role: string): string =>
      `Vous êtes invité à rejoindre ${organisation} avec le rôle «\u00a0${role}\u00a0».`,
    found: (organisation: string): string =>
      `Vous êtes invité à ouvrir l’espace de ${organisation} dans Maillage, et à l’administrer.`,
    recover: 'Choisissez un nouveau mot de passe',
    recoverAbout: 'Toutes vos sessions seront fermées, et vous serez connecté ici.',
    for: (email: string): string => `Ce lien est pour ${email}. Il ne sert qu’une fois.`,
    accept: 'Accepter l’invitation',
    create: 'Créer mon compte',
    save: 'Enregistrer et me connecter',
    known: 'Un compte existe déjà pour cette adresse : connectez-vous avec lui, puis acceptez.',
    other: (email: string): string =>
      `Vous êtes connecté avec ${email}, qui n’est pas l’adresse invitée. Déconnectez-vous, puis rouvrez ce lien.`,
    gone: 'Ce lien ne s’ouvre plus : il a déjà servi, a été repris, ou est trop ancien. Demandez-en un autre.',
    tooMany: 'Trop de liens essayés depuis cet endroit. Attendez un quart d’heure, puis réessayez.',
  },
} as const;
