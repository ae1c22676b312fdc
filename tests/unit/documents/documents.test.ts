import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { texteDe } from '../../../src/documents/regles/bloc.ts';
import { clauseEnDocument } from '../../../src/clause/regles/clause-document.ts';
import { modeleDeClauseSchema } from '../../../src/clause/regles/modele.ts';
import { SANS_REPONSE } from '../../../src/clause/regles/reponses.ts';
import { redigerClause } from '../../../src/clause/regles/clause.ts';
import { ecrireDocx } from '../../../src/documents/ecriture/docx.ts';
import { ecrireOdt } from '../../../src/documents/ecriture/odt.ts';
import { paragraphesDocx, paragraphesOdt } from '../../documents.ts';

const MODELE = modeleDeClauseSchema.parse(load(readFileSync('content/clause.yaml', 'utf8')));
const reponses = { ...SANS_REPONSE, acheteur: 'Ville <de> L’Exemple & Cie', heures: 150 };
const DOCUMENT = clauseEnDocument(
  MODELE,
  redigerClause(MODELE, reponses, 'https://csf.example/kit/'),
);
const ATTENDUS = DOCUMENT.blocs.map(({ segments }) => texteDe(segments));

const octets = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

describe('le fichier .docx', () => {
  it('se relit paragraphe par paragraphe, blancs compris', async () => {
    const lu = await octets(await ecrireDocx(DOCUMENT));
    expect(paragraphesDocx(lu)).toEqual(ATTENDUS);
    expect(ATTENDUS.join()).toContain('[objet du marché]');
  });

  it('est en français, titré, avec des styles de titres et des blancs soulignés', async () => {
    const paquet = unzipSync(await octets(await ecrireDocx(DOCUMENT)));
    const lire = (nom: string) => strFromU8(paquet[nom] ?? new Uint8Array());
    expect(lire('word/styles.xml')).toContain('w:lang w:val="fr-FR"');
    expect(lire('docProps/core.xml')).toContain(`<dc:title>${DOCUMENT.titre}</dc:title>`);
    const corps = lire('word/document.xml');
    expect(corps.match(/w:pStyle w:val="Heading1"/g)).toHaveLength(MODELE.parties.length);
    expect(corps).toMatch(/<w:u w:val="single"\/><\/w:rPr><w:t[^>]*>\[objet du marché\]/);
  });
});

describe('le fichier .odt', () => {
  it('se relit paragraphe par paragraphe, blancs compris', async () => {
    const lu = await octets(await ecrireOdt(DOCUMENT));
    expect(paragraphesOdt(lu)).toEqual(ATTENDUS);
  });

  it('commence par son type, non compressé, comme le format le demande', async () => {
    const lu = await octets(await ecrireOdt(DOCUMENT));
    const entete = new DataView(lu.buffer);
    expect(entete.getUint32(0, true)).toBe(0x04034b50);
    expect(entete.getUint16(8, true)).toBe(0);
    expect(strFromU8(lu.slice(30, 38))).toBe('mimetype');
    expect(strFromU8(lu.slice(38, 77))).toBe('application/vnd.oasis.opendocument.text');
  });

  it('est en français, titré, avec des niveaux de titres et des blancs soulignés', async () => {
    const paquet = unzipSync(await octets(await ecrireOdt(DOCUMENT)));
    const lire = (nom: string) => strFromU8(paquet[nom] ?? new Uint8Array());
    expect(lire('styles.xml')).toContain('fo:language="fr" fo:country="FR"');
    expect(lire('meta.xml')).toContain(`<dc:title>${DOCUMENT.titre}</dc:title>`);
    expect(lire('meta.xml')).toContain('<dc:language>fr-FR</dc:language>');
    const corps = lire('content.xml');
    expect(corps.match(/text:outline-level="2"/g)).toHaveLength(MODELE.parties.length);
    expect(corps).toMatch(/<text:span text:style-name="T\d+">\[objet du marché\]/);
  });
});
