import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { bornesDesDelais } from '../../chiffres/regles/statistiques.ts';
import { academies } from '../../lieux/referentiel/academies.ts';
import { codesDesCommunes } from '../../lieux/referentiel/codes-des-communes.ts';
import { positionsDesCommunes } from '../../lieux/referentiel/positions-des-communes.ts';
import {
  calendrierDe,
  calendrierScolaireSchema,
} from '../../calendrier/regles/calendrier-scolaire.ts';
import { delai, friseSchema } from '../../frise/regles/frise.ts';
import { domainesReconnusSchema, listeDesDomaines } from '../../demande/regles/confiance.ts';
import { delaisDeSuivi } from '../../suivi/regles/delais.ts';
import { joursFeries } from '../../calendrier/referentiel/feries.ts';

const PARTAGE = 'supabase/functions/_shared';

/**
 * Ce que les fonctions savent du contenu, recopié dans leur dossier : elles partent sans content/.
 * @param contenu dossier content
 * @returns le texte de chaque fichier à écrire
 */
export async function references(contenu: string): Promise<Record<string, string>> {
  const lire = async (nom: string) =>
    load(await readFile(join(contenu, nom), 'utf8'), { schema: CORE_SCHEMA });
  const frise = friseSchema.parse(await lire('frise.yaml'));
  const scolaire = calendrierScolaireSchema.parse(await lire('calendrier.yaml'));
  const delais = { reponse: delai(frise, 'mise-en-relation'), accueil: delai(frise, 'accueil') };
  const domaines = (await readdir(join(contenu, 'domaines')))
    .filter((nom) => nom.endsWith('.yaml'))
    .map((nom) => nom.replace(/\.yaml$/, ''))
    .sort();
  const fichiers = {
    frise: delais,
    suivi: delaisDeSuivi(frise),
    calendrier: calendrierDe(scolaire, joursFeries()),
    domaines,
    confiance: {
      domaines: listeDesDomaines(
        domainesReconnusSchema.parse(await lire('domaines-reconnus.yaml')),
      ),
      verification: frise.verification,
      limites: frise.limites,
    },
    communes: codesDesCommunes(),
    'suivi/lieux': positionsDesCommunes(),
    reglages: {
      bornes: bornesDesDelais(delais),
      academies: Object.fromEntries(
        academies().map(({ slug, departements }) => [slug, departements]),
      ),
    },
  };
  return Object.fromEntries(
    Object.entries(fichiers).map(([nom, donnees]) => [
      `${PARTAGE}/${nom}.json`,
      `${JSON.stringify(donnees, null, 2)}\n`,
    ]),
  );
}
