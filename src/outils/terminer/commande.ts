import { parseArgs } from 'node:util';
import { z } from 'zod';
import { libelleDuree } from '../../calibrage/regles/calibrage.ts';
import { PROPOSITION_HEURES } from '../../demande/regles/demande.ts';
import { appelerLaBase, lireAcces } from '../acces.ts';
import { ErreurDeCommande, type Commande } from '../commande.ts';
import { preparerLiens } from '../../../supabase/functions/_shared/jetons.ts';

const USAGE = `Usage : npm run demande:terminer -- <référence> <heures faites>
  exemple : npm run demande:terminer -- D-bcdfgh 300
Variables : SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY et CSF_SECRET_LIENS ; sans elles, le service de ce poste (CSF_DOSSIER).`;

const bilanSchema = z.looseObject({
  statut: z.string(),
  restantes: z.number().nullish(),
});

function lireArguments(args: string[]): { reference: string; heures: number } {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [reference = '', heures = '', ...reste] = positionals;
  if (!/^D-[b-df-hj-np-tv-z2-9]{6}$/.test(reference) || !/^\d{1,4}$/.test(heures) || reste.length)
    throw new ErreurDeCommande(USAGE);
  return { reference, heures: Number(heures) };
}

const REFUS: Record<string, string> = {
  inconnu: 'Cette demande n’existe pas.',
  'a-confirmer': 'Cette demande n’est pas confirmée.',
  'en-attente': 'Cette demande est en liste d’attente : aucun jeune n’a été accueilli.',
  proposee: 'Cette demande n’est pas encore acceptée.',
  expiree: 'Cette demande a expiré.',
  retiree: 'Cette demande a été retirée.',
  refusee: 'Cette demande a été refusée.',
};

async function terminer(args: string[]): Promise<string> {
  const { reference, heures } = lireArguments(args);
  const acces = await lireAcces();
  const [p_lien] = await preparerLiens(acces.secretLiens, 1);
  const { statut, restantes } = bilanSchema.parse(
    await appelerLaBase(acces, 'demande_terminer', {
      p_reference: reference,
      p_heures_faites: heures,
      p_lien,
      p_valable: `${PROPOSITION_HEURES} hours`,
      p_maintenant: new Date().toISOString(),
    }),
  );
  if (statut === 'heures')
    throw new ErreurDeCommande(
      `Trop d’heures : il reste ${libelleDuree(restantes ?? null)} à ce parcours.`,
    );
  if (statut !== 'terminee') throw new ErreurDeCommande(REFUS[statut] ?? `Refusé : ${statut}.`);
  return `La demande ${reference} est terminée. S’il reste des heures, le parcours repart pour elles.`;
}

export const commande: Commande = {
  usage: USAGE,
  executer: async (args) => console.log(await terminer(args)),
};
