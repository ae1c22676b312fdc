import process from 'node:process';
import { COURRIEL_EQUIPE } from '../../../src/site/regles/courriel-equipe.ts';

/** Ce que l'hébergement donne aux fonctions. Les secrets n'ont pas de valeur par défaut. */
export type Config = {
  supabaseUrl: string;
  cleService: string;
  /** Adresse du site, sans barre finale : la seule origine admise, et la base de tous les liens. */
  site: string;
  secretLiens: string;
  secretDefi: string;
  secretTaches: string;
  cleResend: string;
  /** Secret dont le fournisseur signe ce qu'il nous dit des courriels (« whsec_… »). */
  secretRemises: string;
  /** Adresse de l'API de courriels ; vide : celle de Resend. */
  adresseResend: string;
  expediteur: string;
  /** Domaine qui reçoit les réponses aux courriels ; vide : elles vont toutes à l'équipe. */
  domaineReponses: string;
  equipe: string;
  /** Adresse appelée pour reconstruire le site ; vide : personne n'est prévenu. */
  reconstruction: string;
};

function exiger(nom: string): string {
  const valeur = process.env[nom];
  if (!valeur) throw new Error(`La variable ${nom} manque.`);
  return valeur;
}

const ouVide = (nom: string) => process.env[nom] ?? '';

/** @throws Error si une variable obligatoire manque */
export function lireConfig(): Config {
  return {
    supabaseUrl: exiger('SUPABASE_URL'),
    cleService: exiger('SUPABASE_SERVICE_ROLE_KEY'),
    site: exiger('SITE_URL').replace(/(?<!\/)\/+$/, ''),
    secretLiens: exiger('CSF_SECRET_LIENS'),
    secretDefi: exiger('CSF_SECRET_DEFI'),
    secretTaches: exiger('CSF_SECRET_TACHES'),
    cleResend: exiger('RESEND_API_KEY'),
    secretRemises: exiger('RESEND_WEBHOOK_SECRET'),
    adresseResend: ouVide('RESEND_BASE_URL'),
    expediteur: exiger('CSF_EXPEDITEUR'),
    domaineReponses: ouVide('CSF_DOMAINE_REPONSES').trim().toLowerCase(),
    equipe: ouVide('CSF_COURRIEL_EQUIPE') || COURRIEL_EQUIPE,
    reconstruction: ouVide('CSF_WEBHOOK_RECONSTRUCTION'),
  };
}
