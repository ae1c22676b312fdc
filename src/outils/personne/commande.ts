import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { courrielSaisi } from '../../socle/saisie.ts';
import { appelerLaBase } from '../acces.ts';
import { ErreurDeCommande, type Commande } from '../commande.ts';
import { compter, repondre, tenuSchema } from './reponse.ts';

const USAGE = `Usage : npm run personne -- exporter <adresse> [--sortie <fichier.json>] [--sans-courriel]
         npm run personne -- effacer <adresse> [--oui]
  exemple : npm run personne -- exporter alix@lycee.example --sortie alix.json
exporter : tout ce que la base tient de cette adresse, en JSON ; la personne le reçoit aussi, en pièce jointe.
effacer : retire ses demandes en cours, annule ses liens, efface ses données, et le lui écrit. Rien ne le défait.
  --oui efface sans demander de retaper l'adresse.
Variables : SUPABASE_URL et SUPABASE_SERVICE_ROLE_KEY ; sans elles, le service de ce poste (CSF_DOSSIER).`;

const effaceeSchema = z.object({
  statut: z.enum(['inconnue', 'accueil-en-cours', 'effacee']),
  references: z.array(z.string()).default([]),
  demandesRetirees: z.array(z.string()).default([]),
  declarationsCloses: z.array(z.string()).default([]),
  aConfier: z
    .array(z.object({ parcoursId: z.string(), role: z.string(), enCours: z.array(z.string()) }))
    .default([]),
  reste: z.array(z.string()).default([]),
});

/** Ce que la commande demande au-dehors, pour qu'un test y réponde. */
type Dehors = {
  appeler: (nom: string, parametres: Record<string, unknown>) => Promise<unknown>;
  /** Pose une question, et rend ce qui est tapé. */
  demander: (question: string) => Promise<string>;
};

function lireAdresse(texte: string | undefined): string {
  const lue = courrielSaisi.safeParse(texte);
  if (!lue.success)
    throw new ErreurDeCommande(`« ${texte ?? ''} » n’est pas un courriel.\n${USAGE}`);
  return lue.data;
}

const chercher = async (p_courriel: string, { appeler }: Dehors) =>
  tenuSchema.parse(await appeler('personne_exporter', { p_courriel }));

type Options = { sortie?: string | undefined; sansCourriel: boolean; oui: boolean };

async function exporter(adresse: string, options: Options, dehors: Dehors): Promise<string> {
  const maintenant = new Date();
  const tenu = await chercher(adresse, dehors);
  const fichier = repondre(tenu, maintenant);
  if (options.sortie !== undefined) await writeFile(options.sortie, fichier);
  if (!options.sansCourriel)
    await dehors.appeler('personne_repondre', {
      p_courriel: adresse,
      p_fichier: fichier,
      p_maintenant: maintenant.toISOString(),
    });
  if (options.sortie === undefined) return fichier;
  const envoi = options.sansCourriel ? '' : ' La personne le reçoit par courriel.';
  return `${options.sortie} est écrit (${compter(tenu)}).${envoi}`;
}

function direLaSuite(effacee: z.infer<typeof effaceeSchema>): string[] {
  const { demandesRetirees, declarationsCloses, aConfier, reste } = effacee;
  return [
    ...(demandesRetirees.length > 0 ? [`Demandes retirées : ${demandesRetirees.join(', ')}.`] : []),
    ...(declarationsCloses.length > 0
      ? [`Déclarations closes : ${declarationsCloses.join(', ')}.`]
      : []),
    ...aConfier.map(
      ({ parcoursId, role, enCours }) =>
        `À confier à quelqu’un d’autre : ${role} du parcours ${parcoursId}${enCours.length > 0 ? ` (en cours : ${enCours.join(', ')})` : ''}. Corrigez aussi l’export de l’équipe : un import la ferait revenir.`,
    ),
    ...(reste.length > 0
      ? [`L’adresse est encore citée dans : ${reste.join(', ')}. Corrigez ces textes à la main.`]
      : []),
  ];
}

async function effacer(adresse: string, { oui }: Options, dehors: Dehors): Promise<string> {
  const tenu = await chercher(adresse, dehors);
  if (Object.keys(tenu.tables).length === 0)
    throw new ErreurDeCommande(`La base ne tient rien de ${adresse}. Rien n’a été écrit.`);
  if (!oui) {
    const tapee = await dehors.demander(
      `La base tient de ${adresse} : ${compter(tenu)}.\nCe qui est effacé ne revient pas. Retapez l’adresse pour l’effacer : `,
    );
    if (tapee.trim().toLowerCase() !== adresse.toLowerCase())
      throw new ErreurDeCommande('Ce n’est pas la même adresse. Rien n’a été effacé.');
  }
  const effacee = effaceeSchema.parse(
    await dehors.appeler('personne_effacer', {
      p_courriel: adresse,
      p_maintenant: new Date().toISOString(),
    }),
  );
  if (effacee.statut !== 'effacee')
    throw new ErreurDeCommande(
      effacee.statut === 'inconnue'
        ? `La base ne tient plus rien de ${adresse}.`
        : `Un accueil est en cours (${effacee.references.join(', ')}). Terminez-le d’abord, avec le lien de suivi de l’équipe : ses heures se perdraient. Rien n’a été effacé.`,
    );
  return [`${adresse} est effacée, et le reçoit par courriel.`, ...direLaSuite(effacee)].join('\n');
}

export async function repondreAUnePersonne(args: string[], dehors: Dehors): Promise<string> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      sortie: { type: 'string' },
      'sans-courriel': { type: 'boolean', default: false },
      oui: { type: 'boolean', default: false },
    },
  });
  const [geste, texte, ...reste] = positionals;
  if (reste.length > 0 || (geste !== 'exporter' && geste !== 'effacer'))
    throw new ErreurDeCommande(USAGE);
  const { sortie, oui } = values;
  const options = { sortie, oui, sansCourriel: values['sans-courriel'] };
  return (geste === 'exporter' ? exporter : effacer)(lireAdresse(texte), options, dehors);
}

async function demander(question: string): Promise<string> {
  const ecran = createInterface({ input: process.stdin, output: process.stderr });
  // Sans clavier, l'entrée se ferme aussitôt : la réponse est vide, et rien n'est fait.
  const ferme = new Promise<string>((rendre) => ecran.once('close', () => rendre('')));
  try {
    return await Promise.race([ecran.question(question), ferme]);
  } finally {
    ecran.close();
  }
}

export const commande: Commande = {
  usage: USAGE,
  executer: async (args) =>
    console.log(await repondreAUnePersonne(args, { appeler: appelerLaBase, demander })),
};
