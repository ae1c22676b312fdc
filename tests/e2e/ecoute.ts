import type { Page } from 'playwright-core';

/** Ce qu'un lecteur d'écran dit d'un élément. */
export type Entendu = { valeur: string; description: string; proprietes: Record<string, unknown> };

/** Lit l'arbre d'accessibilité du navigateur : l'élément de ce rôle et de ce nom, comme il sera dit. */
export async function ecouter(page: Page, role: string, nom: string): Promise<Entendu> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodes } = await session.send('Accessibility.queryAXTree', {
    nodeId: root.nodeId,
    role,
    accessibleName: nom,
  });
  await session.detach();
  const [noeud] = nodes.filter(({ ignored }) => !ignored);
  if (!noeud) throw new Error(`Rien ne se dit « ${nom} » (${role}).`);
  const { value, description, properties = [] } = noeud;
  return {
    valeur: String(value?.value ?? ''),
    description: espaces(String(description?.value ?? '')),
    proprietes: Object.fromEntries(properties.map(({ name, value: { value: v } }) => [name, v])),
  };
}

/* Une espace insécable se dit comme une autre. */
const espaces = (texte: string) => texte.replace(/\s+/g, ' ').trim();

/** Note, dans l'ordre, tout ce que les zones d'annonce de la page disent à partir de maintenant. */
export async function noterLesAnnonces(page: Page): Promise<() => Promise<string[]>> {
  const notes = await page.evaluateHandle(() => {
    const dites: string[] = [];
    for (const zone of document.querySelectorAll('[role=status]'))
      new MutationObserver(() => {
        if (zone.textContent.trim() !== '') dites.push(zone.textContent);
      }).observe(zone, { childList: true, characterData: true, subtree: true });
    return dites;
  });
  return async () => (await notes.jsonValue()).map(espaces);
}

/** Les rôles de ce qui se remplit. */
const A_REMPLIR = ['textbox', 'combobox', 'checkbox', 'radiogroup', 'radio', 'listbox', 'Date'];

/** Un champ, tel qu'il se dit : son nom, sa description, s'il est obligatoire, s'il est faux. */
export type ChampEntendu = {
  role: string;
  nom: string;
  description: string;
  obligatoire: boolean;
  faux: boolean;
};

/** Tout ce qui se remplit dans la page, dans l'ordre où un lecteur d'écran le rencontre. */
export async function champsEntendus(page: Page): Promise<ChampEntendu[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored, role }) => !ignored && A_REMPLIR.includes(String(role?.value)))
    .map(({ role, name, description, properties = [] }) => {
      const dites = new Map(
        properties.map(({ name: nom, value }) => [nom, value.value as unknown]),
      );
      return {
        role: String(role?.value),
        nom: espaces(String(name?.value ?? '')),
        description: espaces(String(description?.value ?? '')),
        obligatoire: dites.get('required') === true,
        faux: !['false', undefined].includes(dites.get('invalid') as string | undefined),
      };
    });
}
