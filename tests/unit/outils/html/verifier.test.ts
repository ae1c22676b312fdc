import { describe, expect, it } from 'vitest';
import { verifierLeHtml } from '../../../../src/outils/html/verifier.ts';

describe('la vérification du HTML', () => {
  it('dit quoi installer quand Java manque, ou quand ce qui porte son nom ne marche pas', async () => {
    await expect(verifierLeHtml(['dist'], 'java-absent')).rejects.toThrow(
      /^Java manque[^]*openjdk-17-jre-headless/,
    );
    // Node refuse les options de Java : il sort en erreur, comme le faux « java » d'un macOS nu.
    await expect(verifierLeHtml(['dist'], process.execPath)).rejects.toThrow(
      /^Java n’a pas pu lancer[^]*openjdk-17-jre-headless/,
    );
  });
});
