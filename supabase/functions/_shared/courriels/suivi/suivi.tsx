import { libelleDuree } from '../../../../../src/calibrage/regles/calibrage.ts';
import { faitsDuMarche } from '../../../../../src/marche/regles/mots.ts';
import { MOTS_DES_ACTIONS } from '../../../../../src/suivi/regles/actions-mots.ts';
import { direDuree, direMoment } from '../../../../../src/suivi/regles/phrases.ts';
import { enToutesLettres } from '../dates.ts';
import type { Proprietes } from '../donnees.ts';
import { ParcoursAilleurs } from './ailleurs.tsx';
import { OuVenir, QuiDemande } from './la-demande.tsx';
import { adresseDuSuivi, Bonjour, PhraseDAttente, LeDossier, boutonDAttente } from './pieces.tsx';
import { PlusLaBonnePersonne } from './plus-moi.tsx';
import { Secours } from '../secours.tsx';
import { Appeler, Bouton, Citation, Faits, Gabarit, Lien, Paragraphe, Titre } from '../gabarit.tsx';

/** Les courriels du suivi : qui vient d'agir, et ce qui est attendu de qui reçoit. */

function Geste({ donnees }: { donnees: Proprietes<'suivi-nouvelle'> }) {
  const { contexte, jeton, attente, action } = donnees;
  return (
    <Bouton lien={adresseDuSuivi(contexte.site, jeton, action)}>
      {action === undefined ? boutonDAttente(attente) : MOTS_DES_ACTIONS[action].libelle}
    </Bouton>
  );
}

/* L'objet dit le geste : la ligne d'après dit ce qui l'amène. */
function apercuDe(donnees: Proprietes<'suivi-nouvelle'>): string {
  const { attente, objet, nouvelle, apercu = nouvelle, resteDu } = donnees;
  if (attente === null) return resteDu ?? 'Vous n’avez rien à faire.';
  // Un objet écrit pour elle remplace la nouvelle, qui peut porter un motif : l'aperçu ne le redonne pas.
  return attente.aVous && objet === undefined ? `${apercu}.` : attente.phrase;
}

export function SuiviNouvelle(donnees: Proprietes<'suivi-nouvelle'>) {
  const { contexte, attente } = donnees;
  return (
    <Gabarit
      titre={donnees.objet ?? donnees.nouvelle}
      apercu={apercuDe(donnees)}
      equipe={contexte.equipe}
    >
      <Bonjour nom={donnees.destinataireNom} />
      <Paragraphe>{donnees.nouvelle}.</Paragraphe>
      {donnees.precision !== null && <Citation>{donnees.precision}</Citation>}
      {donnees.aussi !== undefined && <Paragraphe>{donnees.aussi}</Paragraphe>}
      <Appeler qui={donnees.appeler} />
      {donnees.resteDu === undefined ? (
        <PhraseDAttente attente={attente} contexte={contexte} />
      ) : (
        <Paragraphe>
          <strong>Ce suivi est terminé.</strong> {donnees.resteDu}
        </Paragraphe>
      )}
      {donnees.sansBouton !== true && (
        <>
          <Geste donnees={donnees} />
          <Secours donnees={donnees} contexte={contexte} />
        </>
      )}
      <OuVenir lieu={donnees.lieu} />
      <ParcoursAilleurs {...donnees} site={contexte.site} finie={attente === null} />
      <LeDossier donnees={donnees} />
    </Gabarit>
  );
}

