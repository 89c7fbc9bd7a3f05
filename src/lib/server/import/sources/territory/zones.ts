import type { ZoneAdapter } from '../../adapter.ts';

/** Priority neighbourhoods: the zip of the ANCT, or the GeoJSON that it holds. */
export const priorityNeighbourhoods: ZoneAdapter = {
  id: 'qpv-2024',
  kind: 'zones',
  zone: 'qpv',
  files: ['qpv-2024.zip'],
  namedLike: /^qpv-2024.*\.(zip|json|geojson|geojson\.gz)$/i,
  optional: true,
  revision: 1,
};

/** IRIS: whatever file of their outlines is given. */
export const iris: ZoneAdapter = {
  id: 'iris',
  kind: 'zones',
  zone: 'iris',
  files: ['iris.zip'],
  namedLike: /^iris.*\.(zip|json|geojson|geojson\.gz)$/i,
  optional: true,
  revision: 1,
};
