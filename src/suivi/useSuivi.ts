import { useEffect, useRef, useState } from 'react';
import type { Reponse } from '../formulaire/appels/fonctions.ts';
import { useLien, type LienTenu } from '../lien/useLien.ts';
import { estAFaire, type ActionAFaire } from './actions-dites.ts';
import type { AvisDonne } from './Avis.tsx';
import { estSuivi, type SuiviRecu } from './regles/recu.ts';
import { surUnGeste } from './scripts/presence.ts';

/* L'acheteur qui passe la main perd son lien : il n'y a plus rien à lui montrer. Dans l'entreprise, elle peut se reprendre. */
const RELAIS: readonly ActionAFaire[] = ['transmettre'];

/** Un dossier ouvert par un lien personnel, et ce que l'on y fait. */
export type SuiviTenu = {
  lien: LienTenu;
  recu: SuiviRecu | undefined;
  /** L'action dont le formulaire est ouvert. */
  action: ActionAFaire | undefined;
  avis: AvisDonne | undefined;
  /** Début du titre du document, quand un formulaire est ouvert. */
  debutDuTitre: string;
  ouvrir: (action: ActionAFaire) => void;
  fermer: () => void;
  titrer: (debut: string) => void;
  /** Demande l'action au service, pour ce que la page montre. */
  agir: (champs: Record<string, unknown>) => Promise<Reponse>;
  /** L'action est faite : la page le dit. */
  conclure: (reponse: Reponse, faite: ActionAFaire) => void;
  /** L'action est arrivée trop tard, ou n'est plus permise ; `ecrit` : ce qui était tapé. */
  arriverTropTard: (reponse: Reponse, voulue: ActionAFaire, ecrit: string) => void;
};

/** Note l'ouverture par l'entreprise au premier geste ; rend l'attente de cette écriture. */
function useOuverture(lien: LienTenu, recu: SuiviRecu | undefined) {
  const ecriture = useRef<Promise<SuiviRecu | undefined>>(undefined);
  const aNoter = recu?.role === 'entreprise' && recu.actions.includes('ouvrir');
  useEffect(() => {
    if (!recu || !aNoter) return undefined;
    const noter = async () => {
      const cle = crypto.randomUUID();
      const reponse = await lien.appeler('suivi/agir', { vu: recu.vu, cle, action: 'ouvrir' });
      if (!estSuivi(reponse)) return undefined;
      // Ni le focus ni les boutons ne bougent : la personne est en train de lire.
      lien.actualiser(reponse);
      return reponse;
    };
    return surUnGeste(() => {
      ecriture.current = noter();
    });
    // Une fois par dossier à ouvrir : le reste du dossier peut changer entre-temps.
  }, [aNoter, recu?.dossier.reference]);
  return ecriture;
}

export function useSuivi(fonctions: string): SuiviTenu {
  const [ouverte, setOuverte] = useState<{ dossier: string; action: ActionAFaire }>();
  const [avis, setAvis] = useState<AvisDonne>();
  const [debutDuTitre, titrer] = useState('');
  const lien = useLien({
    fonctions,
    route: 'suivi/lire-lien',
    portees: ['suivre'],
    memoire: 'suivi',
    surLecture: (reponse, action) => {
      setAvis(undefined);
      if (action === null || !estAFaire(action) || !estSuivi(reponse)) return;
      if (reponse.actions.includes(action))
        setOuverte({ dossier: reponse.dossier.reference, action });
    },
  });
  const recu = lien.reponse && estSuivi(lien.reponse) ? lien.reponse : undefined;
  const ouverture = useOuverture(lien, recu);

  /* Le formulaire d'un autre dossier, ou d'une action qui n'est plus permise, ne reste pas ouvert. */
  const permise =
    ouverte !== undefined &&
    ouverte.dossier === recu?.dossier.reference &&
    recu.actions.includes(ouverte.action);

  const montrer = (reponse: SuiviRecu & Reponse, tard?: AvisDonne['tard']) => {
    lien.actualiser(reponse);
    setAvis({ recu: reponse, ...(tard && { tard }) });
  };

  return {
    lien,
    recu,
    action: permise ? ouverte.action : undefined,
    avis,
    debutDuTitre,
    titrer,
    ouvrir: (action) => {
      setAvis(undefined);
      setOuverte(recu && { dossier: recu.dossier.reference, action });
    },
    fermer: () => setOuverte(undefined),
    agir: async (champs) => {
      // La base écrit l'une après l'autre : l'action attend que l'ouverture soit notée.
      const ouvert = await ouverture.current;
      const memeDossier = ouvert?.dossier.reference === recu?.dossier.reference;
      const vu = Math.max(memeDossier ? (ouvert?.vu ?? 0) : 0, recu?.vu ?? 0);
      return lien.appeler('suivi/agir', { vu, ...champs });
    },
    conclure: (reponse, faite) => {
      setOuverte(undefined);
      if (RELAIS.includes(faite) && recu?.role !== 'equipe') {
        lien.fermer();
        lien.montrer({ statut: 'relais' });
      } else if (estSuivi(reponse)) montrer(reponse);
      else lien.montrer(reponse);
    },
    arriverTropTard: (reponse, voulue, ecrit) => {
      if (!estSuivi(reponse)) lien.montrer(reponse);
      else montrer(reponse, { permise: reponse.actions.includes(voulue), ecrit });
    },
  };
}
