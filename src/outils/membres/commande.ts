import { parseArgs } from 'node:util';
import { z } from 'zod';
import { courrielSaisi } from '../../socle/saisie.ts';
import { lireAcademie } from '../../lieux/referentiel/academies.ts';
import { appelerLaBase } from '../acces.ts';
import { ErreurDeCommande, type Commande } from '../commande.ts';

const USAGE = `Usage : npm run membres -- lister
         npm run membres -- ajouter <courriel> equipe
         npm run membres -- ajouter <courriel> coordination <académie>
         npm run membres -- retirer <courriel>
  exemple : npm run membres -- ajouter coordination@ac-exemple.example coordination Créteil
Un membre de l'équipe voit tous les dossiers ; une coordination voit ceux de son académie, sans adresse.
Chacun demande son lien, valable 12 heures, sur la page « retrouver mes liens ».
Variables : SUPABASE_URL et SUPABASE_SERVICE_ROLE_KEY ; sans elles, le service de ce poste (CSF_DOSSIER).`;

const membresSchema = z.array(
  z.object({
    courriel: z.string(),
    genre: z.enum(['equipe', 'coordination']),
    academie: z.string().nullable(),
    creeLe: z.string(),
  }),
);
const statutSchema = z.object({ statut: z.string() });

function lireCourriel(texte: string | undefined): string {
  const lu = courrielSaisi.safeParse(texte);
  if (!lu.success)
    throw new ErreurDeCommande(`« ${texte ?? ''} » n’est pas un courriel.\n${USAGE}`);
  return lu.data;
}

function lireDroit(genre: string | undefined, academie: string): [string, string | null] {
  if (genre === 'equipe' && academie === '') return [genre, null];
  if (genre !== 'coordination') throw new ErreurDeCommande(USAGE);
  const slug = lireAcademie(academie);
  if (slug === null) throw new ErreurDeCommande(`« ${academie} » n’est pas une académie.`);
  return [genre, slug];
}

async function lister(): Promise<string> {
  const membres = membresSchema.parse(await appelerLaBase('membres_lister', {}));
  if (membres.length === 0) return 'Aucun membre.';
  return membres
    .map(({ courriel, genre, academie, creeLe }) =>
      [courriel, academie ?? genre, `depuis le ${creeLe.slice(0, 10)}`].join('\t'),
    )
    .join('\n');
}

async function ecrire(fonction: string, parametres: Record<string, unknown>): Promise<string> {
  const reponse = await appelerLaBase(fonction, {
    ...parametres,
    p_maintenant: new Date().toISOString(),
  });
  return statutSchema.parse(reponse).statut;
}

async function ajouter([adresse, genre, ...reste]: string[]): Promise<string> {
  const courriel = lireCourriel(adresse);
  const [p_genre, p_academie] = lireDroit(genre, reste.join(' '));
  const statut = await ecrire('membres_ajouter', { p_courriel: courriel, p_genre, p_academie });
  const droit = p_academie === null ? 'l’équipe' : `la coordination ${p_academie}`;
  const verbes: Record<string, string> = {
    ajoute: 'rejoint',
    change: 'est maintenant dans',
    deja: 'était déjà dans',
  };
  return `${courriel} ${verbes[statut] ?? statut} ${droit}.`;
}

async function retirer([adresse, ...reste]: string[]): Promise<string> {
  if (reste.length > 0) throw new ErreurDeCommande(USAGE);
  const courriel = lireCourriel(adresse);
  if ((await ecrire('membres_retirer', { p_courriel: courriel })) !== 'retire')
    throw new ErreurDeCommande(`${courriel} n’est pas un membre.`);
  return `${courriel} est retiré ; ses liens vers les tableaux ne valent plus rien.`;
}

async function tenirLaListe(args: string[]): Promise<string> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [geste, ...reste] = positionals;
  if (geste === 'lister' && reste.length === 0) return lister();
  if (geste === 'ajouter') return ajouter(reste);
  if (geste === 'retirer') return retirer(reste);
  throw new ErreurDeCommande(USAGE);
}

export const commande: Commande = {
  usage: USAGE,
  executer: async (args) => console.log(await tenirLaListe(args)),
};
