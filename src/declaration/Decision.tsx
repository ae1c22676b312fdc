import { useEffect, useState } from 'react';
import { EnvoiRefuse } from '../formulaire/EnvoiRefuse.tsx';
import { Formulaire } from '../formulaire/Formulaire.tsx';
import { useFormulaire } from '../formulaire/useFormulaire.ts';
import type { LienTenu } from '../lien/useLien.ts';
import type { Bornes } from '../socle/bornes.ts';
import { Champ } from '../ui/Champ.tsx';
import { Radios } from '../ui/Radios.tsx';
import { conclut } from './conclusion.ts';
import { ConfirmerLaDecision } from './ConfirmerLaDecision.tsx';

interface Props {
  lien: LienTenu;
  fonctions: string;
  reference: string;
  bornesDuMotif: Bornes;
  /** Reçoit le début du titre du document. */
  surTitre: (titre: string | undefined) => void;
}

const CHOIX = [
  { valeur: 'accepter', libelle: 'Accepter', aide: 'Le parcours entre au catalogue.' },
  {
    valeur: 'refuser',
    libelle: 'Refuser',
    aide: 'Rien n’est publié. L’acheteur, la personne qui passe le marché public, lit la raison.',
  },
];

const lesRegles = () => import('./regles/relecture-de-decision.ts');

/** L'équipe accepte ou refuse ; sa décision se relit, et ne se reprend pas. */
export function Decision({ lien, fonctions, reference, bornesDuMotif, surTitre }: Props) {
  const [aConfirmer, setAConfirmer] = useState<Record<string, unknown>>();
  const machine = useFormulaire({
    route: 'declaration/valider-declaration',
    fonctions,
    regles: lesRegles,
    objet: () => `Décision sur la déclaration ${reference}`,
    decouvrir: () => {
      setAConfirmer(undefined);
    },
    acheminer: (champs) => lien.appeler('declaration/valider-declaration', champs),
    conclut,
    surReception: lien.montrer,
  });
  const { resume, relire } = machine;
  const enErreur = resume.erreurs.length > 0;
  // Refusée par le service après la relecture, une réponse se corrige dans le formulaire.
  const relue = enErreur ? undefined : aConfirmer;
  const titre = relue ? 'Relisez cette décision' : undefined;
  useEffect(() => {
    surTitre(enErreur ? 'Erreur' : titre);
  }, [surTitre, enErreur, titre]);
  return (
    <>
      <h3 id="decision">Votre décision</h3>
      <Formulaire
        machine={machine}
        titre="decision"
        niveau={3}
        classe="csf-decision"
        cache={relue !== undefined}
        surEnvoi={() => {
          setAConfirmer(undefined);
          void relire().then(setAConfirmer);
        }}
      >
        <Radios nom="decision" legende="Cette déclaration" options={CHOIX} />
        <div className="csf-motif">
          <Champ
            nom="motif"
            libelle="La raison du refus"
            lignes={3}
            {...bornesDuMotif}
            requis={false}
          />
        </div>
        {!relue && <EnvoiRefuse refus={machine.refus} jeton={lien.jeton} />}
        <p className="csf-boutons">
          <button className="fr-btn">Continuer</button>
        </p>
      </Formulaire>
      {relue && (
        <ConfirmerLaDecision
          machine={machine}
          decision={relue}
          jeton={lien.jeton}
          revenir={() => {
            resume.mener('c-decision');
          }}
        />
      )}
    </>
  );
}
