import { libelleDuree } from '../../../../src/calibrage/regles/calibrage.ts';
import { faitsDuMarche } from '../../../../src/marche/regles/mots.ts';
import { NOMS_DES_ROLES } from '../../../../src/declaration/regles/declaration-recue.ts';
import type { DeclarationResumee, Personne, Proprietes } from './donnees.ts';
import { Bouton, Faits, Gabarit, Lien, Paragraphe } from './gabarit.tsx';
import { Secours } from './secours.tsx';

/** Les déclarations de parcours : contacts à confirmer, décision de l'équipe. */

function FicheDeclaree({ declaration }: { declaration: DeclarationResumee }) {
  const { reference, public: fiche } = declaration;
  return (
    <Faits
      faits={[
        ['Déclaration', reference],
        ['Parcours', fiche.intitule],
        ['Durée', libelleDuree(fiche.heures)],
        ['Tâches', fiche.taches.join(' ; ')],
        ...faitsDuMarche(declaration.marche),
      ]}
    />
  );
}

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

export function ConfirmerContacts(donnees: Proprietes<'confirmer-contacts'>) {
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
      <Secours donnees={donnees} contexte={contexte} />
      <Paragraphe>
        Les prochains courriels viendront de la même adresse : autorisez-la dans votre messagerie,
        ou demandez-le à votre service informatique.
      </Paragraphe>
      <FicheDeclaree declaration={donnees} />
      <Paragraphe>
        <Lien href={`${contexte.site}/entreprise/notification/`}>
          Ce que vous avez à faire maintenant, en deux minutes
        </Lien>
      </Paragraphe>
    </Gabarit>
  );
}

export function ContactsConfirmes(donnees: Proprietes<'contacts-confirmes'>) {
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

/** À l'ancienne et à la nouvelle adresse : personne n'est remplacé sans le savoir. */
export function ContactModifie(donnees: Proprietes<'contact-modifie'>) {
  const { contexte, role, nom } = donnees;
  return (
    <Gabarit
      titre="Un contact de votre entreprise est modifié"
      apercu={`Déclaration ${donnees.reference}.`}
      equipe={contexte.equipe}
    >
      <Paragraphe>
        Votre entreprise a modifié un contact pour la clause sociale de formation.
        {donnees.aVerifier ? ' L’équipe CSF vérifie ce changement avant de l’appliquer.' : ''}
      </Paragraphe>
      <Faits faits={[[NOMS_DES_ROLES[role] ?? role, nom]]} />
      <FicheDeclaree declaration={donnees} />
      <Paragraphe>
        Tout est juste ? Vous n’avez rien à faire. Sinon, écrivez vite à l’équipe.
      </Paragraphe>
    </Gabarit>
  );
}

export function ContactsAVerifier(donnees: Proprietes<'contacts-a-verifier'>) {
  return (
    <Gabarit
      titre="L’entreprise demande à changer ses contacts"
      apercu={`Parcours ${donnees.public.id}, déjà publié.`}
      equipe={donnees.contexte.equipe}
    >
      <Paragraphe>
        Ce parcours est publié : rien n’a changé. Vérifiez la demande auprès de l’entreprise, par un
        autre moyen que ce courriel. Puis nommez le bon contact depuis le suivi de l’accueil : votre
        export ne change pas un contact donné sur le site.
      </Paragraphe>
      <LesPersonnes personnes={donnees.contacts} />
      <FicheDeclaree declaration={donnees} />
    </Gabarit>
  );
}

export function DeclarationEquipe(donnees: Proprietes<'declaration-equipe'>) {
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
      <Secours donnees={donnees} contexte={contexte} />
    </Gabarit>
  );
}

export function DeclarationRecue(donnees: Proprietes<'declaration-recue'>) {
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

export function DeclarationValidee(donnees: Proprietes<'declaration-validee'>) {
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

export function DeclarationRefusee(donnees: Proprietes<'declaration-refusee'>) {
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
