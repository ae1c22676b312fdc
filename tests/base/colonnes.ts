import type { BaseDEssai } from './fabriques.ts';

/** Une colonne qui peut porter un texte, telle que le catalogue de la base la connaît. */
export type Colonne = { nom: string; table: string; colonne: string; type: string };

/** Ce qui ne peut porter ni nom, ni adresse, ni numéro. Tout autre type est à ranger ci-dessous. */
const SANS_TEXTE = ['uuid', 'smallint', 'integer', 'bigint', 'numeric', 'boolean', 'date'];

/** Les colonnes du schéma privé, lues dans le catalogue, moins celles d'un type sans texte. */
export async function colonnesDeTexte(essai: BaseDEssai): Promise<Colonne[]> {
  return essai.lignes<Colonne>(
    `select c.table_name || '.' || c.column_name as nom, c.table_name as table,
       c.column_name as colonne, c.data_type as type
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema in ('prive', 'public') and t.table_type = 'BASE TABLE'
       and c.data_type <> all ($1) and c.data_type not like 'timestamp%' order by 1`,
    [SANS_TEXTE],
  );
}

/** Les colonnes qui peuvent porter une personne : vides dix ans plus tard, et lues par le droit d'accès. */
export const DE_PERSONNE = [
  'compteurs.cle',
  'contacts.courriel',
  'contacts.nom',
  'contacts.telephone',
  'contacts_a_prevenir.courriel',
  'courriels.destinataire',
  'courriels.donnees',
  'declarations.acheteur_courriel',
  'declarations.contacts',
  'declarations.marche',
  'declarations.motif',
  'declarations.public',
  'demandes.courriel',
  'demandes.etablissement',
  'demandes.message',
  'demandes.nom',
  'demandes.telephone',
  'liens.courriel',
  'lieux_de_rencontre.adresse',
  'lieux_de_rencontre.apporter',
  'lieux_de_rencontre.demander',
  'lieux_de_rencontre.telephone',
  'marches.acheteur',
  'marches.entreprise',
  'marches.lot',
  'marches.objet',
  'marches.site',
  'membres.courriel',
  'messages.courriel',
  'messages.details',
  'messages.message',
  'messages.nom',
  'personnes_connues.courriel',
  'personnes_connues.par_courriel',
  'precisions.texte',
  'relais.courriel',
  'relais.nom',
  'relais.telephone',
  'relances_du_jour.courriel',
  'releves.courriel',
  'releves.courriel_parti',
  'releves.nom',
  'releves.reference',
  'releves.telephone',
];

const CODE = 'un code, que la base vérifie';
const REFERENCE = 'une référence tirée au hasard, que la base vérifie';
const PUBLIE = 'un texte publié : il ne l’est qu’une fois relu, sans aucune personne';

/** Les autres, et pourquoi aucune ne peut porter une personne. */
export const SANS_PERSONNE: Record<string, string> = {
  'bornes.debuts': 'des nombres de jours',
  'contacts.dernier_import':
    'l’empreinte de la dernière valeur importée, qui s’efface avec le contact',
  'contacts.parcours_id': REFERENCE,
  'contacts.role': CODE,
  'contacts_a_prevenir.parcours_id': REFERENCE,
  'contacts_a_prevenir.role': CODE,
  'courriels.erreur': CODE,
  'courriels.etat': CODE,
  'courriels.fil':
    'l’empreinte de deux adresses, que la base vérifie ; elle s’efface avec les compteurs',
  'courriels.gabarit': CODE,
  'courriels.id_fournisseur': 'un numéro du fournisseur, qui s’efface avec le courriel',
  'declarations.etat': CODE,
  'declarations.parcours_id': REFERENCE,
  'declarations.reference': REFERENCE,
  'demandes.academie': CODE,
  'demandes.etat': CODE,
  'demandes.parcours_id': REFERENCE,
  'demandes.reference': REFERENCE,
  'demandes.role': CODE,
  'demandes.verifie_par': CODE,
  'departements.academie': CODE,
  'departements.code': CODE,
  'evenements.auteur': CODE,
  'evenements.donnees': 'des dates, des nombres et des codes : le service n’y écrit rien d’autre',
  'evenements.genre': CODE,
  'evenements.parcours_id': REFERENCE,
  'liens.academie': CODE,
  'liens.empreinte': 'l’empreinte d’un jeton tiré au hasard',
  'liens.portee': CODE,
  'liens.role': CODE,
  'marches.parcours_id': REFERENCE,
  'membres.academie': CODE,
  'membres.genre': CODE,
  'messages.parcours_id': REFERENCE,
  'messages.reference': REFERENCE,
  'messages.role': CODE,
  'messages.sujet': CODE,
  'parcours.commune': CODE,
  'parcours.conditions': PUBLIE,
  'parcours.disponibilite': CODE,
  'parcours.domaine': CODE,
  'parcours.id': REFERENCE,
  'parcours.intitule': PUBLIE,
  'parcours.taches': PUBLIE,
  'personnes_connues.par': CODE,
  'passages.erreur': CODE,
  'passages.tache': CODE,
  'relais.parcours_id': REFERENCE,
  'relais.role': CODE,
  'reponses_recues.id_fournisseur': 'un numéro du fournisseur, qui s’efface comme un courriel',
  'preuves.empreinte': 'l’empreinte d’un calcul, sans rien de qui l’a fait',
};
