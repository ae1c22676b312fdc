import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ecouter, type Repondre } from '../../src/outils/serveur/serveur.ts';
import { TACHES, type Tache } from '../../src/sante/regles/taches.ts';
import reglages from '../functions/_shared/reglages.json' with { type: 'json' };
import { appelerFonction } from './acces.ts';
import { ouvrirBase, type Base } from './base.ts';
import { chargerParcours } from './demonstration.ts';
import { inventerDossiers } from './dossiers-inventes.ts';
import { demarrerFonctions, type Fonctions } from './fonctions.ts';
import { Fournisseur } from './fournisseur.ts';
import { Horloge } from './horloge.ts';
import { creerFront } from './front.ts';
import { Remises } from './remises.ts';
import { DOMAINE_DES_REPONSES, Reponses } from './reponses.ts';
import { lireSecrets, type Secrets } from './secrets.ts';
import { reserver } from './verrou.ts';

export type OptionsDuService = {
  /** Où garder la base, les courriels et les secrets (.csf). */
  dossier: string;
  /** Port d'écoute ; 0 en choisit un libre. */
  port: number;
  /** Adresse du site, sans barre finale. */
  site: string;
  /** Dossier des parcours à charger. */
  parcours: string;
  /** Vrai : une base neuve reçoit aussi des dossiers en cours, inventés. */
  demonstration?: boolean;
  /** Vrai : efface tout et recommence avec des données de démonstration. */
  neuf?: boolean;
  /** Faux dans les tests, qui appellent eux-mêmes les tâches. */
  taches?: boolean;
  /** Faux dans la plupart des tests : le fournisseur imité ne dit rien de ce que deviennent les courriels. */
  remises?: boolean;
  adresseCrue?: boolean;
  /** Heure à laquelle commencer, dans les tests : leurs jours ouvrés ne dépendent pas du jour où on les lance. */
  depart?: Date;
  /** Base déjà migrée dont part une base neuve, dans les tests : les migrations n'y repassent pas. */
  instantane?: Blob;
  /** Vrai dans les tests qui ne redémarrent pas le service : mille fichiers de moins à écrire à chaque ouverture. */
  enMemoire?: boolean;
  /** Module chargé par Deno avant les fonctions (bancs). */
  prealable?: string;
  /** Reçoit chaque ligne des logs des fonctions, au lieu du terminal (tests, bancs). */
  dire?: (ligne: string) => void;
};

export type Service = {
  url: string;
  secrets: Secrets;
  base: Base;
  fonctions: Fonctions;
  fournisseur: Fournisseur;
  remises: Remises;
  reponses: Reponses;
  /** Appelle une tâche planifiée, comme le fait l'horloge de l'hébergeur. */
  tache: (nom: Tache) => Promise<Response>;
  horloge: Horloge;
  reconstructions: () => number;
  fermer: () => Promise<void>;
};

const MINUTE = 60_000;

/** Après combien de temps le fournisseur dit ce qu'est devenu un courriel, en millisecondes. */
const REMISE_MS = 300;

const pasPret: Repondre = () => Response.json({ statut: 'indisponible' }, { status: 503 });

function environnement(url: string, site: string, secrets: Secrets): Record<string, string> {
  return {
    SUPABASE_URL: url,
    SUPABASE_SERVICE_ROLE_KEY: secrets.cleService,
    SITE_URL: site,
    CSF_SECRET_LIENS: secrets.liens,
    CSF_SECRET_DEFI: secrets.defi,
    CSF_SECRET_TACHES: secrets.taches,
    RESEND_API_KEY: secrets.courriels,
    RESEND_BASE_URL: url,
    RESEND_WEBHOOK_SECRET: secrets.remises,
    CSF_EXPEDITEUR: 'Clause sociale de formation <csf@service.example>',
    CSF_DOMAINE_REPONSES: DOMAINE_DES_REPONSES,
    CSF_COURRIEL_EQUIPE: process.env.CSF_COURRIEL_EQUIPE ?? 'equipe@csf.example',
    CSF_WEBHOOK_RECONSTRUCTION: `${url}/reconstruction?cle=${secrets.taches}`,
  };
}

