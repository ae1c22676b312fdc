import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { BoutonEnvoyer } from '../formulaire/BoutonEnvoyer.tsx';
import { Brouillon } from '../formulaire/Brouillon.tsx';
import { EnvoiRefuse } from '../formulaire/EnvoiRefuse.tsx';
import { Formulaire } from '../formulaire/Formulaire.tsx';
import { erreursRecues } from '../formulaire/scripts/envoi.ts';
import { reponsesEnClair } from '../formulaire/scripts/reponses.ts';
import { useFormulaire } from '../formulaire/useFormulaire.ts';
import type { ActionDite, BornesDuSuivi } from './action-dite.ts';
import { chargerLesFormulaires, formulaireDe, type ActionAFaire } from './actions-dites.ts';
import { bornesDesDates, enChamps, saisieDe } from './regles/actions-champs.ts';
import { MOTS_DES_ACTIONS, seRelit } from './regles/actions-mots.ts';
import type { SuiviRecu } from './regles/recu.ts';
import type * as PieceDeRelecture from './Relecture.tsx';
import type { SuiviTenu } from './useSuivi.ts';

/* Faite, ou pas partie : le formulaire le dit. Tout le reste change le dossier à l'écran. */
const DITES_ICI = ['fait', 'indisponible', 'limite'];

/** Ce qui se relit, et la pièce qui le montre : elle n'arrive qu'à ce moment. */
type Relu = {
  reponses: readonly PieceDeRelecture.Relue[];
  Relecture: typeof PieceDeRelecture.Relecture;
};

interface Props {
  suivi: SuiviTenu;
  recu: SuiviRecu;
  action: ActionAFaire;
  /** Nom sous lequel ce qui est tapé reste sur l'appareil. */
  nom: string;
  fonctions: string;
  bornes: BornesDuSuivi;
  /** Jours du report le plus lointain. */
  reportMaximum: number;
  /** undefined quand la question est posée d'emblée : il n'y a rien à refermer, et le focus reste où il est. */
  annuler: (() => void) | undefined;
  /** Vrai si le bouton qui l'ouvre vaut envoi : le formulaire ne reste que si l'envoi échoue. */
  dUnGeste: boolean;
}

/** Le formulaire de l'action choisie, dès qu'il est là. */
export function FormulaireDAction(props: Props) {
  const { action, recu, annuler } = props;
  const { role } = recu;
  const [etat, setEtat] = useState<'charge' | 'panne'>();
  const dite = formulaireDe(role, action);
  useEffect(() => {
    if (dite) return;
    void chargerLesFormulaires(role).then(
      () => setEtat('charge'),
      () => setEtat('panne'),
    );
  }, [dite, role]);
  if (dite) return <LeFormulaire {...props} dite={dite} />;
  return (
    <div className="csf-action">
      {etat === 'panne' ? (
        <p role="alert">
          Ce formulaire n’est pas arrivé. Vérifiez votre connexion, puis{' '}
          <button type="button" className="csf-lien" onClick={() => location.reload()}>
            rechargez la page
          </button>
          .
        </p>
      ) : (
        <p role="status">Le formulaire arrive…</p>
      )}
      {annuler && (
        <button type="button" className="fr-btn fr-btn--secondary" onClick={annuler}>
          Annuler
        </button>
      )}
    </div>
  );
}

