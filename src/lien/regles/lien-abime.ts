import { lireFragment } from './fragment.ts';
import { PAGES_DES_LIENS } from './portees.ts';

/* Un jeton entier, seul dans un chemin : le filtre a retiré le « # ». */
const JETON_SEUL = /^[\w-]{43}(?:\.[\w-]+)?$/;

/** Défait le codage d'un filtre, une ou plusieurs fois posé (« %23 », « %2523 »). Un « % » qui ne code rien reste. */
const decoder = (adresse: string) =>
  adresse
    .replace(/%(?:25)+/g, '%')
    .replace(/%([2-7][0-9a-f])/gi, (_, hexa: string) => String.fromCharCode(parseInt(hexa, 16)));

const segments = (chemin: string) => chemin.split('/').filter((segment) => segment !== '');

const enPage = (suite: readonly string[]) => `/${suite.map((segment) => `${segment}/`).join('')}`;

/**
 * L'adresse qu'un lien personnel avait avant qu'un filtre de courriels ne l'abîme : « # » devenu « %23 », ou retiré ;
 * une barre ou un pistage ajoutés.
 * @param adresse chemin et paramètres de l'adresse arrivée (« /suivi/%23jeton?utm_source=… »)
 * @returns la page et son fragment (« /suivi/#jeton »), ou undefined si ce n'est pas un lien personnel
 */
export function reparerLien(adresse: string): string | undefined {
  const lue = decoder(adresse);
  const diese = lue.indexOf('#');
  const [chemin = ''] = (diese === -1 ? lue : lue.slice(0, diese)).split('?');
  const suite = segments(chemin);
  const dernier = diese === -1 ? (suite.pop() ?? '') : lue.slice(diese + 1);
  if (diese === -1 && !JETON_SEUL.test(dernier)) return undefined;
  const page = enPage(suite);
  const { jeton, action } = lireFragment(dernier);
  if (!PAGES_DES_LIENS.has(page) || jeton === '') return undefined;
  return `${page}#${jeton}${action === null ? '' : `.${action}`}`;
}
