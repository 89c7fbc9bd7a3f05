/**
 * An expected failure of the embedded database, whose message is a French text
 * ready to be shown: what happened, what is safe, what to do.
 */
export class ClusterFailure extends Error {
  override name = 'ClusterFailure';
}

/** What a refused system call says in French, or the system's own words when unknown. */
export function describeSystemError(error: unknown): string {
  const code = systemErrorCode(error);
  const known: Record<string, string> = {
    EACCES: 'permission refusée',
    EPERM: 'opération interdite par le système',
    EROFS: 'disque en lecture seule',
    ENOSPC: 'disque plein',
    EDQUOT: 'quota de disque atteint',
    ENOTDIR: 'un fichier occupe la place d’un dossier',
    ENOENT: 'introuvable',
    EMFILE: 'trop de fichiers ouverts',
  };
  return known[code] ?? (error instanceof Error ? error.message : String(error));
}

/** The `code` of a Node system error, or an empty text. */
export function systemErrorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}

/**
 * Turns what `initdb` or `postgres` printed into a French failure.
 * @param action what was being tried, as a French sentence without its full stop
 * @param output what the program printed (English, `LC_ALL=C`)
 * @param dataHome the folder that holds the data
 */
export function failureFromOutput(action: string, output: string, dataHome: string): ClusterFailure {
  const safe = 'Les données déjà enregistrées n’ont pas été touchées.';
  if (/No space left on device|Disk quota exceeded/i.test(output)) {
    return new ClusterFailure(
      `${action} : le disque qui contient ${dataHome} est plein. ${safe} ` +
        'Libérez de la place (1 Go au moins), ou choisissez un autre dossier avec DATA_DIR, puis relancez.',
    );
  }
  if (/Read-only file system/i.test(output)) {
    return new ClusterFailure(
      `${action} : le disque qui contient ${dataHome} est en lecture seule. ${safe} ` +
        'Choisissez un dossier où écrire avec DATA_DIR, puis relancez.',
    );
  }
  if (/Permission denied|Operation not permitted|could not access directory/i.test(output)) {
    return new ClusterFailure(
      `${action} : permission refusée dans ${dataHome}. ${safe} ` +
        'Donnez ce dossier au compte qui lance Maillage, ou choisissez-en un autre avec DATA_DIR.',
    );
  }
  if (/incompatible with server|was initialized by PostgreSQL version/i.test(output)) {
    return new ClusterFailure(
      `${action} : les données de ${dataHome} viennent d’une autre version de PostgreSQL. ${safe} ` +
        'Relancez la version de Maillage qui les a écrites, ou choisissez un autre dossier avec DATA_DIR.',
    );
  }
  if (/could not (create|map|resize) (shared memory|anonymous)/i.test(output)) {
    return new ClusterFailure(
      `${action} : la mémoire partagée du système est insuffisante. ${safe} ` +
        'Fermez d’autres programmes, ou donnez plus de mémoire à la machine, puis relancez.',
    );
  }
  const last = output.trim().split('\n').slice(-6).join('\n');
  return new ClusterFailure(`${action}. ${safe} Voici ce que PostgreSQL a écrit :\n${last || '(rien)'}`);
}
