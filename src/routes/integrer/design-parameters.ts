/** Parameters of the designer itself; those of the view keep their names. */
export const DESIGN_PARAMETERS = { kind: 'vue', where: 'ou', height: 'hauteur', width: 'largeur' } as const;

/** Beside the indicators of the catalogue, in the field of the indicator. */
export const OTHER_MEASURES = { distance: 'distance', index: 'indice' } as const;
