import { randomBytes, randomUUID } from 'node:crypto';
import reglages from '../../supabase/functions/_shared/reglages.json' with { type: 'json' };

export type LienPose = { id: string; empreinte: string };

export const unLien = (): LienPose => ({
  id: randomUUID(),
  empreinte: randomBytes(32).toString('hex'),
});
export const desLiens = (nombre: number) => Array.from({ length: nombre }, unLien);

export const LE = new Date('2026-11-23T10:00:00Z');
export const plusTard = (heures: number, depuis = LE) =>
  new Date(depuis.getTime() + heures * 3_600_000);

/** Ce que la tâche d'entretien remet à la base. */
export const REGLAGES = reglages;

/** Ce que le service remet à la base pour admettre une demande : des limites que seul leur essai atteint. */
export const CONFIANCE = {
  parPersonne: 1_000,
  parParcours: 1_000,
  parEtablissement: 1_000,
  enAttente: 1_000,
  gardeesParDomaine: 1_000,
  relaisLe: '2026-11-25',
  gardeeJusquAu: '2026-11-30',
};

export const EQUIPE = 'equipe@csf.example';

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
