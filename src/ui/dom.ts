/** Élément que la page contient toujours ; son absence est un défaut de construction. */
export function trouver<T extends Element>(racine: ParentNode, selecteur: string): T {
  const element = racine.querySelector<T>(selecteur);
  if (!element) throw new Error(`Élément absent de la page : ${selecteur}`);
  return element;
}

/** Crée un élément avec ses attributs et ses contenus, sans jamais interpréter de HTML. */
export function creer(
  nom: string,
  attributs: Record<string, string> = {},
  ...contenus: (Node | string)[]
): HTMLElement {
  const element = document.createElement(nom);
  for (const [cle, valeur] of Object.entries(attributs)) element.setAttribute(cle, valeur);
  element.append(...contenus);
  return element;
}
