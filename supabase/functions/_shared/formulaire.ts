import { jourAParis } from '../../../src/socle/dates.ts';
import { maintenant } from './horloge.ts';
import { empreinteDe } from './jetons.ts';

/** Cases à cocher des formulaires : cochées, elles valent « on » ; décochées, elles ne sont pas envoyées. */
const CASES = ['consentement', 'horairesAmenages', 'gratificationPrevue'];

/** Grandes cases où l'on écrit une chose par ligne. */
const LISTES = ['taches', 'conditions'];

/** Une clé qui dépend du contenu et du jour : le même formulaire posté deux fois n'est reçu qu'une fois par jour. */
async function cleDuContenu(texte: string): Promise<string> {
  const hexa = await empreinteDe(texte);
  return `${hexa.slice(0, 8)}-${hexa.slice(8, 12)}-8${hexa.slice(13, 16)}-8${hexa.slice(17, 20)}-${hexa.slice(20, 32)}`;
}

function valeurDe(nom: string, valeurs: readonly string[]): unknown {
  if (CASES.includes(nom)) return valeurs.some((valeur) => /^(on|true|1|oui)$/.test(valeur));
  if (LISTES.includes(nom))
    return valeurs
      .flatMap((valeur) => valeur.split(/\r?\n/))
      .map((ligne) => ligne.trim())
      .filter((ligne) => ligne !== '');
  return valeurs[0];
}

/**
 * Les champs d'un formulaire posté sans JavaScript, tels que le schéma les attend : « entreprise1.nom » devient un
 * champ de l'objet « entreprise1 », un groupe laissé vide et une date vide deviennent null.
 */
export async function champsDuFormulaire(texte: string): Promise<Record<string, unknown>> {
  const recus = new URLSearchParams(texte);
  // Sans prototype : un champ nommé « __proto__ » n'est qu'un champ inconnu de plus.
  const champs = Object.create(null) as Record<string, unknown>;
  const groupes = new Map<string, Record<string, unknown>>();
  for (const nom of new Set(recus.keys())) {
    const valeur = valeurDe(nom, recus.getAll(nom));
    const [groupe = '', champ, ...reste] = nom.split('.');
    if (champ === undefined || reste.length > 0) {
      champs[nom] = nom.endsWith('Le') && valeur === '' ? null : valeur;
      continue;
    }
    const contenu = groupes.get(groupe) ?? {};
    contenu[champ] = valeur;
    groupes.set(groupe, contenu);
  }
  for (const [groupe, contenu] of groupes) {
    champs[groupe] = Object.values(contenu).every((valeur) => valeur === '') ? null : contenu;
  }
  if (champs.cle === undefined || champs.cle === '')
    champs.cle = await cleDuContenu(`${jourAParis(maintenant())}\n${texte}`);
  return champs;
}
