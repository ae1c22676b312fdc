/** Qui écrit à l'équipe. */
export const ROLES_DE_MESSAGE = {
  tuteur: 'Tuteur ou tutrice',
  entreprise: 'Entreprise',
  acheteur: 'Acheteur',
  jeune: 'Jeune ou famille',
  autre: 'Autre',
} as const;
export type RoleDeMessage = keyof typeof ROLES_DE_MESSAGE;

/** Les sujets, chacun pour certains rôles ; `aide` : ce qu'il est utile d'écrire. */
export const SUJETS_DE_MESSAGE = {
  question: {
    libelle: 'Poser une question',
    aide: 'Dites en quelques phrases ce que vous cherchez.',
    roles: ['tuteur', 'entreprise', 'acheteur', 'jeune', 'autre'],
  },
  relancer: {
    libelle: 'Une entreprise ne répond pas',
    aide: 'Dites depuis quand elle ne répond pas, et ce que vous avez déjà tenté.',
    roles: ['tuteur', 'acheteur'],
  },
  'contact-change': {
    libelle: 'Je ne suis plus la bonne personne',
    aide: 'Dites depuis quand. Demandez d’abord son accord à la personne qui prend le relais : l’équipe vérifie auprès d’elle.',
    roles: ['entreprise'],
  },
  'sans-nouvelles': {
    libelle: 'Nous n’avons pas de nouvelles',
    aide: 'Dites ce que vous attendez (un jeune, une réponse, un document) et depuis quand.',
    roles: ['entreprise'],
  },
  'proposer-parcours': {
    libelle: 'Nous voulons proposer un parcours',
    aide: 'Vous pouvez accueillir un jeune sans marché public. Dites votre activité, la commune, les tâches possibles, la période, et qui accueillerait.',
    roles: ['entreprise'],
  },
  ambassadeur: {
    libelle: 'Nous voulons témoigner ou aider d’autres entreprises',
    aide: 'Dites ce que vous proposez : raconter votre accueil, répondre à d’autres entreprises. Rien ne paraît sans votre accord écrit.',
    roles: ['entreprise'],
  },
  clause: {
    libelle: 'Une question sur la clause',
    aide: 'Dites où en est le marché : avant publication, en consultation, notifié ou en cours. Donnez le volume et le lieu envisagés.',
    roles: ['acheteur'],
  },
  erreur: {
    libelle: 'Signaler une erreur ou une donnée personnelle sur le site',
    aide: 'Donnez l’adresse de la page. Ne recopiez pas la donnée personnelle elle-même.',
    roles: ['tuteur', 'entreprise', 'acheteur', 'jeune', 'autre'],
  },
} as const satisfies Record<
  string,
  { libelle: string; aide: string; roles: readonly RoleDeMessage[] }
>;
export type SujetDeMessage = keyof typeof SUJETS_DE_MESSAGE;

/** Vrai si ce rôle peut choisir ce sujet. */
export function estSujetDe(role: RoleDeMessage, sujet: SujetDeMessage): boolean {
  return (SUJETS_DE_MESSAGE[sujet].roles as readonly string[]).includes(role);
}
