import { lazy, Suspense, useState } from 'react';
import type { LienTenu } from './useLien.ts';

interface Props {
  lien: Pick<LienTenu, 'ouvrir'>;
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
}

/* Peu de messageries abîment les liens : le formulaire ne se charge que pour qui en a besoin. */
const leFormulaire = () => import('./OuvrirParCode.tsx');
const OuvrirParCode = lazy(async () => ({ default: (await leFormulaire()).OuvrirParCode }));

/** Ce qui ouvre un dossier quand le lien n'est pas arrivé entier. */
export function ParCode(props: Props) {
  const [voulu, setVoulu] = useState(false);
  const bouton = (
    <div className="csf-avec-js">
      <h2>Votre lien n’a pas marché ?</h2>
      <p>Certaines messageries abîment les liens. Le dernier courriel porte aussi un code.</p>
      <p>
        <button
          type="button"
          className="fr-btn fr-btn--secondary"
          aria-disabled={voulu}
          onClick={() => setVoulu(true)}
        >
          Ouvrir le dossier avec le code du courriel
        </button>
      </p>
    </div>
  );
  if (!voulu) return bouton;
  return (
    <Suspense fallback={bouton}>
      <OuvrirParCode {...props} />
    </Suspense>
  );
}
