/** Licences that a table may be brought under. */
export const LICENCES = ['licence-ouverte', 'odbl', 'cc-by', 'cc-0', 'internal', 'unstated'] as const;

export type Licence = (typeof LICENCES)[number];

export const isLicence = (text: string): text is Licence => (LICENCES as readonly string[]).includes(text);

/** Whether a licence lets figures leave in exports and by the interface. */
export const isOpenLicence = (licence: Licence): boolean => licence !== 'internal' && licence !== 'unstated';
