import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { ecrireEntier } from './ecriture.ts';

/** Ce que le paquet `resend` envoie : les champs que le service emploie, les autres sont ignorés. */
const envoiSchema = z.object({
  from: z.string(),
  to: z.union([z.string(), z.array(z.string())]),
  subject: z.string(),
  html: z.string().default(''),
  text: z.string().default(''),
  reply_to: z.union([z.string(), z.array(z.string())]).optional(),
  attachments: z
    .array(
      z.object({
        filename: z.string(),
        content: z.string(),
        content_type: z.string().default('application/octet-stream'),
      }),
    )
    .default([]),
  tags: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});

export type CourrielRecu = z.infer<typeof envoiSchema> & {
  id: string;
  cle: string;
  recuLe: string;
};

/** Une réponse à un courriel retenu, telle que le fournisseur la rend : GET /emails/receiving/:id de Resend. */
export type ReponseRecue = {
  id: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
  created_at: string;
  message_id: string;
  attachments: { id: string; filename: string; size: number; content_type: string }[];
};

/** « panne » : refuse. « tard » : accepte, mais ne répond qu'après que l'appelant a renoncé. */
export type Humeur = 'ok' | 'panne' | 'tard';

type ReponseJson = { statut: ContentfulStatusCode; corps: object };

const erreur = (statusCode: ContentfulStatusCode, name: string): ReponseJson => ({
  statut: statusCode,
  corps: { statusCode, name, message: name },
});

/** Le fournisseur de courriels, imité : l'adresse POST /emails de Resend, qui garde au lieu d'envoyer. */
export class Fournisseur {
  /** Décide de chaque appel ; les tests y mettent des pannes. */
  humeur: () => Humeur = () => 'ok';
  /** Appelé pour chaque courriel accepté : ce qu'il devient se dira plus tard. */
  surEnvoi: (courriel: CourrielRecu) => void = () => undefined;
  /** L'heure du service, qui peut être avancée : la boîte date ses courriels comme lui. */
  maintenant: () => Date = () => new Date();
  retardMs = 20_000;
  appels = 0;
  /** Fois où une clé est revenue avec un autre contenu : le service doit toujours réécrire le même. */
  conflits = 0;
  readonly #recus = new Map<string, CourrielRecu & { charge: string }>();
  /** Les réponses reçues, tant que le poste tourne. */
  readonly reponses = new Map<string, ReponseRecue>();
  readonly #dossier: string;
  readonly #cle: string;

  constructor(dossier: string, cle: string) {
    this.#dossier = join(dossier, 'courriels');
    this.#cle = cle;
  }

  async ouvrir(): Promise<void> {
    await mkdir(this.#dossier, { recursive: true });
    for (const nom of await readdir(this.#dossier)) {
      if (!nom.endsWith('.json')) continue;
      const lu = JSON.parse(await readFile(join(this.#dossier, nom), 'utf8')) as CourrielRecu & {
        charge: string;
      };
      this.#recus.set(lu.cle, lu);
    }
  }

  /** Du plus récent au plus ancien. */
  get courriels(): CourrielRecu[] {
    return [...this.#recus.values()].sort((un, autre) => autre.recuLe.localeCompare(un.recuLe));
  }

  async recevoir(autorisation: string | undefined, cle: string | undefined, charge: string) {
    this.appels += 1;
    if (autorisation !== `Bearer ${this.#cle}`) return erreur(403, 'invalid_api_key');
    const humeur = this.humeur();
    if (humeur === 'panne') return erreur(500, 'application_error');
    const reponse = await this.#garder(cle ?? randomUUID(), charge);
    if (humeur === 'tard') await attendre(this.retardMs, undefined, { ref: false });
    return reponse;
  }

  /** Rend une réponse reçue à qui a la clé. */
  rendre(autorisation: string | undefined, id: string): ReponseJson {
    if (autorisation !== `Bearer ${this.#cle}`) return erreur(403, 'invalid_api_key');
    if (this.humeur() === 'panne') return erreur(500, 'application_error');
    const reponse = this.reponses.get(id);
    return reponse
      ? { statut: 200, corps: { object: 'email', bcc: null, cc: null, reply_to: null, ...reponse } }
      : erreur(404, 'not_found');
  }

  async #garder(cle: string, charge: string): Promise<ReponseJson> {
    const dejaRecu = this.#recus.get(cle);
    if (dejaRecu) {
      if (dejaRecu.charge === charge) return { statut: 200, corps: { id: dejaRecu.id } };
      this.conflits += 1;
      return erreur(409, 'invalid_idempotent_request');
    }
    let donnees: unknown;
    try {
      donnees = JSON.parse(charge);
    } catch {
      return erreur(422, 'validation_error');
    }
    const lu = envoiSchema.safeParse(donnees);
    if (!lu.success) return erreur(422, 'validation_error');
    const courriel = {
      ...lu.data,
      id: randomUUID(),
      cle,
      recuLe: this.maintenant().toISOString(),
      charge,
    };
    this.#recus.set(cle, courriel);
    await ecrireEntier(join(this.#dossier, `${courriel.id}.json`), JSON.stringify(courriel));
    this.surEnvoi(courriel);
    return { statut: 200, corps: { id: courriel.id } };
  }
}
