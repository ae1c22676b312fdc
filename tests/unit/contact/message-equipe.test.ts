import { describe, expect, it } from 'vitest';
import { avertissementsDe } from '../../../src/anonymisation/regles/vigilance.ts';
import { messageEquipeSchema } from '../../../src/contact/regles/message-equipe.ts';
import {
  estSujetDe,
  ROLES_DE_MESSAGE,
  SUJETS_DE_MESSAGE,
  type RoleDeMessage,
  type SujetDeMessage,
} from '../../../src/contact/regles/sujets.ts';
import { erreursDe } from '../../../src/socle/saisie.ts';

const ROLES = Object.keys(ROLES_DE_MESSAGE) as RoleDeMessage[];
const SUJETS = Object.keys(SUJETS_DE_MESSAGE) as SujetDeMessage[];
const RELAIS = { nom: 'Noa Exemple', courriel: 'noa@entreprise.example', telephone: '' };

const unMessage = (change: Record<string, unknown> = {}) => ({
  cle: '7b0f0d2e-1111-4222-8333-444455556666',
  role: 'entreprise',
  sujet: 'question',
  parcoursId: '',
  nom: 'Camille Exemple',
  courriel: 'Camille@Entreprise.example ',
  message: 'Bonjour, que devons-nous préparer ?',
  consentement: true,
  ...change,
});

function erreurs(change: Record<string, unknown>) {
  const lecture = messageEquipeSchema.safeParse(unMessage(change));
  return lecture.success ? {} : erreursDe(lecture.error);
}

describe('un message à l’équipe', () => {
  it('est reçu, l’adresse mise au propre', () => {
    expect(messageEquipeSchema.parse(unMessage())).toMatchObject({
      courriel: 'camille@entreprise.example',
      parcoursId: null,
      nouveauContact: null,
    });
  });

  it('n’accepte de lien dans aucun nom : il partirait dans un courriel de l’équipe', () => {
    const nom = 'Votre compte : piege.example';
    const nouveauContact = { ...RELAIS, nom };
    expect(Object.keys(erreurs({ nom }))).toEqual(['nom']);
    expect(Object.keys(erreurs({ sujet: 'contact-change', nouveauContact }))).toEqual([
      'nouveauContact.nom',
    ]);
  });

  it('n’accepte que les sujets de son rôle', () => {
    for (const role of ROLES)
      for (const sujet of SUJETS) {
        const accepte = !('sujet' in erreurs({ role, sujet, nouveauContact: RELAIS }));
        expect({ role, sujet, accepte }).toEqual({ role, sujet, accepte: estSujetDe(role, sujet) });
      }
  });

  it('chaque rôle a au moins deux sujets, et chaque sujet dit quoi écrire', () => {
    for (const role of ROLES)
      expect(SUJETS.filter((sujet) => estSujetDe(role, sujet)).length).toBeGreaterThan(1);
    for (const { aide } of Object.values(SUJETS_DE_MESSAGE)) expect(aide).toMatch(/\.$/);
  });

  it('demande qui prend le relais, et ne garde ce contact pour aucun autre sujet', () => {
    expect(erreurs({ sujet: 'contact-change' })).toHaveProperty('nouveauContact.nom');
    const relais = messageEquipeSchema.parse(
      unMessage({ sujet: 'contact-change', nouveauContact: RELAIS }),
    );
    expect(relais.nouveauContact).toMatchObject({ nom: 'Noa Exemple', telephone: null });
    const question = messageEquipeSchema.parse(unMessage({ nouveauContact: RELAIS }));
    expect(question.nouveauContact).toBeNull();
  });

  it('lit une référence de parcours en majuscules, et refuse ce qui n’en est pas une', () => {
    expect(messageEquipeSchema.parse(unMessage({ parcoursId: ' BCDFGHJK' })).parcoursId).toBe(
      'bcdfghjk',
    );
    expect(erreurs({ parcoursId: 'aeiouaei' })).toHaveProperty('parcoursId');
  });

  it.each(['__proto__', 'toString', ''])('refuse le rôle « %s »', (role) => {
    expect(erreurs({ role })).toHaveProperty('role');
  });

  it('avertit quand un jeune est nommé ou sa santé dite, et laisse passer ses propres coordonnées', () => {
    expect(avertissementsDe('Le jeune Kevin est malade.')).toHaveLength(2);
    expect(avertissementsDe('Répondez-moi au 01 99 00 00 00.')).toEqual([]);
  });

  it('refuse la santé d’un jeune, dans le service comme à l’écran, et garde la question d’un métier', () => {
    expect(erreurs({ message: 'Le jeune est en situation de handicap.' })).toHaveProperty(
      'message',
    );
    for (const message of [
      'Accueillez-vous des jeunes en situation de handicap ?',
      'Je suis psychologue dans un centre d’information. Répondez-moi au 01 99 00 00 00.',
      'Avez-vous des parcours dans les métiers de la santé ?',
    ])
      expect(erreurs({ message })).toEqual({});
  });
});
