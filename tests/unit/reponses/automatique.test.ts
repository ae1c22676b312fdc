import { describe, expect, it } from 'vitest';
import { natureDe, type CourrielEntrant } from '../../../src/reponses/regles/automatique.ts';

const un = (champs: Partial<CourrielEntrant> = {}): CourrielEntrant => ({
  de: 'Camille Exemple <camille@entreprise.example>',
  objet: 'RE: Un jeune pour votre parcours',
  entetes: { 'Content-Type': 'multipart/alternative; boundary="x"', 'MIME-Version': '1.0' },
  ...champs,
});

describe('une réponse automatique', () => {
  it.each<[string, Partial<CourrielEntrant>]>([
    [
      'Exchange et Microsoft 365',
      {
        objet: 'Réponse automatique : Un jeune pour votre parcours',
        entetes: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      },
    ],
    [
      'Exchange, dont une passerelle a changé l’objet',
      {
        objet: '[EXTERNE] Réponse',
        entetes: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' },
      },
    ],
    ['Outlook en anglais', { objet: 'Automatic reply: Un jeune pour votre parcours' }],
    [
      'Gmail',
      {
        objet: 'Absente Re: Un jeune',
        entetes: { 'Auto-Submitted': 'auto-replied', Precedence: 'bulk', 'X-Autoreply': 'yes' },
      },
    ],
    [
      'Zimbra',
      {
        objet: 'Re: Un jeune',
        entetes: {
          'Auto-Submitted': 'auto-replied (zimbra; readreceipt=no)'.replace(' (', '; ('),
          Precedence: 'bulk',
        },
      },
    ],
    ['Dovecot et Sieve', { entetes: { 'Auto-Submitted': 'auto-replied', Precedence: 'bulk' } }],
    [
      'vacation(1)',
      { objet: 'away from my mail', entetes: { Precedence: 'auto_reply', 'X-Autorespond': 'oui' } },
    ],
    [
      'un hébergeur français',
      { objet: 'Répondeur automatique', entetes: { 'X-Autoresponder': '1' } },
    ],
    ['l’objet seul', { objet: 'Absence du bureau : Un jeune', entetes: {} }],
    ['l’objet seul, au féminin', { objet: 'Absente du bureau', entetes: {} }],
    ['l’objet seul, sans accent', { objet: 'REPONSE AUTOMATIQUE', entetes: {} }],
    ['l’objet seul, en anglais', { objet: 'Out of Office: Un jeune', entetes: {} }],
    ['l’objet seul, avec une apostrophe courbe', { objet: 'Message d’absence', entetes: {} }],
  ])('de %s est reconnue', (_, champs) => {
    expect(natureDe(un(champs))).toBe('absence');
  });
});

describe('une réponse écrite par une personne', () => {
  it.each<[string, Partial<CourrielEntrant>]>([
    ['sans en-tête particulier', {}],
    ['à un message d’absence', { objet: 'RE: Réponse automatique : Un jeune' }],
    ['qui parle de l’absence du jeune', { objet: 'Absence du jeune lundi' }],
    ['d’un garage', { objet: 'Auto : quand vient-il ?' }],
    ['dont la messagerie dit « no »', { entetes: { 'Auto-Submitted': 'no' } }],
    ['dont la messagerie dit « no », avec un détail', { entetes: { 'auto-submitted': 'no; x=1' } }],
    [
      'qui ne veut pas de réponse automatique',
      { entetes: { 'X-Auto-Response-Suppress': 'OOF, AutoReply' } },
    ],
    ['d’une messagerie qui dit non', { entetes: { 'X-Autoreply': 'no' } }],
    ['urgente', { entetes: { Precedence: 'first-class', Importance: 'high' } }],
  ])('%s, est transmise', (_, champs) => {
    expect(natureDe(un(champs))).toBe('personne');
  });
});

describe('une machine', () => {
  it.each<[string, Partial<CourrielEntrant>]>([
    ['un rapport de non-remise', { de: 'MAILER-DAEMON@entreprise.example (Mail Delivery)' }],
    ['un autre', { de: 'Mail Delivery <postmaster@entreprise.example>' }],
    [
      'un accusé de lecture',
      { entetes: { 'content-type': 'multipart/report; report-type=disposition-notification' } },
    ],
    ['un outil de tickets', { entetes: { 'Auto-Submitted': 'auto-generated' } }],
    ['une liste', { entetes: { Precedence: 'list', 'List-Id': '<tous.entreprise.example>' } }],
  ])('%s, n’est ni transmis, ni noté', (_, champs) => {
    expect(natureDe(un(champs))).toBe('machine');
  });
});
