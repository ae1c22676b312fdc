import { describe, expect, it } from 'vitest';
import type { Contexte, DONNEES } from '../../../supabase/functions/_shared/courriels/donnees.ts';
import { EXEMPLES_DU_SUIVI, LIEN } from './exemples-suivi.ts';
import { rediger } from '../../../supabase/functions/_shared/courriels/rediger.tsx';

const contexte: Contexte = {
  site: 'https://csf.example',
  equipe: 'equipe@csf.example',
  delais: { reponse: 11, accueil: 33 },
  jeton: (id) => Promise.resolve(`jeton-de-${id}`),
  maintenant: new Date('2026-12-01T09:00:00Z'),
};
const resume = {
  reference: 'D-bcdfgh',
  parcours: {
    id: 'bcdfghj2',
    intitule: 'Préparer une commande',
    commune: '92050',
    domaine: 'logistique',
    heures: 600,
    heuresFaites: 0,
    finLe: null,
    finReconductionLe: null,
  },
  heures: 300,
  debutLe: '2026-12-15',
  demandeur: {
    nom: 'Camille Exemple',
    role: 'tuteur-mlds',
    etablissement: 'Lycée inventé',
    courriel: 'camille@lycee.example',
    telephone: '01 99 00 12 34',
    message: 'Bonjour,\nun jeune motivé & <b>curieux</b>.',
  },
  activeLe: '2026-12-01T09:00:00Z',
};
const personne = {
  role: 'entreprise-1',
  nom: 'Alex Inventé',
  courriel: 'alex@btp.example',
  telephone: null,
};
const fiche = {
  id: 'bcdfghj2',
  intitule: 'Préparer une commande',
  domaine: 'logistique',
  taches: ['Préparer une commande', 'Ranger'],
  heures: 300,
};
const declaration = { reference: 'P-bcdfgh', public: fiche };
const message = {
  reference: 'M-bcdfgh',
  role: 'entreprise',
  sujet: 'contact-change',
  parcoursId: 'bcdfghj2',
  nom: 'Alex Inventé',
  courriel: 'alex@btp.example',
};
const destinataire = { destinataireNom: 'Alex Inventé', destinataireRole: 'entreprise-1' };

const EXEMPLES: Record<keyof typeof DONNEES, object> = {
  'confirmer-interet': { ...resume, activeLe: null, lien: LIEN, expireLe: '2026-12-03T09:05:00Z' },
  'liste-d-attente': { ...resume, activeLe: null, lien: LIEN, rang: 2 },
  'parcours-libere': { ...resume, activeLe: null, lien: LIEN, expireLe: '2026-12-04T09:00:00Z' },
  'proposition-expiree': { ...resume, activeLe: null },
  'attente-close': { ...resume, activeLe: null, restantes: null },
  'interet-confirme': { ...resume, lien: LIEN, entreprises: 2 },
  'interet-entreprise': { ...resume, ...destinataire, lien: LIEN },
  'interet-retire': { ...resume, ...destinataire },
  'interet-copie': { ...resume, ...destinataire, destinataireRole: 'acheteur', lien: LIEN },
  'interet-equipe': { ...resume, lien: LIEN, contacts: 3, entreprises: 2 },
  'message-equipe': {
    ...message,
    message: 'Je quitte mes fonctions.',
    details: {
      nouveauContact: { nom: 'Sam Inventé', courriel: 'sam@btp.example', telephone: null },
    },
  },
  'message-recu': message,
  'confirmer-contacts': {
    ...declaration,
    lien: LIEN,
    contacts: [personne],
    destinataireNom: 'Alex Inventé',
  },
  'contacts-confirmes': { ...declaration, contacts: [personne] },
  'contact-modifie': { ...declaration, role: 'entreprise-1', nom: 'Alex', aVerifier: true },
  'contacts-a-verifier': { ...declaration, contacts: [personne] },
  'declaration-equipe': { ...declaration, lien: LIEN, contacts: [personne] },
  'declaration-recue': declaration,
  'declaration-validee': declaration,
  'declaration-refusee': { ...declaration, motif: 'Le volume ne correspond pas.' },
  'dossier-clos': {
    reference: 'D-bcdfgh',
    parcours: resume.parcours,
    destinataireNom: 'Alex Inventé',
    raison: 'muet',
    mois: 12,
  },
  'personne-export': { fichier: '{ "adresse": "alex@btp.example" }' },
  'personne-effacee': { demandesRetirees: ['D-bcdfgh', 'D-bcdfgj'], declarationsCloses: [] },
  ...EXEMPLES_DU_SUIVI,
};
const GABARITS = Object.keys(EXEMPLES) as (keyof typeof DONNEES)[];

