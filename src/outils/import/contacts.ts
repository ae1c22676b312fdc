import { courrielSaisi, telephoneSaisi } from '../../socle/saisie.ts';
import { type CleDeColonne, type Cellules, COLONNES } from './colonnes.ts';
import { avertissement, type Remarque } from './remarques.ts';

export const ROLES_DE_CONTACT = ['entreprise-1', 'entreprise-2', 'acheteur'] as const;
export type RoleDeContact = (typeof ROLES_DE_CONTACT)[number];

/** Une personne à prévenir : elle va dans la base, jamais sur le disque ni dans un journal. */
export type Contact = {
  role: RoleDeContact;
  nom: string | null;
  courriel: string;
  telephone: string | null;
};

const SOURCES: {
  role: Contact['role'];
  nom: CleDeColonne;
  courriel: CleDeColonne;
  telephone: CleDeColonne;
}[] = [
  {
    role: 'entreprise-1',
    nom: 'referent',
    courriel: 'referentMail',
    telephone: 'referentTelephone',
  },
  {
    role: 'entreprise-2',
    nom: 'referent2',
    courriel: 'referent2Mail',
    telephone: 'referent2Telephone',
  },
  {
    role: 'acheteur',
    nom: 'contactAcheteur',
    courriel: 'contactAcheteurMail',
    telephone: 'contactAcheteurTelephone',
  },
];

/** La colonne qui nomme un contact dans le compte rendu : celle de son adresse. */
export function titreDuContact(role: RoleDeContact): string {
  const source = SOURCES.find((connue) => connue.role === role);
  return source ? COLONNES[source.courriel].titre : '';
}

/** Longueur d'un nom de contact dans la base, en signes. */
const NOM_MAX = 100;

/** Les contacts d'une ligne. Sans courriel lisible, un contact ne sert à rien : il est signalé, pas envoyé. */
export function lireContacts(cellules: Cellules): { contacts: Contact[]; remarques: Remarque[] } {
  const contacts: Contact[] = [];
  const remarques: Remarque[] = [];
  for (const { role, ...cles } of SOURCES) {
    const nom = cellules[cles.nom].trim();
    const brut = cellules[cles.courriel].trim();
    if (nom === '' && brut === '') continue;
    const courriel = courrielSaisi.safeParse(brut);
    if (!courriel.success) {
      const motif = brut === '' ? 'contact sans courriel' : 'courriel illisible';
      remarques.push(
        avertissement(
          COLONNES[cles.courriel].titre,
          `${motif} : ce contact ne pourra pas être prévenu`,
          'Écrire une seule adresse électronique complète.',
        ),
      );
      continue;
    }
    const telephone = telephoneSaisi.safeParse(cellules[cles.telephone]);
    contacts.push({
      role,
      nom: nom === '' ? null : nom.slice(0, NOM_MAX),
      courriel: courriel.data,
      telephone: telephone.success ? telephone.data : null,
    });
  }
  return { contacts, remarques };
}
