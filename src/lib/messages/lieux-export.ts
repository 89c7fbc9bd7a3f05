/** Words of the files of places. `list` and `count` come already shaped. */
export const lieuxExport = {
  title: 'Lieux qui aident',
  titleWithin: (territory: string): string => `Lieux qui aident : ${territory}`,
  unknownFormat: (format: string): string =>
    `Le format « ${format} » n’existe pas. Formats offerts : csv, json, geojson, xlsx.`,
  byCommune:
    'Les lieux sont connus par commune, pas par arrondissement : demandez ceux de la commune entière.',
  leftOut: {
    restricted: (one: boolean, count: string, of: string): string =>
      one
        ? `${count} n’est pas dans ce fichier : sa source ou sa liste ne permet pas de le redistribuer (${of}).`
        : `${count} ne sont pas dans ce fichier : leur source ou leur liste ne permet pas de les redistribuer (${of}).`,
    closed: (one: boolean, count: string): string =>
      `${count} ${one ? 'n’y est pas : il est fermé' : 'n’y sont pas : ils sont fermés'}.`,
    candidate: (one: boolean, count: string): string =>
      `${count} ${one ? 'n’y est pas : personne n’y aide' : 'n’y sont pas : personne n’y aide'} encore.`,
    unwritable: (count: string, field: string): string =>
      `${count} sans « ${field} » que le schéma national admette : complétez ce champ pour publier le lieu.`,
  },
  formats: {
    csv: { label: 'CSV', detail: 'schéma national des lieux, v1.0.2' },
    json: { label: 'JSON', detail: 'schéma national des lieux, v1.0.2' },
    xlsx: { label: 'Excel (XLSX)', detail: 'avec une feuille « Sources »' },
    geojson: { label: 'GeoJSON', detail: 'points, pour un SIG' },
  },
  own: (one: boolean, count: string): string =>
    one
      ? `${count} vient d’une liste que votre organisation ne partage pas : ne le republiez pas.`
      : `${count} viennent de listes que votre organisation ne partage pas : ne les republiez pas.`,
  privateList: 'liste non partagée',
  unknownSource: 'source inconnue',
  phones:
    'Seuls les numéros des structures France services figurent dans ce fichier ; les contacts et les courriels n’y sont jamais.',
  positions:
    'Une position « centre de la commune » est approchée : elle ne sert à mesurer aucune distance plus fine.',
  empty: 'Une case vide n’est pas un « non » : l’information n’est pas connue.',
  place: 'lieu',
  places: 'lieux',
  yes: 'oui',
  position: { given: 'donnée par la source', 'commune-centre': 'centre de la commune', none: 'inconnue' },
  columns: {
    id: 'Identifiant',
    nom: 'Nom',
    genre: 'Genre de lieu',
    structure: 'Structure',
    adresse: 'Adresse',
    complement: 'Complément d’adresse',
    code_postal: 'Code postal',
    commune: 'Commune',
    code_insee: 'Code officiel de la commune',
    latitude: 'Latitude',
    longitude: 'Longitude',
    degrees: 'degrés',
    position: 'Position',
    services: 'Services',
    publics: 'Publics',
    prise_en_charge: 'Prise en charge spécifique',
    frais: 'Frais',
    accompagnement: 'Accompagnement',
    acces: 'Modalités d’accès',
    programmes: 'Programmes nationaux',
    labels: 'Labels',
    horaires: 'Horaires (OpenStreetMap)',
    itinerant: 'Itinérant',
    telephone: 'Téléphone',
    site_web: 'Site',
    prise_rdv: 'Prise de rendez-vous',
    date_maj: 'Mis à jour le',
    sources: 'Sources',
  },
} as const;
