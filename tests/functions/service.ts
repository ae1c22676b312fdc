import { mkdtemp, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { TOUTES_LES_ROUTES } from '../../src/formulaire/regles/routes.ts';
import { instantaneDeLaBase } from '../instantane.ts';
import type { CourrielRecu } from '../../supabase/embarque/fournisseur.ts';
import { demarrerService, type Service } from '../../supabase/embarque/service.ts';
import { jetonDe, preparerLiens } from '../../supabase/functions/_shared/jetons.ts';
import { tirerReference } from '../../supabase/functions/_shared/references.ts';

export const SITE = 'http://site.example';

/** Un parcours disponible de content/parcours, 300 heures ; les autres servent quand il en faut plusieurs. */
export const PARCOURS = '27rx7f3c';

export type Corps = Record<string, unknown>;
export type Reponse = { statut: number; corps: Corps; entetes: Headers };

export const attendre = (ms: number) => new Promise((suite) => setTimeout(suite, ms));

/** Le chemin d'une route : son nom suffit, sa salle s'en déduit (la première, pour une route de plusieurs salles). */
function cheminDe(nom: string): string {
  const [route = '', ...suite] = nom.split('?');
  const chemin = TOUTES_LES_ROUTES.find((connue) => connue.endsWith(`/${route}`));
  return [chemin ?? route, ...suite].join('?');
}

/** Le vrai service, dans un dossier neuf : vraie base, vraies fonctions sous Deno, courriels retenus. */
export class ServiceDEssai {
  readonly service: Service;
  readonly dossier: string;
  /** Les lignes de logs des fonctions. */
  readonly journal: readonly string[];
  private constructor(service: Service, dossier: string, journal: readonly string[]) {
    this.service = service;
    this.dossier = dossier;
    this.journal = journal;
  }

  /**
   * @param site adresse du site où mènent les courriels, pour un essai dans un vrai navigateur
   * @param remises vrai : le fournisseur dit ce que deviennent les courriels
   */
  static async ouvrir({
    depart,
    site = SITE,
    remises = false,
  }: { depart?: Date; site?: string; remises?: boolean } = {}): Promise<ServiceDEssai> {
    const dossier = await mkdtemp(join(tmpdir(), 'csf-'));
    const journal: string[] = [];
    const service = await demarrerService({
      dossier,
      port: 0,
      site,
      parcours: 'content/parcours',
      taches: false,
      adresseCrue: true,
      dire: (ligne) => journal.push(ligne),
      remises,
      enMemoire: true,
      instantane: await instantaneDeLaBase(),
      ...(depart ? { depart } : {}),
    });
    return new ServiceDEssai(service, dossier, journal);
  }

  fermer = async () => {
    await this.service.fermer();
    // Un courriel parti juste avant l'arrêt s'y écrit peut-être encore.
    await rm(this.dossier, { recursive: true, force: true, maxRetries: 5 });
  };

  adresse = (nom: string) => `${this.service.url}/functions/v1/${cheminDe(nom)}`;

  async demander(nom: string, options: RequestInit): Promise<Reponse> {
    const reponse = await fetch(this.adresse(nom), { redirect: 'manual', ...options });
    const texte = await reponse.text();
    return {
      statut: reponse.status,
      corps: (texte ? JSON.parse(texte) : {}) as Corps,
      entetes: reponse.headers,
    };
  }

  poster = (nom: string, corps: unknown, entetes: Record<string, string> = {}) =>
    this.demander(nom, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...entetes },
      body: JSON.stringify(corps),
    });

  lire = (nom: string) => this.demander(nom, { method: 'GET' });

  /** Un défi demandé et résolu, comme le fait le navigateur. */
  async preuve(): Promise<string> {
    // D'un réseau à lui : les refus d'un test ne rendent pas plus long le calcul du suivant.
    const { corps } = await this.demander('defi', { headers: uneAdresse() });
    const challenge = corps as unknown as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    return btoa(JSON.stringify({ challenge, solution }));
  }

  async enveloppe(): Promise<Corps> {
    return { leurre: '', ouvertA: Date.now() - 60_000, preuve: await this.preuve() };
  }

  async exprimer(champs: Corps = {}, entetes: Record<string, string> = uneAdresse()) {
    const corps = { ...uneDemande(), ...(await this.enveloppe()), ...champs };
    return { corps, reponse: await this.poster('exprimer-interet', corps, entetes) };
  }

  /** Écrit des demandes dans la base sans passer par le formulaire ; rend leurs jetons de confirmation. */
  async demandesARecevoir(parcours: string, nombre: number): Promise<string[]> {
    const liens = await preparerLiens(this.service.secrets.liens, nombre);
    for (const lien of liens) {
      const demande = {
        ...uneDemande(),
        parcoursId: parcours,
        id: randomUUID(),
        reference: tirerReference('D'),
        reconnue: true,
      };
      const { rows } = await this.service.base.query<{ statut: string }>(
        `select public.demande_creer($1::jsonb, $2::jsonb, '[]', '48 hours', $3) ->> 'statut' as statut`,
        [demande, lien, this.service.horloge.maintenant],
      );
      if (rows[0]?.statut !== 'recue')
        throw new Error(`Demande refusée : ${rows[0]?.statut ?? ''}`);
    }
    return Promise.all(liens.map(({ id }) => jetonDe(this.service.secrets.liens, id)));
  }

  /** Des parcours que personne n'a demandés, d'au moins 300 heures. */
  async parcoursLibres(nombre: number): Promise<string[]> {
    const { rows } = await this.service.base.query<{ id: string }>(
      `select p.id from prive.parcours p where p.disponibilite = 'disponible' and p.heures >= 300
         and coalesce(p.fin_le, '2100-01-01') > $3::date + 60 and p.id <> $2
         and not exists (select 1 from prive.demandes d where d.parcours_id = p.id)
       order by p.id limit $1`,
      [nombre, PARCOURS, this.service.horloge.maintenant],
    );
    if (rows.length < nombre) throw new Error('Pas assez de parcours libres.');
    return rows.map(({ id }) => id);
  }

  /** Attend que plus aucun courriel ne soit à envoyer maintenant ; ceux qu'une limite regroupe partent plus tard. */
  async courrielsPartis(): Promise<void> {
    for (let fois = 0; fois < 1_500; fois += 1) {
      // Sur un poste chargé, un envoi peut dépasser sa patience : la tâche planifiée le reprend, comme en vrai.
      if (fois % 100 === 99) await (await this.service.tache('envoyer-courriels')).body?.cancel();
      const restent = await this.compter(
        `select 1 from prive.courriels
         where etat = 'a-envoyer' and (gabarit <> 'regroupement' or essais > 0)`,
      );
      if (restent === 0) return;
      await attendre(100);
    }
    throw new Error('Des courriels ne sont pas partis.');
  }

  async compter(sql: string): Promise<number> {
    return (await this.service.base.query(sql)).rows.length;
  }

  courriels = (destinataire: string): CourrielRecu[] =>
    this.service.fournisseur.courriels.filter(({ to }) => [to].flat().includes(destinataire));

  /** Le jeton d'un lien du site dans un courriel. */
  jeton(destinataire: string, page: string): string {
    for (const { text } of this.courriels(destinataire)) {
      const jeton = new RegExp(`${SITE}${page}#([\\w-]{43})`).exec(text)?.[1];
      if (jeton !== undefined) return jeton;
    }
    throw new Error(`Aucun lien ${page} reçu par ${destinataire}.`);
  }
}

/** Une adresse de réseau nouvelle à chaque appel : les limites ne se mélangent pas d'un test à l'autre. */
export function uneAdresse(): Record<string, string> {
  const nombre = () => Math.floor(Math.random() * 250) + 1;
  return { 'CF-Connecting-IP': `198.${nombre()}.${nombre()}.${nombre()}` };
}

export function uneDemande(): Corps {
  return {
    cle: randomUUID(),
    parcoursId: PARCOURS,
    nom: 'Alix Exemple',
    courriel: `alix.${randomUUID().slice(0, 8)}@lycee.example`,
    telephone: '',
    role: 'tuteur-mlds',
    // Chacun le sien : un établissement n'a que quelques demandes en cours à la fois.
    etablissement: `Lycée Exemple ${randomUUID().slice(0, 8)}`,
    academie: 'rennes',
    debutLe: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    heures: 150,
    message: 'Un jeune aimerait découvrir ce métier au printemps.',
    consentement: true,
  };
}
