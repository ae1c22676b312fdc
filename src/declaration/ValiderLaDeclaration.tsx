import { useState } from 'react';
import type { EtatDit } from '../lien/etats.tsx';
import { LienPersonnel } from '../lien/LienPersonnel.tsx';
import { useLien } from '../lien/useLien.ts';
import { useLieuDuCode } from '../lieux/useLieuDuCode.ts';
import type { Bornes } from '../socle/bornes.ts';
import { FaitsDuMarche } from '../marche/FaitsDuMarche.tsx';
import { enFrancais, jourAParis } from '../socle/dates.ts';
import { Decision } from './Decision.tsx';
import { LesPersonnes } from './LesPersonnes.tsx';
import { PagePublique } from './PagePublique.tsx';
import { estDeclaration, type DeclarationRecue } from './regles/declaration-recue.ts';

interface Props {
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  /** Nom de chaque domaine. */
  domaines: Readonly<Record<string, string>>;
  bornesDuMotif: Bornes;
}

const ETATS: Readonly<Record<string, EtatDit>> = {
  'lien-expire': {
    titre: 'Ce lien a expiré',
    texte:
      'Si cette déclaration attend encore une décision, demandez un nouveau lien : il part à l’adresse de l’équipe que vous tapez.',
  },
  validee: {
    titre: 'Ce parcours est accepté',
    texte:
      'La reconstruction du site est demandée : le parcours y paraîtra. L’acheteur est prévenu.',
    bouton: null,
  },
  refusee: {
    titre: 'Cette déclaration est refusée',
    texte: 'Rien n’est publié. L’acheteur a reçu la raison du refus.',
    bouton: null,
  },
};

const CLOSES = ['validee', 'refusee'];

function Declaration({
  declaration,
  domaines,
}: Pick<Props, 'domaines'> & { declaration: DeclarationRecue }) {
  const { reference, public: parcours, contacts, contactsConfirmesLe, marche } = declaration;
  const lieu = useLieuDuCode(parcours.commune);
  return (
    <>
      <h2>
        Déclaration <span className="csf-reference">{reference}</span>
      </h2>
      <h3>Les personnes, jamais publiées</h3>
      <p className="csf-encart">
        {contactsConfirmesLe === null
          ? 'L’entreprise n’a pas encore confirmé ses contacts.'
          : `L’entreprise a confirmé ses contacts le ${enFrancais(jourAParis(new Date(contactsConfirmesLe)))}.`}
      </p>
      <LesPersonnes personnes={contacts} />
      {marche && (
        <>
          <h3>Le marché, jamais publié</h3>
          <dl className="csf-faits">
            <FaitsDuMarche marche={marche} />
          </dl>
        </>
      )}
      <h3>La page publique, telle qu’elle sera</h3>
      <PagePublique parcours={parcours} lieu={lieu} domaines={domaines} />
    </>
  );
}

/** L'équipe ouvre son lien : elle relit tout, puis accepte ou refuse. */
export function ValiderLaDeclaration({ fonctions, domaines, bornesDuMotif }: Props) {
  const [titre, setTitre] = useState<string>();
  const lien = useLien({
    fonctions,
    route: 'declaration/lire-lien',
    portees: ['valider-declaration'],
  });
  const { reponse } = lien;
  return (
    <LienPersonnel lien={lien} etats={ETATS} {...(titre === undefined ? {} : { titre })}>
      {estDeclaration(reponse) && !CLOSES.includes(reponse.statut) && (
        <>
          <Declaration declaration={reponse} domaines={domaines} />
          <Decision
            key={lien.jeton}
            lien={lien}
            fonctions={fonctions}
            reference={reponse.reference}
            bornesDuMotif={bornesDuMotif}
            surTitre={setTitre}
          />
        </>
      )}
    </LienPersonnel>
  );
}
