import { createElement, type Attributes } from 'react';
import { z } from 'zod';
import { calendrierDesEcheances } from './suivi/calendrier.ts';
import { echeances, enToutesLettres } from './dates.ts';
import {
  DONNEES,
  type Contexte,
  type DonneesDe,
  type Gabarit,
  type Proprietes,
  type Redacteur,
} from './donnees.ts';
import * as declarations from './declarations.tsx';
import * as equipe from './equipe.tsx';
import { adressee, mettreEnForme, type ARendre, type Courriel } from './mise-en-forme.tsx';
import * as miseEnRelation from './mise-en-relation.tsx';
import { composerObjet } from './objet.ts';
import { Regroupement } from './regroupement.tsx';
import { REDACTEURS_DES_FINS } from './rediger-fins.ts';
import { REDACTEURS_DE_LA_RELEVE } from './rediger-releve.ts';
import { REDACTEURS_DU_SUIVI } from './suivi/rediger-suivi.ts';
import * as tutrice from './tutrice.tsx';
import * as verification from './verification.tsx';

const REDACTEURS: { [G in Gabarit]: Redacteur<G> } = {
  ...REDACTEURS_DU_SUIVI,
  ...REDACTEURS_DES_FINS,
  ...REDACTEURS_DE_LA_RELEVE,
  'confirmer-interet': {
    objet: ({ parcours }) => `Confirmez votre intérêt : ${parcours.intitule}`,
    Corps: tutrice.ConfirmerInteret,
  },
  'liste-d-attente': {
    objet: ({ rang, parcours }) => `Liste d’attente, rang ${rang} : ${parcours.intitule}`,
    Corps: tutrice.ListeDAttente,
  },
  'parcours-libere': {
    objet: ({ parcours }) => `Le parcours est libre : ${parcours.intitule}`,
    Corps: tutrice.ParcoursLibere,
  },
  'verifier-personne': {
    objet: ({ parcours }, { maintenant }) =>
      composerObjet({ quoi: 'Connaissez-vous cette personne ?', parcours, maintenant }),
    Corps: verification.VerifierPersonne,
  },
  'verification-en-cours': {
    objet: ({ parcours }) => `Votre adresse se vérifie : ${parcours.intitule}`,
    Corps: verification.VerificationEnCours,
  },
  'verification-finie': {
    objet: ({ raison, parcours }) =>
      raison === 'garde-finie'
        ? `Parcours plus gardé, vérification en cours : ${parcours.intitule}`
        : `Demande close, adresse non vérifiée : ${parcours.intitule}`,
    Corps: verification.VerificationFinie,
  },
  'proposition-expiree': {
    objet: ({ parcours }) => `Proposition expirée : ${parcours.intitule}`,
    Corps: tutrice.PropositionExpiree,
  },
  'attente-close': {
    objet: ({ parcours }) => `Fin de la liste d’attente : ${parcours.intitule}`,
    Corps: tutrice.AttenteClose,
  },
  'interet-confirme': {
    objet: ({ entreprises, parcours }) =>
      entreprises === 0
        ? `Votre demande est confirmée : ${parcours.intitule}`
        : `Nous écrivons à l’entreprise : ${parcours.intitule}`,
    Corps: tutrice.InteretConfirme,
    pieces: (resume, contexte) => [
      {
        nom: `echeances-${resume.reference}.ics`,
        type: 'text/calendar',
        contenu: calendrierDesEcheances(resume, contexte),
      },
    ],
  },
  'interet-entreprise': {
    objet: (resume, contexte) =>
      `Un jeune pour votre parcours : répondez au plus tard le ${enToutesLettres(echeances(resume, contexte).reponseLe)}`,
    Corps: miseEnRelation.InteretEntreprise,
  },
  'interet-copie': {
    objet: ({ parcours }) => `Copie : un jeune est proposé pour le parcours ${parcours.id}`,
    Corps: miseEnRelation.InteretCopie,
  },
  'interet-equipe': {
    objet: ({ entreprises, reference, parcours }) =>
      `${entreprises === 0 ? 'Sans contact : demande' : 'Demande'} ${reference}, parcours ${parcours.id}`,
    Corps: miseEnRelation.InteretEquipe,
  },
  'interet-retire': {
    objet: ({ reference }) => `Demande ${reference} retirée : vous n’avez rien à faire`,
    Corps: miseEnRelation.InteretRetire,
  },
  'message-equipe': {
    objet: ({ reference, sujet }) => `[${reference}] ${equipe.libelleDuSujet(sujet)}`,
    Corps: equipe.MessageEquipe,
  },
  'message-recu': {
    objet: ({ reference }) => `Message reçu (${reference})`,
    Corps: equipe.MessageRecu,
  },
  'confirmer-contacts': {
    objet: () => 'Confirmez vos contacts pour la clause sociale de formation',
    Corps: declarations.ConfirmerContacts,
  },
  'contacts-confirmes': {
    objet: ({ reference }) => `Contacts confirmés, déclaration ${reference}`,
    Corps: declarations.ContactsConfirmes,
  },
  'contact-modifie': {
    objet: ({ reference }) => `Contact modifié, déclaration ${reference}`,
    Corps: declarations.ContactModifie,
  },
  'contacts-a-verifier': {
    objet: (declaration) => `À vérifier : contacts du parcours ${declaration.public.id}`,
    Corps: declarations.ContactsAVerifier,
  },
  'declaration-equipe': {
    objet: ({ reference }) => `À valider : déclaration ${reference}`,
    Corps: declarations.DeclarationEquipe,
  },
  'declaration-recue': {
    objet: ({ reference }) => `Parcours déclaré (${reference})`,
    Corps: declarations.DeclarationRecue,
  },
  'declaration-validee': {
    objet: ({ reference }) => `Parcours validé (${reference})`,
    Corps: declarations.DeclarationValidee,
  },
  'declaration-refusee': {
    objet: ({ reference }) => `Déclaration non publiée (${reference})`,
    Corps: declarations.DeclarationRefusee,
  },
};

