import { normaliser } from '../../socle/texte.ts';

/* Qui a écrit un courriel reçu : une personne, ou une machine à sa place. Sans zod. */

/** « absence » : une réponse automatique. « machine » : un rapport ou une liste, que personne n'a à lire. */
export type Nature = 'personne' | 'absence' | 'machine';

/** Ce que l'on regarde d'un courriel reçu ; les noms des en-têtes s'écrivent avec ou sans majuscules. */
export type CourrielEntrant = {
  de: string;
  objet: string;
  entetes: Readonly<Record<string, string>>;
};

/*
 * En tête de l'objet seulement : une personne qui répond à un message d'absence garde ces mots après son « RE: ». Le mot
 * « absence » seul n'en est pas un : c'est aussi celle d'un jeune ; ni « auto » : c'est aussi un métier.
 */
const OBJETS =
  /^(?:(?:reponse|message|notification|repondeur) automatique|absence du bureau|absent (?:e )?du bureau|absente du bureau|(?:message|notification|avis) d absence|automatic reply|auto ?(?:reply|response)\b|out of (?:the )?office)/;

const RAPPORTEURS = /(?:^|<|\s)(?:mailer-daemon|postmaster)@/i;

const LISTES = ['bulk', 'junk', 'list'];

/**
 * Qui a écrit ce courriel, d'après ses en-têtes (RFC 3834, et ceux que posent Exchange et les répondeurs plus anciens),
 * puis son objet. Dans le doute, une personne : sa réponse est transmise.
 */
export function natureDe({ de, objet, entetes }: CourrielEntrant): Nature {
  const tous = new Map(
    Object.entries(entetes).map(([nom, valeur]) => [
      nom.toLowerCase(),
      valeur.toLowerCase().trim(),
    ]),
  );
  const lire = (nom: string) => tous.get(nom) ?? '';
  if (RAPPORTEURS.test(de) || lire('content-type').startsWith('multipart/report')) return 'machine';
  if (OBJETS.test(normaliser(objet))) return 'absence';
  const [soumis = ''] = lire('auto-submitted').split(';');
  const suppression = lire('x-auto-response-suppress').split(/[\s,;]+/);
  const repondeur =
    soumis.trim() === 'auto-replied' ||
    suppression.includes('all') ||
    ['auto_reply', 'auto-reply'].includes(lire('precedence')) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply'].some(
      (nom) => tous.has(nom) && !['no', 'false'].includes(lire(nom)),
    );
  if (repondeur) return 'absence';
  if (soumis !== '' && soumis.trim() !== 'no') return 'machine';
  return LISTES.includes(lire('precedence')) || tous.has('list-id') ? 'machine' : 'personne';
}
