import { libelleDuree } from '../../../../src/core/calibrage.ts';
import {
  ROLES_DE_MESSAGE,
  SUJETS_DE_MESSAGE,
  type RoleDeMessage,
  type SujetDeMessage,
} from '../../../../src/core/message-equipe.ts';
import type { Contexte, DeclarationResumee, DonneesDe, Personne } from './donnees.ts';
import { Bouton, Citation, Faits, Gabarit, Lien, Paragraphe, Titre } from './gabarit.tsx';

/** Les messages à l'équipe, et les déclarations de parcours. */

const estSujet = (sujet: string): sujet is SujetDeMessage =>
  Object.hasOwn(SUJETS_DE_MESSAGE, sujet);
const estRole = (role: string): role is RoleDeMessage => Object.hasOwn(ROLES_DE_MESSAGE, role);

export function libelleDuSujet(sujet: string): string {
  return estSujet(sujet) ? SUJETS_DE_MESSAGE[sujet].libelle : sujet;
}

export function MessageEquipe(donnees: DonneesDe<'message-equipe'> & { contexte: Contexte }) {
  const { contexte, details } = donnees;
  const contact = details.nouveauContact as Personne | null | undefined;
  return (
    <Gabarit
      titre={`${libelleDuSujet(donnees.sujet)} (${donnees.reference})`}
      apercu={`De la part de ${donnees.nom}.`}
      equipe={contexte.equipe}
    >
      <Faits
        faits={[
          [
            'Qui',
            `${donnees.nom}, ${estRole(donnees.role) ? ROLES_DE_MESSAGE[donnees.role] : donnees.role}`,
          ],
          ['Répondre à', donnees.courriel],
          ['Parcours', donnees.parcours],
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

export function MessageRecu(donnees: DonneesDe<'message-recu'> & { contexte: Contexte }) {
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
          ['Parcours', donnees.parcours],
        ]}
      />
    </Gabarit>
  );
}

function FicheDeclaree({ declaration }: { declaration: DeclarationResumee }) {
  const { reference, public: fiche } = declaration;
  return (
    <Faits
      faits={[
        ['Déclaration', reference],
        ['Parcours', fiche.intitule],
        ['Durée', libelleDuree(fiche.heures)],
        ['Tâches', fiche.taches.join(' ; ')],
      ]}
    />
  );
}

const NOMS_DES_ROLES: Record<string, string> = {
  'entreprise-1': 'Contact du marché',
  'entreprise-2': 'Tuteur entreprise',
  acheteur: 'Acheteur',
  prescripteur: 'Prescripteur',
};

function LesPersonnes({ personnes }: { personnes: Personne[] }) {
  return (
    <Faits
      faits={personnes.map(({ role, nom, courriel, telephone }) => [
        NOMS_DES_ROLES[role] ?? role,
        [nom, courriel, telephone].filter(Boolean).join(', '),
      ])}
    />
  );
}

export function ConfirmerContacts(
  donnees: DonneesDe<'confirmer-contacts'> & { contexte: Contexte; jeton: string },
) {
  const { contexte, jeton } = donnees;
  return (
    <Gabarit
      titre="Confirmez vos contacts pour la clause sociale de formation"
      apercu="Deux noms à relire, en une minute."
      equipe={contexte.equipe}
    >
      <Paragraphe>Bonjour {donnees.destinataireNom},</Paragraphe>
      <Paragraphe>
        L’acheteur de votre marché vient de déclarer le parcours que votre entreprise accueillera.
        Relisez les deux personnes qui seront prévenues quand un jeune sera proposé.
      </Paragraphe>
      <LesPersonnes
        personnes={donnees.contacts.filter(({ role }) => role.startsWith('entreprise'))}
      />
      <Bouton lien={`${contexte.site}/declaration/contacts/#${jeton}`}>
        Confirmer ou corriger
      </Bouton>
      <FicheDeclaree declaration={donnees} />
      <Paragraphe>
        <Lien href={`${contexte.site}/entreprise/notification/`}>
          Ce que vous avez à faire maintenant, en deux minutes
        </Lien>
      </Paragraphe>
    </Gabarit>
  );
}

export function ContactsConfirmes(
  donnees: DonneesDe<'contacts-confirmes'> & { contexte: Contexte },
) {
  return (
    <Gabarit
      titre="L’entreprise a confirmé ses contacts"
      apercu={`Déclaration ${donnees.reference}.`}
      equipe={donnees.contexte.equipe}
    >
      <FicheDeclaree declaration={donnees} />
      <LesPersonnes personnes={donnees.contacts} />
    </Gabarit>
  );
}

export function DeclarationEquipe(
  donnees: DonneesDe<'declaration-equipe'> & { contexte: Contexte; jeton: string },
) {
  const { contexte, jeton } = donnees;
  return (
    <Gabarit
      titre="Un parcours est déclaré : à valider"
      apercu={`Déclaration ${donnees.reference}.`}
      equipe={contexte.equipe}
    >
      <FicheDeclaree declaration={donnees} />
      <LesPersonnes personnes={donnees.contacts} />
      <Bouton lien={`${contexte.site}/declaration/valider/#${jeton}`}>Relire et décider</Bouton>
    </Gabarit>
  );
}

export function DeclarationRecue(donnees: DonneesDe<'declaration-recue'> & { contexte: Contexte }) {
  return (
    <Gabarit
      titre="Votre parcours est déclaré"
      apercu={`Référence ${donnees.reference}.`}
      equipe={donnees.contexte.equipe}
    >
      <Paragraphe>
        L’entreprise vient de recevoir un courriel pour confirmer ses contacts. L’équipe CSF relit
        la fiche, puis le parcours entre au catalogue.
      </Paragraphe>
      <FicheDeclaree declaration={donnees} />
    </Gabarit>
  );
}

export function DeclarationValidee(
  donnees: DonneesDe<'declaration-validee'> & { contexte: Contexte },
) {
  const { contexte } = donnees;
  return (
    <Gabarit
      titre="Votre parcours est validé"
      apercu="Il entre au catalogue à la prochaine publication du site."
      equipe={contexte.equipe}
    >
      <Paragraphe>
        Il entre au catalogue à la prochaine publication du site, à cette adresse :{' '}
        <Lien href={`${contexte.site}/parcours/${donnees.public.id}/`}>
          {`${contexte.site}/parcours/${donnees.public.id}/`}
        </Lien>
      </Paragraphe>
      <FicheDeclaree declaration={donnees} />
    </Gabarit>
  );
}

export function DeclarationRefusee(
  donnees: DonneesDe<'declaration-refusee'> & { contexte: Contexte },
) {
  return (
    <Gabarit
      titre="Votre déclaration n’est pas publiée"
      apercu={`Référence ${donnees.reference}.`}
      equipe={donnees.contexte.equipe}
    >
      <Paragraphe>
        L’équipe CSF n’a pas validé cette déclaration
        {donnees.motif ? `, pour cette raison : ${donnees.motif}` : ''}. Répondez-lui, ou déclarez
        le parcours de nouveau.
      </Paragraphe>
      <FicheDeclaree declaration={donnees} />
    </Gabarit>
  );
}
