import { describe, expect, it } from 'vitest';
import { ETATS_DE_SUIVI, type EtatDeSuivi } from '../../../src/suivi/regles/etats.ts';
import {
  ROLES_DE_CONTACT,
  ROLES_DE_LIEN,
  ROLES_DE_SUIVI,
  roleDuLien,
} from '../../../src/suivi/regles/mots.ts';
import { dossierPour, PARTS, recoit, type Part } from '../../../src/suivi/regles/visibilite.ts';
import { unDossier } from '../../fabriques-suivi.ts';

const DOSSIER = unDossier({
  contacts: ROLES_DE_CONTACT.map((role) => ({
    role,
    nom: 'Camille Exemple',
    courriel: `${role}@contact.example`,
    telephone: null,
  })),
});

/** Les états où la tutrice et l'entreprise se parlent, une fois un rendez-vous proposé. */
const SE_PARLENT: readonly EtatDeSuivi[] = [
  'reponse-attendue',
  'reporte',
  'creneau-a-choisir',
  'reunion-prevue',
  'convention-a-signer',
  'accueil-a-commencer',
  'accueil-en-cours',
  'interrompu',
  'bilan-a-faire',
  'termine',
];

/** Ce que la table doit dire, case par case, écrit une seconde fois pour que personne n'en change une sans le voir. */
function attendu(role: string, part: Part, etat: EtatDeSuivi, aPropose: boolean): boolean {
  if (role === 'coordination') return false;
  if (part === 'message') return role === 'tutrice' || role === 'entreprise';
  if (role !== 'tutrice' || part === 'demandeur') return true;
  return aPropose && SE_PARLENT.includes(etat);
}

describe('ce que chacun reçoit d’un dossier', () => {
  it.each(ROLES_DE_SUIVI)('%s : chaque état, chaque part', (role) => {
    for (const etat of ETATS_DE_SUIVI)
      for (const aPropose of [false, true])
        for (const part of PARTS)
          expect(
            recoit(role, part, { etat, aPropose }),
            `${etat}, ${part}, rendez-vous proposé : ${aPropose}`,
          ).toBe(attendu(role, part, etat, aPropose));
  });

  it('ne laisse partir que ce que la table permet, pour chaque lien', () => {
    for (const lien of ROLES_DE_LIEN)
      for (const etat of ETATS_DE_SUIVI)
        for (const aPropose of [false, true]) {
          const vu = dossierPour(lien, { etat, aPropose }, DOSSIER);
          const dit = JSON.stringify(vu);
          for (const role of ROLES_DE_CONTACT) {
            const part = role.startsWith('entreprise') ? 'entreprise' : 'acheteur';
            expect(dit.includes(`${role}@contact`), `${lien}, ${etat}, ${role}`).toBe(
              recoit(roleDuLien(lien), part, { etat, aPropose }),
            );
          }
          expect(vu.demandeur.message !== '').toBe(
            recoit(roleDuLien(lien), 'message', { etat, aPropose }),
          );
        }
  });
});
