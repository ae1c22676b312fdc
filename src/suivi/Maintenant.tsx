import { apresDeuxPoints } from '../socle/typographie.ts';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Brouillon } from '../formulaire/scripts/brouillon.ts';
import { direIlYA, enFrancais, heureDite, jourAParis } from '../socle/dates.ts';
import type { BornesDuSuivi } from './action-dite.ts';
import type { ActionAFaire } from './actions-dites.ts';
import { Avis } from './Avis.tsx';
import { Boutons } from './Boutons.tsx';
import { FormulaireDAction } from './FormulaireDAction.tsx';
import { quand } from './regles/page.ts';
import { direCreneau, phraseDuTour } from './regles/phrases.ts';
import { phraseDesHeures, phraseDesNonRemis } from './regles/phrases-en-plus.ts';
import { phraseDeLaDate } from '../rencontre/regles/phrases-dates.ts';
import type { SuiviRecu } from './regles/recu.ts';
import type { SuiviTenu } from './useSuivi.ts';

interface Props {
  suivi: SuiviTenu;
  recu: SuiviRecu;
  fonctions: string;
  bornes: BornesDuSuivi;
  reportMaximum: number;
}

/* Ce que le titre ne dit pas : ce que le service dit en propre, l'heure du rendez-vous, par où passe l'accord, les heures à confirmer, un courriel qui n'arrive pas, ou la dernière relance. */
function aussi({ suivi, role, dit }: SuiviRecu): string {
  const { etat, rendezVous, derniereRelanceManuelle } = suivi;
  const heures = phraseDesHeures(suivi);
  if (dit?.aussi !== undefined) return dit.aussi;
  if (heures !== undefined) return heures;
  const date = phraseDeLaDate(suivi);
  if (date !== undefined) return date;
  const perdus = phraseDesNonRemis(suivi);
  // Le titre le dit déjà, sauf à l'équipe, qui peut avoir une adresse de plus à corriger.
  if (perdus !== undefined && (etat !== 'contact-a-nommer' || role === 'equipe')) return perdus;
  if (etat === 'reunion-prevue' && role === 'tutrice' && rendezVous)
    return `Rendez-vous le ${direCreneau(rendezVous)}, dans l’entreprise.`;
  if (etat === 'proposee' && role === 'tutrice')
    return 'Ouvrez le dernier courriel reçu : il contient le lien pour accepter.';
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
  const [efface, setEfface] = useState<{ action: ActionAFaire; textes: Record<string, string> }>();
  /* Après un geste qui ouvre le dossier (un code tapé, un second essai), le focus ne reste pas dans ce qui a disparu. */
  useEffect(() => {
    if (suivi.lien.agi) titre.current?.focus();
  }, []);
  const nomDe = (quoi: ActionAFaire) => `suivi-${recu.dossier.reference}-${quoi}`;

  const ouvrir = (quoi: ActionAFaire, bouton?: HTMLElement) => {
    ouvreur.current = bouton;
    setEfface(undefined);
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
    ((prochaine?.qui === recu.role && !recu.dit?.titre) || demandee) && 'csf-maintenant--moi',
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
      {...reglages}
    />
  );
  // Le titre propre à cette personne dit qu'elle n'a rien à faire : cette date n'est pas la sienne.
  const avant =
    !recu.dit?.titre &&
    prochaine &&
    quand(prochaine, jourAParis(new Date(recu.maintenant)), recu.role);
  const [autre, derniere] = [aussi(recu), laDerniere(recu)];
  return (
    <section className={classes.filter(Boolean).join(' ')} aria-labelledby="maintenant">
      {avis && <Avis avis={avis} />}
      <h2 id="maintenant" ref={titre} tabIndex={-1}>
        {recu.dit?.titre ?? phraseDuTour(recu.suivi, recu.role)}
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
