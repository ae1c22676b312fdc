import { randomUUID } from 'node:crypto';
import type { CourrielRecu, Fournisseur, ReponseRecue } from './fournisseur.ts';
import { signer } from './remises.ts';

/** Le domaine où arrivent, sur ce poste, les réponses aux courriels. */
export const DOMAINE_DES_REPONSES = 'reponses.csf.example';

/** Ce qu'une personne, ou son répondeur, répond. */
export type Essai = {
  texte: string;
  /** Vrai : un message d'absence, tel qu'Exchange l'envoie. */
  automatique?: boolean;
  /** L'adresse de qui répond ; celle qui a reçu le courriel, à défaut. */
  de?: string;
  /** Ce qui change de la réponse, dans les essais. */
  champs?: Partial<ReponseRecue>;
};

const REPONDEUR = { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' };

/** Où va la réponse à ce courriel. */
export const adresseDeRetour = ({ reply_to, from }: CourrielRecu): string =>
  [reply_to ?? from].flat()[0] ?? from;

/** Vrai si ce poste sait recevoir la réponse à ce courriel. */
export const aUneReponse = (courriel: CourrielRecu): boolean =>
  adresseDeRetour(courriel).endsWith(`@${DOMAINE_DES_REPONSES}`);

/** La réponse recopie le courriel sous ce qui est écrit, comme le fait une messagerie. */
const avecLaCitation = (texte: string, { text, from }: CourrielRecu) =>
  [
    texte,
    '',
    `Le mardi 1 décembre 2026 à 10:12, ${from} a écrit :`,
    ...text.split('\n').map((ligne) => `> ${ligne}`),
  ].join('\n');

type Reglages = { adresse: string; secret: string; maintenant: () => Date };

/** Les réponses aux courriels retenus : le fournisseur les annonce au service, signées, comme « email.received ». */
export class Reponses {
  readonly #fournisseur: Fournisseur;
  readonly #reglages: Reglages;

  constructor(fournisseur: Fournisseur, reglages: Reglages) {
    this.#fournisseur = fournisseur;
    this.#reglages = reglages;
  }

  /** Garde la réponse le temps que le service la demande ; rend ce qu'il y a à annoncer. */
  ecrire(courriel: CourrielRecu, { texte, automatique = false, de, champs }: Essai): ReponseRecue {
    const id = randomUUID();
    const reponse: ReponseRecue = {
      id,
      from: de ?? [courriel.to].flat()[0] ?? '',
      to: [adresseDeRetour(courriel)],
      subject: automatique
        ? `Réponse automatique : ${courriel.subject}`
        : `RE: ${courriel.subject}`,
      text: automatique ? texte : avecLaCitation(texte, courriel),
      html: null,
      headers: automatique ? REPONDEUR : {},
      created_at: this.#reglages.maintenant().toISOString(),
      message_id: `<${id}@messagerie.example>`,
      attachments: [],
      ...champs,
    };
    this.#fournisseur.reponses.set(id, reponse);
    return reponse;
  }

  /** Annonce une réponse au service ; sans son texte ni ses en-têtes, que le service demande. */
  async annoncer({ text, html, headers, id, ...reste }: ReponseRecue): Promise<Response> {
    const { adresse, secret } = this.#reglages;
    const corps = JSON.stringify({
      type: 'email.received',
      created_at: reste.created_at,
      data: { ...reste, email_id: id, bcc: [], cc: [], received_for: reste.to },
    });
    return fetch(adresse, { method: 'POST', headers: signer(secret, corps), body: corps });
  }
}
