import { MOTS_DES_ACTIONS } from '../../../../src/suivi/regles/actions-mots.ts';
import { echeances, enToutesLettres } from './dates.ts';
import type { Proprietes } from './donnees.ts';
import { Bouton, Citation, Etapes, Gabarit, Lien, Paragraphe, Titre } from './gabarit.tsx';
import { FaitsDeLaDemande, QuiDemande } from './suivi/la-demande.tsx';
import { PlusLaBonnePersonne } from './suivi/plus-moi.tsx';
import { Secours } from './secours.tsx';
import { adresseDuSuivi, Bonjour } from './suivi/pieces.tsx';

/** Les courriels à l'entreprise, à l'acheteur et à l'équipe quand une demande devient active. */

export function InteretEntreprise(donnees: Proprietes<'interet-entreprise'>) {
  const { contexte, jeton } = donnees;
  const { nom, message } = donnees.demandeur;
  const { reponseLe, accueilLe, plusTard } = echeances(donnees, contexte);
  return (
    <Gabarit
      titre="Un jeune est proposé pour votre parcours"
      apercu={`Répondez au plus tard le ${enToutesLettres(reponseLe)}.`}
      equipe={contexte.equipe}
    >
      <Bonjour nom={donnees.destinataireNom} />
      <Paragraphe>
        Votre marché public contient une clause sociale de formation : votre entreprise s’est
        engagée à accueillir en immersion un jeune en remobilisation scolaire. {nom}, qui suit un
        jeune, vous demande un rendez-vous.
      </Paragraphe>
      <Titre>À faire au plus tard le {enToutesLettres(reponseLe)}</Titre>
      <Paragraphe>
        Répondez à {nom} : proposez une à trois dates pour une rencontre sur place.
      </Paragraphe>
      <Bouton lien={adresseDuSuivi(contexte.site, jeton, 'proposer-creneaux')}>
        Proposer des dates
      </Bouton>
      <Secours donnees={donnees} contexte={contexte} />
      <QuiDemande demandeur={donnees.demandeur} />
      <Titre>Son message</Titre>
      <Citation>{message}</Citation>
      <Titre>La suite</Titre>
      <Etapes
        etapes={[
          <>
            <strong>Réunion de présentation</strong> : le jeune, son tuteur ou sa tutrice et vous.
            Les missions s’y adaptent au jeune ; ce n’est pas un entretien d’embauche.
          </>,
          <>
            <strong>Convention</strong> signée avec l’établissement, puis accueil au plus tard le{' '}
            {enToutesLettres(accueilLe)}.
          </>,
        ]}
      />
      {plusTard !== undefined && <Paragraphe>{plusTard}</Paragraphe>}
      <Paragraphe>
        Un seul jeune vous est proposé à la fois. L’acheteur de votre marché reçoit une copie de
        cette demande. Sans réponse dans le délai, il vous rappellera vos engagements.
      </Paragraphe>
      {donnees.seul && (
        <Paragraphe>
          Vous êtes seul contact de votre entreprise pour ce parcours : personne d’autre n’y est
          prévenu.
        </Paragraphe>
      )}
      <FaitsDeLaDemande resume={donnees} site={contexte.site} />
      <Paragraphe>
        <Lien href={`${contexte.site}/entreprise/proposition/`}>
          Tout ce qu’il faut savoir, en deux minutes
        </Lien>
      </Paragraphe>
      <PlusLaBonnePersonne
        site={contexte.site}
        jeton={jeton}
        suite=" Besoin d’un délai, ou l’accueil est impossible ? Dites-le au même endroit."
      />
    </Gabarit>
  );
}

const GESTES_DE_L_ACHETEUR = `Le suivi a deux boutons pour agir : « ${MOTS_DES_ACTIONS.relancer.libelle} », qui lui envoie un rappel à votre nom, et « ${MOTS_DES_ACTIONS['nommer-contact'].libelle} ».`;

