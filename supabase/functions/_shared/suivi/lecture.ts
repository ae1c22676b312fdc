import { z } from 'zod';
import { dossierSchema, dossierSuiviSchema } from '../../../../src/suivi/regles/dossier.ts';
import { ROLES_DE_LIEN } from '../../../../src/suivi/regles/mots.ts';
import type { Deps } from '../deps.ts';
import { aMaintenant } from '../liens.ts';

/** Un lien qui n'ouvre rien : inconnu, ou périmé. */
const lienFermeSchema = z.object({ statut: z.enum(['lien-inconnu', 'lien-expire']) });

export const ouvertSchema = dossierSuiviSchema.pick({ vu: true, evenements: true }).extend({
  statut: z.literal('ouvert'),
  role: z.enum(ROLES_DE_LIEN),
  lien: z.uuid(),
  /** Vrai quand sa personne a passé la main, et peut encore la reprendre. */
  cede: z.boolean(),
  dossier: dossierSchema,
});
export type SuiviOuvert = z.infer<typeof ouvertSchema>;

/** Lit un suivi par l'empreinte de son lien ; ne change rien. */
export function lireSuivi(empreinte: string, deps: Deps) {
  return deps.base.appeler(
    'suivi_lire',
    { p_empreinte: empreinte, ...aMaintenant(deps) },
    z.discriminatedUnion('statut', [lienFermeSchema, ouvertSchema]),
  );
}
