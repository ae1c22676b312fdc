import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documentSchema } from '../../src/documents/regles/document.ts';
import { ficheEntrepriseSchema } from '../../src/kit/regles/fiche-entreprise.ts';
import { delai, delaisDits, friseSchema } from '../../src/frise/regles/frise.ts';
import { avecDelais, momentSchema } from '../../src/kit/regles/kit.ts';
import { contactSchema, engagementSchema, ideeRecueSchema } from '../../src/kit/regles/reperes.ts';

const lire = (nom: string) => load(readFileSync(`content/${nom}.yaml`, 'utf8'));

const frise = friseSchema.parse(lire('frise'));
const documents = z.array(documentSchema).parse(lire('documents'));
const DOCUMENTS = documents.map(({ id }) => id);
const CONTACTS = z
  .array(contactSchema)
  .parse(lire('contacts'))
  .map(({ id }) => id);
const ETAPES = frise.etapes.map(({ id }) => id);

/** Chaque moment : son en-tête, son corps, et tout son texte dans l'ordre où la page le montre. */
const MOMENTS = readdirSync('content/kit').map((nom) => {
  const source = readFileSync(`content/kit/${nom}`, 'utf8');
  const [, enTete = '', ...corps] = source.split(/^---$/m);
  return {
    id: nom.replace('.mdx', ''),
    ...momentSchema.parse(load(enTete)),
    corps: corps.join(''),
  };
});
type Moment = (typeof MOMENTS)[number];

function texteDe({ pourQui, essentiel, aFaire, pendantCeTemps, temps, corps }: Moment): string {
  const autres = pendantCeTemps.map(({ qui, quoi }) => `${qui} ${quoi}`);
  return [pourQui, essentiel, ...aFaire, ...autres, temps ?? '', corps].join('\n');
}

describe('les moments du kit', () => {
  it('sont cinq, numérotés sans trou, chacun avec son adresse courte', () => {
    expect(MOMENTS.map(({ ordre }) => ordre).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(MOMENTS.map(({ adresseCourte }) => adresseCourte)).size).toBe(5);
  });

  it('sont ceux que la frise cite, et chacun met en avant les étapes qui le citent', () => {
    const parFrise = Object.fromEntries(
      MOMENTS.map(({ id }) => [
        id,
        frise.etapes.filter(({ moment }) => moment === id).map((etape) => etape.id),
      ]),
    );
    expect(parFrise).toEqual(Object.fromEntries(MOMENTS.map(({ id, etapes }) => [id, etapes])));
    const cites = frise.etapes.flatMap(({ moment }) => moment ?? []);
    expect(new Set(cites)).toEqual(new Set(MOMENTS.map(({ id }) => id)));
  });

  it.each(MOMENTS)('$id ne cite que des étapes, des délais et des contacts connus', (moment) => {
    for (const etape of moment.etapes) expect(ETAPES).toContain(etape);
    expect(CONTACTS).toContain(moment.contact);
    if (moment.enRetard !== null)
      expect(frise.etapes.find(({ id }) => id === moment.enRetard)?.sansReponse).toBeTruthy();
    if (moment.delai !== null) expect(delai(frise, moment.delai)).toBeGreaterThan(0);
    for (const texte of [...moment.aFaire, moment.temps ?? ''])
      expect(() => avecDelais(texte, delaisDits(frise))).not.toThrow();
  });

  it.each(MOMENTS)('$id explique CSF, MLDS et acheteur à leur première mention', (moment) => {
    const texte = texteDe(moment);
    const explications = [
      { mot: /\bCSF\b/, explication: /clause sociale de formation/i },
      { mot: /\bMLDS\b/, explication: /mission de lutte contre le décrochage scolaire/i },
      { mot: /acheteur/i, explication: /la personne qui (?:passe|suit)/i },
    ];
    for (const { mot, explication } of explications) {
      const mention = mot.exec(texte);
      if (mention) expect(texte.slice(0, mention.index + 120)).toMatch(explication);
    }
  });

  it.each(MOMENTS)('$id n’a pas de titre dans son corps : le kit entier règle les niveaux', (m) => {
    expect(m.corps).not.toMatch(/^#{1,6} /m);
  });

  it.each(MOMENTS)('$id n’écrit aucun délai à la main', (moment) => {
    expect(texteDe(moment)).not.toMatch(/\d+ (?:jours?|semaines?|heures?)\b/);
  });
});

describe('les documents', () => {
  it('cités par la frise existent', () => {
    for (const { documents: cites } of frise.etapes)
      for (const document of cites) expect(DOCUMENTS).toContain(document);
  });

  it('proposés à l’impression ont leur page', () => {
    const modeles = documents.flatMap(({ modele }) => modele ?? []);
    expect(modeles.length).toBeGreaterThan(0);
    for (const modele of modeles)
      expect(existsSync(`src/pages${modele.replace(/\/$/, '.astro')}`)).toBe(true);
  });
});

describe('les repères communs', () => {
  it('disent les engagements des quatre acteurs, avec des délais connus', () => {
    const engagements = z.array(engagementSchema).parse(lire('engagements'));
    expect(engagements.map(({ id }) => id).sort()).toEqual([
      'acheteur',
      'entreprise',
      'equipe',
      'tutrice',
    ]);
    const textes = engagements.flatMap((acteur) => acteur.engagements);
    for (const texte of textes) expect(() => avecDelais(texte, delaisDits(frise))).not.toThrow();
  });

  it('suivent leurs schémas', () => {
    expect(() => z.array(ideeRecueSchema).parse(lire('idees-recues'))).not.toThrow();
    expect(() => z.array(contactSchema).parse(lire('contacts'))).not.toThrow();
    expect(() => ficheEntrepriseSchema.parse(lire('fiche-entreprise'))).not.toThrow();
  });

  it('demandent au moins deux contacts dans la fiche entreprise', () => {
    const { sections } = ficheEntrepriseSchema.parse(lire('fiche-entreprise'));
    expect(sections.flatMap(({ contacts = [] }) => contacts).length).toBeGreaterThanOrEqual(2);
  });
});

const TEXTES = [
  ...readdirSync('content/kit').map((nom) => `content/kit/${nom}`),
  ...['contacts', 'documents', 'engagements', 'fiche-entreprise', 'idees-recues', 'frise'].map(
    (nom) => `content/${nom}.yaml`,
  ),
];

describe('tous ces textes', () => {
  it.each(TEXTES)('%s n’emploie aucun des mots que le public entend mal', (fichier) => {
    expect(readFileSync(fichier, 'utf8')).not.toMatch(/décrocheu[rs]|candidat|recrut/i);
  });
});
