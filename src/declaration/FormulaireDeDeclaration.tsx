import { Brouillon } from '../formulaire/Brouillon.tsx';
import { EnvoiRefuse } from '../formulaire/EnvoiRefuse.tsx';
import { Formulaire } from '../formulaire/Formulaire.tsx';
import { Recu } from '../formulaire/Recu.tsx';
import { useTitre } from '../formulaire/useTitre.ts';
import { Case } from '../ui/Case.tsx';
import { useAnime } from '../ui/useAnime.ts';
import { ChampCommune } from './ChampCommune.tsx';
import { ContactsDeLEntreprise } from './ContactsDeLEntreprise.tsx';
import { Exemples } from './Exemples.tsx';
import { LeMarche } from './LeMarche.tsx';
import { LeParcours } from './LeParcours.tsx';
import type { BornesDePersonne } from './Personne.tsx';
import { QuiSuit } from './QuiSuit.tsx';
import { RelireLaDeclaration } from './RelireLaDeclaration.tsx';
import { useDeclaration } from './useDeclaration.ts';

interface Props {
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  /** Nom de chaque domaine, dans l'ordre. */
  domaines: Readonly<Record<string, string>>;
  bornes: BornesDePersonne;
}

function DeclarationEnvoyee({ reference }: { reference: string }) {
  return (
    <Recu titre="Votre parcours est déclaré">
      <p>
        Sa référence : <strong className="csf-reference">{reference}</strong>. Un courriel vous le
        confirme.
      </p>
      <p>
        L’entreprise reçoit maintenant un lien pour confirmer ses contacts. L’équipe relit, puis
        vous répond.
      </p>
      <p>
        <a href="/acheteur/declarer/">Déclarer un autre parcours</a>
      </p>
    </Recu>
  );
}

/** Déclarer un parcours. */
export function FormulaireDeDeclaration({ fonctions, domaines, bornes }: Props) {
  const anime = useAnime();
  const { machine, saisie, prise, ecrireExemple, relire, relue } = useDeclaration(fonctions);
  const { recu, resume, brouillon } = machine;
  useTitre(
    resume.erreurs.length > 0 && 'Erreur',
    relue && 'Relisez avant d’envoyer',
    recu && 'Déclaration envoyée',
  );
  return (
    <>
      <Formulaire
        machine={machine}
        titre="declarer"
        niveau={3}
        cache={relue !== undefined || recu !== undefined}
        surEnvoi={() => void relire()}
      >
        <LeParcours
          domaines={domaines}
          exemples={
            <Exemples domaine={saisie.domaine} ecrites={saisie.taches} surChoix={ecrireExemple} />
          }
          commune={<ChampCommune code={saisie.commune} prise={prise} />}
        />
        <LeMarche />
        <ContactsDeLEntreprise bornes={bornes} />
        <QuiSuit bornes={bornes} />
        <Case
          nom="consentement"
          libelle="Les personnes nommées ici savent que je donne leurs coordonnées"
          aide="Elles servent à les prévenir, et ne sont jamais publiées."
          requise
        />
        <p className="csf-note">
          Vos droits et ce que nous gardons : <a href="/confidentialite/">confidentialité</a>.
        </p>
        {!relue && <EnvoiRefuse refus={machine.refus} />}
        <p className="csf-boutons">
          <button className="fr-btn">
            {anime ? 'Relire avant d’envoyer' : 'Envoyer la déclaration'}
          </button>
        </p>
        <Brouillon brouillon={brouillon} />
      </Formulaire>
      {relue && (
        <RelireLaDeclaration
          machine={machine}
          relue={relue}
          domaines={domaines}
          modifier={resume.mener}
        />
      )}
      {recu && <DeclarationEnvoyee reference={String(recu.reference)} />}
    </>
  );
}
