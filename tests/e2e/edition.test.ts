import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { imprimer } from '../../src/outils/edition/pdf.ts';

const site = inject('site');
let dossier = '';
let notification: PDFDocumentProxy;

type Noeud = { role?: string; children?: Noeud[]; type?: string; id?: string };

/** Texte d'une page, sans blancs : le PDF coupe les lignes où il veut. */
async function texteDe(pdf: PDFDocumentProxy, numero: number): Promise<string> {
  const { items } = await (await pdf.getPage(numero)).getTextContent();
  return items
    .map((item) => ('str' in item ? item.str : ''))
    .join('')
    .replace(/\s/g, '');
}

const rolesDe = (noeud: Noeud): string[] => [
  noeud.role ?? '',
  ...(noeud.children ?? []).flatMap(rolesDe),
];

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'csf-edition-'));
  const fichier = join(dossier, 'notification.pdf');
  await imprimer([{ titre: 'Notification', fichier, moment: 'notification' }], {
    page: `${site}/kit/`,
    site: 'https://csf.example',
    pied: 'Essai',
  });
  notification = await getDocument({ data: new Uint8Array(await readFile(fichier)), verbosity: 0 })
    .promise;
});
afterAll(() => rm(dossier, { recursive: true, force: true }));

describe('la feuille d’un moment', () => {
  it('dit pour qui elle est, à qui s’adresser, et où l’on en est dans la frise', async () => {
    let texte = '';
    for (let page = 1; page <= notification.numPages; page += 1)
      texte += await texteDe(notification, page);
    expect(texte).toContain('Pourqui:Lesentreprisesquiviennentd’obtenirunmarché');
    expect(texte).toContain('Àquis’adresser');
    expect(texte).toContain('Quifaitquoi,etquand');
    expect(texte.split('Vousêtesici')).toHaveLength(2);
    expect(texte).not.toContain('Jerépondsàunappeld’offres');
    expect(texte).not.toContain('Idéesreçues');
  });

  it('a pour seul titre principal celui du moment, et aucune case à remplir à l’écran', async () => {
    const arbres = [];
    for (let page = 1; page <= notification.numPages; page += 1)
      arbres.push(await (await notification.getPage(page)).getStructTree());
    const roles = arbres.flatMap(rolesDe);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles).toContain('H2');
    expect(roles).not.toContain('Form');
    const [plan] = await notification.getOutline();
    expect(plan?.title).toBe('Le marché m’est notifié');
  });
});
