/** Une demande valable, sans son parcours ni son adresse. */
export const DEMANDE = {
  nom: 'Alix Exemple',
  telephone: null,
  role: 'tuteur-mlds',
  etablissement: 'Lycée Exemple',
  academie: 'rennes',
  debutLe: '2027-01-11',
  heures: 300,
  message: 'Un jeune aimerait découvrir la logistique.',
};
