import { render } from '@react-email/render';
import type { ReactElement } from 'react';
import { typographier, typographierHtml } from '../../../../src/socle/typographie.ts';
import { calendrierDesEcheances } from './calendrier.ts';
import { echeances, enToutesLettres } from './dates.ts';
import { DONNEES, type Contexte, type DonneesDe, type Gabarit } from './donnees.ts';
import * as declarations from './declarations.tsx';
import * as equipe from './equipe.tsx';
import * as miseEnRelation from './mise-en-relation.tsx';
import { REDACTEURS_DU_SUIVI } from './rediger-suivi.tsx';
import * as tutrice from './tutrice.tsx';

export type PieceJointe = { nom: string; type: string; contenu: string };

export type Courriel = { objet: string; html: string; texte: string; pieces: PieceJointe[] };

type Redaction = { objet: string; corps: ReactElement; pieces?: PieceJointe[] };

type Redacteurs = {
  [G in Gabarit]: (donnees: DonneesDe<G>, contexte: Contexte) => Promise<Redaction> | Redaction;
};

const REDACTEURS: Redacteurs = {
  ...REDACTEURS_DU_SUIVI,
  'confirmer-interet': async (d, contexte) => ({
    objet: `Confirmez votre intérêt : ${d.parcours.intitule}`,
    corps: (
      <tutrice.ConfirmerInteret {...d} contexte={contexte} jeton={await contexte.jeton(d.lien)} />
    ),
  }),
  'liste-d-attente': async (d, contexte) => ({
    objet: `Liste d’attente, rang ${d.rang} : ${d.parcours.intitule}`,
    corps: (
      <tutrice.ListeDAttente {...d} contexte={contexte} jeton={await contexte.jeton(d.lien)} />
    ),
  }),
  'parcours-libere': async (d, contexte) => ({
    objet: `Le parcours est libre : ${d.parcours.intitule}`,
    corps: (
      <tutrice.ParcoursLibere {...d} contexte={contexte} jeton={await contexte.jeton(d.lien)} />
    ),
  }),
  'proposition-expiree': (d, contexte) => ({
    objet: `Proposition expirée : ${d.parcours.intitule}`,
    corps: <tutrice.PropositionExpiree {...d} contexte={contexte} />,
  }),
  'attente-close': (d, contexte) => ({
    objet: `Fin de la liste d’attente : ${d.parcours.intitule}`,
    corps: <tutrice.AttenteClose {...d} contexte={contexte} />,
  }),
  'interet-confirme': async (d, contexte) => ({
    objet:
      d.entreprises === 0
        ? `Votre demande est confirmée : ${d.parcours.intitule}`
        : `L’entreprise est prévenue : ${d.parcours.intitule}`,
    corps: (
      <tutrice.InteretConfirme {...d} contexte={contexte} jeton={await contexte.jeton(d.lien)} />
    ),
    pieces: [
      {
        nom: `echeances-${d.reference}.ics`,
        type: 'text/calendar',
        contenu: calendrierDesEcheances(d, contexte),
      },
    ],
  }),
  'interet-entreprise': async (d, contexte) => ({
    objet: `Un jeune pour votre parcours : répondez avant le ${enToutesLettres(echeances(d, contexte).reponseLe)}`,
    corps: (
      <miseEnRelation.InteretEntreprise
        {...d}
        contexte={contexte}
        jeton={await contexte.jeton(d.lien)}
      />
    ),
  }),
  'interet-copie': async (d, contexte) => ({
    objet: `Copie : un jeune est proposé pour le parcours ${d.parcours.id}`,
    corps: (
      <miseEnRelation.InteretCopie
        {...d}
        contexte={contexte}
        jeton={await contexte.jeton(d.lien)}
      />
    ),
  }),
  'interet-equipe': async (d, contexte) => ({
    objet: `${d.entreprises === 0 ? 'Sans contact : demande' : 'Demande'} ${d.reference}, parcours ${d.parcours.id}`,
    corps: (
      <miseEnRelation.InteretEquipe
        {...d}
        contexte={contexte}
        jeton={await contexte.jeton(d.lien)}
      />
    ),
  }),
  'interet-retire': (d, contexte) => ({
    objet: `Demande ${d.reference} retirée : vous n’avez rien à faire`,
    corps: <miseEnRelation.InteretRetire {...d} contexte={contexte} />,
  }),
  'message-equipe': (d, contexte) => ({
    objet: `[${d.reference}] ${equipe.libelleDuSujet(d.sujet)}`,
    corps: <equipe.MessageEquipe {...d} contexte={contexte} />,
  }),
  'message-recu': (d, contexte) => ({
    objet: `Message reçu (${d.reference})`,
    corps: <equipe.MessageRecu {...d} contexte={contexte} />,
  }),
  'confirmer-contacts': async (d, contexte) => ({
    objet: 'Confirmez vos contacts pour la clause sociale de formation',
    corps: (
      <declarations.ConfirmerContacts
        {...d}
        contexte={contexte}
        jeton={await contexte.jeton(d.lien)}
      />
    ),
  }),
  'contacts-confirmes': (d, contexte) => ({
    objet: `Contacts confirmés, déclaration ${d.reference}`,
    corps: <declarations.ContactsConfirmes {...d} contexte={contexte} />,
  }),
  'contact-modifie': (d, contexte) => ({
    objet: `Contact modifié, déclaration ${d.reference}`,
    corps: <declarations.ContactModifie {...d} contexte={contexte} />,
  }),
  'contacts-a-verifier': (d, contexte) => ({
    objet: `À vérifier : contacts du parcours ${d.public.id}`,
    corps: <declarations.ContactsAVerifier {...d} contexte={contexte} />,
  }),
  'declaration-equipe': async (d, contexte) => ({
    objet: `À valider : déclaration ${d.reference}`,
    corps: (
      <declarations.DeclarationEquipe
        {...d}
        contexte={contexte}
        jeton={await contexte.jeton(d.lien)}
      />
    ),
  }),
  'declaration-recue': (d, contexte) => ({
    objet: `Parcours déclaré (${d.reference})`,
    corps: <declarations.DeclarationRecue {...d} contexte={contexte} />,
  }),
  'declaration-validee': (d, contexte) => ({
    objet: `Parcours validé (${d.reference})`,
    corps: <declarations.DeclarationValidee {...d} contexte={contexte} />,
  }),
  'declaration-refusee': (d, contexte) => ({
    objet: `Déclaration non publiée (${d.reference})`,
    corps: <declarations.DeclarationRefusee {...d} contexte={contexte} />,
  }),
};

