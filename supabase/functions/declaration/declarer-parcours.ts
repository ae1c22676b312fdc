import { z } from 'zod';
import { jourAParis } from '../../../src/socle/dates.ts';
import {
  declarationSchema,
  erreursDuJour,
  parcoursDeclare,
  type Declaration,
} from '../../../src/declaration/regles/declaration.ts';
import type { Erreurs } from '../../../src/socle/saisie.ts';
import { compterLEnvoi, lireFormulaire } from '../_shared/abus.ts';
import { envoyerCourriels } from '../_shared/envoi/boite-d-envoi.ts';
import type { Traitement } from '../_shared/deps.ts';
import communes from '../_shared/communes.json' with { type: 'json' };
import domaines from '../_shared/domaines.json' with { type: 'json' };
import { json, refuserLesErreurs } from '../_shared/http.ts';
import { preparerLiens } from '../_shared/jetons.ts';
import { aMaintenant, repondreBilan } from '../_shared/liens.ts';
import { avecReferenceLibre, tirerReference, tirerSignes } from '../_shared/references.ts';

const reponseSchema = z.object({
  statut: z.enum(['recue', 'limite']),
  reference: z.string().optional(),
  secondes: z.number().optional(),
});

const recue = (reference: string) => json(202, { statut: 'recue', reference });

/** Deux contacts d'entreprise et l'équipe : un lien chacun. */
const LIENS = 3;

/** Ce que le schéma seul ne peut pas savoir : le jour, les domaines et les communes du site. */
function erreursDuService(declaration: Declaration, jour: string): Erreurs {
  const { domaine, commune } = declaration;
  const departement = commune.slice(0, 2);
  const numeros: string[] = (communes as Record<string, string>)[departement]?.match(/.{3}/g) ?? [];
  return {
    ...erreursDuJour(declaration, jour),
    ...(domaines.includes(domaine) ? {} : { domaine: 'Choisissez un domaine.' }),
    ...(numeros.includes(commune.slice(2))
      ? {}
      : { commune: 'Nous ne connaissons pas cette commune.' }),
  };
}

/** Reçoit la déclaration d'un parcours : l'entreprise confirme ses contacts, puis l'équipe valide. */
export const declarerParcours: Traitement = async (requete, deps) => {
  const envoi = await lireFormulaire(
    requete,
    declarationSchema,
    () => recue(tirerReference('P')),
    deps,
  );
  if (envoi instanceof Response) return envoi;
  const { enveloppe, saisie: declaration } = envoi;
  const jour = jourAParis(deps.maintenant());
  const erreurs = erreursDuService(declaration, jour);
  if (Object.keys(erreurs).length > 0) return refuserLesErreurs(erreurs);
  const { entreprise1, entreprise2, suivi, roleDuSuivi } = declaration;
  const courriels = [suivi.courriel, entreprise1.courriel, entreprise2.courriel];
  const aCompter = await compterLEnvoi(requete, enveloppe, 'declaration', courriels, deps);
  const p_liens = await preparerLiens(deps.config.secretLiens, LIENS);
  const reponse = await avecReferenceLibre(() =>
    deps.base.appeler(
      'declaration_creer',
      {
        p_declaration: {
          id: crypto.randomUUID(),
          reference: tirerReference('P'),
          cle: declaration.cle,
          public: parcoursDeclare(declaration, tirerSignes(8), jour),
          contacts: [
            { role: 'entreprise-1', ...entreprise1 },
            { role: 'entreprise-2', ...entreprise2 },
            { role: roleDuSuivi, ...suivi },
          ],
          marche: declaration.marche,
          acheteurCourriel: suivi.courriel,
        },
        p_liens,
        p_limites: aCompter,
        p_equipe: deps.config.equipe,
        ...aMaintenant(deps),
      },
      reponseSchema,
    ),
  );
  if (reponse.statut === 'limite') return repondreBilan(reponse);
  deps.enArriere(envoyerCourriels(deps));
  return recue(reponse.reference ?? '');
};
