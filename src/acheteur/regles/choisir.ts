/** Les deux clauses que la page compare. */
export const CLAUSES = ['csf', 'insertion'] as const;
export type Clause = (typeof CLAUSES)[number];

export const NOMS_DES_CLAUSES: Record<Clause, string> = {
  csf: 'Clause sociale de formation',
  insertion: 'Clause sociale d’insertion',
};

/**
 * Ce qu'une réponse dit d'une clause : elle va dans son sens (`pour`), elle demande d'y prendre garde
 * (`reserve`), ou elle l'écarte (`non`).
 */
export type Raison = { clause: Clause; sens: 'pour' | 'reserve' | 'non'; texte: string };

type Option = {
  valeur: string;
  libelle: string;
  /** La réponse, après « si » : pour qui lit la liste sans répondre. */
  si: string;
  raisons: Raison[];
};

const pour = (clause: Clause, texte: string): Raison => ({ clause, sens: 'pour', texte });
const reserve = (clause: Clause, texte: string): Raison => ({ clause, sens: 'reserve', texte });
const non = (clause: Clause, texte: string): Raison => ({ clause, sens: 'non', texte });

/* Le temps qu'il faut pour nouer ce partenariat n'est publié nulle part : la page ne le chiffre pas. */
const PARTENARIAT = 'Elle n’ajoute pas de délai, une fois le partenariat noué avec la MLDS.';

/** Les questions de « dans mon cas », et ce que chaque réponse fait dire. Source : acheteurs de l'État entendus en 2020. */
export const QUESTIONS = [
  {
    id: 'public',
    question: 'Qui voulez-vous faire accueillir ?',
    options: [
      {
        valeur: 'jeunes',
        libelle: 'Des jeunes de 16 à 25 ans sous statut scolaire',
        si: 'vous voulez faire accueillir des jeunes sous statut scolaire',
        raisons: [
          pour('csf', 'Elle est faite pour les jeunes de 16 à 25 ans en remobilisation scolaire.'),
          non(
            'insertion',
            'Elle passe par un contrat de travail, une structure d’insertion ou la sous-traitance.',
          ),
        ],
      },
      {
        valeur: 'emploi',
        libelle: 'Des personnes éloignées de l’emploi',
        si: 'vous voulez faire travailler des personnes éloignées de l’emploi',
        raisons: [
          non('csf', 'Elle ne concerne que des jeunes sous statut scolaire, en stage.'),
          pour('insertion', 'Elle concerne une dizaine de publics éloignés de l’emploi.'),
        ],
      },
      {
        valeur: 'deux',
        libelle: 'Les deux',
        si: 'vous voulez toucher les deux publics',
        raisons: [
          pour('csf', 'Elle accueille en stage des jeunes sous statut scolaire.'),
          pour('insertion', 'Elle concerne une dizaine de publics éloignés de l’emploi.'),
        ],
      },
    ],
  },
  {
    id: 'duree',
    question: 'Combien de temps dure le marché ?',
    options: [
      {
        valeur: 'un-an',
        libelle: 'Un an ferme ou plus',
        si: 'le marché dure un an ferme ou plus',
        raisons: [pour('csf', 'Elle demande un marché d’au moins un an ferme.')],
      },
      {
        valeur: 'court',
        libelle: 'Moins d’un an ferme',
        si: 'le marché dure moins d’un an ferme',
        raisons: [non('csf', 'Elle demande un marché d’au moins un an ferme.')],
      },
    ],
  },
  {
    id: 'taille',
    question: 'Quelle est sa taille, parmi vos marchés ?',
    options: [
      {
        valeur: 'petit',
        libelle: 'Petit ou moyen',
        si: 'c’est un petit ou un moyen marché',
        raisons: [
          pour('csf', 'Elle est possible dès les petits marchés d’un an.'),
          reserve(
            'insertion',
            'Elle sert plutôt dans les grands marchés. Un acheteur la mettait dans 5 ou 6 de ses 60 marchés par an.',
          ),
        ],
      },
      {
        valeur: 'grand',
        libelle: 'Grand',
        si: 'c’est un grand marché',
        raisons: [
          pour('csf', 'Le plus long des quatre volumes est prévu pour les plus grands montants.'),
          pour('insertion', 'Elle sert plutôt dans les grands marchés.'),
        ],
      },
    ],
  },
  {
    id: 'temps',
    question: 'Combien de temps avant de publier ?',
    options: [
      {
        valeur: 'moins-un-mois',
        libelle: 'Moins d’un mois',
        si: 'vous publiez dans moins d’un mois',
        raisons: [
          reserve('csf', PARTENARIAT),
          reserve(
            'insertion',
            'Le facilitateur répond en 4 semaines environ, et calibre 3 à 4 mois avant.',
          ),
        ],
      },
      {
        valeur: 'un-a-trois-mois',
        libelle: 'D’un à trois mois',
        si: 'vous publiez dans un à trois mois',
        raisons: [
          reserve('csf', PARTENARIAT),
          reserve(
            'insertion',
            'Le facilitateur répond en 4 semaines environ, et calibre 3 à 4 mois avant.',
          ),
        ],
      },
      {
        valeur: 'plus',
        libelle: 'Plus de trois mois',
        si: 'vous publiez dans plus de trois mois',
        raisons: [
          reserve('csf', PARTENARIAT),
          pour('insertion', 'Le facilitateur calibre 3 à 4 mois avant.'),
        ],
      },
    ],
  },
  {
    id: 'travail',
    question: 'Le marché demande-t-il beaucoup de main-d’œuvre ?',
    options: [
      {
        valeur: 'beaucoup',
        libelle: 'Oui, beaucoup',
        si: 'le marché demande beaucoup de main-d’œuvre',
        raisons: [
          reserve('csf', 'Le volume dépend du montant, pas de la main-d’œuvre.'),
          pour('insertion', 'Les heures sont proportionnelles à la main-d’œuvre.'),
        ],
      },
      {
        valeur: 'peu',
        libelle: 'Non, peu',
        si: 'le marché demande peu de main-d’œuvre',
        raisons: [
          pour('csf', 'Les heures sont connues d’avance, sans lien avec la main-d’œuvre.'),
          reserve('insertion', 'Les heures sont proportionnelles à la main-d’œuvre.'),
        ],
      },
    ],
  },
] as const satisfies readonly { id: string; question: string; options: readonly Option[] }[];

