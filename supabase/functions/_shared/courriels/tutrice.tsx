import { libelleDuree } from '../../../../src/calibrage/regles/calibrage.ts';
import { echeances, enToutesLettres, momentEnFrancais } from './dates.ts';
import type { Proprietes } from './donnees.ts';
import { Bouton, Etapes, Gabarit, Lien, Paragraphe, Titre } from './gabarit.tsx';
import { FaitsDeLaDemande } from './suivi/la-demande.tsx';
import { Secours } from './secours.tsx';
import { adresseDuSuivi } from './suivi/pieces.tsx';

/** Les courriels à la personne qui exprime son intérêt. */

export function ConfirmerInteret(donnees: Proprietes<'confirmer-interet'>) {
  const { contexte, jeton, expireLe } = donnees;
  return (
    <Gabarit
      titre="Confirmez votre intérêt"
      apercu="L’entreprise ne reçoit rien avant votre confirmation."
      equipe={contexte.equipe}
    >
      <Paragraphe>
        Vous avez exprimé votre intérêt pour un parcours. Confirmez-le : nous écrivons aussitôt à
        l’entreprise, ou dès que votre adresse est vérifiée si le service ne la connaît pas.
      </Paragraphe>
      <Bouton lien={`${contexte.site}/interet/confirmer/#${jeton}`}>Confirmer mon intérêt</Bouton>
      <Paragraphe>
        Ce lien vaut jusqu’au {momentEnFrancais(expireLe)}. Il ouvre une page ; rien n’est confirmé
        tant que vous n’y appuyez pas sur le bouton.
      </Paragraphe>
      <Secours donnees={donnees} contexte={contexte} />
      <FaitsDeLaDemande resume={donnees} site={contexte.site} dejaVu />
      <Paragraphe>
        Vous n’avez rien demandé ? Ne faites rien : la demande s’efface d’elle-même.
      </Paragraphe>
    </Gabarit>
  );
}

export function ListeDAttente(donnees: Proprietes<'liste-d-attente'>) {
  const { contexte, rang, jeton } = donnees;
  return (
    <Gabarit
      titre={`Vous êtes en liste d’attente, au rang ${rang}`}
      apercu="Ce parcours est pris par un autre jeune."
      equipe={contexte.equipe}
    >
      <Paragraphe>
        Ce parcours est pris par un autre jeune, et un seul y est accueilli à la fois. Votre demande
        est gardée, au rang {rang}. Si le parcours se libère, nous vous l’écrivons aussitôt.
      </Paragraphe>
      <FaitsDeLaDemande resume={donnees} site={contexte.site} dejaVu />
      <Bouton lien={`${contexte.site}/parcours/`}>Chercher un autre parcours</Bouton>
      <Paragraphe>
        Vous avez trouvé ailleurs ?{' '}
        <Lien href={`${contexte.site}/interet/retirer/#${jeton}`}>Retirez votre demande</Lien>.
      </Paragraphe>
      <Secours donnees={donnees} contexte={contexte} />
    </Gabarit>
  );
}

export function ParcoursLibere(donnees: Proprietes<'parcours-libere'>) {
  const { contexte, jeton, expireLe } = donnees;
  return (
    <Gabarit
      titre="Le parcours que vous attendiez est libre"
      apercu={`Il vous est réservé jusqu’au ${momentEnFrancais(expireLe)}.`}
      equipe={contexte.equipe}
    >
      <Paragraphe>
        Il vous est réservé jusqu’au {momentEnFrancais(expireLe)}. Passé ce moment, il sera proposé
        à la personne suivante.
      </Paragraphe>
      <Bouton lien={`${contexte.site}/interet/accepter/#${jeton}`}>Accepter ou laisser</Bouton>
      <Secours donnees={donnees} contexte={contexte} />
      <FaitsDeLaDemande resume={donnees} site={contexte.site} dejaVu />
    </Gabarit>
  );
}

