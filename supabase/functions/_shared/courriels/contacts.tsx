import { Fragment } from 'react';
import type { Proprietes } from './donnees.ts';
import { Bouton, Faits, Gabarit, Paragraphe } from './gabarit.tsx';
import { Secours } from './secours.tsx';
import { adresseDuSuivi } from './suivi/pieces.tsx';

/** Un contact que l'export de l'équipe a changé : l'ancienne personne et la nouvelle l'apprennent. */

type Change = { parcours: { id: string; intitule: string }; role: string };

/** Un parcours par son nom, plusieurs par leur nombre. */
export function deQuoi(parcours: readonly Change[]): string {
  const [premier] = parcours;
  // Une personne peut y tenir deux rôles.
  const nombre = new Set(parcours.map((change) => change.parcours.id)).size;
  return nombre === 1 && premier !== undefined ? premier.parcours.intitule : `${nombre} parcours`;
}

const VOTRE_ROLE: Record<string, string> = {
  'entreprise-1': 'Contact de l’entreprise',
  'entreprise-2': 'Second contact de l’entreprise',
  acheteur: 'Acheteur du marché',
  prescripteur: 'Prescripteur du marché',
};

function LeParcours({ change: { parcours, role } }: { change: Change }) {
  return (
    <Faits
      faits={[
        ['Parcours', `${parcours.intitule} (${parcours.id})`],
        ['Rôle', VOTRE_ROLE[role] ?? role],
      ]}
    />
  );
}

function SiCEstUneErreur() {
  return <Paragraphe>Ce n’est pas juste ? Écrivez vite à l’équipe.</Paragraphe>;
}

export function ContactDesigne({ contexte, parcours }: Proprietes<'contact-designe'>) {
  return (
    <Gabarit
      titre="Vous êtes le nouveau contact"
      apercu="Gardez ce courriel : ses liens sont personnels."
      equipe={contexte.equipe}
    >
      <Paragraphe>Bonjour,</Paragraphe>
      <Paragraphe>
        L’équipe CSF vous a noté comme contact. Dans le cadre de la clause sociale de formation, une
        entreprise titulaire d’un marché public accueille en immersion un jeune en remobilisation
        scolaire. C’est à vous que l’on écrit maintenant.
      </Paragraphe>
      {parcours.map((change) => (
        <div key={`${change.parcours.id} ${change.role}`}>
          <LeParcours change={change} />
          {change.dossiers.map((dossier) => (
            <Fragment key={dossier.reference}>
              <Bouton lien={adresseDuSuivi(contexte.site, dossier.jeton)}>
                {`Voir le suivi ${dossier.reference}`}
              </Bouton>
              <Secours donnees={dossier} contexte={contexte} />
            </Fragment>
          ))}
          {change.dossiers.length === 0 && (
            <Paragraphe>
              Aucun jeune n’est proposé pour l’instant : vous n’avez rien à faire.
            </Paragraphe>
          )}
        </div>
      ))}
      <SiCEstUneErreur />
    </Gabarit>
  );
}

export function ContactRemplace({ contexte, parcours }: Proprietes<'contact-remplace'>) {
  return (
    <Gabarit
      titre="Vous n’êtes plus le contact"
      apercu="Vous n’avez rien à faire."
      equipe={contexte.equipe}
    >
      <Paragraphe>Bonjour,</Paragraphe>
      <Paragraphe>
        L’équipe CSF a noté un autre contact à votre place. Vous n’avez rien à faire. Vos liens vers
        ces suivis ne s’ouvrent plus.
      </Paragraphe>
      {parcours.map((change) => (
        <LeParcours key={`${change.parcours.id} ${change.role}`} change={change} />
      ))}
      <SiCEstUneErreur />
    </Gabarit>
  );
}
