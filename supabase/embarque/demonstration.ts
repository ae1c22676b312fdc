import type { Parcours } from '../../src/parcours/regles/parcours.ts';
import { lireDossier } from '../../src/parcours/sources/dossier-parcours.ts';
import { CONSERVATION } from '../../src/site/regles/conservation.ts';
import { jourAParis } from '../../src/socle/dates.ts';
import { appelerFonction } from './acces.ts';
import type { Base } from './base.ts';

/** Lignes envoyées en une fois. */
const PAR_LOT = 200;

type Refus = { id: string; raison: string };

/** Vrai d'un parcours fini depuis si longtemps que la tâche d'entretien le retirerait aussitôt. */
function estDuPasse({ finLe, finReconductionLe }: Parcours, jour: string): boolean {
  const fin = finReconductionLe ?? finLe;
  const limite = new Date(jour);
  limite.setUTCMonth(limite.getUTCMonth() - CONSERVATION.contactMois);
  return fin !== null && fin <= limite.toISOString().slice(0, 10);
}

/** Des personnes inventées, à des adresses qui n'existent pas. */
function contactsInventes(id: string) {
  const personne = (role: string, nom: string) => ({
    role,
    nom,
    courriel: `${role}.${id}@entreprise.example`,
    telephone: null,
  });
  return [
    personne('entreprise-1', 'Camille Exemple'),
    personne('entreprise-2', 'Sacha Exemple'),
    { ...personne('acheteur', 'Dominique Exemple'), courriel: `acheteur.${id}@acheteur.example` },
  ];
}

/** De quel marché il s'agit, tant que l'import de l'équipe ne l'a pas dit. */
const MARCHE_INVENTE = {
  objet: 'Maintenance des bâtiments de l’essai',
  lot: 'Lot 2 : second œuvre',
  entreprise: 'Entreprise des Essais',
  acheteur: 'Mairie de l’Essai',
  site: '4 rue des Essais',
};

/**
 * Met dans la base les parcours du site, sauf ceux que leur fin a fait oublier. Un parcours neuf reçoit des contacts inventés ; un parcours déjà là garde
 * les siens, qui viennent peut-être de l'import de l'équipe.
 * @returns les parcours refusés par la base, et pourquoi
 */
export async function chargerParcours(base: Base, dossier: string): Promise<Refus[]> {
  const jour = jourAParis(new Date());
  const parcours = (await lireDossier(dossier)).filter((lu) => !estDuPasse(lu, jour));
  const { rows } = await base.query<{ id: string }>('select id from prive.parcours');
  const connus = new Set(rows.map(({ id }) => id));
  const lignes = parcours.map((champs) => ({
    public: champs,
    contacts: connus.has(champs.id) ? [] : contactsInventes(champs.id),
    marche: connus.has(champs.id) ? null : MARCHE_INVENTE,
  }));
  const refus: Refus[] = [];
  for (let debut = 0; debut < lignes.length; debut += PAR_LOT) {
    const { statut, json } = await appelerFonction(base, 'service_role', 'parcours_importer', {
      p_lignes: lignes.slice(debut, debut + PAR_LOT),
      p_maintenant: new Date().toISOString(),
    });
    if (statut !== 200) throw new Error(`Les parcours n'ont pas pu être chargés : ${json}`);
    const reponses = JSON.parse(json) as (Refus & { statut: string })[];
    refus.push(...reponses.filter(({ statut: sort }) => sort === 'refusee'));
  }
  return refus;
}