/** Un objet tient sur une ligne : un retour à la ligne y glisserait un en-tête. */
function surUneLigne(objet: string): string {
  return typographier(objet).replace(/\s+/g, ' ').slice(0, 150);
}

function estGabarit(nom: string): nom is Gabarit {
  return Object.hasOwn(DONNEES, nom);
}

async function redigerAvec<G extends Gabarit>(
  gabarit: G,
  donnees: unknown,
  contexte: Contexte,
): Promise<Redaction> {
  const lues = DONNEES[gabarit].parse(donnees) as DonneesDe<G>;
  return REDACTEURS[gabarit](lues, contexte);
}

/**
 * Rédige un courriel : objet, HTML et texte, pièces jointes.
 * @throws si le gabarit est inconnu ou si ses données n'ont pas la forme attendue : le courriel est alors mort,
 *   car réessayer n'y changerait rien
 */
export async function rediger(
  gabarit: string,
  donnees: unknown,
  contexte: Contexte,
): Promise<Courriel> {
  if (!estGabarit(gabarit)) throw new Error(`Gabarit inconnu : ${gabarit}`);
  const { objet, corps, pieces = [] } = await redigerAvec(gabarit, donnees, contexte);
  const [html, texte] = await Promise.all([render(corps), render(corps, { plainText: true })]);
  return {
    objet: surUneLigne(objet),
    html: typographierHtml(html),
    texte: typographier(texte),
    pieces,
  };
}
