import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as attendre } from 'node:timers/promises';
import type { CourrielRecu } from './fournisseur.ts';

/** Ce que devient un courriel remis au fournisseur. */
export const FAITS = {
  'email.delivered': 'arrivé',
  'email.delivery_delayed': 'en retard',
  'email.bounced': 'refusé par sa messagerie',
  'email.failed': 'jamais parti',
  'email.suppressed': 'retenu : un précédent avait été refusé',
  'email.complained': 'classé comme indésirable',
} as const;
export type Fait = keyof typeof FAITS;

/** Ce que le début d'une adresse fait arriver : « camille.rebond@… » n'existe plus. Toute autre adresse reçoit. */
export const ADRESSES: readonly { mot: string; faits: readonly Fait[] }[] = [
  { mot: 'rebond', faits: ['email.bounced'] },
  { mot: 'suspendu', faits: ['email.suppressed'] },
  { mot: 'echec', faits: ['email.failed'] },
  { mot: 'retard', faits: ['email.delivery_delayed'] },
  { mot: 'plainte', faits: ['email.delivered', 'email.complained'] },
];

/** Ce qui arrivera à un courriel écrit à cette adresse, dans l'ordre. */
export function faitsDe(adresse: string): readonly Fait[] {
  const [nom = ''] = adresse.toLowerCase().split('@');
  return ADRESSES.find(({ mot }) => nom.includes(mot))?.faits ?? ['email.delivered'];
}

/** En-têtes et corps d'un fait, signés comme le fournisseur les signe (Standard Webhooks, en-têtes de Svix). */
export function signer(secret: string, corps: string, id = `msg_${randomUUID()}`, le = new Date()) {
  const secondes = String(Math.floor(le.getTime() / 1000));
  const signature = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${secondes}.${corps}`)
    .digest('base64');
  return {
    'Content-Type': 'application/json',
    'svix-id': id,
    'svix-timestamp': secondes,
    'svix-signature': `v1,${signature}`,
  };
}

/** Ce que le fournisseur dit d'un courriel : les champs qu'il donne, dans sa forme. */
export function direUnFait(fait: Fait, courriel: CourrielRecu, le: Date): string {
  const { id, from, to, subject, tags } = courriel;
  const instant = le.toISOString();
  const suites: Partial<Record<Fait, object>> = {
    'email.bounced': { bounce: { type: 'Permanent', subType: 'General', message: 'Inconnu' } },
    'email.failed': { failed: { reason: 'invalid_recipient' } },
    'email.suppressed': { suppressed: { type: 'OnAccountSuppressionList', message: 'Retenu' } },
  };
  return JSON.stringify({
    type: fait,
    created_at: instant,
    data: {
      email_id: id,
      message_id: `<${id}@fournisseur.example>`,
      created_at: instant,
      from,
      to: [to].flat(),
      subject,
      tags: Object.fromEntries(tags.map(({ name, value }) => [name, value])),
      ...suites[fait],
    },
  });
}

type Reglages = { adresse: string; secret: string; delaiMs: number; maintenant: () => Date };

/** Redites au plus d'un fait que le service n'a pas pris. */
const ESSAIS = 5;

/** Dit au service, un peu plus tard, ce que deviennent ses courriels. */
export class Remises {
  readonly #reglages: Reglages;
  readonly #arret = new AbortController();
  readonly #enCours = new Set<Promise<void>>();

  constructor(reglages: Reglages) {
    this.#reglages = reglages;
  }

  /** Programme ce qui arrive à ce courriel. */
  suivre(courriel: CourrielRecu): void {
    for (const adresse of [courriel.to].flat()) {
      const travail = this.#dire(faitsDe(adresse), courriel).catch(() => undefined);
      this.#enCours.add(travail);
      void travail.finally(() => this.#enCours.delete(travail));
    }
  }

  /** Attend que tout soit dit. */
  async dites(): Promise<void> {
    while (this.#enCours.size > 0) await Promise.all(this.#enCours);
  }

  async fermer(): Promise<void> {
    this.#arret.abort();
    await Promise.all(this.#enCours);
  }

  async #dire(faits: readonly Fait[], courriel: CourrielRecu): Promise<void> {
    const { adresse, secret, delaiMs, maintenant } = this.#reglages;
    for (const fait of faits) {
      const corps = direUnFait(fait, courriel, maintenant());
      const id = `msg_${randomUUID()}`;
      for (let essai = 1; essai <= ESSAIS; essai += 1) {
        await attendre(delaiMs * essai, undefined, { signal: this.#arret.signal, ref: false });
        const reponse = await fetch(adresse, {
          method: 'POST',
          headers: signer(secret, corps, id),
          body: corps,
          signal: this.#arret.signal,
        });
        await reponse.body?.cancel();
        if (reponse.ok) break;
      }
    }
  }
}
