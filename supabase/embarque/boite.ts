import type { CourrielRecu, Fournisseur } from './fournisseur.ts';
import type { Horloge } from './horloge.ts';

export type Page = { statut: number; type: string; corps: string | Buffer; politique?: string };

const HTML = 'text/html; charset=utf-8';

/* Le message s'affiche dans un cadre sans script ; ses liens s'ouvrent dans un onglet ordinaire. */
const POLITIQUE_MESSAGE =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";
const POLITIQUE_BOITE = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";

function enClair(texte: string): string {
  return texte
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const destinataires = ({ to }: CourrielRecu) => (Array.isArray(to) ? to : [to]);

function page(titre: string, contenu: string): Page {
  const corps = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${enClair(titre)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#161616}
li,dd{overflow-wrap:anywhere}li{margin:.75rem 0}iframe{width:100%;height:38rem;border:1px solid #767676}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #767676;padding:1rem}a{color:#000091}
button{font:inherit;padding:.5rem 1rem;margin:0 .5rem .5rem 0}dt{font-weight:bold}dd{margin:0 0 .5rem}</style>
<main><h1>${enClair(titre)}</h1>${contenu}</main></html>`;
  return { statut: 200, type: HTML, corps, politique: POLITIQUE_BOITE };
}

/** L'heure du service, et de quoi l'avancer : chaque jour passé joue ses tâches. */
function gestes(maintenant: Date): string {
  const bouton = (geste: string, texte: string) =>
    `<button name="geste" value="${geste}">${texte}</button>`;
  return `<form method="post" action="/courriels/horloge">
<p>Heure du service : ${enClair(maintenant.toLocaleString('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'full', timeStyle: 'short' }))}.</p>
<p>${bouton('relances', 'Lancer les relances')} ${bouton('jour', 'Avancer d’un jour')} ${bouton('semaine', 'Avancer d’une semaine')}</p>
</form>`;
}

function liste(courriels: readonly CourrielRecu[], maintenant: Date): Page {
  const lignes = courriels.map(
    (courriel) => `<li><a href="/courriels/${courriel.id}">${enClair(courriel.subject)}</a><br>
à ${enClair(destinataires(courriel).join(', '))}, ${new Date(courriel.recuLe).toLocaleString('fr-FR', { timeZone: 'Europe/Paris' })}</li>`,
  );
  return page(
    'Courriels retenus sur ce poste',
    `<p>Aucun courriel ne part d’ici : ceux du service s’arrêtent dans cette page.</p>
${gestes(maintenant)}
${lignes.length > 0 ? `<ul>${lignes.join('')}</ul>` : '<p>Aucun courriel pour l’instant.</p>'}`,
  );
}

function message(courriel: CourrielRecu): Page {
  const pieces = courriel.attachments.map(
    ({ filename }, rang) =>
      `<li><a href="/courriels/${courriel.id}/pieces/${rang}">${enClair(filename)}</a></li>`,
  );
  return page(
    courriel.subject,
    `<p><a href="/courriels">Tous les courriels</a></p>
<dl><dt>De</dt><dd>${enClair(courriel.from)}</dd><dt>À</dt><dd>${enClair(destinataires(courriel).join(', '))}</dd></dl>
${pieces.length > 0 ? `<h2>Pièces jointes</h2><ul>${pieces.join('')}</ul>` : ''}
<h2>Version HTML</h2><iframe title="Version HTML du courriel" src="/courriels/${courriel.id}/html"></iframe>
<h2>Version texte</h2><pre>${enClair(courriel.text)}</pre>`,
  );
}

/** Les adresses de la boîte : /courriels, /courriels.json, et un courriel avec ses versions. */
export function lireBoite(
  { fournisseur, horloge }: { fournisseur: Fournisseur; horloge: Horloge },
  chemin: string,
): Page | undefined {
  const { courriels } = fournisseur;
  if (chemin === '/courriels' || chemin === '/courriels/')
    return liste(courriels, horloge.maintenant);
  if (chemin === '/courriels.json')
    return { statut: 200, type: 'application/json', corps: JSON.stringify(courriels) };
  const [, id, partie, rang] =
    /^\/courriels\/([0-9a-f-]{36})(?:\/(html|pieces)(?:\/(\d))?)?$/.exec(chemin) ?? [];
  const courriel = courriels.find((candidat) => candidat.id === id);
  if (!courriel) return undefined;
  if (partie === undefined) return message(courriel);
  if (partie === 'html') {
    const corps = `<base target="_blank">${courriel.html}`;
    return { statut: 200, type: HTML, corps, politique: POLITIQUE_MESSAGE };
  }
  const piece = courriel.attachments[Number(rang)];
  if (!piece) return undefined;
  return { statut: 200, type: piece.content_type, corps: Buffer.from(piece.content, 'base64') };
}
