import {
  ROLES_DE_MESSAGE,
  SUJETS_DE_MESSAGE,
  type SujetDeMessage,
} from '../../../../src/contact/regles/sujets.ts';
import type { Proprietes } from './donnees.ts';
import { Citation, Faits, Gabarit, Paragraphe, Titre } from './gabarit.tsx';

/** Les messages à l'équipe. */

export const libelleDuSujet = (sujet: SujetDeMessage): string => SUJETS_DE_MESSAGE[sujet].libelle;

export function MessageEquipe(donnees: Proprietes<'message-equipe'>) {
  const { contexte, details } = donnees;
  const contact = details.nouveauContact;
  return (
    <Gabarit
      titre={`${libelleDuSujet(donnees.sujet)} (${donnees.reference})`}
      apercu={`De la part de ${donnees.nom}.`}
      equipe={contexte.equipe}
    >
      <Faits
        faits={[
          ['Qui', `${donnees.nom}, ${ROLES_DE_MESSAGE[donnees.role]}`],
          ['Répondre à', donnees.courriel],
          ['Parcours', donnees.parcoursId],
        ]}
      />
      {contact && (
        <>
          <Titre>Nouveau contact, à vérifier avant de l’enregistrer</Titre>
          <Faits
            faits={[
              ['Nom', contact.nom],
              ['Courriel', contact.courriel],
              ['Téléphone', contact.telephone],
            ]}
          />
        </>
      )}
      <Citation>{donnees.message}</Citation>
    </Gabarit>
  );
}

export function MessageRecu(donnees: Proprietes<'message-recu'>) {
  const { contexte } = donnees;
  return (
    <Gabarit
      titre="Nous avons reçu votre message"
      apercu={`Référence ${donnees.reference}.`}
      equipe={contexte.equipe}
    >
      <Paragraphe>
        L’équipe CSF l’a reçu sous la référence <strong>{donnees.reference}</strong>. Elle vous
        répondra à cette adresse.
      </Paragraphe>
      <Faits
        faits={[
          ['Sujet', libelleDuSujet(donnees.sujet)],
          ['Parcours', donnees.parcoursId],
        ]}
      />
    </Gabarit>
  );
}
