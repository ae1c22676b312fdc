import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { libelleDuree } from '../../src/core/calibrage.ts';
import { PROPOSITION_HEURES } from '../../src/core/demande.ts';
import { adresseDuService } from '../../src/core/service.ts';
import { preparerLiens } from '../functions/_shared/jetons.ts';
import type { Secrets } from '../embarque/secrets.ts';

const USAGE = `Usage : npm run demande:terminer -- <référence> <heures faites>
  exemple : npm run demande:terminer -- D-bcdfgh 300
Variables : SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY et CSF_SECRET_LIENS ; sans elles, le service de ce poste (CSF_DOSSIER).`;

/** Ce qui se montre tel quel à la personne qui a tapé la commande. */
class ErreurDeCommande extends Error {}

const bilanSchema = z.looseObject({
  statut: z.string(),
  restantes: z.number().nullish(),
});

type Base = {
  public: {
    Tables: Record<string, never>;
    Views: Record<string, never>;
    Functions: { demande_terminer: { Args: Record<string, unknown>; Returns: unknown } };
  };
};

async function lireAcces(): Promise<{ cle: string; secretLiens: string }> {
  const { SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY, CSF_SECRET_LIENS, CSF_DOSSIER } = process.env;
  if (SUPABASE_URL) {
    if (!SUPABASE_SERVICE_ROLE_KEY || !CSF_SECRET_LIENS)
      throw new ErreurDeCommande(
        'Avec SUPABASE_URL, il faut SUPABASE_SERVICE_ROLE_KEY et CSF_SECRET_LIENS.',
      );
    return { cle: SUPABASE_SERVICE_ROLE_KEY, secretLiens: CSF_SECRET_LIENS };
  }
  const fichier = join(CSF_DOSSIER ?? '.csf', 'secrets.json');
  const texte = await readFile(fichier, 'utf8').catch(() => {
    throw new ErreurDeCommande('Aucun service sur ce poste : lancez d’abord npm start.');
  });
  const { cleService, liens } = JSON.parse(texte) as Secrets;
  return { cle: cleService, secretLiens: liens };
}

function lireArguments(): { reference: string; heures: number } {
  const { positionals } = parseArgs({ allowPositionals: true });
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

async function terminer(): Promise<string> {
  const { reference, heures } = lireArguments();
  const { cle, secretLiens } = await lireAcces();
  const [p_lien] = await preparerLiens(secretLiens, 1);
  const client = createClient<Base>(adresseDuService(process.env), cle, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { data, error } = await client.rpc('demande_terminer', {
    p_reference: reference,
    p_heures_faites: heures,
    p_lien,
    p_valable: `${PROPOSITION_HEURES} hours`,
    p_maintenant: new Date().toISOString(),
  });
  if (error)
    throw new ErreurDeCommande(
      `Le service n’a pas répondu comme attendu (${error.code || 'aucune réponse'}). Rien n’est sûr : vérifiez l’adresse et la clé, puis relancez.`,
    );
  const { statut, restantes } = bilanSchema.parse(data);
  if (statut === 'heures')
    throw new ErreurDeCommande(
      `Trop d’heures : il reste ${libelleDuree(restantes ?? null)} à ce parcours.`,
    );
  if (statut !== 'terminee') throw new ErreurDeCommande(REFUS[statut] ?? `Refusé : ${statut}.`);
  return `La demande ${reference} est terminée. S’il reste des heures, le parcours repart pour elles.`;
}

try {
  console.log(await terminer());
} catch (erreur) {
  if (!(erreur instanceof ErreurDeCommande) && !(erreur instanceof TypeError)) throw erreur;
  console.error(erreur instanceof ErreurDeCommande ? erreur.message : USAGE);
  process.exitCode = 1;
}