export function SuiviRendezVous(donnees: Proprietes<'suivi-rendez-vous'>) {
  const { contexte, jeton, attente, annule } = donnees;
  const quand = direMoment(donnees.debut);
  const fixee =
    donnees.selon === undefined
      ? 'La réunion de présentation est fixée'
      : `Réunion de présentation, ${donnees.selon}`;
  return (
    <Gabarit
      titre={annule ? 'La réunion de présentation est annulée' : fixee}
      apercu={quand}
      equipe={contexte.equipe}
    >
      <Bonjour nom={donnees.destinataireNom} />
      <Paragraphe>
        {annule ? 'Elle devait avoir lieu le' : 'Elle a lieu le'} <strong>{quand}</strong>
        {annule ? '. ' : `, dans l’entreprise, pour ${direDuree(donnees.minutes)} environ. `}
        {donnees.nouvelle}.
      </Paragraphe>
      {donnees.precision !== null && <Citation>{donnees.precision}</Citation>}
      {donnees.aussi !== undefined && <Paragraphe>{donnees.aussi}</Paragraphe>}
      <Paragraphe>
        {annule
          ? 'Le fichier joint la retire de votre agenda.'
          : 'Le fichier joint la met dans votre agenda. Ce n’est pas un entretien d’embauche : on y adapte les missions au jeune.'}
      </Paragraphe>
      {!annule && <OuVenir lieu={donnees.lieu} />}
      <PhraseDAttente attente={attente} contexte={contexte} />
      <Bouton lien={adresseDuSuivi(contexte.site, jeton, donnees.action)}>
        {donnees.action === undefined
          ? 'Ouvrir le suivi'
          : MOTS_DES_ACTIONS[donnees.action].libelle}
      </Bouton>
      <Secours donnees={donnees} contexte={contexte} />
      <LeDossier donnees={donnees} />
    </Gabarit>
  );
}

function PourquoiVous({ role }: { role: 'entreprise' | 'acheteur' }) {
  return role === 'entreprise' ? (
    <Paragraphe>
      Votre entreprise s’est engagée, dans un marché public, à accueillir en immersion un jeune en
      remobilisation scolaire : c’est la clause sociale de formation (CSF). Vous êtes maintenant la
      personne à qui l’on écrit.
    </Paragraphe>
  ) : (
    <Paragraphe>
      Un marché public que vous suivez contient une clause sociale de formation (CSF) : l’entreprise
      titulaire accueille en immersion un jeune en remobilisation scolaire. Vous suivez maintenant
      cet accueil pour l’acheteur.
    </Paragraphe>
  );
}

export function SuiviRelais(donnees: Proprietes<'suivi-relais'>) {
  const { contexte, jeton, role, demandeur } = donnees;
  const kit = role === 'entreprise' ? '/entreprise/proposition/' : '/acheteur/suivre/';
  return (
    <Gabarit
      titre="On vous confie un accueil"
      apercu={donnees.attente?.phrase ?? donnees.nouvelle}
      equipe={contexte.equipe}
    >
      <Bonjour nom={donnees.destinataireNom} />
      <Paragraphe>{donnees.nouvelle}.</Paragraphe>
      {donnees.precision !== null && <Citation>{donnees.precision}</Citation>}
      <PourquoiVous role={role} />
      <PhraseDAttente attente={donnees.attente} contexte={contexte} />
      <Bouton lien={adresseDuSuivi(contexte.site, jeton)}>{boutonDAttente(donnees.attente)}</Bouton>
      <Secours donnees={donnees} contexte={contexte} />
      <Faits
        faits={[
          ['Parcours', donnees.parcours.intitule],
          ['Demande', donnees.reference],
          ['Début souhaité', enToutesLettres(donnees.debutLe)],
          ['Durée', libelleDuree(donnees.heures)],
          ...faitsDuMarche(donnees.marche),
        ]}
      />
      <Titre>Qui suit le jeune</Titre>
      <QuiDemande demandeur={demandeur} />
      {role === 'entreprise' && <Citation>{demandeur.message}</Citation>}
      <Paragraphe>
        <Lien href={`${contexte.site}${kit}`}>Tout ce qu’il faut savoir, en deux minutes</Lien>
      </Paragraphe>
      {role === 'entreprise' && jeton !== null && (
        <PlusLaBonnePersonne site={contexte.site} jeton={jeton} />
      )}
    </Gabarit>
  );
}
