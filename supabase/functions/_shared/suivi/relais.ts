import { resumeSchema, type Contact } from '../../../../src/suivi/regles/dossier.ts';
import { roleDuLien } from '../../../../src/suivi/regles/mots.ts';
import { nouvellePour, type Changement, type CourrielAEcrire } from './changement.ts';

/** Qui lui confie ce rôle, dit à la personne nommée : un collègue, ou quelqu'un d'ailleurs. */
function phraseDuRelais({ evenement: { auteur } }: Changement, { role }: Contact): string {
  if (auteur === roleDuLien(role)) return 'Votre collègue vous passe la main';
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