export function InteretConfirme(donnees: Proprietes<'interet-confirme'>) {
  const { contexte, jeton } = donnees;
  const prevenue = donnees.entreprises > 0;
  const { reponseLe, accueilLe, plusTard } = echeances(donnees, contexte);
  return (
    <Gabarit
      titre={prevenue ? 'Nous écrivons à l’entreprise' : 'Votre demande est confirmée'}
      apercu={`L’entreprise répond au plus tard le ${enToutesLettres(reponseLe)}.`}
      equipe={contexte.equipe}
    >
      <Paragraphe>
        {prevenue
          ? 'Votre demande part à l’entreprise, à l’acheteur du marché et à l’équipe CSF. Le suivi dit quand le courriel est arrivé à l’entreprise, et ce que nous faisons s’il n’arrive pas.'
          : 'Nous n’avons pas encore de contact pour cette entreprise. L’équipe CSF est avertie : elle cherche à qui transmettre votre demande.'}{' '}
        Le fichier joint met les deux dates dans votre agenda.
      </Paragraphe>
      <Titre>Et maintenant ?</Titre>
      <Etapes
        etapes={[
          <>
            <strong>L’entreprise vous répond</strong> au plus tard le {enToutesLettres(reponseLe)}.
          </>,
          <>
            <strong>Réunion de présentation</strong>, sur place, avec le jeune. On y adapte les
            missions. Puis la convention se signe.
          </>,
          <>
            <strong>Le jeune est accueilli</strong> au plus tard le {enToutesLettres(accueilLe)}.
          </>,
        ]}
      />
      {plusTard !== undefined && <Paragraphe>{plusTard}</Paragraphe>}
      <Paragraphe>
        Sans réponse à la première date, nous alertons l’acheteur : il rappelle ses engagements à
        l’entreprise. Le suivi dit à tout moment qui doit agir, et avant quand.
      </Paragraphe>
      <Bouton lien={adresseDuSuivi(contexte.site, jeton)}>Suivre ma demande</Bouton>
      <Secours donnees={donnees} contexte={contexte} />
      <FaitsDeLaDemande resume={donnees} site={contexte.site} dejaVu />
      <Paragraphe>
        <Lien href={`${contexte.site}/tuteur/`}>Relire le guide du tuteur ou de la tutrice</Lien>
      </Paragraphe>
      <Paragraphe>
        Le jeune a changé d’avis ?{' '}
        <Lien href={`${contexte.site}/interet/retirer/#${jeton}`}>Retirez votre demande</Lien> : le
        parcours redevient libre aussitôt. Gardez ce courriel, ce lien est personnel.
      </Paragraphe>
    </Gabarit>
  );
}

export function PropositionExpiree(donnees: Proprietes<'proposition-expiree'>) {
  const { contexte } = donnees;
  return (
    <Gabarit
      titre="La proposition a expiré"
      apercu="Le parcours va à la personne suivante."
      equipe={contexte.equipe}
    >
      <Paragraphe>
        Ce parcours vous était réservé. Sans réponse dans le délai, il va à la personne suivante, et
        votre demande est close. Il vous intéresse toujours ? Exprimez de nouveau votre intérêt
        depuis sa page.
      </Paragraphe>
      <FaitsDeLaDemande resume={donnees} site={contexte.site} dejaVu />
      <Bouton lien={`${contexte.site}/parcours/`}>Chercher un autre parcours</Bouton>
    </Gabarit>
  );
}

export function AttenteClose(donnees: Proprietes<'attente-close'>) {
  const { contexte, restantes } = donnees;
  if (restantes !== null)
    return (
      <Gabarit
        titre="Il ne reste plus assez d’heures sur ce parcours"
        apercu={`Il en reste ${libelleDuree(restantes)}.`}
        equipe={contexte.equipe}
      >
        <Paragraphe>
          Un autre jeune a fini son accueil. Le parcours que vous attendiez garde{' '}
          {libelleDuree(restantes)} : c’est moins que ce que vous demandiez. Votre demande est
          close. Vous pouvez en faire une nouvelle, pour les heures qui restent.
        </Paragraphe>
        <FaitsDeLaDemande resume={donnees} site={contexte.site} dejaVu />
        <Bouton lien={`${contexte.site}/interet/?parcours=${donnees.parcours.id}`}>
          Demander les heures qui restent
        </Bouton>
      </Gabarit>
    );
  return (
    <Gabarit
      titre="La liste d’attente de ce parcours est close"
      apercu="Ce parcours n’accueillera plus de jeune."
      equipe={contexte.equipe}
    >
      <Paragraphe>
        Le parcours que vous attendiez n’accueillera plus de jeune : il est pourvu, terminé ou
        retiré du catalogue. Votre demande est close. Vous n’avez rien à faire.
      </Paragraphe>
      <FaitsDeLaDemande resume={donnees} site={contexte.site} dejaVu />
      <Bouton lien={`${contexte.site}/parcours/`}>Chercher un autre parcours</Bouton>
    </Gabarit>
  );
}
