import { describe, expect, it } from 'vitest';
import { instantDeParis } from '../../../src/socle/dates.ts';
import { rediger } from '../../../supabase/functions/_shared/courriels/rediger.tsx';
import { contexte, ecrire } from './exemples.ts';
import {
  alerteAcheteur,
  EXEMPLES_DU_SUIVI,
  LIEN,
  nouvelle,
  question,
  rappel,
} from './exemples-suivi.ts';

describe('l’heure de Paris', () => {
  it.each([
    ['2027-01-14T10:30', '2027-01-14T09:30:00.000Z'],
    ['2027-07-14T10:30', '2027-07-14T08:30:00.000Z'],
    ['2027-03-28T08:00', '2027-03-28T06:00:00.000Z'],
    ['2026-10-25T08:00', '2026-10-25T07:00:00.000Z'],
  ])('%s est l’instant %s', (heure, instant) => {
    expect(instantDeParis(heure).toISOString()).toBe(instant);
  });
});

describe('une nouvelle du suivi', () => {
  it('dit à qui doit agir le geste et le jour, ce qui l’amène, et un bouton vers son suivi', async () => {
    const { objet, html } = await ecrire('suivi-nouvelle', nouvelle);
    expect(objet).toBe('Choisissez un créneau, au plus tard samedi 12 : Préparer…');
    expect(html).toMatch(/data-skip-in-text="true">L’entreprise a proposé 2 créneaux\./);
    expect(html).toContain(`href="https://csf.example/suivi/#jeton-de-${LIEN}"`);
    expect(html).toContain('bâtiment &lt;b&gt;C&lt;/b&gt;');
  });

  it('dit la nouvelle à qui n’a rien à faire', async () => {
    const attente = { ...nouvelle.attente, aVous: false };
    const { objet } = await ecrire('suivi-nouvelle', { ...nouvelle, attente });
    expect(objet).toMatch(/^L’entreprise a proposé 2 créneaux/);
  });

  it('ouvre d’avance l’action qu’elle demande, sous son nom', async () => {
    const { html } = await ecrire('suivi-nouvelle', { ...nouvelle, action: 'nommer-contact' });
    expect(html).toContain(`href="https://csf.example/suivi/#jeton-de-${LIEN}.nommer-contact"`);
    expect(html).toContain('Nommer un nouveau contact dans l’entreprise');
  });

  it('rappelle un contact à nommer sans dire l’entreprise en retard', async () => {
    const items = [{ ...rappel, role: 'acheteur', palier: 'contact', action: 'nommer-contact' }];
    const { objet, texte } = await ecrire('suivi-relance', { items });
    expect(objet).toMatch(/^Nommez un autre contact, au plus tard samedi 12 : /);
    expect(texte).toContain('courriels n’arrivent à personne dans l’entreprise');
  });

  it('mène à la page qui retrouve les liens quand il n’y en a pas', async () => {
    const { html } = await ecrire('suivi-nouvelle', { ...nouvelle, lien: null });
    expect(html).toContain('href="https://csf.example/suivi/retrouver/"');
  });
});

