import { lireDossier } from '../../src/parcours/sources/dossier-parcours.ts';
import { disponibiliteLe, type Disponibilite } from '../../src/parcours/regles/disponibilite.ts';
import { jourAParis } from '../../src/socle/dates.ts';
import { lireVersions } from '../../src/outils/edition/empreintes.ts';
import type { Parcours } from '../../src/parcours/regles/parcours.ts';

/** Les parcours du catalogue publié : les tests y choisissent leurs exemples. */
export const PARCOURS = await lireDossier(process.env.CSF_PARCOURS ?? 'content/parcours');

/** Un parcours publié dans cet état au jour du test. */
export function parcoursEnEtat(etat: Disponibilite): Parcours {
  const jour = jourAParis(new Date());
  const trouve = PARCOURS.find((parcours) => disponibiliteLe(parcours, jour) === etat);
  if (!trouve) throw new Error(`Aucun parcours « ${etat} » dans le catalogue.`);
  return trouve;
}

/** La version courante du kit. */
const [{ id: VERSION } = { id: '' }] = await lireVersions();

/** Un chemin par type de page : accessibilité, poids et notes se mesurent sur chacun. */
export const TYPES_DE_PAGE = {
  accueil: '/',
  domaines: '/domaines/',
  domaine: '/domaines/informatique/',
  liste: '/parcours/',
  'liste filtrée': '/parcours/?lieu=nanterre-92050&dispo=disponible',
  'liste vide': '/domaines/restauration-cuisine/?lieu=brest-29019&rayon=10',
  académies: '/academies/',
  départements: '/departements/',
  académie: '/academies/versailles/',
  département: '/departements/hauts-de-seine/',
  parcours: `/parcours/${parcoursEnEtat('disponible').id}/`,
  'parcours pourvu': `/parcours/${parcoursEnEtat('pourvu').id}/`,
  'dire son intérêt': `/interet/?parcours=${parcoursEnEtat('disponible').id}`,
  'intérêt envoyé': '/interet/envoyee/',
  'intérêt incomplet': '/interet/incomplete/',
  'confirmer son intérêt': '/interet/confirmer/',
  'accepter un parcours libéré': '/interet/accepter/',
  'retirer sa demande': '/interet/retirer/',
  'vérifier qui demande': '/interet/verifier/',
  recherche: '/recherche/',
  'résultats de recherche': '/recherche/?q=r%C3%A9seau',
  données: '/donnees/',
  texte: '/comment-ca-marche/',
  entreprise: '/entreprise/',
  'moment du kit': '/entreprise/notification/',
  'fiche entreprise': '/entreprise/fiche-entreprise/',
  acheteur: '/acheteur/',
  calibrer: '/acheteur/calibrer/?montant=210000&duree=24&lots=3&bons=oui',
  choisir: '/acheteur/choisir/?public=deux&taille=petit&temps=plus',
  'kit entier': '/kit/',
  'kit daté': `/kit/${VERSION}/`,
  'versions du kit': '/kit/versions/',
  diapositives: '/kit/presentation/',
  film: '/kit/film/',
  'guide du tuteur': '/tuteur/',
  'guide de la coordination': '/coordination/',
  'guide du jeune': '/jeune/',
  'guide du partenaire': '/partenaire/',
  questions: '/questions/',
  'questions d’un rôle, réponse ouverte': '/questions/?pour=acheteur#consideration-obligatoire',
  résultats: '/resultats/',
  chiffres: '/statistiques/',
  'parcours d’un acheteur': '/suivi/dossiers/',
  'demandes d’une tutrice': '/suivi/demandes/',
  'tableau de l’équipe': '/equipe/',
  'modèle de clause': '/acheteur/clause/?heures=300&lots=2',
  'lier le kit': '/acheteur/lier/',
  'suivre la clause': '/acheteur/suivre/',
  'page à annexer': '/acheteur/annexe/',
  'fiche de passation': '/acheteur/passation/',
  contact: '/contact/',
  'contact prérempli': '/contact/?role=entreprise&sujet=contact-change',
  'message incomplet': '/contact/incomplet/',
  ambassadeurs: '/ambassadeurs/',
  'déclarer un parcours': '/acheteur/declarer/',
  'reprendre des dossiers': '/acheteur/reprendre/',
  'reprise demandée': '/acheteur/reprendre/envoyee/',
  'déclaration envoyée': '/acheteur/declarer/envoyee/',
  'contacts à confirmer': '/declaration/contacts/',
  'déclaration à valider': '/declaration/valider/',
  'suivre un parcours': '/suivi/',
  'retrouver ses liens': '/suivi/retrouver/',
  'liens envoyés': '/suivi/retrouver/envoye/',
  'mentions légales': '/mentions-legales/',
  'plan du site': '/plan-du-site/',
  introuvable: '/cette-page-n-existe-pas/',
} as const;
