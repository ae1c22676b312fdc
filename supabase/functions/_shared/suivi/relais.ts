import {
  resumeSchema,
  type Contact,
  type Dossier,
  type RelaisPasse,
} from '../../../../src/suivi/regles/dossier.ts';
import type { EvenementDe } from '../../../../src/suivi/regles/evenement.ts';
import { phraseDEvenement } from '../../../../src/suivi/regles/phrases-evenements.ts';
import type { Suivi } from '../../../../src/suivi/regles/suivi.ts';
import { attenteDe } from './attente.ts';
import { roleDuLien } from '../../../../src/suivi/regles/mots.ts';
import { quiPasseLaMain } from '../../../../src/relais/regles/phrases-relais.ts';
import type { Changement } from './changement.ts';
import { nouvellePour, type CourrielAEcrire } from './dire-le-changement.ts';

/** Qui lui confie ce rôle, dit à la personne nommée : un collègue, ou quelqu'un d'ailleurs. */
function phraseDuRelais({ evenement: { auteur }, dossier }: Changement, { role }: Contact): string {
  if (auteur === roleDuLien(role)) {
    const avant = dossier.contacts.find((contact) => contact.role === role);
    return quiPasseLaMain({ role, nom: avant?.nom ?? null });
  }
  return `${auteur === 'equipe' ? 'L’équipe CSF' : 'L’acheteur du marché'} vous désigne comme contact`;
}

/** À la personne nommée : ce qu'on attend d'elle, et de qui il s'agit. */
export function relaisDe(changement: Changement, contact: Contact, lien: string): CourrielAEcrire {
  const { dossier } = changement;
  const personne = { role: contact.role, nom: contact.nom, courriel: contact.courriel, lien };
  return {
    gabarit: 'suivi-relais',
    destinataire: contact.courriel,
    donnees: {
      ...resumeSchema.parse(dossier),
      ...nouvellePour(changement, personne),
      nouvelle: phraseDuRelais(changement, contact),
      role: roleDuLien(contact.role),
    },
  };
}

/** Personne n'est remplacé sans le savoir, même par un lien qui aurait fui. */
export function adieu(changement: Changement, ancien: Contact): CourrielAEcrire {
  const personne = { ...ancien, lien: null };
  return {
    gabarit: 'suivi-nouvelle',
    destinataire: ancien.courriel,
    donnees: {
      ...nouvellePour(changement, personne),
      attente: {
        phrase: 'Vous n’êtes plus le contact de ce suivi : vous n’avez rien à faire',
        aVous: false,
        avantLe: null,
      },
      sansBouton: true,
    },
  };
}

/** Elle a passé la main d'elle-même : elle peut encore la reprendre, par le lien qu'elle a déjà. */
export function enAttendant(changement: Changement, ancien: Contact): CourrielAEcrire {
  const lien = changement.dossier.liens.find(({ role }) => role === ancien.role)?.id ?? null;
  return {
    gabarit: 'suivi-nouvelle',
    destinataire: ancien.courriel,
    donnees: {
      ...nouvellePour(changement, { ...ancien, lien }),
      aussi:
        'Tant que la personne nommée n’a pas ouvert son lien, le vôtre marche : vous pouvez lire ce dossier, et reprendre la main.',
      action: 'redevenir-contact',
      attente: {
        phrase: 'Vous avez passé la main : vous n’avez rien à faire',
        aVous: false,
        avantLe: null,
      },
    },
  };
}

/** Nos courriels n'arrivent pas à la personne nommée : qui lui avait passé la main la retrouve, et le sait. */
export function laMainRevient(
  dossier: Dossier,
  { role, nom, courriel, lien }: RelaisPasse,
  evenement: EvenementDe<'contact-revenu'>,
  apres: Suivi,
): CourrielAEcrire {
  return {
    gabarit: 'suivi-nouvelle',
    destinataire: courriel,
    donnees: {
      reference: dossier.reference,
      parcours: dossier.parcours,
      marche: dossier.marche,
      destinataireNom: nom,
      lien,
      nouvelle: phraseDEvenement(evenement),
      aussi:
        'Vous êtes de nouveau la personne à qui l’on écrit. Répondez vous-même, ou vérifiez l’adresse et nommez de nouveau la bonne personne.',
      precision: null,
      attente: attenteDe(apres, roleDuLien(role)),
    },
  };
}
