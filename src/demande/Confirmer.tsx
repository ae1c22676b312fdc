import { DemandeLue } from './DemandeLue.tsx';
import { LienDeDemande } from './LienDeDemande.tsx';
import { EnVerification } from './EnVerification.tsx';
import { enAttente } from './etats.tsx';
import { finDite, type Lue } from './lue.ts';
import { Suite, type Delais } from './Suite.tsx';

/* Un second appui, ou le courriel rouvert : rien n'a changé, et la page le dit. */
const dejaDit = ({ deja, reference }: Lue) =>
  deja && reference !== undefined ? `Votre demande ${reference} est déjà confirmée` : undefined;

/* Refaite faute d'avoir vu le premier courriel, ou pour un second jeune : elle seule le sait. */
const DejaUneDemande = ({ autre }: { autre: string }) => (
  <p>
    Vous avez déjà la demande <strong>{autre}</strong> pour ce parcours. Confirmez celle-ci
    seulement si elle est pour un autre jeune. C’est la même ? Fermez cette page : rien ne change
    pour {autre}.
  </p>
);

/** Confirmer son intérêt : rien ne part vers l'entreprise avant. */
export function Confirmer({ fonctions, delais }: { fonctions: string; delais: Delais }) {
  return (
    <LienDeDemande
      fonctions={fonctions}
      portees={['confirmer-demande']}
      action={{ route: 'demande/confirmer-interet', libelle: 'Confirmer mon intérêt' }}
      etats={(demande, bouton) => ({
        'a-confirmer': {
          titre: 'Rien n’est encore envoyé à l’entreprise',
          texte: (
            <>
              <p>
                Vérifiez, puis confirmez avant le <strong>{finDite(demande)}</strong>. Nous écrivons
                aussitôt à l’entreprise, ou dès que votre adresse est vérifiée si le service ne la
                connaît pas. Si un autre jeune est déjà proposé, vous prenez rang dans la liste
                d’attente.
              </p>
              <DemandeLue demande={demande} />
              {demande.autre && <DejaUneDemande autre={demande.autre} />}
              <p>{bouton}</p>
              <p className="csf-note">
                Vous avez changé d’avis, ou vous n’avez rien demandé ? Fermez cette page : la
                demande s’efface d’elle-même.
              </p>
            </>
          ),
          bouton: null,
        },
        active: {
          titre: dejaDit(demande) ?? 'C’est confirmé : nous écrivons à l’entreprise',
          texte: (
            <>
              {demande.deja && <p>Nous avons écrit à l’entreprise.</p>}
              <Suite demande={demande} delais={delais} />
            </>
          ),
          bouton: null,
        },
        'a-verifier': {
          titre: dejaDit(demande) ?? 'C’est confirmé : votre adresse se vérifie',
          texte: <EnVerification demande={demande} />,
          bouton: null,
        },
        'en-attente': enAttente(demande, dejaDit(demande)),
        proposee: {
          titre: 'Ce parcours vient de se libérer pour vous',
          texte: 'Ouvrez le dernier courriel reçu : il contient le lien pour accepter.',
        },
      })}
    />
  );
}
