import { z } from 'zod';
import { proposeAilleurs } from '../../../src/relances/regles/ailleurs.ts';
import { dossierSuiviSchema, type DossierSuivi } from '../../../src/suivi/regles/dossier.ts';
import { envoyerCourriels } from '../_shared/envoi/boite-d-envoi.ts';
import type { Deps, Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';
import { preparerLiens } from '../_shared/jetons.ts';
import { aMaintenant } from '../_shared/liens.ts';
import { chercherAilleurs } from '../_shared/suivi/ailleurs.ts';
import { dernierActe, estEndormie, rappelsDe, type Element } from '../_shared/suivi/rappels.ts';

/** Dossiers lus en une fois. */
const PAR_PAGE = 500;
/** Personnes écrites en une fois. */
const PAR_LOT = 100;
/** Liens manquants posés en une fois, et au plus en un passage. */
const LIENS = 100;
const POSES = 10;

const bilanSchema = z.object({
  courriels: z.number(),
  relances: z.number(),
  dejaServies: z.number(),
  ecartees: z.number(),
  echecs: z.array(z.string()),
});

/** Un contact ajouté depuis, ou un lien périmé : sans lien, son rappel n'aurait pas de bouton. */
async function completerLesLiens(deps: Deps): Promise<void> {
  for (let pose = 0; pose < POSES; pose += 1) {
    const p_liens = await preparerLiens(deps.config.secretLiens, pose === 0 ? 1 : LIENS);
    const manquent = await deps.base.appeler(
      'liens_completer',
      { p_liens, ...aMaintenant(deps) },
      z.number(),
    );
    if (manquent === 0) return;
  }
}

type Endormie = { demande: string; vu: number };

/** Tous les rappels dus, par personne : elle n'en recevra qu'un courriel ; et les demandes qui n'en auront plus. */
async function lireLesSuivis(deps: Deps) {
  const instant = deps.maintenant();
  const parPersonne = new Map<string, Element[]>();
  const endormies: Endormie[] = [];
  let dossiers = 0;
  let apres: string | null = null;
  for (;;) {
    const page: DossierSuivi[] = await deps.base.appeler(
      'suivis_ouverts',
      { p_apres: apres, p_limite: PAR_PAGE, ...aMaintenant(deps) },
      z.array(dossierSuiviSchema),
    );
    for (const ouvert of page) {
      if (estEndormie(ouvert, instant)) {
        endormies.push({ demande: ouvert.id, vu: dernierActe(ouvert.evenements) });
        continue;
      }
      for (const [adresse, element] of rappelsDe(ouvert, instant, deps.config.equipe)) {
        if (proposeAilleurs(element.courriel.palier) && element.courriel.role === 'tutrice') {
          const ailleurs = await chercherAilleurs(ouvert, deps);
          if (ailleurs) element.courriel.ailleurs = ailleurs;
        }
        const siens = parPersonne.get(adresse);
        if (siens) siens.push(element);
        else parPersonne.set(adresse, [element]);
      }
    }
    dossiers += page.length;
    apres = page.at(-1)?.id ?? null;
    if (page.length < PAR_PAGE || apres === null) return { dossiers, parPersonne, endormies };
  }
}

/** Clôt les demandes restées sans réponse à « toujours d'actualité ? » ; rend leur nombre. */
async function endormir(endormies: readonly Endormie[], deps: Deps): Promise<number> {
  let closes = 0;
  for (let debut = 0; debut < endormies.length; debut += PAR_LOT)
    closes += await deps.base.appeler(
      'demandes_endormir',
      {
        p_lot: endormies.slice(debut, debut + PAR_LOT),
        p_equipe: deps.config.equipe,
        ...aMaintenant(deps),
      },
      z.number(),
    );
  return closes;
}

/**
 * Clôt les demandes endormies, puis envoie les rappels dus. À lancer plusieurs fois par jour si l'on veut : la base n'écrit
 * qu'un courriel par personne et par jour, et un passage interrompu reprend sans doublon.
 */
export const relancer: Traitement = async (_requete, deps) => {
  await completerLesLiens(deps);
  const { dossiers, parPersonne, endormies } = await lireLesSuivis(deps);
  const closes = await endormir(endormies, deps);
  const lot = [...parPersonne].map(([courriel, items]) => ({
    courriel,
    gabarit: 'suivi-relance',
    items: items.toSorted((un, autre) => autre.courriel.retardJours - un.courriel.retardJours),
  }));
  const total = { courriels: 0, relances: 0, dejaServies: 0, ecartees: 0 };
  for (let debut = 0; debut < lot.length; debut += PAR_LOT) {
    const { echecs, ...bilan } = await deps.base.appeler(
      'relances_ecrire',
      { p_lot: lot.slice(debut, debut + PAR_LOT), ...aMaintenant(deps) },
      bilanSchema,
    );
    for (const [nom, nombre] of Object.entries(bilan)) total[nom as keyof typeof total] += nombre;
    for (const code of echecs)
      console.error(JSON.stringify({ evenement: 'relance-echouee', code }));
  }
  if (closes + total.courriels > 0) deps.enArriere(envoyerCourriels(deps));
  return json(200, { statut: 'fait', dossiers, closes, ...total });
};
