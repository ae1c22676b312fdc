import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Brouillon } from '../formulaire/scripts/brouillon.ts';
import type { BornesDuSuivi } from './action-dite.ts';
import type { ActionAFaire } from './actions-dites.ts';
import { Avis } from './Avis.tsx';
import { Boutons } from './Boutons.tsx';
import { FormulaireDAction } from './FormulaireDAction.tsx';
import { seFaitDUnGeste } from './regles/actions-mots.ts';
import type { SuiviRecu } from './regles/recu.ts';
import type { SuiviTenu } from './useSuivi.ts';

interface Props {
  suivi: SuiviTenu;
  recu: SuiviRecu;
  fonctions: string;
  bornes: BornesDuSuivi;
  reportMaximum: number;
}

/* La clé d'envoi est gardée avec le reste, et n'est à reprendre pour personne. */
const aEcrit = (textes: Record<string, string>) =>
  Object.entries(textes).some(([champ, texte]) => champ !== 'cle' && texte !== '');

/** Ce qui compte d'abord : à qui de jouer, avant quand, et les boutons. */
export function Maintenant({ suivi, recu, ...reglages }: Props) {
  const { action, avis } = suivi;
  const { prochaine } = recu.suivi;
  const titre = useRef<HTMLHeadingElement>(null);
  const ouvreur = useRef<HTMLElement>(undefined);
  const [touchee, setTouchee] = useState<ActionAFaire>();
  const [efface, setEfface] = useState<{ action: ActionAFaire; textes: Record<string, string> }>();
  /* Après un geste qui ouvre le dossier (un code tapé, un second essai), le focus ne reste pas dans ce qui a disparu. */
  useEffect(() => {
    if (suivi.lien.agi) titre.current?.focus();
  }, []);
  const nomDe = (quoi: ActionAFaire) => `suivi-${recu.dossier.reference}-${quoi}`;

  const ouvrir = (quoi: ActionAFaire, bouton?: HTMLElement) => {
    ouvreur.current = bouton;
    setEfface(undefined);
    setTouchee(bouton && quoi);
    suivi.ouvrir(quoi);
  };
  const annuler = (quoi: ActionAFaire) => {
    const brouillon = new Brouillon(nomDe(quoi));
    const textes = brouillon.lire();
    brouillon.effacer();
    flushSync(() => {
      suivi.fermer();
      setEfface(textes && aEcrit(textes) ? { action: quoi, textes } : undefined);
    });
    (ouvreur.current ?? titre.current)?.focus();
  };
  const reprendre = (perdu: NonNullable<typeof efface>) => {
    new Brouillon(nomDe(perdu.action)).garder(perdu.textes);
    ouvrir(perdu.action, ouvreur.current);
  };

  // « Toujours d'actualité ? » : la question attend en tête, sans rien à ouvrir.
  const demandee = recu.actions.includes('toujours-actuel');
  const classes = [
    'csf-maintenant',
    (recu.dit.aVous || demandee) && 'csf-maintenant--moi',
    (prochaine?.retardJours ?? 0) > 0 && 'csf-maintenant--retard',
  ];
  const formulaire = (quoi: ActionAFaire, refermer?: () => void) => (
    <FormulaireDAction
      key={nomDe(quoi)}
      suivi={suivi}
      recu={recu}
      action={quoi}
      nom={nomDe(quoi)}
      annuler={refermer}
      dUnGeste={quoi === touchee && seFaitDUnGeste(quoi)}
      {...reglages}
    />
  );
  const { tour, avant, aussi, derniere } = recu.dit;
  return (
    <section className={classes.filter(Boolean).join(' ')} aria-labelledby="maintenant">
      {avis && <Avis avis={avis} />}
      <h2 id="maintenant" ref={titre} tabIndex={-1}>
        {tour}
      </h2>
      {avant !== '' && <p className="csf-maintenant__avant">{avant}</p>}
      {aussi !== '' && <p>{aussi}</p>}
      {demandee && action === undefined && formulaire('toujours-actuel')}
      <div hidden={action !== undefined}>
        <Boutons recu={recu} ouvrir={ouvrir} />
      </div>
      <div role="status">{efface && <p className="csf-note">Votre brouillon est effacé.</p>}</div>
      {efface && (
        <button type="button" className="csf-lien" onClick={() => reprendre(efface)}>
          Annuler l’effacement
        </button>
      )}
      {derniere !== '' && <p className="csf-maintenant__derniere">{derniere}</p>}
      {action && formulaire(action, () => annuler(action))}
    </section>
  );
}
