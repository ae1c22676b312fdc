/* Le navigateur doit avoir commencé à lire le fichier avant que son adresse s'efface. */
const REPIT_MS = 60_000;

/** Enregistre un fichier préparé dans la page : rien n'en part. */
export function telecharger(contenu: BlobPart, { nom, type }: { nom: string; type: string }): void {
  const adresse = URL.createObjectURL(new Blob([contenu], { type }));
  const lien = document.createElement('a');
  lien.href = adresse;
  lien.download = nom;
  lien.click();
  setTimeout(() => {
    URL.revokeObjectURL(adresse);
  }, REPIT_MS);
}
