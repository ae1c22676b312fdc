import { HEURES_PAR_SEMAINE } from '../calibrage/regles/calibrage.ts';
import { Champ } from '../ui/Champ.tsx';
import { Liste } from '../ui/Liste.tsx';
import type { ActionDite, ChampsDAction } from './action-dite.ts';
import { Precision } from './Precision.tsx';
import { ChampsDuLieu } from '../rencontre/ChampsDuLieu.tsx';
import { GROUPES_DE_CRENEAUX, semainesAChoisir } from './regles/actions-champs.ts';
import { HEURES_DE_REUNION, REUNION_MINUTES } from '../rencontre/regles/creneaux.ts';
import { MOTIFS_DE_REFUS, MOTIFS_DE_REPORT } from './regles/mots.ts';
import { direHeures } from './regles/phrases.ts';
import { Relais } from './Relais.tsx';

const DUREES = { 30: '30 minutes', 45: '45 minutes', 60: '1 heure', 90: '1 heure et demie' };
const LEGENDES = ['Premier créneau', 'Deuxième créneau', 'Troisième créneau'];

function Creneaux({ dates }: Pick<ChampsDAction, 'dates'>) {
  return GROUPES_DE_CRENEAUX.map((groupe, rang) => {
    const requis = rang === 0;
    return (
      <fieldset key={groupe} className="csf-groupe csf-creneau">
        <legend>{`${LEGENDES[rang] ?? ''}${requis ? '' : ' (facultatif)'}`}</legend>
        <Champ
          nom={`${groupe}.jour`}
          libelle="Jour"
          type="date"
          requis={requis}
          {...dates.creneau}
        />
        <Champ
          nom={`${groupe}.heure`}
          libelle="Heure de début"
          type="time"
          requis={requis}
          min={HEURES_DE_REUNION.debut}
          max={HEURES_DE_REUNION.fin}
          pas={300}
        />
      </fieldset>
    );
  });
}

function Heures({ recu }: Pick<ChampsDAction, 'recu'>) {
  const { options, voulue } = semainesAChoisir(recu);
  return (
    <>
      <p>
        Une semaine déjà déclarée se corrige de la même façon. Écrivez 0 si le jeune n’est pas venu.
      </p>
      <Liste nom="lundi" libelle="Semaine" options={options} valeur={voulue} />
      <Champ
        nom="heures"
        libelle="Heures faites"
        aide={`${HEURES_PAR_SEMAINE} heures au plus, à la demi-heure près : par exemple 17,5.`}
        inputmode="decimal"
      />
    </>
  );
}