describe('un rappel', () => {
  it('seul, il est détaillé, avec un bouton qui ouvre la bonne action', async () => {
    const { objet, html, texte } = await ecrire('suivi-relance', { items: [rappel] });
    expect(objet).toBe('Proposez des créneaux, au plus tard samedi 12 : Préparer…');
    expect(html).toContain(`/suivi/#jeton-de-${LIEN}.proposer-creneaux`);
    expect(texte).toContain('12 décembre 2026');
  });

  it('à plusieurs, ils tiennent en un seul courriel, un bouton chacun', async () => {
    const autre = { ...rappel, reference: 'D-cdfghj', lien: LIEN.replace('6b', '7c') };
    const { objet, html } = await ecrire('suivi-relance', { items: [rappel, autre] });
    expect(objet).toBe('2 suivis vous attendent : Préparer une commande');
    const dAutres = { ...autre, attente: { ...autre.attente, aVous: false } };
    const melange = await ecrire('suivi-relance', { items: [rappel, dAutres] });
    expect(melange.objet).toMatch(/^Un suivi vous attend/);
    // L'objet et le titre comptent de même.
    expect(melange.html).toContain('Un suivi vous attend');
    expect(melange.html).not.toContain('suivis vous attendent');
    expect(html).toContain('jeton-de-6b');
    expect(html).toContain('jeton-de-7c');
  });

  it('très nombreux, ils ne font pas un courriel sans fin', async () => {
    const items = Array.from({ length: 60 }, (_, rang) => ({ ...rappel, reference: `D-${rang}` }));
    const { html } = await ecrire('suivi-relance', { items });
    expect(html.match(/suivi\/#jeton-de/g)).toHaveLength(20);
    expect(html).toContain('40<!-- --> autres');
  });

  it('l’alerte à l’acheteur dit quoi faire, les pénalités en dernier', async () => {
    const { texte } = await ecrire('suivi-relance', { items: [alerteAcheteur] });
    const places = ['Appelez', 'nouveau contact', 'article du marché', 'pénalités'].map((mot) =>
      texte.search(new RegExp(mot, 'i')),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((un, deux) => un - deux));
  });

  it('dit à l’équipe, quand il n’y a pas d’acheteur, que c’est à elle de relancer', async () => {
    const items = [{ ...alerteAcheteur, role: 'equipe', alerte: false, retardJours: 0 }];
    const { objet } = await ecrire('suivi-relance', { items });
    expect(objet).toMatch(/^Pas de réponse : relancez l’entreprise/);
  });

  it('demande à la tutrice si c’est toujours d’actualité : un bouton pour le dire, un lien pour y renoncer', async () => {
    const { objet, texte, html } = await ecrire('suivi-relance', { items: [question] });
    expect(objet).toBe('Votre demande est-elle d’actualité ? Préparer une commande');
    expect(texte).toContain(question.aussi);
    expect(html).toContain(`/suivi/#jeton-de-${LIEN}.toujours-actuel"`);
    expect(html).toContain(`/suivi/#jeton-de-${LIEN}.retirer"`);
    const ensemble = await ecrire('suivi-relance', { items: [question, rappel] });
    expect(ensemble.texte).toContain(question.aussi);
  });

  it('ne met pas deux-points sur deux-points, ni après un point d’interrogation', async () => {
    const attente = { ...rappel.attente, aVous: false };
    for (const palier of ['lendemain-reunion', 'fin-prevue', 'actualite']) {
      const { objet } = await ecrire('suivi-relance', { items: [{ ...rappel, palier, attente }] });
      expect(objet).toMatch(/ \? Préparer une commande$/);
    }
    const { texte } = await ecrire('suivi-relance', { items: [rappel, alerteAcheteur] });
    expect(texte).not.toMatch(/:\s(C’est à vous|En attente)/);
    expect(texte).toMatch(/^C’est à vous\s: proposez des créneaux, au plus tard le samedi 12/m);
  });

  it('dit à la tutrice qui vient d’être alerté', async () => {
    const items = [
      {
        ...alerteAcheteur,
        role: 'tutrice',
        alerte: false,
        alerteA: 'acheteur',
        demandeur: null,
      },
    ];
    expect((await ecrire('suivi-relance', { items })).texte).toContain(
      'Nous avons alerté l’acheteur du marché',
    );
  });
});

describe('les liens retrouvés', () => {
  const liens = EXEMPLES_DU_SUIVI['suivi-liens'];
  const dite = { lien: LIEN, reference: 'P-bcdfgh', intitule: 'Préparer les commandes' };

  it.each([
    ['confirmer-contacts', '/declaration/contacts/', 'Confirmer ou corriger les contacts'],
    ['valider-declaration', '/declaration/valider/', 'Relire et décider'],
  ])('disent ce que permet celui d’une déclaration (%s)', async (portee, page, geste) => {
    const donnees = { dossiers: [], listes: [], declarations: [{ ...dite, portee }] };
    const { html, texte } = await ecrire('suivi-liens', donnees);
    expect(html).toContain(`href="https://csf.example${page}#jeton-de-${LIEN}"`);
    expect(texte.replaceAll(/\s/g, ' ')).toContain(`${geste} : Préparer les commandes (P-bcdfgh)`);
    expect(texte).not.toContain('Aucun suivi');
  });

  it('se lisent encore d’un courriel écrit avant que les déclarations n’y soient', async () => {
    const { declarations: _, ...avant } = { declarations: [], ...liens };
    const { html } = await rediger('suivi-liens', avant, contexte);
    expect(html).toContain(`/suivi/#jeton-de-${LIEN}`);
    expect(html).not.toContain('Vos déclarations');
  });
});
