import { z } from 'zod';
import { envoyerCourriels } from '../_shared/envoi/boite-d-envoi.ts';
import { ETIQUETTE } from '../_shared/envoi/etiquette.ts';
import type { Deps, Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';
import { annonceSchema } from '../_shared/reponses/annonce.ts';
import { noterUneRemise } from '../_shared/suivi/remise.ts';

/** Ce que veut dire chaque fait du fournisseur ; les autres ne nous regardent pas. */
const QUOI = {
  'email.delivered': 'remis',
  'email.delivery_delayed': 'retarde',
  'email.bounced': 'non-remis',
  'email.failed': 'non-remis',
  'email.suppressed': 'non-remis',
  'email.complained': 'plainte',
} as const;

const estConnu = (type: string): type is keyof typeof QUOI => Object.hasOwn(QUOI, type);

const faitSchema = z.object({
  type: z.string(),
  data: z.object({
    email_id: z.string().max(100).optional(),
    tags: z.record(z.string(), z.unknown()).optional().catch(undefined),
  }),
});
type Fait = z.infer<typeof faitSchema>;

/** La forme de ce que le fournisseur met en tête (Svix) : le reste ne vaut pas un calcul. */
const ENTETES = z.object({
  id: z.string().regex(/^[\w-]{1,100}$/),
  timestamp: z.string().regex(/^\d{1,12}$/),
  signature: z.string().min(1).max(1_000),
});

/** Un fait signé du fournisseur, à cinq minutes près ; undefined s'il ne l'est pas. Rien n'en est lu avant. */
async function faitSigne({ headers }: Request, texte: string, { config }: Deps) {
  const entetes = ENTETES.safeParse({
    id: headers.get('svix-id'),
    timestamp: headers.get('svix-timestamp'),
    signature: headers.get('svix-signature'),
  });
  if (!entetes.success) return undefined;
  const { Resend } = await import('resend');
  try {
    return new Resend(config.cleResend).webhooks.verify({
      payload: texte,
      headers: entetes.data,
      webhookSecret: config.secretRemises,
    });
  } catch {
    return undefined;
  }
}

/** Notre identifiant, que le courriel portait ; null s'il vient d'ailleurs. */
function courrielDe({ data: { tags } }: Fait): string | null {
  const lu = z.uuid().safeParse(tags?.[ETIQUETTE]);
  return lu.success ? lu.data : null;
}

/** Une réponse à un de nos courriels : une autre boîte du même compte peut en recevoir, qui ne nous regardent pas. */
async function recevoir(donnees: unknown, deps: Deps): Promise<Response> {
  const annonce = annonceSchema.safeParse(donnees);
  if (!annonce.success) return json(200, { statut: 'ignore' });
  // Seulement ici : écrire et lire un courriel pèse plus que tout le reste.
  const { recevoirUneReponse } = await import('../_shared/reponses/recevoir.ts');
  const statut = await recevoirUneReponse(annonce.data, deps);
  // Le fournisseur redira ce qui n'a pu être ni lu ni transmis.
  return json(statut === 'indisponible' ? 503 : 200, { statut });
}

/**
 * Reçoit ce que le fournisseur dit d'un courriel : arrivé, retardé, refusé, classé comme indésirable. Un fait redit ne
 * change rien ; un courriel inconnu, d'un autre service peut-être, est accepté et ignoré, pour qu'il ne soit pas redit.
 */
export const recevoirUneRemise: Traitement = async (requete, deps) => {
  const signe = await faitSigne(requete, await requete.text(), deps);
  if (signe === undefined) return json(401, { statut: 'interdit' });
  if (signe.type === 'email.received') return recevoir(signe.data, deps);
  const lu = faitSchema.safeParse(signe);
  if (!lu.success || !estConnu(lu.data.type)) return json(200, { statut: 'ignore' });
  const issue = await noterUneRemise(
    { courriel: courrielDe(lu.data), idFournisseur: lu.data.data.email_id ?? null },
    QUOI[lu.data.type],
    deps,
  );
  if (issue.ecrits > 0) deps.enArriere(envoyerCourriels(deps));
  // Un dossier change sans cesse : le fournisseur redira le fait un peu plus tard.
  return json(issue.statut === 'depasse' ? 503 : 200, { statut: issue.statut });
};