export function InteretCopie(donnees: Proprietes<'interet-copie'>) {
  const { contexte, jeton } = donnees;
  const { reponseLe, accueilLe, plusTard } = echeances(donnees, contexte);
  return (
    <Gabarit
      titre="Pour information : une demande sur un parcours que vous suivez"
      apercu={`L’entreprise répond au plus tard le ${enToutesLettres(reponseLe)}.`}
      equipe={contexte.equipe}
    >
      <Paragraphe>
        Un jeune est proposé à l’entreprise titulaire. Vous recevez cette copie parce que vous
        suivez le marché. Vous n’avez rien à faire aujourd’hui.
      </Paragraphe>
      <Bouton lien={adresseDuSuivi(contexte.site, jeton)}>Suivre cet accueil</Bouton>
      <Secours donnees={donnees} contexte={contexte} />
      <FaitsDeLaDemande resume={donnees} site={contexte.site} />
      <QuiDemande demandeur={donnees.demandeur} />
      <Titre>Les dates à surveiller</Titre>
      <Etapes
        etapes={[
          <>Réponse de l’entreprise : au plus tard le {enToutesLettres(reponseLe)}.</>,
          <>Accueil du jeune : au plus tard le {enToutesLettres(accueilLe)}.</>,
        ]}
      />
      {plusTard !== undefined && <Paragraphe>{plusTard}</Paragraphe>}
      <Paragraphe>
        Sans réponse à la première date, nous vous alertons. {GESTES_DE_L_ACHETEUR}{' '}
        <Lien href={`${contexte.site}/acheteur/suivre/`}>Comment suivre, étape par étape</Lien>
      </Paragraphe>
    </Gabarit>
  );
}

export function InteretEquipe(donnees: Proprietes<'interet-equipe'>) {
  const { contexte, contacts, entreprises, jeton } = donnees;
  const { reponseLe } = echeances(donnees, contexte);
  const copies = contacts - entreprises;
  return (
    <Gabarit
      titre={entreprises === 0 ? 'Demande sans contact d’entreprise' : 'Nouvelle demande confirmée'}
      apercu={`Demande ${donnees.reference}, réponse attendue le ${enToutesLettres(reponseLe)}.`}
      equipe={contexte.equipe}
    >
      <Paragraphe>
        {entreprises === 0
          ? `Aucun contact d’entreprise n’est enregistré pour ce parcours : l’entreprise n’a pas été prévenue. ${copies > 0 ? 'L’acheteur a reçu une copie. ' : ''}Il faut trouver l’entreprise.`
          : `Demande envoyée à ${entreprises} contact${entreprises > 1 ? 's' : ''} d’entreprise${copies > 0 ? ', avec copie à l’acheteur' : ''}. Réponse de l’entreprise attendue au plus tard le ${enToutesLettres(reponseLe)}.`}
      </Paragraphe>
      <Bouton lien={adresseDuSuivi(contexte.site, jeton)}>Ouvrir le suivi</Bouton>
      <Secours donnees={donnees} contexte={contexte} />
      <FaitsDeLaDemande resume={donnees} site={contexte.site} />
      <QuiDemande demandeur={donnees.demandeur} />
    </Gabarit>
  );
}

/** À tous ceux qui avaient reçu la demande. */
export function InteretRetire(donnees: Proprietes<'interet-retire'>) {
  const { contexte, reference, demandeur } = donnees;
  return (
    <Gabarit
      titre={`La demande ${reference} est retirée`}
      apercu="Vous n’avez rien à faire."
      equipe={contexte.equipe}
    >
      <Bonjour nom={donnees.destinataireNom} />
      <Paragraphe>
        {demandeur.nom} a retiré sa demande. <strong>Vous n’avez rien à faire.</strong> Le parcours
        est de nouveau libre ; si un autre jeune est proposé, vous recevrez un nouveau courriel.
      </Paragraphe>
      <FaitsDeLaDemande resume={donnees} site={contexte.site} />
    </Gabarit>
  );
}
