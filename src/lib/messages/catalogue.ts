/** What is said of the indicators of tables, beside those of the catalogue. */
export const catalogue = {
  caveat:
    'Tableau apporté par un utilisateur : Maillage le rattache aux territoires, sans en vérifier les chiffres.',
};
