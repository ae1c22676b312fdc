import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { html, raw } from 'hono/html';
import type { CourrielRecu, Fournisseur } from './fournisseur.ts';
import { ErreurDHorloge, type Horloge } from './horloge.ts';
import { ADRESSES, FAITS, faitsDe } from './remises.ts';
import { adresseDeRetour, aUneReponse, type Reponses } from './reponses.ts';

/* Le message s'affiche dans un cadre sans script ; ses liens s'ouvrent dans un onglet ordinaire. */
const POLITIQUE_MESSAGE =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";
const POLITIQUE_BOITE = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";

const STYLE =
  raw(`<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#161616}
li,dd{overflow-wrap:anywhere}li{margin:.75rem 0}iframe{width:100%;height:38rem;border:1px solid #767676}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #767676;padding:1rem}a{color:#000091}
textarea,input[type=email]{font:inherit;width:100%;box-sizing:border-box;display:block;padding:.25rem}
button{font:inherit;padding:.5rem 1rem;margin:0 .5rem .5rem 0}dt{font-weight:bold}dd{margin:0 0 .5rem}</style>`);

type Contenu = ReturnType<typeof html>;

const destinataires = ({ to }: CourrielRecu) => [to].flat().join(', ');

/** Ce que le fournisseur dit de ce courriel : « arrivé », « refusé par sa messagerie ». */
const sort = ({ to }: CourrielRecu) =>
  [...new Set([to].flat().flatMap(faitsDe))].map((fait) => FAITS[fait]).join(', puis ');

function page(c: Context, titre: string, contenu: Contenu) {
  c.header('Content-Security-Policy', POLITIQUE_BOITE);
  return c.html(
    html`<!doctype html>
      <html lang="fr">
        <meta charset="utf-8" /><meta name="viewport" content="width=device-width" />
        <title>${titre}</title>
        ${STYLE}
        <main>
          <h1>${titre}</h1>
          ${contenu}
        </main>
      </html>`,
  );
}

/** L'heure du service, et de quoi l'avancer : chaque jour passé joue ses tâches. */
function gestes(maintenant: Date): Contenu {
  const bouton = (geste: string, texte: string) =>
    html`<button name="geste" value="${geste}">${texte}</button>`;
  const heure = { timeZone: 'Europe/Paris', dateStyle: 'full', timeStyle: 'short' } as const;
  return html`<form method="post" action="/courriels/horloge">
    <p>Heure du service : ${maintenant.toLocaleString('fr-FR', heure)}.</p>
    <p>
      ${bouton('relances', 'Lancer les relances')} ${bouton('jour', 'Avancer d’un jour')}
      ${bouton('semaine', 'Avancer d’une semaine')}
    </p>
  </form>`;
}

/** Ce que l'imitation sait faire d'autre que recevoir : une adresse qui ne reçoit pas, une panne. */
function essais(enPanne: boolean): Contenu {
  const formes = ADRESSES.map(
    ({ mot, faits }) =>
      html`<li>
        <code>camille.${mot}@…</code> : ${faits.map((fait) => FAITS[fait]).join(', puis ')}
      </li>`,
  );
  return html`<details>
    <summary>Essayer un courriel qui n’arrive pas</summary>
    <p>
      Le début de l’adresse décide de ce que devient le courriel. Toute autre adresse le reçoit.
    </p>
    <ul>
      ${formes}
    </ul>
    <form method="post" action="/courriels/panne">
      <p>
        ${enPanne ? 'Le fournisseur est en panne : il refuse tout.' : 'Le fournisseur accepte tout.'}
        <button name="panne" value="${enPanne ? 'non' : 'oui'}">
          ${enPanne ? 'Remettre en marche' : 'Mettre en panne'}
        </button>
      </p>
    </form>
  </details>`;
}

function liste({ courriels, humeur }: Fournisseur, maintenant: Date): Contenu {
  const lignes = courriels.map(
    (courriel) =>
      html`<li>
        <a href="/courriels/${courriel.id}">${courriel.subject}</a><br />
        à ${destinataires(courriel)},
        ${new Date(courriel.recuLe).toLocaleString('fr-FR', { timeZone: 'Europe/Paris' })},
        ${sort(courriel)}
      </li>`,
  );
  return html`<p>Aucun courriel ne part d’ici : ceux du service s’arrêtent dans cette page.</p>
    ${gestes(maintenant)} ${essais(humeur() === 'panne')}
    ${
      lignes.length > 0
        ? html`<ul>
            ${lignes}
          </ul>`
        : html`<p>Aucun courriel pour l’instant.</p>`
    }`;
}

/** De quoi répondre comme le ferait la messagerie de qui a reçu ce courriel. */
function formulaireDeReponse(courriel: CourrielRecu): Contenu {
  if (!aUneReponse(courriel))
    return html`<p>Y répondre écrit à ${adresseDeRetour(courriel)}, hors du service.</p>`;
  return html`<details>
    <summary>Répondre</summary>
    <form method="post" action="/courriels/${courriel.id}/reponse">
      <p>
        <label>Votre réponse <textarea name="texte" rows="5" required></textarea></label>
      </p>
      <p>
        <label
          >Depuis une autre adresse (facultatif) <input type="email" name="de" autocomplete="off"
        /></label>
      </p>
      <p>
        <label><input type="checkbox" name="automatique" value="oui" /> Réponse automatique</label>
      </p>
      <p><button>Envoyer la réponse</button></p>
    </form>
  </details>`;
}

