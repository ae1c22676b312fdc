import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { copierTexte, unInstant } from './presse-papiers.ts';

interface Props {
  /** Ce que le bouton propose de copier, dit à l'écran. */
  quoi: string;
  texte: string;
  /** Nombre de lignes du cadre. */
  lignes?: number;
  /** Le texte se lit déjà dans la page : le cadre ne se montre que si le navigateur refuse de copier. */
  dejaLu?: boolean;
}

const COPIE = 'Texte copié.';
const IMPOSSIBLE = 'Copie impossible ici. Le texte est sélectionné : copiez-le vous-même.';

/** Un texte à emporter, toujours lisible, avec son bouton ; sans presse-papiers, il est sélectionné. */
export function Copier({ quoi, texte, lignes = 4, dejaLu = false }: Props) {
  const cadre = useRef<HTMLTextAreaElement>(null);
  const [refuse, setRefuse] = useState(false);
  const [dit, setDit] = useState('');
  const copier = async () => {
    setDit('');
    const copie = await copierTexte(texte);
    // Le cadre doit être là avant que le focus n'y aille.
    flushSync(() => setRefuse(!copie));
    if (!copie) {
      cadre.current?.focus();
      cadre.current?.select();
    }
    await unInstant();
    setDit(copie ? COPIE : IMPOSSIBLE);
  };
  return (
    <div className="csf-copier csf-avec-js" data-pagefind-ignore="">
      {(!dejaLu || refuse) && (
        <textarea
          ref={cadre}
          className="fr-input"
          rows={lignes}
          readOnly
          aria-label={quoi}
          value={texte}
        />
      )}
      <button
        type="button"
        className="fr-btn fr-btn--secondary fr-btn--sm"
        onClick={() => void copier()}
      >
        {`Copier ${quoi.charAt(0).toLowerCase()}${quoi.slice(1)}`}
      </button>
      <p className="csf-message" role="status">
        {dit}
      </p>
    </div>
  );
}
