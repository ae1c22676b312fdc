import { Fragment } from 'react';
import { libelleDuree } from '../../../../src/calibrage/regles/calibrage.ts';
import { PAGE_DU_LIEN } from '../../../../src/lien/regles/portees.ts';
import { jourAParis } from '../../../../src/socle/dates.ts';
import { MOTS_DES_ACTIONS } from '../../../../src/suivi/regles/actions-mots.ts';
import { direDuree, direMoment } from '../../../../src/suivi/regles/phrases.ts';
import { enToutesLettres, momentEnFrancais } from './dates.ts';
import type { Contexte, Proprietes } from './donnees.ts';
import type { Attente, Rappel } from './donnees-suivi.ts';
import { QuiDemande } from './la-demande.tsx';
import { Appeler, Bouton, Citation, Faits, Gabarit, Lien, Paragraphe, Titre } from './gabarit.tsx';

/** Les courriels du suivi : qui vient d'agir, et ce qui est attendu de qui reçoit. */

/** L'adresse d'un suivi ; une action y est ouverte d'avance. Sans lien, la page où l'on retrouve les siens. */
export function adresseDuSuivi(site: string, jeton: string | null, action?: string | null): string {
  if (jeton === null) return `${site}/suivi/retrouver/`;
  return `${site}/suivi/#${jeton}${action ? `.${action}` : ''}`;
}

export function Bonjour({ nom }: { nom: string | null }) {
  return <Paragraphe>Bonjour{nom ? ` ${nom}` : ''},</Paragraphe>;
}

/** Vrai quand le dernier jour est passé au moment d'écrire. */
export const estPassee = ({ avantLe }: Attente, { maintenant }: Contexte) =>
  avantLe !== null && avantLe < jourAParis(maintenant);

export function PhraseDAttente(proprietes: { attente: Attente | null; contexte: Contexte }) {
  const { attente, contexte } = proprietes;
  if (attente === null)
    return <Paragraphe>Ce suivi est terminé : vous n’avez rien à faire.</Paragraphe>;
  const quand = attente.avantLe === null ? '' : enToutesLettres(attente.avantLe);
  let avant = quand === '' ? '' : `, au plus tard le ${quand}`;
  if (estPassee(attente, contexte)) avant = `. Le délai est dépassé depuis le ${quand}`;
  return (
    <Paragraphe>
      <strong>
        {attente.phrase}
        {avant}.
      </strong>
    </Paragraphe>
  );
}

export function LeDossier({ donnees }: { donnees: Pick<Rappel, 'reference' | 'parcours'> }) {
  return (
    <Faits
      faits={[
        ['Parcours', donnees.parcours.intitule],
        ['Demande', donnees.reference],
      ]}
    />
  );
}

export function boutonDAttente(attente: Attente | null): string {
  return attente?.aVous ? 'Répondre maintenant' : 'Voir le suivi';
}

function Geste({ donnees }: { donnees: Proprietes<'suivi-nouvelle'> }) {
  const { contexte, jeton, attente, action } = donnees;
  return (
    <Bouton lien={adresseDuSuivi(contexte.site, jeton, action)}>
      {action === undefined ? boutonDAttente(attente) : MOTS_DES_ACTIONS[action].libelle}
    </Bouton>
  );
}

