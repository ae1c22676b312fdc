import { PAGE_DU_LIEN } from '../../../../src/lien/regles/portees.ts';
import { momentEnFrancais } from './dates.ts';
import type { Proprietes } from './donnees.ts';
import { Bouton, Faits, Gabarit, Lien, Paragraphe } from './gabarit.tsx';
import { Bonjour } from './suivi/pieces.tsx';

/** Les courriels d'une relève : un collègue reprend les dossiers d'un acheteur parti, après vérification de l'équipe. */

export function ReleveEquipe(donnees: Proprietes<'releve-equipe'>) {
  const { contexte } = donnees;
  return (
    <Gabarit
      titre="Un collègue demande les dossiers d’un acheteur parti"
      apercu="Vérifiez qu’il est de la même structure, puis répondez sur le tableau."
      equipe={contexte.equipe}
    >
      <Faits
        faits={[
          ['Qui', donnees.nom],
          ['Courriel', donnees.courriel],
          ['Téléphone', donnees.telephone],
          ['Personne partie', donnees.courrielParti],
          ['Référence', donnees.reference],
        ]}
      />
      <Paragraphe>
        Vérifiez que cette personne est de la même structure : appelez le standard, pas le numéro
        donné. Puis acceptez ou refusez, d’un clic, sur votre tableau.
      </Paragraphe>
      <Bouton lien={`${contexte.site}/suivi/retrouver/`}>Recevoir le lien du tableau</Bouton>
    </Gabarit>
  );
}

export function ReleveRecue({ contexte, nom }: Proprietes<'releve-recue'>) {
  return (
    <Gabarit
      titre="Nous avons reçu votre demande"
      apercu="L’équipe vérifie, puis vous répond à cette adresse."
      equipe={contexte.equipe}
    >
      <Bonjour nom={nom} />
      <Paragraphe>
        Vous demandez à reprendre les dossiers d’une personne partie. L’équipe de la clause sociale
        de formation (CSF) vérifie que vous êtes de la même structure, puis vous répond à cette
        adresse. <strong>Vous n’avez rien à faire.</strong>
      </Paragraphe>
      <Paragraphe>
        Vous n’avez rien demandé ? Ignorez ce courriel, ou écrivez à l’équipe.
      </Paragraphe>
    </Gabarit>
  );
}

export function ReleveAcceptee(donnees: Proprietes<'releve-acceptee'>) {
  const { contexte, jeton, expireLe, nom } = donnees;
  return (
    <Gabarit
      titre="Vous suivez maintenant ces parcours"
      apercu="Votre tableau les montre tous."
      equipe={contexte.equipe}
    >
      <Bonjour nom={nom} />
      <Paragraphe>
        L’équipe CSF a vérifié votre demande. Vous suivez maintenant, pour l’acheteur,{' '}
        {donnees.parcours} parcours de la clause sociale de formation : une entreprise titulaire
        d’un marché public y accueille en immersion un jeune en remobilisation scolaire. Les anciens
        liens ne marchent plus.
      </Paragraphe>
      <Bouton lien={`${contexte.site}${PAGE_DU_LIEN.dossiers}#${jeton}`}>Tous mes parcours</Bouton>
      <Paragraphe>
        Ce bouton est personnel, et vaut jusqu’au {momentEnFrancais(expireLe)}. Après,{' '}
        <Lien href={`${contexte.site}/suivi/retrouver/`}>redemandez vos liens</Lien>.
      </Paragraphe>
      <Paragraphe>
        <Lien href={`${contexte.site}/acheteur/suivre/`}>Comment suivre, étape par étape</Lien>
      </Paragraphe>
    </Gabarit>
  );
}

export function ReleveRefusee({ contexte, nom }: Proprietes<'releve-refusee'>) {
  return (
    <Gabarit
      titre="Votre demande n’est pas acceptée"
      apercu="Écrivez à l’équipe, qui vous dira ce qui manque."
      equipe={contexte.equipe}
    >
      <Bonjour nom={nom} />
      <Paragraphe>
        Vous demandiez à reprendre les dossiers d’une personne partie. L’équipe CSF n’a pas pu
        vérifier que ces dossiers vous reviennent. C’est une erreur ? Écrivez-lui, depuis votre
        adresse professionnelle, avec le nom de votre structure et l’objet du marché : elle
        reprendra votre demande.
      </Paragraphe>
    </Gabarit>
  );
}

export function RelevePassee({ contexte, nom }: Proprietes<'releve-passee'>) {
  return (
    <Gabarit
      titre="Un collègue suit maintenant vos parcours"
      apercu="Vous n’avez rien à faire."
      equipe={contexte.equipe}
    >
      <Paragraphe>Bonjour,</Paragraphe>
      <Paragraphe>
        {nom} a demandé à reprendre les parcours de la clause sociale de formation que vous suiviez
        pour l’acheteur, et l’équipe CSF l’a vérifié. Vos liens ne marchent plus.{' '}
        <strong>Vous n’avez rien à faire.</strong>
      </Paragraphe>
      <Paragraphe>Ce n’est pas juste ? Écrivez vite à l’équipe.</Paragraphe>
    </Gabarit>
  );
}