export type Question = (typeof QUESTIONS)[number]['id'];
/** La réponse à chaque question ; '' quand la personne n'a pas répondu. */
export type Reponses = Record<Question, string>;

export type MonCas = {
  conclusion: string;
  raisons: Record<Clause, Raison[]>;
};

function optionChoisie(id: Question, valeur: string): Option | undefined {
  const options: readonly Option[] =
    QUESTIONS.find((question) => question.id === id)?.options ?? [];
  return options.find((option) => option.valeur === valeur);
}

function conclure(raisons: Record<Clause, Raison[]>): string {
  const ecartee = (clause: Clause) => raisons[clause].some(({ sens }) => sens === 'non');
  if (CLAUSES.every((clause) => raisons[clause].length === 0))
    return 'Répondez à une question : les raisons s’affichent ici.';
  if (CLAUSES.every(ecartee))
    return 'Vos réponses écartent les deux clauses. Écrivez à l’équipe pour en parler.';
  for (const clause of CLAUSES)
    if (ecartee(clause))
      return `${NOMS_DES_CLAUSES[clause]} : une réponse au moins l’écarte. L’autre reste possible.`;
  return 'Les deux clauses restent possibles. Elles peuvent figurer dans le même marché.';
}

/** Les raisons d'employer l'une ou l'autre clause, selon les réponses données, dans l'ordre des questions. */
export function dansMonCas(reponses: Reponses): MonCas {
  const toutes = QUESTIONS.flatMap(({ id }) => optionChoisie(id, reponses[id])?.raisons ?? []);
  const raisons = {
    csf: toutes.filter(({ clause }) => clause === 'csf'),
    insertion: toutes.filter(({ clause }) => clause === 'insertion'),
  };
  return { conclusion: conclure(raisons), raisons };
}

/** Lit les réponses dans une adresse ; ce qui n'est pas connu est ignoré, jamais une erreur. */
export function lireReponses(parametres: URLSearchParams): Reponses {
  const lues = QUESTIONS.map(({ id }) => {
    const valeur = parametres.get(id) ?? '';
    return [id, optionChoisie(id, valeur) ? valeur : ''];
  });
  return Object.fromEntries(lues) as Reponses;
}

/** Écrit les réponses données dans une adresse. */
export function ecrireReponses(reponses: Reponses): URLSearchParams {
  const parametres = new URLSearchParams();
  for (const { id } of QUESTIONS) if (reponses[id]) parametres.set(id, reponses[id]);
  return parametres;
}
