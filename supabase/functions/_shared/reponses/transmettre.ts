import { Resend } from 'resend';
import { z } from 'zod';
import { adresseSeule, type Lecteur } from '../../../../src/reponses/regles/adresse.ts';
import type { DossierSuivi } from '../../../../src/suivi/regles/dossier.ts';
import { muets } from '../../../../src/relais/regles/droits.ts';
import { roleDuLien, type RoleEcrit } from '../../../../src/suivi/regles/mots.ts';
import type { Suivi } from '../../../../src/suivi/regles/suivi.ts';
import { redigerUneReponse } from '../courriels/suivi/reponse.tsx';
import type { Deps } from '../deps.ts';
import { jetonDe } from '../jetons.ts';
import { perdues, personnesDe, type Personne } from '../suivi/personnes.ts';
import { adresseOuRepondre } from './adresse.ts';

/** Au-delà, on n'attend plus la réponse du fournisseur, en millisecondes. */
const PATIENCE = 10_000;

/** Le service du fournisseur, réel ou imité. */
export const fournisseurDe = ({ config }: Deps) =>
  new Resend(config.cleResend, config.adresseResend ? { baseUrl: config.adresseResend } : {});

const adresseSchema = z.email();

/** L'adresse de qui a répondu, ou celle de l'équipe quand ce n'en est pas une. */
const repondable = (de: string, equipe: string) => {
  const lue = adresseSchema.safeParse(adresseSeule(de));
  return lue.success ? lue.data : equipe;
};

/** Une réponse reçue, prête à être passée. */
export type Recue = {
  /** Son numéro chez le fournisseur. */
  id: string;
  role: RoleEcrit;
  lecteur: Lecteur;
  autre: boolean;
  de: string;
  texte: string;
  coupe: boolean;
  pieces: number;
};

/** À qui passer une réponse : jamais à son auteur, jamais à une adresse de réponse, jamais où rien n'arrive. */
export function destinatairesDe(
  { lecteur, de }: Pick<Recue, 'lecteur' | 'de'>,
  dossier: DossierSuivi,
  suivi: Suivi,
  { config }: Deps,
): Personne[] {
  const sourdes = perdues(dossier, muets(suivi));
  const interdite = (courriel: string) =>
    courriel === adresseSeule(de) ||
    courriel === adresseSeule(config.expediteur) ||
    courriel.endsWith(`@${config.domaineReponses}`);
  const parAdresse = new Map<string, Personne>();
  for (const personne of personnesDe(dossier, config.equipe)) {
    const courriel = personne.courriel.toLowerCase();
    if (roleDuLien(personne.role) === lecteur && !sourdes.has(courriel) && !interdite(courriel))
      parAdresse.set(courriel, personne);
  }
  return [...parAdresse.values()];
}

/**
 * Qui lit ce que répond cette personne au message qu'on lui passe : la conversation continue par le service. L'équipe
 * connaît toutes les adresses : elle répond directement.
 */
const RETOUR: Record<Lecteur, Lecteur | null> = {
  tutrice: 'entreprise',
  entreprise: 'tutrice',
  equipe: null,
};

/**
 * Passe une réponse à chacun, sans la garder : elle ne va pas dans la boîte d'envoi. Le fournisseur reconnaît une copie
 * déjà prise ; vrai quand il les a toutes.
 */
export async function transmettre(
  recue: Recue,
  dossier: DossierSuivi,
  suivi: Suivi,
  destinataires: readonly Personne[],
  deps: Deps,
): Promise<boolean> {
  const { config } = deps;
  const resend = fournisseurDe(deps);
  const { lecteur, de, role, autre, texte, coupe, pieces } = recue;
  for (const { role: place, nom, courriel, lien } of destinataires) {
    const retour = RETOUR[lecteur];
    const redige = await redigerUneReponse({
      dossier,
      role,
      autre,
      de: retour === null ? adresseSeule(de) : null,
      nom,
      jeton: lien === null ? null : await jetonDe(config.secretLiens, lien),
      aDire: suivi.etat === 'reponse-recue' && suivi.prochaine?.qui === lecteur,
      retour,
      texte,
      coupe,
      pieces,
      site: config.site,
      equipe: config.equipe,
    });
    const replyTo =
      lien === null || retour === null
        ? repondable(de, config.equipe)
        : await adresseOuRepondre({ lien, lecteur: retour }, config);
    const { error } = await resend.emails.send(
      {
        from: config.expediteur,
        to: courriel,
        replyTo,
        subject: redige.objet,
        html: redige.html,
        text: redige.texte,
        // Les répondeurs qui respectent l'usage n'y répondent pas.
        headers: { 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
      },
      {
        idempotencyKey: `reponse-${recue.id}-${lien ?? place}`,
        signal: AbortSignal.timeout(PATIENCE),
      },
    );
    if (error && (error.name as string) !== 'invalid_idempotent_request') return false;
  }
  return true;
}
