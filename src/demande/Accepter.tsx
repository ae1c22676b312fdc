import { DemandeLue } from './DemandeLue.tsx';
import { LienDeDemande } from './LienDeDemande.tsx';
import { EnVerification } from './EnVerification.tsx';
import { finDite, type Lue } from './lue.ts';
import { Suite, type Delais } from './Suite.tsx';

/* Un second appui, ou le courriel rouvert : rien n'a changé, et la page le dit. */
const dejaDit = ({ deja, reference }: Lue) =>
  deja && reference !== undefined ? `Votre demande ${reference} est déjà acceptée` : undefined;

/** Accepter un parcours libéré, quand vient son tour dans la liste d'attente. */
export function Accepter({ fonctions, delais }: { fonctions: string; delais: Delais }) {
  return (
    <LienDeDemande
      fonctions={fonctions}
      portees={['accepter-proposition']}
      action={{ route: 'demande/accepter-proposition', libelle: 'Accepter ce parcours' }}
      etats={(demande, bouton, jeton) => ({
        proposee: {
          titre: 'Le parcours est libre, et il vous attend',
          texte: (
            <>
              <p>
                Il vous est réservé jusqu’au <strong>{finDite(demande)}</strong>. Passé ce moment,
                il est proposé à la personne suivante. Si vous acceptez, nous écrivons aussitôt à
                l’entreprise, ou dès que votre adresse est vérifiée si le service ne la connaît pas.
              </p>
              <DemandeLue demande={demande} />
              <p className="csf-boutons">
                {bouton}
                {/* Laisser sa place se fait sur une autre page, avec le même lien. */}
                <a className="fr-btn fr-btn--secondary" href={`/interet/retirer/#${jeton}`}>
                  Laisser ma place
                </a>
              </p>
            </>
          ),
          bouton: null,
        },
        'a-verifier': {
          titre: dejaDit(demande) ?? 'C’est accepté : votre adresse se vérifie',
          texte: <EnVerification demande={demande} />,
          bouton: null,
        },
        active: {
          titre: dejaDit(demande) ?? 'C’est accepté : nous écrivons à l’entreprise',
          texte: (
            <>
              {demande.deja && <p>Nous avons écrit à l’entreprise.</p>}
              <Suite demande={demande} delais={delais} />
            </>
          ),
          bouton: null,
        },
      })}
    />
  );
}
