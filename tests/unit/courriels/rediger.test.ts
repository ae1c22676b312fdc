import { describe, expect, it } from 'vitest';
import { rediger } from '../../../supabase/functions/_shared/courriels/rediger.tsx';
import { contexte, ecrire, EXEMPLES, GABARITS, resume } from './exemples.ts';
import { LIEN } from './exemples-suivi.ts';

describe('tous les courriels', () => {
  it.each(GABARITS)('« %s » a un objet, une version HTML et une version texte', async (gabarit) => {
    const { objet, html, texte } = await ecrire(gabarit);
    expect(objet.length).toBeGreaterThan(10);
    expect(html).toContain('lang="fr"');
    expect(texte.length).toBeGreaterThan(80);
    expect(texte).toContain('equipe@csf.example');
    expect(`${objet}${html}${texte}`).not.toMatch(/undefined|NaN|\[object/);
    // Un objet se lit sur un écran verrouillé : il ne nomme personne.
    expect(objet).not.toMatch(/Alex|Camille|Noa|Sam|Exemple|Inventé/);
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

  it('une demande restée sans réponse se dit close à chacun ; qui l’avait faite sait comment redemander', async () => {
    const endormie = { raison: 'endormie', mois: null };
    const autres = await ecrire('dossier-clos', endormie);
    expect(autres.texte).toContain('La personne qui suit le jeune n’a pas répondu');
    expect(autres.texte).not.toContain('Demandez de nouveau');
    const tutrice = await ecrire('dossier-clos', { ...endormie, aLaTutrice: true });
    expect(tutrice.texte).toContain('Vous n’avez pas dit si cette demande était toujours');
    expect(tutrice.html).toContain(`href="https://csf.example/parcours/${resume.parcours.id}/"`);
    for (const { texte } of [autres, tutrice]) expect(texte).not.toMatch(/depuis \d+.mois|Camille/);
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
