import { useRef, useState, type ReactNode } from 'react';
import { BoutonEnvoyer } from '../formulaire/BoutonEnvoyer.tsx';
import type { Route } from '../formulaire/regles/routes.ts';
import type { EtatDit } from '../lien/etats.tsx';
import { LienPersonnel } from '../lien/LienPersonnel.tsx';
import type { Portee } from '../lien/regles/portees.ts';
import { useLien } from '../lien/useLien.ts';
import { etatsDuLien } from './etats.tsx';
import type { Lue } from './lue.ts';

interface Props {
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  /** Portées de lien que cette page sait montrer. */
  portees: readonly Portee[];
  /** Ce que le bouton demande au service, et ce qu'il en dit. */
  action: { route: Route; libelle: string };
  /** Ce que cette page dit en propre, avec le bouton qui agit et le jeton du lien. */
  etats: (
    demande: Lue,
    bouton: ReactNode,
    jeton: string,
  ) => Readonly<Record<string, EtatDit | undefined>>;
}

/** Une page ouverte depuis un courriel : elle dit ce que le lien permet, et n'agit que sur un bouton. */
export function LienDeDemande({ fonctions, portees, action, etats }: Props) {
  const lien = useLien({ fonctions, route: 'demande/lire-lien', portees });
  const occupe = useRef(false);
  const [enCours, setEnCours] = useState(false);

  const agir = async () => {
    if (occupe.current) return;
    occupe.current = true;
    setEnCours(true);
    const reponse = await lien.appeler(action.route);
    occupe.current = false;
    setEnCours(false);
    lien.montrer(reponse);
  };

  // Le service est le nôtre : ce qu'il dit d'une demande a la forme de la base.
  const demande: Lue = lien.reponse
    ? { ...lien.reponse, deja: !lien.agi || lien.reponse.deja === true }
    : { statut: 'lecture' };
  const bouton = (
    <BoutonEnvoyer machine={{ enCours }} libelle={action.libelle} surAppui={() => void agir()} />
  );
  const propres = Object.entries(etats(demande, bouton, lien.jeton)).filter(
    (paire): paire is [string, EtatDit] => paire[1] !== undefined,
  );
  return (
    <LienPersonnel lien={lien} etats={{ ...etatsDuLien(demande), ...Object.fromEntries(propres) }}>
      {null}
    </LienPersonnel>
  );
}