/**
 * Démarre le service embarqué : base, fonctions, front, courriels retenus et tâches planifiées.
 * @throws {ErreurDeCommande} port ou dossier déjà pris
 */
export async function demarrerService(options: OptionsDuService): Promise<Service> {
  const dossier = resolve(options.dossier);
  let repondre = pasPret;
  // Le port d'abord : s'il est pris, rien d'autre n'a été ouvert ni effacé. Ce poste seulement.
  const front = await ecouter((requete, liens) => repondre(requete, liens), {
    port: options.port,
    hote: '127.0.0.1',
    variable: 'CSF_PORT_SERVICE',
  });
  let liberer: (() => Promise<void>) | undefined;
  try {
    liberer = await reserver(dossier);
    if (options.neuf) {
      await rm(join(dossier, 'base'), { recursive: true, force: true });
      await rm(join(dossier, 'courriels'), { recursive: true, force: true });
      await rm(join(dossier, 'horloge'), { force: true });
    }
    const url = `http://127.0.0.1:${front.port}`;
    const secrets = await lireSecrets(dossier);
    const fournisseur = new Fournisseur(dossier, secrets.courriels);
    await fournisseur.ouvrir();
    const donnees = options.enMemoire ? undefined : join(dossier, 'base');
    const { base, neuve } = await ouvrirBase(donnees, options.instantane);
    const { statut, json } = await appelerFonction(base, 'service_role', 'regler', {
      p_bornes: reglages.bornes,
      p_academies: reglages.academies,
    });
    if (statut >= 400) throw new Error(`La base refuse les réglages du site : ${json}`);
    for (const { id, raison } of await chargerParcours(base, options.parcours))
      console.error(`Parcours ${id} refusé par la base : ${raison}.`);
    if (neuve && options.demonstration) await inventerDossiers(base, secrets.liens);
    const fonctions = await demarrerFonctions(
      environnement(url, options.site, secrets),
      options.prealable,
      options.dire,
    );
    let reconstructions = 0;
    const tache: Service['tache'] = (nom) =>
      fonctions.appeler(`/functions/v1/taches/${nom}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${secrets.taches}` },
      });
    const horloge = new Horloge({ dossier, decaler: fonctions.decaler, tache });
    await horloge.ouvrir(options.depart);
    fournisseur.maintenant = () => horloge.maintenant;
    const webhook = {
      adresse: `${url}/functions/v1/suivi/remise`,
      secret: secrets.remises,
      maintenant: () => horloge.maintenant,
    };
    const remises = new Remises({ ...webhook, delaiMs: REMISE_MS });
    const reponses = new Reponses(fournisseur, webhook);
    if (options.remises !== false) fournisseur.surEnvoi = (courriel) => remises.suivre(courriel);
    repondre = creerFront({
      base,
      fonctions,
      fournisseur,
      reponses,
      secrets,
      horloge,
      site: options.site,
      adresseCrue: options.adresseCrue ?? false,
      reconstruire: () => {
        reconstructions += 1;
        console.log('Le catalogue a changé : il faut reconstruire le site.');
      },
    }).fetch;
    const tour = async () => {
      for (const nom of TACHES) {
        // Les fonctions redémarrent peut-être : le tour suivant reprendra.
        await tache(nom).then(
          (reponse) => reponse.body?.cancel(),
          () => undefined,
        );
      }
    };
    const minuterie = options.taches === false ? undefined : setInterval(() => void tour(), MINUTE);
    if (minuterie) void tour();
    return {
      url: `http://localhost:${front.port}`,
      secrets,
      base,
      fonctions,
      fournisseur,
      remises,
      reponses,
      tache,
      horloge,
      reconstructions: () => reconstructions,
      fermer: async () => {
        clearInterval(minuterie);
        await remises.fermer();
        repondre = pasPret;
        await fonctions.fermer();
        await front.fermer();
        await base.close();
        await liberer?.();
      },
    };
  } catch (erreur) {
    await liberer?.();
    await front.fermer();
    throw erreur;
  }
}
