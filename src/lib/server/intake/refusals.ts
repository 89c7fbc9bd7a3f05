import { formatNumber } from '../../format/number.ts';
import { IntakeError } from './intake-error.ts';
import {
  MAX_CELLS,
  MAX_COLUMNS,
  MAX_ELEMENT_CHARS,
  MAX_FILE_BYTES,
  MAX_INFLATED_BYTES,
  MAX_JSON_DEPTH,
  MAX_RECORD_CHARS,
  MAX_ROWS,
} from './limits.ts';

const ACCEPTED = 'Envoyez un fichier CSV, XLSX, ODS, GeoJSON ou JSON.';
const SAVE_AGAIN =
  'Ouvrez-le dans un tableur (Excel, LibreOffice), enregistrez-le à nouveau en XLSX ou en CSV, puis renvoyez-le.';
const SPLIT = 'Gardez les seules lignes et colonnes utiles, ou partagez-le en plusieurs fichiers.';
const megabytes = (bytes: number): string => `${formatNumber(bytes / 1024 / 1024)}\u00a0Mo`;
const why = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).slice(0, 200);

/** Every reason for not taking a file, in words. */
export const refusals = {
  missing: () => new IntakeError('Le fichier reçu est introuvable sur le serveur.', 'Renvoyez-le.'),
  empty: () => new IntakeError('Le fichier est vide.', 'Vérifiez que vous avez choisi le bon fichier.'),
  tooHeavy: (bytes: number) =>
    new IntakeError(`Le fichier pèse ${megabytes(bytes)}, pour ${megabytes(MAX_FILE_BYTES)} au plus.`, SPLIT),
  noRows: () =>
    new IntakeError(
      'Le fichier ne contient pas de ligne de données sous ses titres de colonnes.',
      'Vérifiez que vous avez choisi le bon fichier, et que les données sont sur la première feuille remplie.',
    ),
  binary: (name: string) =>
    new IntakeError(`« ${name} » n’est ni un texte ni un classeur que Maillage sait lire.`, ACCEPTED),
  utf16: () =>
    new IntakeError(
      'Le texte est codé en UTF-16.',
      'Enregistrez-le en « CSV UTF-8 » dans votre tableur, puis renvoyez-le.',
    ),
  oldWorkbook: () =>
    new IntakeError(
      'Le classeur est dans l’ancien format XLS, ou protégé par un mot de passe.',
      'Retirez le mot de passe s’il y en a un, enregistrez-le en XLSX, puis renvoyez-le.',
    ),
  markup: () =>
    new IntakeError('Le fichier est une page web ou un document XML, et non un tableau.', SAVE_AGAIN),
  otherZip: () =>
    new IntakeError(
      'Le fichier est une archive ou un document qui n’est pas un classeur XLSX ou ODS.',
      'Si c’est une archive zip, sortez-en le fichier de données et envoyez-le seul. ' + ACCEPTED,
    ),
  encrypted: () =>
    new IntakeError(
      'Le fichier est protégé par un mot de passe.',
      'Retirez le mot de passe, puis renvoyez-le.',
    ),
  brokenZip: (cause: unknown) =>
    new IntakeError(`Le fichier est abîmé ou incomplet (${why(cause)}).`, SAVE_AGAIN),
  bomb: (detail: string) =>
    new IntakeError(
      `Le fichier, une fois décompressé, dépasserait ce qui est accepté (${detail}).`,
      `La limite est de ${megabytes(MAX_INFLATED_BYTES)}. ${SAVE_AGAIN}`,
    ),
  declaration: () =>
    new IntakeError(
      'Le classeur contient une déclaration (DOCTYPE) qui n’a pas sa place dans un tableau et peut être malveillante.',
      SAVE_AGAIN,
    ),
  brokenWorkbook: (cause: unknown) =>
    new IntakeError(`Le contenu du classeur ne se lit pas (${why(cause)}).`, SAVE_AGAIN),
  noSheet: () =>
    new IntakeError(
      'Aucune feuille du classeur ne contient de données.',
      'Vérifiez que vous avez choisi le bon fichier.',
    ),
  tooManyCells: () =>
    new IntakeError(
      `Le tableau compte plus de ${formatNumber(MAX_CELLS)} cases, cases vides entre les données comprises.`,
      SPLIT,
    ),
  tooManyRows: () => new IntakeError(`Le tableau compte plus de ${formatNumber(MAX_ROWS)} lignes.`, SPLIT),
  tooManyColumns: (line: number) =>
    new IntakeError(
      `La ligne ${formatNumber(line)} a plus de ${formatNumber(MAX_COLUMNS)} colonnes.`,
      'Vérifiez le séparateur de colonnes, et effacez les cases isolées loin à droite du tableau.',
    ),
  brokenCsv: (line: number, cause: unknown) =>
    new IntakeError(
      `Le texte ne se lit pas comme un tableau près de la ligne ${formatNumber(line)} (${why(cause)}).`,
      'Vérifiez les guillemets de cette ligne : chacun doit être fermé, ou doublé à l’intérieur d’une case.',
    ),
  longRecord: (line: number) =>
    new IntakeError(
      `La ligne qui commence près de la ligne ${formatNumber(line)} dépasse ${formatNumber(MAX_RECORD_CHARS)} caractères.`,
      'Un guillemet n’est sans doute jamais fermé : corrigez-le, puis renvoyez le fichier.',
    ),
  brokenJson: (element: number, cause: unknown) =>
    new IntakeError(
      `Le fichier JSON ne se lit pas, près de l’élément ${formatNumber(element)} (${why(cause)}).`,
      'Vérifiez qu’il est complet et qu’il suit la norme JSON (ni NaN, ni virgule finale), puis renvoyez-le.',
    ),
  deepJson: () =>
    new IntakeError(
      `Le fichier JSON emboîte plus de ${formatNumber(MAX_JSON_DEPTH)} niveaux.`,
      'Envoyez une liste simple d’objets, ou un GeoJSON.',
    ),
  longElement: (element: number) =>
    new IntakeError(
      `L’élément ${formatNumber(element)} du fichier dépasse ${formatNumber(MAX_ELEMENT_CHARS)} caractères.`,
      'Simplifiez son contour ou son texte, puis renvoyez le fichier.',
    ),
  notAList: () =>
    new IntakeError(
      'Le fichier JSON n’est pas une liste d’objets.',
      'Envoyez une liste ([{…}, {…}]) ou un GeoJSON de type FeatureCollection.',
    ),
  memory: () =>
    new IntakeError('Lire ce fichier demande plus de mémoire que le serveur n’en accorde.', SPLIT),
  slow: (milliseconds: number) =>
    new IntakeError(
      `La lecture du fichier n’était pas finie au bout de ${formatNumber(milliseconds / 1000)} s : elle a été arrêtée.`,
      SPLIT,
    ),
  stopped: () =>
    new IntakeError('La lecture du fichier a été arrêtée à votre demande.', 'Renvoyez-le si besoin.'),
  unforeseen: (name: string, cause?: unknown) =>
    new IntakeError(`« ${name} » n’a pas pu être lu, pour une raison imprévue.`, SAVE_AGAIN, cause),
} as const;
