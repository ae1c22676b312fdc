import type { ReactElement } from 'react';
import { direMoment } from '../../../../src/suivi/regles/phrases.ts';
import { enToutesLettres } from './dates.ts';
import type { Contexte, DonneesDe } from './donnees.ts';
import type { Attente, DONNEES_DU_SUIVI } from './donnees-suivi.ts';
import { invitation } from './invitation.ts';
import * as relances from './relances.tsx';
import * as suivi from './suivi.tsx';

type Redaction = {
  objet: string;
  corps: ReactElement;
  pieces?: { nom: string; type: string; contenu: string }[];
};

type GabaritDuSuivi = keyof typeof DONNEES_DU_SUIVI;

const jetonDe = (lien: string | null, contexte: Contexte) =>
  lien === null ? Promise.resolve(null) : contexte.jeton(lien);

function objetDAttente(
  nouvelle: string,
  attente: Attente | null,
  reference: string,
  contexte: Contexte,
): string {
  if (!attente?.aVous) return `${nouvelle} (${reference})`;
  if (suivi.estPassee(attente, contexte))
    return `À vous de jouer, délai dépassé : ${nouvelle} (${reference})`;
  const avant = attente.avantLe === null ? '' : ` avant le ${enToutesLettres(attente.avantLe)}`;
  return `À vous de jouer${avant} : ${nouvelle} (${reference})`;
}

export const REDACTEURS_DU_SUIVI: {
  [G in GabaritDuSuivi]: (donnees: DonneesDe<G>, contexte: Contexte) => Promise<Redaction>;
} = {
  'suivi-nouvelle': async (d, contexte) => ({
    objet: objetDAttente(d.nouvelle, d.attente, d.reference, contexte),
    corps: (
      <suivi.SuiviNouvelle {...d} contexte={contexte} jeton={await jetonDe(d.lien, contexte)} />
    ),
  }),
  'suivi-rendez-vous': async (d, contexte) => ({
    objet: `${d.annule ? 'Réunion annulée' : 'Réunion de présentation'} : ${direMoment(d.debut)} (${d.reference})`,
    corps: (
      <suivi.SuiviRendezVous {...d} contexte={contexte} jeton={await jetonDe(d.lien, contexte)} />
    ),
    pieces: [invitation(d, contexte)],
  }),
  'suivi-relais': async (d, contexte) => ({
    objet: objetDAttente('on vous confie un accueil', d.attente, d.reference, contexte),
    corps: <suivi.SuiviRelais {...d} contexte={contexte} jeton={await jetonDe(d.lien, contexte)} />,
  }),
  'suivi-relance': async ({ items }, contexte) => {
    const avecJetons = await Promise.all(
      items.map(async (item) => ({ ...item, jeton: await jetonDe(item.lien, contexte) })),
    );
    const [premier] = items;
    const seul = items.length === 1 && premier !== undefined;
    return {
      objet: seul
        ? `${relances.titreDuRappel(premier)} : ${premier.parcours.intitule} (${premier.reference})`
        : `${items.length} suivis vous attendent`,
      corps: <relances.SuiviRelance items={avecJetons} contexte={contexte} />,
    };
  },
  'suivi-liens': async ({ dossiers, listes }, contexte) => {
    const avecSonJeton = async <T extends { lien: string }>(element: T) => ({
      ...element,
      jeton: await contexte.jeton(element.lien),
    });
    return {
      objet: 'Vos liens personnels de suivi',
      corps: (
        <suivi.SuiviLiens
          dossiers={await Promise.all(dossiers.map(avecSonJeton))}
          listes={await Promise.all(listes.map(avecSonJeton))}
          contexte={contexte}
        />
      ),
    };
  },
};