/** Des champs, puis une relecture quand rien ne les reprendrait d'un geste. */
function LeFormulaire(props: Props & { dite: ActionDite }) {
  const { suivi, recu, action, nom, fonctions, bornes, reportMaximum, annuler, dUnGeste } = props;
  const { titre, bouton = 'Confirmer', Champs } = props.dite;
  const [relues, setRelues] = useState<Relu>();
  const [sansRelecture, setSansRelecture] = useState(false);
  const [saisie, setSaisie] = useState({ precision: '', quoi: '' });
  const tete = useRef<HTMLHeadingElement>(null);
  const machine = useFormulaire({
    nom,
    route: 'suivi/agir',
    fonctions,
    // Les schémas sont lourds : ils n'arrivent que lorsque l'on écrit.
    regles: async () => {
      const { relectureDe } = await import('./regles/actions-relecture.ts');
      return relectureDe(action, recu, reportMaximum);
    },
    objet: () => `Dossier ${recu.dossier.reference} : ${MOTS_DES_ACTIONS[action].libelle}`,
    acheminer: async (champs) => {
      const reponse = await suivi.agir({ action, ...saisieDe(action, champs) });
      if (DITES_ICI.includes(reponse.statut)) return reponse;
      // Ce qui est à corriger l'est dans le formulaire ; ce qui est tapé y reste, si l'action est encore permise.
      setRelues(undefined);
      const erreurs = erreursRecues(reponse);
      if (erreurs) return { ...reponse, erreurs: enChamps(action, champs, erreurs) };
      const ecrit = machine.ref.current ? reponsesEnClair(machine.ref.current).trim() : '';
      suivi.arriverTropTard(reponse, action, ecrit);
      return undefined;
    },
    conclut: ({ statut }) => statut === 'fait',
    surReception: (reponse) => suivi.conclure(reponse, action),
    apresSaisie: (formulaire) => {
      const tape = new FormData(formulaire);
      const texte = (nom: string) => {
        const valeur = tape.get(nom);
        return typeof valeur === 'string' ? valeur : '';
      };
      setSaisie({ precision: texte('precision'), quoi: texte('quoi') });
    },
  });

  const enErreur = machine.resume.erreurs.length > 0;
  const debut = [enErreur && 'Erreur', relues && 'Relisez', titre].filter(Boolean).join(' – ');
  // Avant les autres effets : le titre du document a changé quand le focus se déplace.
  useLayoutEffect(() => {
    suivi.titrer(debut);
    return () => suivi.titrer('');
  }, [debut]);

  useEffect(() => {
    if (!annuler) return;
    // Ouvert par un courriel, le formulaire est sous le dossier : son titre vient en haut de l'écran.
    tete.current?.scrollIntoView({ block: 'start' });
    tete.current?.focus({ preventScroll: true });
    if (dUnGeste) void machine.envoyer();
  }, []);

  const continuer = async () => {
    setRelues(undefined);
    if (!seRelit(action)) return machine.envoyer();
    if (!(await machine.relire())) return undefined;
    const piece = await import('./Relecture.tsx').catch(() => undefined);
    setSansRelecture(!piece);
    if (piece && machine.ref.current)
      setRelues({ Relecture: piece.Relecture, reponses: piece.reluesDe(machine.ref.current) });
    return undefined;
  };

  return (
    <div className="csf-action">
      <h3 id="action" ref={tete} tabIndex={-1}>
        {titre}
      </h3>
      <Formulaire
        machine={machine}
        titre="action"
        niveau={3}
        cache={relues !== undefined}
        surEnvoi={() => void continuer()}
      >
        <Champs
          recu={recu}
          bornes={bornes}
          dates={bornesDesDates(recu, reportMaximum)}
          {...saisie}
        />
        {!relues && <EnvoiRefuse refus={machine.refus} />}
        {sansRelecture && (
          <p role="alert">
            La page de relecture n’est pas arrivée. Vérifiez votre connexion, puis appuyez de
            nouveau sur « Continuer » : ce que vous avez écrit reste ici.
          </p>
        )}
        <p className="csf-boutons">
          <BoutonEnvoyer machine={machine} libelle={seRelit(action) ? 'Continuer' : bouton} />
          {annuler && (
            <button type="button" className="fr-btn fr-btn--secondary" onClick={annuler}>
              Annuler
            </button>
          )}
        </p>
        {/* Où rien ne s'écrit, il n'y a ni relecture, ni brouillon. */}
        {seRelit(action) && <Brouillon brouillon={machine.brouillon} />}
      </Formulaire>
      {relues && (
        <relues.Relecture
          machine={machine}
          relues={relues.reponses}
          definitive={MOTS_DES_ACTIONS[action].definitive}
          bouton={bouton}
          modifier={() => {
            flushSync(() => setRelues(undefined));
            tete.current?.focus();
          }}
        />
      )}
    </div>
  );
}