function estGabarit(nom: string): nom is Gabarit {
  return Object.hasOwn(DONNEES, nom);
}

/** Recopie des données en posant, à côté de chaque lien, son jeton et son code : eux seuls ouvrent une page. */
async function avecJetons(valeur: unknown, contexte: Contexte): Promise<unknown> {
  if (Array.isArray(valeur))
    return Promise.all(valeur.map((element) => avecJetons(element, contexte)));
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  const champs: Record<string, unknown> = {};
  for (const [nom, champ] of Object.entries(valeur)) {
    champs[nom] = await avecJetons(champ, contexte);
    if (nom !== 'lien') continue;
    const lien = typeof champ === 'string' ? champ : undefined;
    champs.jeton = lien === undefined ? null : await contexte.jeton(lien);
    champs.code = lien === undefined ? null : await contexte.code(lien, contexte.maintenant);
  }
  return champs;
}

async function redigerAvec<G extends Gabarit>(
  gabarit: G,
  donnees: unknown,
  contexte: Contexte,
): Promise<ARendre> {
  const lues = DONNEES[gabarit].parse(donnees) as DonneesDe<G>;
  const { objet, Corps, pieces }: Redacteur<G> = REDACTEURS[gabarit];
  const proprietes = { ...((await avecJetons(lues, contexte)) as object), contexte };
  return {
    objet: objet(lues, contexte),
    corps: createElement(Corps, proprietes as Attributes & Proprietes<G>),
    pieces: pieces?.(lues, contexte) ?? [],
  };
}

const regroupementSchema = z.object({
  courriels: z
    .array(z.object({ gabarit: z.string(), donnees: z.unknown(), le: z.string() }))
    .min(1)
    .describe('Les courriels regroupés, du plus ancien au plus récent'),
});

/**
 * Plusieurs courriels en un : leurs parties, et leurs pièces. La même nouvelle, mot pour mot, n'y est dite qu'une fois, la
 * dernière ; une pièce du même nom remplace la précédente.
 */
async function regrouper(donnees: unknown, contexte: Contexte): Promise<ARendre> {
  const { courriels } = regroupementSchema.parse(donnees);
  const parties = new Map<string, ARendre>();
  for (const { gabarit, donnees: siennes, le } of courriels) {
    const cle = JSON.stringify([gabarit, siennes]);
    parties.delete(cle);
    parties.set(cle, await rendu(gabarit, siennes, { ...contexte, maintenant: new Date(le) }));
  }
  const gardees = [...parties.values()];
  const pieces = new Map(gardees.flatMap((partie) => partie.pieces).map((p) => [p.nom, p]));
  const [premiere, ...autres] = gardees;
  return {
    objet:
      autres.length === 0 && premiere
        ? premiere.objet
        : `Ce qui s’est passé depuis hier : ${gardees.length} nouvelles`,
    corps: createElement(Regroupement, {
      parties: gardees.map(({ corps }) => corps),
      equipe: contexte.equipe,
    }),
    pieces: [...pieces.values()],
  };
}

function rendu(gabarit: string, donnees: unknown, contexte: Contexte): Promise<ARendre> {
  if (!estGabarit(gabarit)) throw new Error(`Gabarit inconnu : ${gabarit}`);
  return redigerAvec(gabarit, donnees, contexte);
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
  const { objet, corps, pieces } = await (gabarit === 'regroupement'
    ? regrouper(donnees, contexte)
    : rendu(gabarit, donnees, contexte));
  const { lecteur } = contexte;
  return mettreEnForme({
    objet,
    corps: adressee(corps, lecteur ?? null),
    pieces,
  });
}
