/** Words of backups: what is said of a file, and why one is refused. */
export const sauvegarde = {
  missing: (path: string): string =>
    `Le fichier « ${path} » n’existe pas. Vérifiez son nom et son dossier. Rien n’a été changé.`,
  unreadable: (path: string, why: string): string =>
    `Le fichier « ${path} » ne peut pas être lu : ${why}. Rien n’a été changé.`,
  foreign: (path: string): string =>
    `Le fichier « ${path} » n’est pas une sauvegarde de Maillage. Rien n’a été changé.`,
  torn: (path: string): string =>
    `La sauvegarde « ${path} » est incomplète, ou son contenu a changé depuis qu’elle a été écrite : elle ne peut pas servir. Prenez-en une autre copie. Rien n’a été changé.`,
  inconsistent: (path: string, table: string): string =>
    `La sauvegarde « ${path} » se contredit : la table « ${table} » n’a pas les lignes annoncées. Elle ne peut pas servir : prenez-en une autre. Rien n’a été changé.`,
  format: (path: string, format: number): string =>
    `La sauvegarde « ${path} » est au format ${format}, que cette version de Maillage ne connaît pas. Mettez Maillage à jour, puis recommencez. Rien n’a été changé.`,
  newer: (level: string): string =>
    `La sauvegarde vient d’une version plus récente de Maillage (schéma ${level}). Mettez Maillage à jour, puis recommencez. Rien n’a été changé.`,
  newerDatabase:
    'La base a été mise à jour par une version plus récente de Maillage : celle-ci n’en connaît pas toutes les tables. Mettez-la à jour, puis recommencez. Rien n’a été changé.',
  occupied: (tables: readonly string[]): string =>
    `La base contient déjà des données (${tables.join(', ')}). Rien n’a été changé. Pour les remplacer par celles de la sauvegarde, ajoutez --replace ; sauvegardez-les d’abord : npm run admin -- backup.`,
  busy: 'Un chargement ou une écriture est en cours depuis plus d’une minute. Attendez sa fin, puis recommencez. Rien n’a été changé.',
  differs: (table: string): string =>
    `La table « ${table} », une fois relue, n’est pas celle de la sauvegarde. Rien n’a été changé. Signalez-le.`,
  exists: (path: string): string =>
    `Le fichier « ${path} » existe déjà. Rien n’a été écrit : donnez un autre nom, ou retirez-le.`,
  unwritable: (path: string, why: string): string =>
    `La sauvegarde n’a pas pu être écrite dans « ${path} » : ${why}. Il n’en reste rien.`,
} as const;