export function SuiviNouvelle(donnees: Proprietes<'suivi-nouvelle'>) {
  const { contexte, attente } = donnees;
  return (
    <Gabarit
      titre={donnees.objet ?? donnees.nouvelle}
      apercu={attente === null ? 'Vous n’avez rien à faire.' : attente.phrase}
      equipe={contexte.equipe}
    >
      <Bonjour nom={donnees.destinataireNom} />
      <Paragraphe>{donnees.nouvelle}.</Paragraphe>
      {donnees.precision !== null && <Citation>{donnees.precision}</Citation>}
      {donnees.aussi !== undefined && <Paragraphe>{donnees.aussi}</Paragraphe>}
      <Appeler qui={donnees.appeler} />
      <PhraseDAttente attente={attente} contexte={contexte} />
      {donnees.sansBouton !== true && <Geste donnees={donnees} />}
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
      <PhraseDAttente attente={attente} contexte={contexte} />
      <Bouton lien={adresseDuSuivi(contexte.site, jeton, donnees.action)}>
        {donnees.action === undefined
          ? 'Ouvrir le suivi'
          : MOTS_DES_ACTIONS[donnees.action].libelle}
      </Bouton>
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
      <PourquoiVous role={role} />
      <PhraseDAttente attente={donnees.attente} contexte={contexte} />
      <Bouton lien={adresseDuSuivi(contexte.site, jeton)}>{boutonDAttente(donnees.attente)}</Bouton>
      <Faits
        faits={[
          ['Parcours', donnees.parcours.intitule],
          ['Demande', donnees.reference],
          ['Début souhaité', enToutesLettres(donnees.debutLe)],
          ['Durée', libelleDuree(donnees.heures)],
        ]}
      />
      <Titre>Qui suit le jeune</Titre>
      <QuiDemande demandeur={demandeur} />
      {role === 'entreprise' && <Citation>{demandeur.message}</Citation>}
      <Paragraphe>
        <Lien href={`${contexte.site}${kit}`}>Tout ce qu’il faut savoir, en deux minutes</Lien>
      </Paragraphe>
      {role === 'entreprise' && jeton !== null && (
        <Paragraphe>
          Ce n’est pas vous ?{' '}
          <Lien href={adresseDuSuivi(contexte.site, jeton, 'changer-contact')}>
            Dites-nous qui prend le relais
          </Lien>
          .
        </Paragraphe>
      )}
    </Gabarit>
  );
}

const PAGES: Record<string, { page: string; titre: string }> = {
  dossiers: { page: '/suivi/dossiers/', titre: 'Tous mes parcours' },
  equipe: { page: '/equipe/', titre: 'Le tableau de l’équipe' },
  coordination: { page: '/equipe/', titre: 'Le tableau de mon académie' },
};

const GESTES = {
  'confirmer-contacts': 'Confirmer ou corriger les contacts',
  'valider-declaration': 'Relire et décider',
};

export function SuiviLiens({
  contexte,
  dossiers,
  declarations,
  listes,
}: Proprietes<'suivi-liens'>) {
  return (
    <Gabarit
      titre="Vos liens personnels"
      apercu="Gardez ce courriel : ses liens sont personnels."
      equipe={contexte.equipe}
    >
      <Paragraphe>
        Vous avez demandé vos liens. Chacun est personnel : ne le transmettez pas. Vous n’avez rien
        demandé ? Ignorez ce courriel.
      </Paragraphe>
      {listes.map(({ portee, jeton, expireLe }) => (
        <Fragment key={jeton}>
          <Bouton lien={`${contexte.site}${PAGES[portee]?.page ?? '/suivi/'}#${jeton}`}>
            {PAGES[portee]?.titre ?? 'Ouvrir'}
          </Bouton>
          <Paragraphe>
            Ce bouton vaut jusqu’au {momentEnFrancais(expireLe)}. Après, redemandez vos liens.
          </Paragraphe>
        </Fragment>
      ))}
      {declarations.length > 0 && <Titre>Vos déclarations de parcours</Titre>}
      {declarations.map(({ reference, intitule, portee, jeton }) => (
        <Paragraphe key={jeton}>
          <Lien
            href={`${contexte.site}${PAGE_DU_LIEN[portee]}#${jeton}`}
          >{`${GESTES[portee]} : ${intitule} (${reference})`}</Lien>
        </Paragraphe>
      ))}
      {dossiers.length > 0 && <Titre>Vos suivis</Titre>}
      {dossiers.map(({ reference, parcours, jeton }) => (
        <Paragraphe key={jeton}>
          <Lien
            href={adresseDuSuivi(contexte.site, jeton)}
          >{`${parcours.intitule} (${reference})`}</Lien>
        </Paragraphe>
      ))}
      {dossiers.length === 0 && declarations.length === 0 && (
        <Paragraphe>Aucun suivi n’est ouvert à votre nom pour l’instant.</Paragraphe>
      )}
    </Gabarit>
  );
}
