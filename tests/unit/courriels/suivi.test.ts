import { describe, expect, it } from 'vitest';
import { LIEU } from '../../fabriques-suivi.ts';
import { instantDeParis } from '../../../src/socle/dates.ts';
import type { Contexte } from '../../../supabase/functions/_shared/courriels/donnees.ts';
import { rediger } from '../../../supabase/functions/_shared/courriels/rediger.tsx';
import {
  alerteAcheteur,
  EXEMPLES_DU_SUIVI,
  LIEN,
  nouvelle,
  question,
  rappel,
  rendezVous,
} from './exemples-suivi.ts';

const contexte: Contexte = {
  site: 'https://csf.example',
  equipe: 'equipe@csf.example',
  delais: { reponse: 11, accueil: 33 },
  jeton: (id) => Promise.resolve(`jeton-de-${id}`),
  code: () => Promise.resolve('bcdfghjk'),
  maintenant: new Date('2026-12-01T09:00:00Z'),
};

const ecrire = (gabarit: string, donnees: object) => rediger(gabarit, donnees, contexte);

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
  it('dit à qui doit agir : « À vous de jouer », avant quand, et un bouton vers son suivi', async () => {
    const { objet, html } = await ecrire('suivi-nouvelle', nouvelle);
    expect(objet).toMatch(/^À vous de jouer, au plus tard le samedi 12 décembre 2026/);
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
    expect(objet).toMatch(/^Un autre contact est à nommer dans l’entreprise/);
    expect(texte).toContain('courriels n’arrivent à personne dans l’entreprise');
  });

  it('mène à la page qui retrouve les liens quand il n’y en a pas', async () => {
    const { html } = await ecrire('suivi-nouvelle', { ...nouvelle, lien: null });
    expect(html).toContain('href="https://csf.example/suivi/retrouver/"');
  });
});

