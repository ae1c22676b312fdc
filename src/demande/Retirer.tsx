import { ETATS_COMMUNS, type EtatDit } from '../lien/etats.tsx';
import { DemandeLue } from './DemandeLue.tsx';
import { LienDeDemande } from './LienDeDemande.tsx';

/** Retirer sa demande : le parcours redevient libre. */
export function Retirer({ fonctions }: { fonctions: string }) {
  return (
    <LienDeDemande
      fonctions={fonctions}
      portees={['suivre', 'accepter-proposition', 'confirmer-demande']}
      action={{ route: 'demande/retirer-interet', libelle: 'Retirer ma demande' }}
      etats={(demande, bouton) => {
        const aRetirer: EtatDit = {
          titre: 'Vous allez retirer cette demande',
          texte: (
            <>
              <p>
                Le parcours redevient libre aussitôt. Il est proposé à la personne suivante de la
                liste d’attente. Si l’entreprise est déjà prévenue, dites-lui aussi que le jeune ne
                vient pas.
              </p>
              <DemandeLue demande={demande} />
              <p>{bouton}</p>
              <p className="csf-note">Vous la gardez ? Fermez cette page : rien ne change.</p>
            </>
          ),
          bouton: null,
        };
        return {
          'a-confirmer': aRetirer,
          'a-verifier': aRetirer,
          active: aRetirer,
          'en-attente': aRetirer,
          proposee: aRetirer,
          interdite: {
            titre: 'Cette demande ne se retire plus d’ici',
            texte:
              'L’accueil a commencé, ou le suivi vient de changer. Votre demande reste en cours. Ouvrez votre page de suivi, avec le lien de vos courriels : vous pouvez y dire que l’accueil est interrompu ou terminé.',
            bouton: { libelle: 'Retrouver mon lien de suivi', vers: '/suivi/retrouver/' },
          },
          'lien-inconnu': ETATS_COMMUNS['lien-inconnu'],
          // Le lien de suivi se renvoie ; celui d'une confirmation ou d'une proposition, non : son temps est passé.
          ...(demande.portee === 'suivre' && { 'lien-expire': ETATS_COMMUNS['lien-expire'] }),
        };
      }}
    />
  );
}
