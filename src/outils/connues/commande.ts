import { parseArgs } from 'node:util';
import { z } from 'zod';
import { courrielSaisi } from '../../socle/saisie.ts';
import { VERIFICATEURS } from '../../demande/regles/verification.ts';
import { appelerLaBase } from '../acces.ts';
import { ErreurDeCommande, type Commande } from '../commande.ts';

const USAGE = `Usage : npm run connues -- lister
         npm run connues -- retirer <courriel>
Les personnes que la coordination ou l'équipe a dit connaître : leurs demandes partent sans vérification.
Retirée, une personne est vérifiée de nouveau à sa prochaine demande ; ses demandes en cours continuent.
Variables : SUPABASE_URL et SUPABASE_SERVICE_ROLE_KEY ; sans elles, le service de ce poste (CSF_DOSSIER).`;

const connuesSchema = z.array(
  z.object({
    courriel: z.string(),
    par: z.enum(VERIFICATEURS),
    parCourriel: z.string(),
    le: z.string(),
  }),
);

async function lister(): Promise<string> {
  const connues = connuesSchema.parse(await appelerLaBase('connues_lister', {}));
  if (connues.length === 0) return 'Personne n’a encore été dit connu.';
  return connues
    .map(({ courriel, par, parCourriel, le }) =>
      [courriel, `${par} (${parCourriel})`, `le ${le.slice(0, 10)}`].join('\t'),
    )
    .join('\n');
}

async function retirer(adresse: string): Promise<string> {
  const lu = courrielSaisi.safeParse(adresse);
  if (!lu.success) throw new ErreurDeCommande(`« ${adresse} » n’est pas un courriel.\n${USAGE}`);
  const { statut } = z
    .object({ statut: z.enum(['retiree', 'inconnue']) })
    .parse(await appelerLaBase('connues_retirer', { p_courriel: lu.data }));
  if (statut === 'inconnue')
    throw new ErreurDeCommande(`${lu.data} n’est pas une personne connue : rien n’a changé.`);
  return `${lu.data} n’est plus une personne connue : sa prochaine demande sera vérifiée.`;
}

export const commande: Commande = {
  usage: USAGE,
  executer: async (args) => {
    const { positionals } = parseArgs({ args, allowPositionals: true });
    const [geste, adresse, ...reste] = positionals;
    if (reste.length > 0) throw new ErreurDeCommande(USAGE);
    if (geste === 'lister' && adresse === undefined) console.log(await lister());
    else if (geste === 'retirer' && adresse !== undefined) console.log(await retirer(adresse));
    else throw new ErreurDeCommande(USAGE);
  },
};
