import { direVerification } from '../../../../src/demande/regles/verification.ts';
import { ROLES_DE_DEMANDE } from '../../../../src/demande/regles/roles.ts';
import { jourAParis } from '../../../../src/socle/dates.ts';
import { enToutesLettres } from './dates.ts';
import type { Proprietes } from './donnees.ts';
import { Bouton, Etapes, Faits, Gabarit, Lien, Paragraphe, Titre } from './gabarit.tsx';
import { FaitsDeLaDemande } from './suivi/la-demande.tsx';
import { Secours } from './secours.tsx';
import { adresseDuSuivi } from './suivi/pieces.tsx';

/** Les courriels de la vérification d'une personne, à qui peut la connaître, puis à elle. */

export function VerifierPersonne(donnees: Proprietes<'verifier-personne'>) {
  const { contexte, jeton, verification, parcours } = donnees;
  const { relaisLe, gardeeJusquAu } = verification;
  return (
    <Gabarit
      titre="Connaissez-vous cette personne ?"
      apercu={`${donnees.nom}, ${donnees.etablissement}`}
      equipe={contexte.equipe}
    >
      <Paragraphe>
        Elle demande un parcours pour un jeune, depuis une adresse que le service ne reconnaît pas.
        L’entreprise n’est pas prévenue. Si vous la connaissez, sa demande part aussitôt, et les
        suivantes aussi.
      </Paragraphe>
      <Faits
        faits={[
          ['Nom', donnees.nom],
          ['Rôle', ROLES_DE_DEMANDE[donnees.role]],
          ['Établissement', donnees.etablissement],
          ['Courriel', donnees.courriel],
          ['Téléphone', donnees.telephone],
          ['Parcours demandé', `${parcours.intitule} (demande ${donnees.reference})`],
        ]}
      />
      <Titre>À vérifier</Titre>
      <Etapes
        etapes={[
          'Ce nom et cet établissement vont ensemble.',
          'L’adresse est bien la sienne. Un doute ? Appelez l’établissement, au numéro que vous connaissez.',
        ]}
      />
      <Bouton lien={`${contexte.site}/interet/verifier/#${jeton}`}>Dire si je la connais</Bouton>
      <Secours donnees={donnees} contexte={contexte} />
      <Paragraphe>
        {gardeeJusquAu === null
          ? 'Le parcours n’est pas réservé en attendant votre réponse.'
          : `Le parcours lui est gardé jusqu’au ${enToutesLettres(gardeeJusquAu)} compris.`}
        {relaisLe !== null &&
          ` Sans réponse le ${enToutesLettres(relaisLe)}, l’équipe CSF prend le relais.`}
      </Paragraphe>
    </Gabarit>
  );
}

export function VerificationEnCours(donnees: Proprietes<'verification-en-cours'>) {
  const { contexte, jeton, verification } = donnees;
  return (
    <Gabarit
      titre="Votre demande est confirmée, votre adresse se vérifie"
      apercu="Nous écrivons à l’entreprise dès que quelqu’un du réseau a dit vous connaître."
      equipe={contexte.equipe}
    >
      <Paragraphe>
        Vous écrivez d’une adresse que le service ne reconnaît pas. C’est la première fois : une
        personne du réseau doit dire qu’elle vous connaît. Nous écrivons à l’entreprise aussitôt
        après, et vos prochaines demandes partiront d’elles-mêmes.
      </Paragraphe>
      {direVerification(verification, jourAParis(new Date(verification.depuisLe))).map((phrase) => (
        <Paragraphe key={phrase}>{phrase}</Paragraphe>
      ))}
      <Bouton lien={adresseDuSuivi(contexte.site, jeton)}>Suivre ma demande</Bouton>
      <Secours donnees={donnees} contexte={contexte} />
      <FaitsDeLaDemande resume={donnees} site={contexte.site} dejaVu />
      <Paragraphe>
        Pour aller plus vite : refaites votre demande avec l’adresse de votre académie, si vous en
        avez une. Retirez d’abord celle-ci :{' '}
        <Lien href={`${contexte.site}/interet/retirer/#${jeton}`}>retirer ma demande</Lien>.
      </Paragraphe>
    </Gabarit>
  );
}

const FINS = {
  'garde-finie': {
    titre: 'Le parcours n’est plus gardé, la vérification continue',
    apercu: 'Personne n’a encore pu dire qu’il vous connaît.',
    texte:
      'Personne n’a encore pu dire qu’il vous connaît. Le parcours est de nouveau libre pour les autres. Votre demande reste : dès que votre adresse est vérifiée, elle part, ou prend rang si un autre jeune est passé avant.',
  },
  'sans-reponse': {
    titre: 'Votre demande est close, faute de vérification',
    apercu: 'Personne n’a pu dire qu’il vous connaît.',
    texte:
      'Personne n’a pu dire qu’il vous connaît dans le délai. Votre demande est close ; l’entreprise n’a rien reçu.',
  },
  inconnue: {
    titre: 'Votre demande n’a pas pu être vérifiée',
    apercu: 'La personne interrogée ne vous reconnaît pas. Voici comment faire.',
    texte:
      'La personne interrogée dans votre académie ne vous reconnaît pas : cela arrive quand on vient de prendre un poste, ou que l’adresse n’est pas celle du travail. Votre demande est close ; l’entreprise n’a rien reçu.',
  },
} as const;

export function VerificationFinie(donnees: Proprietes<'verification-finie'>) {
  const { contexte, raison, parcours } = donnees;
  const { titre, apercu, texte } = FINS[raison];
  return (
    <Gabarit titre={titre} apercu={apercu} equipe={contexte.equipe}>
      <Paragraphe>{texte}</Paragraphe>
      <Titre>Comment faire</Titre>
      <Etapes
        etapes={[
          'Demandez depuis votre adresse professionnelle : celle de l’académie part sans vérification.',
          'Vous n’en avez pas ? Répondez à l’équipe, en disant où vous travaillez et qui peut le confirmer.',
        ]}
      />
      <Bouton lien={`${contexte.site}/interet/?parcours=${parcours.id}`}>
        Refaire une demande
      </Bouton>
      <FaitsDeLaDemande resume={donnees} site={contexte.site} dejaVu />
    </Gabarit>
  );
}
