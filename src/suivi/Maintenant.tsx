import { apresDeuxPoints } from '../socle/typographie.ts';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Brouillon } from '../formulaire/scripts/brouillon.ts';
import { direVerification } from '../demande/regles/verification.ts';
import { direIlYA, enFrancais, heureDite, jourAParis } from '../socle/dates.ts';
import type { BornesDuSuivi } from './action-dite.ts';
import type { ActionAFaire } from './actions-dites.ts';
import { Avis } from './Avis.tsx';
import { Boutons } from './Boutons.tsx';
import { FormulaireDAction } from './FormulaireDAction.tsx';
import { seFaitDUnGeste } from './regles/actions-mots.ts';
import { phraseDesAbsences } from '../absences/regles/absences-mots.ts';
import { quand } from './regles/page.ts';
import { direCreneau, phraseDuTour } from './regles/phrases.ts';
import { phraseDesHeures, phraseDesNonRemis } from './regles/phrases-en-plus.ts';
import { phraseDeLaDate } from '../rencontre/regles/phrases-dates.ts';
import { phraseDeLaRapportee } from '../reponses/regles/rapportee.ts';
import type { SuiviRecu } from './regles/recu.ts';
import type { SuiviTenu } from './useSuivi.ts';

interface Props {
  suivi: SuiviTenu;
  recu: SuiviRecu;
  fonctions: string;
  bornes: BornesDuSuivi;
  reportMaximum: number;
}

/* Ce que le titre ne dit pas : l'heure du rendez-vous, par où passe l'accord, les heures à confirmer, un courriel qui n'arrive pas, ou la dernière relance. */
function aussi({ suivi, role }: SuiviRecu): string {
  const { etat, rendezVous, derniereRelanceManuelle, verification, depuis } = suivi;
  const heures = phraseDesHeures(suivi);
  if (heures !== undefined) return heures;
  const rencontre =
    etat === 'reunion-prevue' && role === 'tutrice' && rendezVous
      ? `Rendez-vous le ${direCreneau(rendezVous)}, dans l’entreprise.`
      : undefined;
  const dite =
    phraseDeLaDate(suivi) ?? phraseDeLaRapportee(suivi, role) ?? phraseDesAbsences(suivi);
  if (dite !== undefined) return [rencontre, dite].filter(Boolean).join(' ');
  const perdus = phraseDesNonRemis(suivi);
  // Le titre le dit déjà, sauf à l'équipe, qui peut avoir une adresse de plus à corriger.
  if (perdus !== undefined && (etat !== 'contact-a-nommer' || role === 'equipe')) return perdus;
  if (rencontre !== undefined) return rencontre;
  if (etat === 'proposee' && role === 'tutrice')
    return 'Ouvrez le dernier courriel reçu : il contient le lien pour accepter.';
  if (etat === 'a-verifier' && verification)
    return direVerification(verification, depuis).join(' ');
  if (derniereRelanceManuelle !== null && ['acheteur', 'equipe'].includes(role)) {
    const instant = new Date(derniereRelanceManuelle);
    return `Dernière relance à la main : le ${enFrancais(jourAParis(instant))} à ${heureDite(instant)}.`;
  }
  return '';
}

function laDerniere({ suivi: { derniere }, evenements }: SuiviRecu): string {
  if (derniere === null) return '';
  const dite = evenements.find(({ id }) => id === derniere.evenement.id);
  if (dite === undefined) return '';
  const precision = dite.precision ? ` « ${dite.precision} »` : '';
  return `Dernière action, ${direIlYA(derniere.ilYA)} : ${apresDeuxPoints(dite.phrase)}.${precision}`;
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
    (prochaine?.qui === recu.role || demandee) && 'csf-maintenant--moi',
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
  const avant = prochaine && quand(prochaine, jourAParis(new Date(recu.maintenant)));
  const [autre, derniere] = [aussi(recu), laDerniere(recu)];
  return (
    <section className={classes.filter(Boolean).join(' ')} aria-labelledby="maintenant">
      {avis && <Avis avis={avis} />}
      <h2 id="maintenant" ref={titre} tabIndex={-1}>
        {phraseDuTour(recu.suivi, recu.role)}
      </h2>
      {avant && <p className="csf-maintenant__avant">{avant}</p>}
      {autre !== '' && <p>{autre}</p>}
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
