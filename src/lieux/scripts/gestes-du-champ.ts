type Gestes = {
  ecrire: () => void;
  /** Le champ reprend le clavier, ou y est touché. */
  revenir: () => void;
  quitter: () => void;
  /** Échap. */
  renoncer: () => void;
  /** Une flèche veut entrer dans la liste : 1 par le haut, -1 par le bas. Rend faux si ce n'est pas à nous d'y répondre. */
  entrer: (sens: 1 | -1) => boolean;
};

/** Écoute le champ de lieu ; les touches d'une liste ouverte sont à la liste. */
export function ecouterLeChamp(champ: HTMLInputElement, signal: AbortSignal, gestes: Gestes) {
  const appuyer = (evenement: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, shiftKey } = evenement;
    if (key === 'Escape') gestes.renoncer();
    if (ctrlKey || metaKey || shiftKey || !/^Arrow(?:Down|Up)$/.test(key)) return;
    if (gestes.entrer(key === 'ArrowDown' ? 1 : -1)) evenement.preventDefault();
  };
  champ.addEventListener('input', gestes.ecrire, { signal });
  champ.addEventListener('focus', gestes.revenir, { signal });
  champ.addEventListener('click', gestes.revenir, { signal });
  champ.addEventListener('keydown', appuyer, { signal });
  champ.addEventListener('change', gestes.quitter, { signal });
  champ.addEventListener('blur', gestes.quitter, { signal });
}
