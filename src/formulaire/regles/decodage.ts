import type * as z from 'zod/mini';

/** Comment un champ s'écrit dans un formulaire. */
type Forme = 'case' | 'liste' | 'groupe' | 'texte';

type Description = { forme: Forme; peutEtreVide: boolean; schema: z.core.$ZodType };

/* Ce qui entoure un schéma ne change pas la façon dont le champ se tape. */
function decrire(schema: z.core.$ZodType, peutEtreVide = false): Description {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'nullable':
      return decrire(def.innerType, true);
    case 'default':
    case 'prefault':
    case 'optional':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return decrire(def.innerType, peutEtreVide);
    case 'pipe':
      // « preprocess » : c'est ce qu'il prépare qui a une forme.
      return (def.in as z.core.$ZodTypes)._zod.def.type === 'transform'
        ? decrire(def.out, peutEtreVide)
        : decrire(def.in, peutEtreVide);
    case 'boolean':
      return { forme: 'case', peutEtreVide, schema };
    case 'literal':
      return { forme: def.values.includes(true) ? 'case' : 'texte', peutEtreVide, schema };
    case 'array':
      return { forme: 'liste', peutEtreVide, schema };
    case 'object':
      return { forme: 'groupe', peutEtreVide, schema };
    default:
      return { forme: 'texte', peutEtreVide, schema };
  }
}

function champsDe(schema: z.core.$ZodType): Record<string, z.core.$ZodType> {
  const { def } = (decrire(schema).schema as z.core.$ZodTypes)._zod;
  return def.type === 'object' ? def.shape : {};
}

const lignesDe = (valeurs: readonly string[]) =>
  valeurs
    .flatMap((valeur) => valeur.split(/\r?\n/))
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '');

function valeurDe(schema: z.core.$ZodType | undefined, recues: readonly string[]): unknown {
  const [texte = ''] = recues;
  if (!schema) return texte;
  const { forme, peutEtreVide } = decrire(schema);
  if (forme === 'case') return recues.some((valeur) => /^(on|true|1|oui)$/.test(valeur));
  if (forme === 'liste') return lignesDe(recues);
  return peutEtreVide && texte === '' ? null : texte;
}

/**
 * Les champs d'un formulaire tels que le schéma les attend : le navigateur et la fonction les lisent de même. Une case
 * cochée vaut vrai, une grande case d'une chose par ligne devient un tableau, « groupe.champ » un champ d'un objet, et
 * un groupe ou un champ facultatif laissé vide vaut null. Ce que le schéma ne connaît pas reste un texte : il le refuse.
 * @param recus les champs dans l'ordre de la page (FormData ou URLSearchParams)
 */
export function champsDuFormulaire(
  recus: Iterable<readonly [string, string]>,
  schema: z.core.$ZodType,
): Record<string, unknown> {
  const parNom = new Map<string, string[]>();
  for (const [nom, valeur] of recus) {
    const valeurs = parNom.get(nom);
    if (valeurs) valeurs.push(valeur);
    else parNom.set(nom, [valeur]);
  }
  const connus = champsDe(schema);
  // Sans prototype : un champ nommé « __proto__ » n'est qu'un champ inconnu de plus.
  const champs = Object.create(null) as Record<string, unknown>;
  const groupes = new Map<string, Record<string, unknown>>();
  for (const [nom, valeurs] of parNom) {
    const [debut = '', champ, ...reste] = nom.split('.');
    const duGroupe = Object.hasOwn(connus, debut) ? connus[debut] : undefined;
    if (champ === undefined || reste.length > 0) {
      champs[nom] = valeurDe(Object.hasOwn(connus, nom) ? connus[nom] : undefined, valeurs);
      continue;
    }
    const contenu = groupes.get(debut) ?? (Object.create(null) as Record<string, unknown>);
    contenu[champ] = valeurDe(duGroupe && champsDe(duGroupe)[champ], valeurs);
    groupes.set(debut, contenu);
  }
  for (const [nom, contenu] of groupes)
    champs[nom] = Object.values(contenu).every((valeur) => valeur === '' || valeur === null)
      ? null
      : contenu;
  return champs;
}
