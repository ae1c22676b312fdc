import { z } from 'zod';
import { lecteurDe, lecteurPermis } from '../../../../src/reponses/regles/lecteur.ts';
import type { Lecteur } from '../../../../src/reponses/regles/adresse.ts';
import { dossierSuiviSchema, type DossierSuivi } from '../../../../src/suivi/regles/dossier.ts';
import { ROLES_ECRITS, type RoleEcrit } from '../../../../src/suivi/regles/mots.ts';
import { suivre, type Suivi } from '../../../../src/suivi/regles/suivi.ts';
import type { Deps } from '../deps.ts';
import { CALENDRIER, DELAIS } from '../suivi/regles.ts';

/** Un lien de suivi que personne n'a annulé, et le dossier qu'il ouvre. */
const connuSchema = z.object({
  statut: z.literal('connu'),
  lien: z.uuid(),
  role: z.enum(ROLES_ECRITS),
  dossier: dossierSuiviSchema,
});

const lueSchema = z.discriminatedUnion('statut', [
  z.object({ statut: z.literal('inconnu') }),
  connuSchema,
]);

/** Le dossier d'un lien, et à quelle personne il était donné ; null si rien de tel n'est ouvert. */
async function lire(etape: string, parametres: object, deps: Deps) {
  const lue = await deps.base.appeler(
    etape,
    { ...parametres, p_maintenant: deps.maintenant().toISOString() },
    lueSchema,
  );
  return lue.statut === 'connu' ? lue : null;
}

export const lireLeLien = (p_lien: string, deps: Deps) => lire('reponse_lire', { p_lien }, deps);

export const suiviDe = ({ evenements }: DossierSuivi, deps: Deps): Suivi =>
  suivre(evenements, deps.maintenant(), DELAIS, CALENDRIER);

/** Qui lira la réponse à ce courriel, et par quel lien ; null quand il ne parle pas d'un seul dossier ouvert. */
export async function lecteurDuCourriel(
  p_courriel: string,
  deps: Deps,
): Promise<{ lien: string; lecteur: Lecteur } | null> {
  const lu = await lire('courriel_repond', { p_courriel }, deps);
  if (lu === null) return null;
  const { lien, role, dossier } = lu;
  const { etat } = suiviDe(dossier, deps);
  return { lien, lecteur: lecteurDe(role, { etat, evenements: dossier.evenements }) };
}

/** Qui lit la réponse de cette personne, à une adresse qui annonçait ce lecteur. */
export const lecteurActuel = (
  annonce: Lecteur,
  role: RoleEcrit,
  dossier: DossierSuivi,
  { etat }: Suivi,
): Lecteur => lecteurPermis(annonce, role, { etat, evenements: dossier.evenements });
