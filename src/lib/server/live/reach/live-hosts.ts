/**
 * The only hosts ever asked for files: those of the producers of the catalogue, and those where data.gouv.fr
 * keeps what it publishes. A firewall opens these, in https.
 */
export const LIVE_HOSTS = [
  'www.data.gouv.fr',
  'static.data.gouv.fr',
  'object.data.gouv.fr',
  'object.files.data.gouv.fr',
  'etalab-datasets.geo.data.gouv.fr',
  'data.arcep.fr',
  'data.economie.gouv.fr',
  'www.insee.fr',
  'api.insee.fr',
] as const;

/** Whether files may be asked of a host, by its name as a URL writes it. */
export const isLiveHost = (host: string): boolean => (LIVE_HOSTS as readonly string[]).includes(host);
