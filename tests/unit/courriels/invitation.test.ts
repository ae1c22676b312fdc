import { describe, expect, it } from 'vitest';
import { LIEU } from '../../fabriques-suivi.ts';
import { ecrire } from './exemples.ts';
import { rappel, rendezVous } from './exemples-suivi.ts';

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
