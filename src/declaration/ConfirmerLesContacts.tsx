import { useState } from 'react';
import type { EtatDit } from '../lien/etats.tsx';
import { LienPersonnel } from '../lien/LienPersonnel.tsx';
import { useLien } from '../lien/useLien.ts';
import { FormulaireDesContacts } from './FormulaireDesContacts.tsx';
import type { BornesDePersonne } from './Personne.tsx';
import { estDeclaration } from './regles/declaration-recue.ts';

interface Props {
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  bornes: BornesDePersonne;
}

const ETATS: Readonly<Record<string, EtatDit>> = {
  'contacts-enregistres': {
    titre: 'Merci, vos contacts sont confirmés',
    texte: (
      <>
        <p>
          L’équipe est prévenue. Prochaine étape : un courriel vous dira quand un jeune est proposé.
        </p>
        <p>
          <a href="/entreprise/notification/">Ce que vous pouvez préparer dès maintenant</a>
        </p>
      </>
    ),
    bouton: null,
  },
  'a-verifier': {
    titre: 'Votre correction est transmise',
    texte:
      'Le parcours est déjà publié. L’équipe vérifie votre correction avant de l’appliquer ; d’ici là, les contacts ne changent pas.',
    bouton: null,
  },
  refusee: {
    titre: 'Cette déclaration n’a pas été retenue',
    texte: 'L’équipe ne l’a pas publiée. Vous n’avez rien à confirmer.',
    bouton: null,
  },
};

/** L'entreprise ouvre son lien : elle confirme ses deux contacts, ou les corrige. */
export function ConfirmerLesContacts({ fonctions, bornes }: Props) {
  const [titre, setTitre] = useState<string>();
  const lien = useLien({
    fonctions,
    route: 'declaration/lire-lien',
    portees: ['confirmer-contacts'],
  });
  const { reponse } = lien;
  return (
    <LienPersonnel lien={lien} etats={ETATS} {...(titre === undefined ? {} : { titre })}>
      {estDeclaration(reponse) && reponse.statut !== 'refusee' && (
        <FormulaireDesContacts
          key={lien.jeton}
          lien={lien}
          fonctions={fonctions}
          declaration={reponse}
          bornes={bornes}
          surTitre={setTitre}
        />
      )}
    </LienPersonnel>
  );
}
