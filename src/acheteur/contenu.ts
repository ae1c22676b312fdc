import { getCollection, getEntry } from 'astro:content';
import type { ModeleDeClause } from '../clause/regles/modele.ts';
import { SANS_REPONSE } from '../clause/regles/reponses.ts';
import { redigerClause } from '../clause/regles/clause.ts';
import { COURRIEL_EQUIPE } from '../site/regles/courriel-equipe.ts';
import { enFrancais } from '../socle/dates.ts';
import { redigerParagraphe } from './regles/dce.ts';
import { etape } from '../frise/regles/frise.ts';
import { avecDelais } from '../kit/regles/kit.ts';
import type { Passation } from './regles/passation.ts';
import { MOT_DU_KIT } from '../kit/regles/versions.ts';
import { documentsCites } from '../documents/contenu.ts';
import { laFrise, lesDelais, lesDelaisDits } from '../frise/contenu.ts';
import { lesMoments } from '../kit/contenu/kit.ts';
import { lesAdressesCourtes, versionCourante } from '../kit/contenu/versions.ts';

/** Le modèle de clause (content/clause.yaml). */
export async function leModeleDeClause(): Promise<ModeleDeClause> {
  const entree = await getEntry('clause', 'clause');
  if (!entree) throw new Error('content/clause.yaml est introuvable.');
  return entree.data;
}

/** La fiche de passation (content/passation.yaml). */
export async function laPassation(): Promise<Passation> {
  const entree = await getEntry('passation', 'passation');
  if (!entree) throw new Error('content/passation.yaml est introuvable.');
  return entree.data;
}

/**
 * Les paragraphes à coller dans un dossier de consultation, dans l'ordre du fichier, avec l'adresse courte
 * de la page du kit et la version courante.
 */
export async function dceRedige(site: URL | undefined) {
  const dce = await getEntry('dce', 'dce');
  if (!dce) throw new Error('content/dce.yaml est introuvable.');
  const version = await versionCourante();
  const moments = await lesMoments();
  const adresses = await lesAdressesCourtes();
  const entiere = (chemin: string) => new URL(chemin, site).href;
  const paragraphes = dce.data.paragraphes.map(({ moment, texte, ...reste }) => {
    const mot =
      moment === null ? MOT_DU_KIT : moments.find(({ id }) => id === moment)?.adresseCourte;
    const adresse = adresses.find((candidate) => candidate.mot === mot);
    if (!adresse) throw new Error(`content/dce.yaml : le moment « ${moment} » n’existe pas.`);
    const faits = {
      lien: entiere(adresse.cheminCourt),
      kit: entiere(version.chemin),
      version: version.id,
      date: enFrancais(version.publieLe),
      equipe: COURRIEL_EQUIPE,
    };
    return {
      ...reste,
      adresse,
      paragraphes: texte.map((modele) => redigerParagraphe(modele, faits)),
    };
  });
  return { version, paragraphes };
}

/** Le suivi de chaque étape de la frise, dans son ordre ; une étape sans suivi est une erreur de construction. */
export async function laSurveillance() {
  const frise = await laFrise();
  const delais = await lesDelaisDits();
  const suivis = (await getCollection('surveillance')).map(({ data }) => data);
  for (const { id } of suivis) etape(frise, id);
  return Promise.all(
    frise.etapes.map(async (etapeDeFrise) => {
      const suivi = suivis.find(({ id }) => id === etapeDeFrise.id);
      if (!suivi)
        throw new Error(`content/surveillance.yaml ne dit rien de l’étape « ${etapeDeFrise.id} ».`);
      return {
        etape: etapeDeFrise,
        surveiller: suivi.surveiller.map((point) => avecDelais(point, delais)),
        ecrireA: avecDelais(suivi.ecrireA, delais),
        siRetard: suivi.siRetard.map((geste) => avecDelais(geste, delais)),
        documents: await documentsCites(etapeDeFrise.documents),
      };
    }),
  );
}

/** La clause avant toute réponse : les délais de la frise sont écrits, tout le reste est en blanc. */
export async function clauseDeDepart(site: URL | undefined) {
  const modele = await leModeleDeClause();
  const { justificatifsJoursOuvres: justificatifs } = await laFrise();
  const delais = await lesDelais();
  const kit = new URL('/kit/', site).href;
  const reponses = {
    ...SANS_REPONSE,
    delaiReponse: delais.reponse,
    delaiAccueil: delais.accueil,
    justificatifs,
  };
  return { modele, reponses, kit, parties: redigerClause(modele, reponses, kit) };
}
