import { useState } from 'react';

interface Props {
  /** Qui attend la réponse : dit à qui n'entend que le bouton. */
  nom: string;
  /** Le bouton de chaque réponse ; `oui` est null quand on ne peut que refuser. */
  oui: string | null;
  non: string;
  /** Répond au service ; rend le statut de sa réponse. */
  repondre: (accepte: boolean) => Promise<string>;
  /** Ce que la page dit de chaque statut. */
  dit: Readonly<Record<string, string>>;
}

/** Deux boutons pour répondre à une personne, et ce que cela a fait. */
export function DeuxReponses({ nom, oui, non, repondre, dit }: Props) {
  const [statut, setStatut] = useState<string>();
  const phrases: Readonly<Record<string, string>> = { 'en-cours': 'Envoi en cours…', ...dit };
  const connu = (dite: string) => Object.hasOwn(phrases, dite);
  // Répondu, il n'y a plus rien à faire ; les boutons restent atteignables pour ne pas perdre le focus.
  const occupe = statut !== undefined && connu(statut);
  const choisir = async (accepte: boolean) => {
    if (occupe) return;
    setStatut('en-cours');
    setStatut(await repondre(accepte));
  };
  const bouton = (texte: string, accepte: boolean) => (
    <button
      type="button"
      className={accepte ? 'fr-btn fr-btn--sm' : 'fr-btn fr-btn--sm fr-btn--secondary'}
      aria-disabled={occupe}
      onClick={() => void choisir(accepte)}
    >
      {texte} <span className="fr-sr-only">({nom})</span>
    </button>
  );
  return (
    <>
      <p className="csf-boutons">
        {oui !== null && bouton(oui, true)}
        {bouton(non, false)}
      </p>
      <p className="csf-message" role="status">
        {statut !== undefined && (phrases[statut] ?? 'Rien n’est enregistré. Réessayez plus tard.')}
      </p>
    </>
  );
}
