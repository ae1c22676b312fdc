import { writeFile } from 'node:fs/promises';
import { references } from './references.ts';

for (const [fichier, texte] of Object.entries(await references('content'))) {
  await writeFile(fichier, texte);
  console.log(`${fichier} écrit.`);
}