function message(courriel: CourrielRecu): Contenu {
  const pieces = courriel.attachments.map(
    ({ filename }, rang) =>
      html`<li><a href="/courriels/${courriel.id}/pieces/${rang}">${filename}</a></li>`,
  );
  return html`<p><a href="/courriels">Tous les courriels</a></p>
    <dl>
      <dt>De</dt>
      <dd>${courriel.from}</dd>
      <dt>À</dt>
      <dd>${destinataires(courriel)}</dd>
      <dt>Ce que le fournisseur en dit</dt>
      <dd>${sort(courriel)}</dd>
    </dl>
    ${
      pieces.length > 0
        ? html`<h2>Pièces jointes</h2>
            <ul>
              ${pieces}
            </ul>`
        : ''
    }
    ${formulaireDeReponse(courriel)}
    <h2>Version HTML</h2>
    <iframe title="Version HTML du courriel" src="/courriels/${courriel.id}/html"></iframe>
    <h2>Version texte</h2>
    <pre>${courriel.text}</pre>`;
}

/**
 * Joue un geste sur l'heure du service : lancer les rappels, avancer d'un jour ou d'une semaine, aller à une date.
 * @returns ce qui ne va pas, ou undefined si c'est fait
 * @throws {ErreurDHorloge} la date demandée est passée
 */
async function jouer(horloge: Horloge, champs: URLSearchParams) {
  const geste = champs.get('geste');
  if (geste === 'jour') await horloge.avancer(1);
  else if (geste === 'semaine') await horloge.avancer(7);
  else if (geste === 'relances') {
    const le = champs.get('le') ?? '';
    const instant = new Date(le);
    if (le !== '' && Number.isNaN(instant.getTime())) return 'date';
    if (le !== '') await horloge.aller(instant);
    await horloge.jouer();
  } else return 'geste';
  return undefined;
}

/**
 * La boîte où se lisent les courriels retenus, et d'où l'on avance l'heure du service.
 * @param secret celui des tâches, que présente la commande « relances »
 */
export function creerBoite(
  fournisseur: Fournisseur,
  horloge: Horloge,
  reponses: Reponses,
  secret: string,
): Hono {
  const boite = new Hono();
  const lire = (c: Context) => fournisseur.courriels.find(({ id }) => id === c.req.param('id'));

  boite.get('/', (c) =>
    page(c, 'Courriels retenus sur ce poste', liste(fournisseur, horloge.maintenant)),
  );
  boite.get('/:id', (c) => {
    const courriel = lire(c);
    return courriel ? page(c, courriel.subject, message(courriel)) : c.notFound();
  });
  boite.get('/:id/html', (c) => {
    const courriel = lire(c);
    if (!courriel) return c.notFound();
    c.header('Content-Security-Policy', POLITIQUE_MESSAGE);
    return c.html(`<base target="_blank">${courriel.html}`);
  });
  boite.get('/:id/pieces/:rang', (c) => {
    const piece = lire(c)?.attachments[Number(c.req.param('rang'))];
    if (!piece) return c.notFound();
    return c.body(Buffer.from(piece.content, 'base64'), 200, {
      'Content-Type': piece.content_type,
    });
  });

  const estLaCommande = (c: Context) => c.req.header('Authorization') === `Bearer ${secret}`;
  // Un formulaire de la boîte, envoyé par elle-même : une page d'un autre site ne change pas l'heure du poste.
  const vientDIci = csrf();
  const garder: MiddlewareHandler = (c, suite) =>
    estLaCommande(c) ? suite() : vientDIci(c, suite);
  boite.post('/panne', vientDIci, async (c) => {
    const humeur = new URLSearchParams(await c.req.text()).get('panne') === 'oui' ? 'panne' : 'ok';
    fournisseur.humeur = () => humeur;
    return c.redirect('/courriels', 303);
  });
  boite.post('/:id/reponse', vientDIci, async (c) => {
    const courriel = lire(c);
    if (!courriel || !aUneReponse(courriel)) return c.notFound();
    const champs = new URLSearchParams(await c.req.text());
    const de = champs.get('de') ?? '';
    const annonce = await reponses.annoncer(
      reponses.ecrire(courriel, {
        texte: champs.get('texte') ?? '',
        automatique: champs.get('automatique') === 'oui',
        ...(de === '' ? {} : { de }),
      }),
    );
    await annonce.body?.cancel();
    return c.redirect('/courriels', 303);
  });
  boite.post('/horloge', garder, async (c) => {
    try {
      const statut = await jouer(horloge, new URLSearchParams(await c.req.text()));
      if (statut !== undefined) return c.json({ statut }, 400);
    } catch (erreur) {
      if (!(erreur instanceof ErreurDHorloge)) throw erreur;
      return c.json({ statut: 'passe', message: erreur.message }, 409);
    }
    if (!estLaCommande(c)) return c.redirect('/courriels', 303);
    return c.json({ statut: 'fait', maintenant: horloge.maintenant.toISOString() });
  });
  return boite;
}
