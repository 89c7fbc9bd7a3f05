/** Words of what is fetched from the producers: what is going on, and why it stopped. */
const KEPT = 'Les données en place n’ont pas changé.';

const BY_HAND =
  'téléchargez le fichier à la main depuis la page du producteur, et placez-le dans le dossier des données.';

const MOVED = `Si le producteur a changé d’adresse, ${BY_HAND}`;

const LATER = `Réessayez plus tard ; si cela dure, ${BY_HAND}`;

export const live = {
  kept: KEPT,
  unreachable: (host: string): string =>
    `${host} n’est pas joignable depuis cette machine : pas de réseau, nom inconnu ou accès fermé. Vérifiez la connexion, ou demandez que cette adresse soit ouverte en https. ${KEPT}`,
  certificate: (host: string): string =>
    `${host} n’a pas présenté de certificat de confiance. Rien n’a été lu. Si votre réseau remplace les certificats, indiquez le sien par NODE_EXTRA_CA_CERTS. ${KEPT}`,
  notAnAddress: (text: string): string =>
    `« ${text} » n’est pas une adresse : elle n’est pas suivie. ${MOVED} ${KEPT}`,
  notHttps: (text: string): string =>
    `« ${text} » n’est pas une adresse en https : elle n’est pas suivie. ${MOVED} ${KEPT}`,
  notListed: (host: string): string =>
    `${host} n’est pas l’adresse d’un producteur connu de Maillage : elle n’est pas suivie. ${MOVED} ${KEPT}`,
  privateAddress: (host: string): string =>
    `${host} désigne une machine d’un réseau privé : rien ne lui est demandé. Vérifiez le serveur de noms (DNS). ${KEPT}`,
  redirected: (host: string, why: string): string => `${host} renvoie ailleurs. ${why}`,
  tooManyRedirects: (host: string): string =>
    `${host} renvoie d’une adresse à l’autre sans fin. Réessayez plus tard ; si cela dure, le producteur a déplacé son fichier. ${KEPT}`,
  missing: (host: string): string =>
    `Le fichier n’est plus à l’adresse connue chez ${host} (code 404). Le producteur l’a déplacé : téléchargez-le à la main depuis sa page, et placez-le dans le dossier des données. ${KEPT}`,
  refused: (host: string, status: number): string =>
    `${host} a refusé la demande (code ${status}). Réessayez plus tard. ${KEPT}`,
  broken: (host: string, status: number): string =>
    `${host} est en panne (code ${status}), malgré plusieurs essais. Réessayez plus tard. ${KEPT}`,
  busy: (host: string): string =>
    `${host} reçoit trop de demandes, malgré plusieurs essais. Réessayez plus tard. ${KEPT}`,
  later: (host: string, when: string): string =>
    `${host} demande d’attendre : réessayez après ${when}. ${KEPT}`,
  stalled: (host: string): string =>
    `${host} n’envoie plus rien, malgré plusieurs essais. Réessayez plus tard. ${KEPT}`,
  tooSlow: (host: string, minutes: string): string =>
    `Le fichier de ${host} n’est pas arrivé en ${minutes}. Réessayez quand le réseau sera moins chargé. ${KEPT}`,
  cut: (host: string): string =>
    `La connexion avec ${host} a été coupée avant la fin, malgré plusieurs essais. Réessayez plus tard. ${KEPT}`,
  tooLarge: (file: string, most: string): string =>
    `${file} dépasse ${most}, bien plus que ce que le producteur publie d’ordinaire : il n’est pas gardé. Regardez sa page ; si c’est le bon, ${BY_HAND} ${KEPT}`,
  bomb: (file: string): string =>
    `${file} se dilate trop une fois décompressé : il n’est pas gardé. ${LATER} ${KEPT}`,
  compression: (file: string, name: string): string =>
    `${file} arrive compressé d’une façon inconnue (${name}) ou abîmée. ${LATER} ${KEPT}`,
  webPage: (file: string): string =>
    `${file} : une page web est arrivée à la place. Si votre réseau demande de se connecter, connectez-vous par un navigateur, puis réessayez. ${MOVED} ${KEPT}`,
  otherKind: (file: string, kind: string): string =>
    `${file} n’est pas ${kind} : le producteur a changé de format, ou le fichier est abîmé. ${LATER} ${KEPT}`,
  kinds: {
    csv: 'un tableau CSV',
    zip: 'une archive zip',
    gzip: 'un fichier compressé par gzip',
    json: 'du JSON',
  },
  empty: (file: string): string => `${file} est arrivé vide. Réessayez plus tard. ${KEPT}`,
  checksum: (file: string): string =>
    `${file} ne répond pas à l’empreinte publiée par le producteur, malgré plusieurs essais : il n’est pas gardé. Réessayez plus tard ; si cela dure, signalez-le au producteur. ${KEPT}`,
  noResource: (page: string): string =>
    `Le fichier n’est plus dans la liste publiée sur ${page}. Téléchargez-le à la main depuis cette page, et placez-le dans le dossier des données. ${KEPT}`,
  otherCatalogue: (host: string): string =>
    `Le catalogue de ${host} ne se lit plus comme avant. Téléchargez le fichier à la main, et placez-le dans le dossier des données. ${KEPT}`,
  noQuarter: (host: string, from: string, to: string): string =>
    `${host} ne publie ce fichier pour aucun trimestre de ${from} à ${to}. Réessayez plus tard. ${KEPT}`,
  disk: (why: string): string =>
    `Le fichier ne peut pas être écrit (${why}). Faites de la place ou rendez le dossier des données accessible en écriture. ${KEPT}`,
  stopped: `Arrêté à la demande. ${KEPT}`,
  notLive: (title: string): string =>
    `${title} ne se télécharge pas automatiquement : placez son fichier dans le dossier des données.`,
  demonstration:
    'Le territoire de démonstration est chargé : ses communes sont fictives, les chiffres des producteurs n’y trouveraient pas leur place. Placez d’abord les fichiers du pays dans le dossier open-data.',
  standIn: (text: string): string =>
    `MAILLAGE_LIVE_BASE vaut « ${text} ». Seule une adresse de cette machine sert aux essais : http://127.0.0.1:PORT.`,
  known: (ids: string): string => `Sources qui se téléchargent : ${ids}.`,
  received: (size: string): string => `${size} reçus`,
} as const;