const ecrire = (gabarit: keyof typeof DONNEES, plus: object = {}) =>
  rediger(gabarit, { ...EXEMPLES[gabarit], ...plus }, contexte);

describe('tous les courriels', () => {
  it.each(GABARITS)('« %s » a un objet, une version HTML et une version texte', async (gabarit) => {
    const { objet, html, texte } = await ecrire(gabarit);
    expect(objet.length).toBeGreaterThan(10);
    expect(html).toContain('lang="fr"');
    expect(texte.length).toBeGreaterThan(80);
    expect(texte).toContain('equipe@csf.example');
    expect(`${objet}${html}${texte}`).not.toMatch(/undefined|NaN|\[object/);
  });

  it.each(GABARITS)('« %s » ne charge ni image ni page au loin, sauf le site', async (gabarit) => {
    const { html } = await ecrire(gabarit);
    expect(html).not.toMatch(/<(img|script|iframe|link)\b/i);
    for (const [, adresse = ''] of html.matchAll(/href="([^"]+)"/g)) {
      expect(adresse).toMatch(/^(https:\/\/csf\.example\/|mailto:)/);
    }
  });

  it.each(GABARITS)('« %s » n’emploie aucun mot que le public entend mal', async (gabarit) => {
    const { html } = await ecrire(gabarit);
    expect(html).not.toMatch(/décrocheu[rs]|candidature|recrutement/i);
  });
});

