import { Champ } from '../ui/Champ.tsx';
import { Liste } from '../ui/Liste.tsx';
import { Radios } from '../ui/Radios.tsx';
import type { ActionDite } from './action-dite.ts';
import { Precision } from './Precision.tsx';
import { creneauxAChoisir, jourDuRendezVous } from './regles/actions-champs.ts';
import { phraseDeLaDate } from '../rencontre/regles/phrases-dates.ts';
import { RapporterUneReponse } from '../reponses/RapporterUneReponse.tsx';
import { ABSENTS, MOTIFS_D_INTERRUPTION, SUITES } from './regles/mots.ts';
import { phraseDuSommeil } from './regles/phrases-en-plus.ts';

/** Les actions du tuteur ou de la tutrice du jeune. */
export const ACTIONS_DE_LA_TUTRICE = {
  'toujours-actuel': {
    titre: 'Toujours d’actualité ?',
    bouton: 'Oui, toujours d’actualité',
    Champs: ({ recu: { suivi } }) =>
      suivi.closeLe !== null && <p>{phraseDuSommeil(suivi.closeLe)}</p>,
  },
  'confirmer-reponse': {
    titre: 'L’entreprise a répondu',
    bouton: 'C’est une réponse',
    Champs: () => (
      <p>
        Une date, un délai, un refus, une autre personne à joindre : l’entreprise n’est plus
        relancée, et personne n’est alerté. Notez ensuite ici ce qu’elle a répondu.
      </p>
    ),
  },
  'ecarter-reponse': {
    titre: 'Ce n’est pas une réponse',
    bouton: 'Ce n’est pas une réponse',
    Champs: () => (
      <p>
        Un message d’absence, un accusé de réception : le délai de l’entreprise reprend où il en
        était, et les rappels avec lui. Elle n’en est pas prévenue.
      </p>
    ),
  },
  'choisir-creneau': {
    titre: 'Choisir un créneau',
    bouton: 'Retenir ce créneau',
    Champs: ({ recu }) => (
      <>
        <p>Chacun reçoit une invitation à mettre dans son agenda.</p>
        <Radios
          nom="debut"
          legende="Le rendez-vous qui convient"
          options={creneauxAChoisir(recu)}
        />
      </>
    ),
  },
  'accepter-date': {
    titre: 'Accepter la date proposée',
    bouton: 'Accepter cette date',
    Champs: (champs) => (
      <>
        <p>{phraseDeLaDate(champs.recu.suivi)}</p>
        <p>Chacun en est prévenu, l’acheteur aussi.</p>
        <Precision {...champs} />
      </>
    ),
  },
  'ecarter-date': {
    titre: 'Écarter la date proposée',
    bouton: 'Écarter cette date',
    Champs: (champs) => (
      <>
        <p>{phraseDeLaDate(champs.recu.suivi)}</p>
        <p>Écartée, les dates déjà fixées restent. L’entreprise peut en proposer une autre.</p>
        <Precision {...champs} libelle="Ce qui conviendrait" />
      </>
    ),
  },
  'rapporter-reponse': {
    titre: 'L’entreprise m’a répondu',
    bouton: 'Enregistrer cette réponse',
    Champs: RapporterUneReponse,
  },
  'ecarter-creneaux': {
    titre: 'Demander d’autres créneaux',
    bouton: 'Demander d’autres créneaux',
    Champs: (champs) => (
      <>
        <p>L’entreprise est invitée à proposer d’autres dates.</p>
        <Precision {...champs} libelle="Vos disponibilités" />
      </>
    ),
  },
  'noter-reunion': {
    titre: 'Noter que la réunion a eu lieu',
    Champs: (champs) => (
      <>
        <p>Prochaine étape : la convention de stage.</p>
        <Champ
          nom="le"
          libelle="Jour de la réunion"
          type="date"
          {...champs.dates.passe}
          valeur={jourDuRendezVous(champs.recu) ?? ''}
        />
        <Precision {...champs} />
      </>
    ),
  },
  'reunion-manquee': {
    titre: 'Dire que la réunion n’a pas eu lieu',
    Champs: (champs) => (
      <>
        <p>L’entreprise est invitée à proposer d’autres créneaux.</p>
        <Liste nom="absent" libelle="Pourquoi" options={ABSENTS} />
        <Precision {...champs} />
      </>
    ),
  },
  'signer-convention': {
    titre: 'Noter que la convention est signée',
    Champs: ({ dates }) => (
      <>
        <p>
          Elle est signée par l’entreprise, l’établissement, et le jeune ou son représentant légal.
        </p>
        <Champ nom="le" libelle="Jour de la dernière signature" type="date" {...dates.passe} />
      </>
    ),
  },
  interrompre: {
    titre: 'Signaler une interruption de l’accueil',
    Champs: (champs) => (
      <>
        <Champ nom="le" libelle="Interrompu depuis le" type="date" {...champs.dates.passe} />
        <Liste nom="motif" libelle="Raison" options={MOTIFS_D_INTERRUPTION} />
        <Precision {...champs} />
      </>
    ),
  },
  reprendre: {
    titre: 'Noter que l’accueil reprend',
    Champs: ({ dates }) => (
      <Champ nom="le" libelle="Jour de la reprise" type="date" {...dates.passe} />
    ),
  },
  bilan: {
    titre: 'Noter que le bilan croisé est fait',
    Champs: ({ dates }) => (
      <>
        <p>
          Le bilan croisé est écrit par le tuteur ou la tutrice et par le tuteur entreprise.
          Remettez-le à l’acheteur : il prouve l’exécution de la clause.
        </p>
        <Champ nom="le" libelle="Jour du bilan" type="date" {...dates.passe} />
        <Liste nom="suite" libelle="La suite pour le jeune" options={SUITES} />
      </>
    ),
  },
  retirer: {
    titre: 'Retirer la demande',
    Champs: (champs) => (
      <>
        <p>
          Le parcours est libéré aussitôt, et proposé au jeune suivant de la liste d’attente. Chacun
          en est prévenu.
        </p>
        <Precision {...champs} libelle="La raison, si vous voulez la dire" />
      </>
    ),
  },
} as const satisfies Record<string, ActionDite>;
