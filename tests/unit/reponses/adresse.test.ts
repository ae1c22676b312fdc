import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  adresseDeReponse,
  adresseSeule,
  aSigner,
  LECTEURS,
  lireAdresse,
} from '../../../src/reponses/regles/adresse.ts';
import {
  adresseOuRepondre,
  adresseSignee,
} from '../../../supabase/functions/_shared/reponses/adresse.ts';

const DOMAINE = 'reponses.csf.example';
const CONFIG = { secretLiens: 'un secret', domaineReponses: DOMAINE };

describe('l’adresse où l’on répond', () => {
  it.each(LECTEURS)('se relit, lue par %s', async (lecteur) => {
    const a = { lien: randomUUID(), lecteur };
    const adresse = await adresseOuRepondre(a, CONFIG);
    expect(adresse).toMatch(/^[a-z0-9-]{1,64}@reponses\.csf\.example$/);
    for (const forme of [adresse, adresse.toUpperCase(), `Équipe <${adresse}>`])
      expect(await adresseSignee(['autre@csf.example', forme], CONFIG)).toEqual(a);
  });

  it('ne se devine pas : ni une autre signature, ni un autre lien, ni un autre lecteur', async () => {
    const a = { lien: randomUUID(), lecteur: 'tutrice' } as const;
    const adresse = await adresseOuRepondre(a, CONFIG);
    const signature = lireAdresse(adresse, DOMAINE)?.signature ?? '';
    expect(signature).toHaveLength(20);
    for (const fausse of [
      adresseDeReponse(a, '0'.repeat(20), DOMAINE),
      adresseDeReponse({ ...a, lien: randomUUID() }, signature, DOMAINE),
      adresseDeReponse({ ...a, lecteur: 'entreprise' }, signature, DOMAINE),
      adresse.replace(DOMAINE, 'ailleurs.example'),
      adresse.replace('r-', ''),
      `${adresse}@ailleurs.example`,
      '',
    ])
      expect(await adresseSignee([fausse], CONFIG), fausse).toBeUndefined();
    expect(await adresseSignee([adresse], { ...CONFIG, secretLiens: 'autre' })).toBeUndefined();
  });

  it('n’existe pas sans domaine', async () => {
    const adresse = await adresseOuRepondre(
      { lien: randomUUID(), lecteur: 'equipe' },
      { ...CONFIG, domaineReponses: '' },
    );
    expect(await adresseSignee([adresse], { ...CONFIG, domaineReponses: '' })).toBeUndefined();
  });

  it('signe autre chose que le jeton d’un lien : elle n’ouvre aucune page', () => {
    const lien = randomUUID();
    expect(aSigner({ lien, lecteur: 'tutrice' })).not.toBe(lien);
    expect(aSigner({ lien, lecteur: 'tutrice' })).toContain('reponse:');
  });

  it('se tire d’un « Nom <adresse> »', () => {
    expect(adresseSeule('Camille <Camille@Entreprise.example> ')).toBe(
      'camille@entreprise.example',
    );
    expect(adresseSeule(' camille@entreprise.example')).toBe('camille@entreprise.example');
    expect(adresseSeule('"<a@b.example>" <c@d.example>')).toBe('c@d.example');
  });
});
