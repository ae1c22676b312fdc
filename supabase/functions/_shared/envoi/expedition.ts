import { Resend } from 'resend';
import { z } from 'zod';
import { jourAParis } from '../../../../src/socle/dates.ts';
import { noterDansLesLogs, type Deps } from '../deps.ts';
import type { Lecteur } from '../../../../src/reponses/regles/adresse.ts';
import { adresseOuRepondre } from '../reponses/adresse.ts';
import { lecteurDuCourriel } from '../reponses/lecture.ts';
import frise from '../frise.json' with { type: 'json' };
import { codeDe, jetonDe } from '../jetons.ts';
import { ETIQUETTE } from './etiquette.ts';
import type { Pris } from './pris.ts';
import type { Courriel } from '../courriels/mise-en-forme.tsx';
import { rediger } from '../courriels/rediger.tsx';

/** Au-delà, on n'attend plus la réponse du fournisseur, en millisecondes. L'essai suivant a la même clé. */
const PATIENCE = 10_000;

/** `attente` : secondes demandées par le fournisseur, qui ne comptent pas comme un échec. */
type Issue =
  { envoye: string } | { erreur: string; definitif: boolean; attente?: number | undefined };

/** Une adresse de destinataire refusée le sera toujours ; une clé, un quota ou un domaine se réparent. */
const estDuDestinataire = (nom: string, message: string) =>
  nom === 'invalid_to_address' || (nom === 'validation_error' && /[`'"]to[`'"]/.test(message));

/** Une heure au plus : au-delà, le rythme ordinaire des essais suffit. */
function attenteDemandee(entetes: Record<string, string> | null): number | undefined {
  const secondes = Number(entetes?.['retry-after']);
  return secondes > 0 ? Math.min(Math.ceil(secondes), 3_600) : undefined;
}

/** Le même texte à chaque essai : l'heure est celle où le courriel a été demandé. */
function ecrire(pris: Pris, lecteur: Lecteur | undefined, { config }: Deps): Promise<Courriel> {
  return rediger(pris.gabarit, pris.donnees, {
    site: config.site,
    equipe: config.equipe,
    delais: frise,
    jeton: (id) => jetonDe(config.secretLiens, id),
    code: (id, ecritLe) => codeDe(config.secretLiens, id, jourAParis(ecritLe)),
    lecteur,
    maintenant: new Date(pris.cree_le),
  });
}

/** Ces courriels parlent de plusieurs dossiers, même quand il n'en reste qu'un : y répondre écrit à l'équipe. */
const SANS_REPONSE = ['suivi-liens'];

/** Où va la réponse à ce courriel, et qui la lit : l'équipe, sauf d'un courriel qui ne parle que d'un dossier. */
async function reponseA(
  { id, gabarit }: Pris,
  deps: Deps,
): Promise<{ adresse: string; lecteur?: Lecteur }> {
  const { config } = deps;
  const adresse = config.equipe;
  if (config.domaineReponses === '' || SANS_REPONSE.includes(gabarit)) return { adresse };
  const trouve = await lecteurDuCourriel(id, deps);
  if (trouve === null) return { adresse };
  return { adresse: await adresseOuRepondre(trouve, config), lecteur: trouve.lecteur };
}

/** Octet par octet : un fichier de données est trop long pour tenir en arguments d'un seul appel. */
const enBase64 = (contenu: string) =>
  btoa(
    Array.from(new TextEncoder().encode(contenu), (octet) => String.fromCharCode(octet)).join(''),
  );

async function remettre(
  pris: Pris & { destinataire: string },
  courriel: Courriel,
  replyTo: string,
  { config }: Deps,
): Promise<Issue> {
  const resend = new Resend(
    config.cleResend,
    config.adresseResend ? { baseUrl: config.adresseResend } : {},
  );
  const { data, error, headers } = await resend.emails.send(
    {
      from: config.expediteur,
      to: pris.destinataire,
      replyTo,
      subject: courriel.objet,
      html: courriel.html,
      text: courriel.texte,
      // Le fournisseur la rend avec ce qu'il dit du courriel, avant même que nous ayons lu son propre identifiant.
      tags: [{ name: ETIQUETTE, value: pris.id }],
      attachments: courriel.pieces.map(({ nom, type, contenu }) => ({
        filename: nom,
        contentType: type,
        content: enBase64(contenu),
      })),
    },
    { idempotencyKey: pris.id, signal: AbortSignal.timeout(PATIENCE) },
  );
  if (data) return { envoye: data.id };
  const nom = error.name as string;
  // La clé a déjà servi : un premier envoi est bien parti, seule sa réponse s'était perdue.
  if (nom === 'invalid_idempotent_request') return { envoye: 'deja-accepte' };
  return {
    erreur: nom,
    definitif: estDuDestinataire(nom, error.message),
    attente: attenteDemandee(headers),
  };
}

async function tenter(pris: Pris, deps: Deps): Promise<Issue> {
  const { destinataire } = pris;
  if (destinataire === null) return { erreur: 'sans_destinataire', definitif: true };
  const { adresse, lecteur } = await reponseA(pris, deps);
  let courriel: Courriel;
  try {
    courriel = await ecrire(pris, lecteur, deps);
  } catch (erreur) {
    noterDansLesLogs('courriel-impossible', erreur);
    return { erreur: 'redaction', definitif: true };
  }
  try {
    return await remettre({ ...pris, destinataire }, courriel, adresse, deps);
  } catch {
    return { erreur: 'sans_reponse', definitif: false };
  }
}

/** Écrit un courriel, le remet au fournisseur, et note dans la base ce qu'il en est. */
export async function expedier(pris: Pris, deps: Deps): Promise<void> {
  const issue = await tenter(pris, deps);
  const p_maintenant = deps.maintenant().toISOString();
  if ('envoye' in issue) {
    await deps.base.appeler(
      'courriel_envoye',
      { p_id: pris.id, p_id_fournisseur: issue.envoye, p_maintenant },
      z.unknown(),
    );
    return;
  }
  const etat = await deps.base.appeler(
    'courriel_echoue',
    {
      p_id: pris.id,
      p_erreur: issue.erreur,
      p_definitif: issue.definitif,
      p_attente: issue.attente ?? null,
      p_maintenant,
    },
    z.string().nullable(),
  );
  if (etat === 'mort')
    console.error(JSON.stringify({ evenement: 'courriel-mort', id: pris.id, code: issue.erreur }));
}
