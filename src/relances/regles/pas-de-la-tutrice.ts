import type { EtatDeSuivi } from '../../suivi/regles/etats.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';

type Moment = Pick<
  Suivi,
  'etat' | 'prochaine' | 'reponseConfirmee' | 'closeLe' | 'aAccepter' | 'rapportee'
>;

const DECIDE = { acheteur: 'l’acheteur', equipe: 'l’équipe CSF' } as const;

const quiDecide = ({ prochaine }: Moment) =>
  DECIDE[prochaine?.qui === 'equipe' ? 'equipe' : 'acheteur'];

const CHOISIR_ENSUITE = 'Dès que l’entreprise propose des créneaux, vous en choisissez un ici.';

/** Le prochain geste de la tutrice dans chaque état ; null quand il n'y en a plus. */
const PAS: Record<EtatDeSuivi, string | ((moment: Moment) => string) | null> = {
  'en-attente':
    'Cherchez aussi ailleurs. Si ce parcours se libère, un courriel vous le propose : vous l’acceptez ou vous le laissez.',
  proposee: 'Ouvrez le dernier courriel reçu, puis acceptez le parcours ou laissez-le.',
  'a-verifier': 'Rien à faire : un courriel vous dit la suite dès que l’on a répondu.',
  'reponse-attendue': `Rien à écrire pour l’instant. ${CHOISIR_ENSUITE} Elle vous répond au téléphone ? Notez-le ici.`,
  reporte: ({ rapportee }) =>
    rapportee?.rappelLe
      ? 'Rien à écrire : l’entreprise a annoncé un appel. Dès qu’elle appelle, notez ici ce qu’elle a répondu.'
      : `Rien à écrire : l’entreprise a demandé un délai. ${CHOISIR_ENSUITE}`,
  'reponse-recue': ({ prochaine, reponseConfirmee }) => {
    if (prochaine?.qui === 'equipe')
      return 'Rien à faire : l’équipe CSF note ce que l’entreprise a répondu.';
    return reponseConfirmee
      ? 'Notez ici ce que dit son courriel : « L’entreprise m’a répondu ».'
      : 'Lisez le courriel de l’entreprise, puis dites ici si c’est une réponse.';
  },
  'contact-a-nommer': (moment) =>
    `Rien à faire : ${quiDecide(moment)} cherche qui joindre dans l’entreprise.`,
  'refus-a-trancher': (moment) =>
    `Rien à transmettre : ${quiDecide(moment)} lit la raison et décide. Vous pouvez déjà chercher un autre parcours.`,
  'creneau-a-choisir': 'Choisissez un créneau ici, ou demandez-en d’autres.',
  'reunion-prevue': 'Préparez la réunion avec le jeune. Ensuite, dites ici si elle a eu lieu.',
  'convention-a-signer': 'Faites signer la convention, puis notez ici le jour.',
  'accueil-a-commencer':
    'Préparez l’arrivée du jeune avec le tuteur entreprise. Le premier jour, notez ici que l’accueil commence.',
  'accueil-en-cours':
    'Faites le point avec le tuteur entreprise. Une interruption ou la fin : notez-la ici.',
  interrompu: 'Dites ici si l’accueil reprend, ou s’il se termine.',
  'bilan-a-faire':
    'Écrivez le bilan croisé avec le tuteur entreprise, remettez-le à l’acheteur, puis notez-le ici.',
  termine: null,
  refuse: null,
  retire: null,
};

/** Une date l'attend, quel que soit l'état : on ne lui dit pas qu'elle n'a rien à faire. */
const ACCEPTER = 'Acceptez ici la date que l’entreprise propose, ou écartez-la.';

/** Ce que la tutrice a à faire, elle, maintenant ; null quand la demande est finie. */
export function pasDeLaTutrice(moment: Moment): string | null {
  const pas = PAS[moment.etat];
  if (pas === null) return null;
  // La question passe avant tout : sans réponse, la demande est close.
  if (moment.closeLe !== null) return 'Dites d’abord si votre demande est toujours d’actualité.';
  const dit = typeof pas === 'string' ? pas : pas(moment);
  if (moment.aAccepter === null) return dit;
  return moment.prochaine?.qui === 'tutrice' ? `${dit} ${ACCEPTER}` : ACCEPTER;
}