describe('ce que les courriels disent', () => {
  it('le message d’une personne reste du texte, jamais du HTML', async () => {
    const { html, texte } = await ecrire('interet-entreprise');
    expect(html).toContain('&lt;b&gt;curieux&lt;/b&gt;');
    expect(html).not.toContain('<b>curieux</b>');
    expect(texte).toContain('un jeune motivé & <b>curieux</b>.');
  });

  it('l’entreprise lit sa date limite, comptée depuis la confirmation avec les délais de la frise', async () => {
    const { objet, texte } = await ecrire('interet-entreprise');
    expect(objet).toContain('12 décembre 2026');
    expect(texte).toContain('3 janvier 2027');
    expect(texte).not.toContain('cc=');
  });

  it('qui l’import désigne reçoit son lien ; qui il remplace sait qu’il n’est plus le contact', async () => {
    const designe = await ecrire('contact-designe');
    expect(designe.objet).toBe('Vous êtes le nouveau contact : 2 parcours');
    expect(designe.html).toContain(`https://csf.example/suivi/#jeton-de-${LIEN}`);
    expect(designe.texte).toContain('Aucun jeune n’est proposé');
    const remplace = await ecrire('contact-remplace');
    expect(remplace.objet).toContain('Vous n’êtes plus le contact : ');
    expect(remplace.html).not.toContain('/suivi/#');
    expect(remplace.texte).toContain('Vous n’avez rien à faire');
  });

  it('un courriel envoyé en retard garde les dates de la confirmation', async () => {
    const enRetard = { ...contexte, maintenant: new Date('2026-12-05T09:00:00Z') };
    const { objet } = await rediger('interet-entreprise', EXEMPLES['interet-entreprise'], enRetard);
    expect(objet).toContain('12 décembre 2026');
  });

  it('le jeton est dans le fragment de l’adresse, jamais avant', async () => {
    const { html } = await ecrire('confirmer-interet');
    expect(html).toContain(`href="https://csf.example/interet/confirmer/#jeton-de-${LIEN}"`);
    expect(html).not.toMatch(/\?[^"#]*jeton-de/);
  });

  it.each([
    ['interet-entreprise', `/suivi/#jeton-de-${LIEN}.proposer-creneaux"`],
    ['interet-entreprise', `/suivi/#jeton-de-${LIEN}.changer-contact"`],
    ['interet-copie', `/suivi/#jeton-de-${LIEN}"`],
    ['interet-equipe', `/suivi/#jeton-de-${LIEN}"`],
  ] as const)('« %s » ouvre le suivi de qui le reçoit : %s', async (gabarit, adresse) => {
    expect((await ecrire(gabarit)).html).toContain(`href="https://csf.example${adresse}`);
  });

  it('la tutrice reçoit les deux échéances en calendrier, à des jours entiers', async () => {
    const { pieces } = await ecrire('interet-confirme');
    expect(pieces.map(({ nom }) => nom)).toEqual(['echeances-D-bcdfgh.ics']);
    const contenu = pieces[0]?.contenu ?? '';
    expect(contenu).toContain('DTSTART;VALUE=DATE:20261212');
    expect(contenu).toContain('DTSTART;VALUE=DATE:20270103');
    expect(contenu.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });

  it.each(['interet-confirme', 'interet-entreprise', 'interet-copie'] as const)(
    '« %s » explique un début souhaité après la date limite d’accueil, et lui seul',
    async (gabarit) => {
      const limite = { debutLe: '2027-01-03' };
      expect((await ecrire(gabarit, limite)).texte).not.toContain('l’accueil commence alors');
      const { texte } = await ecrire(gabarit, { debutLe: '2027-03-01' });
      expect(texte).toMatch(
        /disponible à partir du lundi 1er mars 2027\s: l’accueil commence alors/,
      );
    },
  );

  it('l’agenda porte l’accueil au jour où le jeune est disponible, s’il vient après la limite', async () => {
    const { pieces } = await ecrire('interet-confirme', { debutLe: '2027-03-01' });
    expect(pieces[0]?.contenu).toContain('DTSTART;VALUE=DATE:20270301');
    expect(pieces[0]?.contenu).not.toContain('DTSTART;VALUE=DATE:20270103');
  });

  it('sans contact d’entreprise, l’équipe le lit dans l’objet', async () => {
    const plus = { contacts: 1, entreprises: 0 };
    const { objet, texte } = await ecrire('interet-equipe', plus);
    expect(objet).toMatch(/^Sans contact/);
    expect(texte).toContain('entreprise n’a pas été prévenue');
    const tutrice = await ecrire('interet-confirme', plus);
    expect(`${tutrice.objet}${tutrice.texte}`).not.toMatch(/entreprise est prévenue/);
    expect(tutrice.texte).toContain('pas encore de contact');
  });

  it('une attente close faute d’heures dit combien il en reste, et comment les demander', async () => {
    const { texte } = await ecrire('attente-close', { restantes: 150 });
    expect(texte).toMatch(/garde 5.semaines.\(150.h\)/);
    expect(texte).toContain(`/interet/?parcours=${resume.parcours.id}`);
    const ferme = await ecrire('attente-close');
    expect(ferme.texte).not.toContain('/interet/');
  });

  it('un objet ne peut pas glisser d’en-tête', async () => {
    const { objet } = await ecrire('confirmer-interet', {
      parcours: { ...resume.parcours, intitule: 'Un\r\nBcc: autre@mal.example' },
    });
    expect(objet).not.toMatch(/[\r\n]/);
  });

  it('refuse un gabarit inconnu ou des données d’une autre forme', async () => {
    await expect(rediger('inconnu', {}, contexte)).rejects.toThrow('inconnu');
    await expect(rediger('interet-confirme', { reference: 3 }, contexte)).rejects.toThrow();
  });

  it('une demande close par le service dit depuis quand elle était muette ; effacée, elle ne nomme personne', async () => {
    expect((await ecrire('dossier-clos')).texte).toMatch(/depuis 12.mois/);
    const { texte } = await ecrire('dossier-clos', { raison: 'effacement', mois: null });
    expect(texte).toContain('a fait effacer ses données');
    expect(texte).not.toMatch(/depuis \d+.mois/);
  });

  it('les données d’une personne partent en pièce jointe, et l’effacement dit ce qui a été retiré', async () => {
    expect((await ecrire('personne-export')).pieces).toEqual([
      {
        nom: 'mes-donnees.json',
        type: 'application/json',
        contenu: '{ "adresse": "alex@btp.example" }',
      },
    ]);
    expect((await ecrire('personne-effacee')).texte).toContain('D-bcdfgh et D-bcdfgj');
    const { texte } = await ecrire('personne-effacee', { demandesRetirees: [] });
    expect(texte).not.toContain('Vos demandes');
  });
});