describe('une invitation à la réunion', () => {
  const pieceDe = async (plus: object = {}) => {
    const { pieces } = await ecrire('suivi-rendez-vous', { ...rendezVous, ...plus });
    const contenu = pieces[0]?.contenu ?? '';
    return { type: pieces[0]?.type, contenu, lignes: contenu.replace(/\r\n[ \t]/g, '') };
  };

  it('est une demande iCalendar, à l’heure de Paris, pour qui reçoit seulement', async () => {
    const { type, lignes } = await pieceDe();
    expect(type).toContain('method=REQUEST');
    expect(lignes).toContain('METHOD:REQUEST');
    expect(lignes).toContain('DTSTART:20270114T093000Z');
    expect(lignes).toContain('DTEND:20270114T101500Z');
    expect(lignes).toContain('SEQUENCE:2');
    expect(lignes).toContain('TRIGGER:-P1D');
    expect(lignes).toContain('CN="Alex Inventé"');
    expect(lignes.match(/^ATTENDEE/gm)).toHaveLength(1);
    expect(lignes).toMatch(/^ATTENDEE.*alex@btp\.example/m);
    expect(lignes).toMatch(/^ORGANIZER.*equipe@csf\.example/m);
  });

  it('dit où venir : le lieu, qui demander et le numéro à appeler sont dans l’agenda', async () => {
    const { lignes } = await pieceDe();
    expect(lignes).toContain(`LOCATION:${LIEU.adresse.replace(',', '\\,')}`);
    expect(lignes).toContain('demander : Sacha Modèle\\, à l’accueil\\nLe jour même');
    expect(lignes).toContain(`appeler : ${LIEU.telephone}\\nÀ apporter : ${LIEU.apporter}`);
    expect((await pieceDe({ lieu: null })).lignes).not.toContain('LOCATION');
    const { html } = await ecrire('suivi-rendez-vous', rendezVous);
    for (const dit of Object.values(LIEU)) expect(html).toContain(dit);
    const annulee = await ecrire('suivi-rendez-vous', { ...rendezVous, annule: true });
    expect(annulee.html).not.toContain(LIEU.adresse);
    const veille = {
      ...rappel,
      palier: 'veille-reunion',
      rendezVous: rendezVous.debut,
      lieu: LIEU,
    };
    expect((await ecrire('suivi-relance', { items: [veille] })).html).toContain(LIEU.adresse);
    expect((await ecrire('suivi-relance', { items: [rappel] })).html).not.toContain(LIEU.adresse);
  });

  it('garde le même identifiant quand elle change ou s’annule', async () => {
    const uid = (lignes: string) => /^UID:(.*)$/m.exec(lignes)?.[1];
    const posee = await pieceDe();
    const annulee = await pieceDe({ annule: true, sequence: 3 });
    expect(uid(annulee.lignes)).toBe(uid(posee.lignes));
    expect(annulee.lignes).toContain('METHOD:CANCEL');
    expect(annulee.lignes).toContain('STATUS:CANCELLED');
    expect(annulee.lignes).toContain('SEQUENCE:3');
    expect(annulee.type).toContain('method=CANCEL');
    expect(annulee.lignes).not.toContain('BEGIN:VALARM');
  });

  it('un nom piégé n’y ajoute ni ligne ni invité', async () => {
    const { lignes } = await pieceDe({
      destinataireNom: 'Alex"\r\nATTENDEE:mailto:tous@piege.example\r\nX="',
    });
    expect(lignes.match(/^ATTENDEE/gm)).toHaveLength(1);
    expect(lignes).toMatch(/^ATTENDEE;[^\n]*;CN="Alex[^"\\\n]*":mailto:alex@btp\.example/im);
  });

  it('échappe ce que la norme demande, et plie ses lignes à 75 octets sans couper une lettre', async () => {
    const intitule = `Maçonnerie, taille\n; et « finitions » 🧱${' à répéter'.repeat(11)}`;
    const { contenu, lignes } = await pieceDe({ parcours: { id: 'bcdfghj2', intitule } });
    expect(lignes).toContain('Maçonnerie\\, taille\\n\\; et « finitions » 🧱');
    expect(lignes).toContain(' à répéter'.repeat(11));
    const octets = contenu.split('\r\n').map((ligne) => Buffer.byteLength(ligne));
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    expect(contenu.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(contenu).toMatch(/\r\nEND:VCALENDAR\r\n$/);
  });

  it.each(['\r', '\u0085', '\u2028', '\u2029', '\v', '\f'])(
    'un saut seul (%j) n’y coupe aucune ligne en deux',
    async (saut) => {
      const intitule = `Maçonnerie${saut}ATTENDEE:mailto:tous@piege.example`;
      const { contenu, lignes } = await pieceDe({
        parcours: { id: 'bcdfghj2', intitule },
        destinataireNom: `Alex${saut}X:y`,
      });
      expect(contenu.replaceAll('\r\n', '')).not.toMatch(/[\r\n\v\f\u0085\u2028\u2029]/);
      expect(lignes.match(/^ATTENDEE/gm)).toHaveLength(1);
    },
  );

  it('est la même, octet pour octet, quand le courriel est réessayé', async () => {
    const [une, autre] = [await pieceDe(), await pieceDe()];
    expect(une).toEqual(autre);
  });
});

describe('un rappel', () => {
  it('seul, il est détaillé, avec un bouton qui ouvre la bonne action', async () => {
    const { objet, html, texte } = await ecrire('suivi-relance', { items: [rappel] });
    expect(objet).toContain('Préparer une commande');
    expect(html).toContain(`/suivi/#jeton-de-${LIEN}.proposer-creneaux`);
    expect(texte).toContain('12 décembre 2026');
  });

  it('à plusieurs, ils tiennent en un seul courriel, un bouton chacun', async () => {
    const autre = { ...rappel, reference: 'D-cdfghj', lien: LIEN.replace('6b', '7c') };
    const { objet, html } = await ecrire('suivi-relance', { items: [rappel, autre] });
    expect(objet).toContain('2 suivis');
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
    expect(objet).toContain('L’entreprise n’a pas répondu : à vous de la relancer');
  });

  it('demande à la tutrice si c’est toujours d’actualité : un bouton pour le dire, un lien pour y renoncer', async () => {
    const { objet, texte, html } = await ecrire('suivi-relance', { items: [question] });
    expect(objet).toBe(
      'Votre demande est-elle toujours d’actualité ? Préparer une commande (D-bcdfgh)',
    );
    expect(texte).toContain(question.aussi);
    expect(html).toContain(`/suivi/#jeton-de-${LIEN}.toujours-actuel"`);
    expect(html).toContain(`/suivi/#jeton-de-${LIEN}.retirer"`);
    const ensemble = await ecrire('suivi-relance', { items: [question, rappel] });
    expect(ensemble.texte).toContain(question.aussi);
  });

  it('ne met pas deux-points sur deux-points, ni après un point d’interrogation', async () => {
    const seule = await ecrire('suivi-nouvelle', nouvelle);
    expect(seule.objet).toMatch(/^À vous de jouer, au plus tard le [^:]+ : l’entreprise a proposé/);
    for (const palier of ['lendemain-reunion', 'fin-prevue', 'actualite']) {
      const { objet } = await ecrire('suivi-relance', { items: [{ ...rappel, palier }] });
      expect(objet).toMatch(/ \? Préparer une commande \(D-bcdfgh\)$/);
    }
    const { texte } = await ecrire('suivi-relance', { items: [rappel, alerteAcheteur] });
    expect(texte).not.toMatch(/:\s(À vous de jouer|En attente)/);
    expect(texte).toMatch(/^À vous de jouer\s: proposez des créneaux, au plus tard le samedi 12/m);
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
    const { html } = await ecrire('suivi-liens', avant);
    expect(html).toContain(`/suivi/#jeton-de-${LIEN}`);
    expect(html).not.toContain('Vos déclarations');
  });
});