/** Les actions de l'entreprise qui accueille. */
export const ACTIONS_DE_L_ENTREPRISE = {
  'proposer-creneaux': {
    titre: 'Proposer des créneaux pour la réunion de présentation',
    bouton: 'Envoyer ces créneaux',
    Champs: (champs) => (
      <>
        <p>
          Le tuteur ou la tutrice du jeune en choisit un. Ce n’est pas un entretien d’embauche :
          vous adaptez ensemble les missions.
        </p>
        <p className="csf-note">Du lundi au vendredi, début entre 8 h et 18 h.</p>
        <Creneaux dates={champs.dates} />
        <Liste
          nom="minutes"
          libelle="Durée de la réunion"
          options={DUREES}
          valeur={String(REUNION_MINUTES)}
        />
        <ChampsDuLieu connu={champs.recu.dossier.lieu} />
        <Precision {...champs} />
      </>
    ),
  },
  'proposer-debut': {
    titre: 'Rencontrer le jeune maintenant, l’accueillir plus tard',
    bouton: 'Proposer cette date',
    Champs: (champs) => (
      <>
        <p>
          La rencontre n’attend pas : proposez aussi des créneaux. Le tuteur ou la tutrice accepte
          la date, ou non. Acceptée, elle remplace la date limite de l’accueil, et l’acheteur le
          voit.
        </p>
        <Champ
          nom="le"
          libelle="Accueil possible à partir du"
          type="date"
          {...champs.dates.debut}
        />
        <Precision {...champs} />
      </>
    ),
  },
  'confirmer-rapport': {
    titre: 'Confirmer ce qui est dit en votre nom',
    bouton: 'Oui, c’est bien cela',
    Champs: ({ recu: { evenements } }) => {
      const dite = evenements.findLast(({ genre }) => genre === 'reponse-rapportee');
      return (
        <>
          {dite && <p>{`${dite.phrase}.`}</p>}
          <p>
            Ce n’est pas cela ? Annulez, puis choisissez ce qui est juste : d’autres créneaux, un
            report ou un refus.
          </p>
        </>
      );
    },
  },
  reporter: {
    titre: 'Demander un report',
    bouton: 'Demander ce report',
    Champs: (champs) => (
      <>
        <p>
          {champs.recu.suivi.reportAAccorder
            ? 'Le délai de réponse est passé : le tuteur ou la tutrice doit accepter ce report. L’acheteur et vos collègues en sont prévenus.'
            : 'Le tuteur ou la tutrice, l’acheteur et vos collègues en sont prévenus.'}
        </p>
        <Champ
          nom="jusquAu"
          libelle="Vous répondrez au plus tard le"
          type="date"
          {...champs.dates.report}
        />
        <Liste nom="motif" libelle="Raison du report" options={MOTIFS_DE_REPORT} />
        <Precision {...champs} />
      </>
    ),
  },
  'changer-contact': {
    titre: 'Dire qui prend le relais',
    Champs: (champs) => (
      <>
        <p>
          Votre collègue reçoit le lien de ce dossier, votre nom, et le mot que vous lui laissez. Le
          vôtre marche jusqu’à ce qu’il ou elle ouvre le sien : d’ici là, vous pouvez reprendre la
          main. Les dates limites ne changent pas. Demandez-lui d’abord son accord.
        </p>
        <Relais bornes={champs.bornes} />
        <Precision {...champs} libelle="Pourquoi vous passez la main" />
      </>
    ),
  },
  'plus-moi': {
    titre: 'Ce n’est plus vous, et vous ne savez pas qui ?',
    bouton: 'Ce n’est plus moi',
    Champs: () => (
      <p>
        Nous demandons aujourd’hui un autre contact à l’acheteur de votre marché, ou à l’équipe CSF.
        Vous ne recevez plus de rappel. Une erreur ? Ce lien vous permet de revenir.
      </p>
    ),
  },
  'redevenir-contact': {
    titre: 'C’est finalement vous ?',
    bouton: 'Finalement, c’est moi',
    Champs: () => (
      <p>
        Vous redevenez la personne à qui l’on écrit. Les dates limites ne changent pas. L’acheteur
        et les autres personnes du dossier en sont prévenus.
      </p>
    ),
  },
  refuser: {
    titre: 'Refuser l’accueil',
    Champs: (champs) => (
      <>
        <p>
          L’accueil est un engagement de votre marché : en principe, tout profil est accepté. Votre
          refus et sa raison vont à l’acheteur, qui décide de la suite.
        </p>
        <Liste nom="motif" libelle="Raison du refus" options={MOTIFS_DE_REFUS} />
        <Precision {...champs} libelle="Expliquez votre refus" facultatif={false} />
      </>
    ),
  },
  'declarer-heures': {
    titre: 'Déclarer les heures d’une semaine',
    bouton: 'Enregistrer ces heures',
    Champs: Heures,
  },
  'signaler-absence': {
    titre: 'Absent aujourd’hui',
    bouton: 'Prévenir le tuteur ou la tutrice',
    Champs: () => (
      <p>
        Le tuteur ou la tutrice reçoit aussitôt un courriel, et vous appelle. Ne cherchez pas
        pourquoi : ce n’est pas à vous de le demander. Une erreur se retire le jour même.
      </p>
    ),
  },
  'retirer-absence': {
    titre: 'Le jeune est venu',
    bouton: 'Retirer l’absence d’aujourd’hui',
    Champs: () => <p>Le tuteur ou la tutrice apprend aussitôt que c’était une erreur.</p>,
  },
  'confirmer-heures': {
    titre: 'Confirmer les heures faites',
    bouton: 'Confirmer ces heures',
    Champs: ({ recu: { suivi } }) => {
      const dites = suivi.fin?.heures ?? 0;
      return (
        <>
          <p>
            Le tuteur ou la tutrice a noté {direHeures(dites)} en tout. Elles se décomptent du
            parcours une fois confirmées. Corrigez-les si ce n’est pas votre compte.
          </p>
          <Champ
            nom="heures"
            libelle="Heures faites en tout"
            inputmode="decimal"
            valeur={String(dites)}
          />
        </>
      );
    },
  },
} as const satisfies Record<string, ActionDite>;
