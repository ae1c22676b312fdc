import { z } from 'zod';
import { blocDeTexte, type Bloc, type DocumentAEcrire } from '../../documents/regles/bloc.ts';
import { COURRIEL_EQUIPE } from '../../site/regles/courriel-equipe.ts';
import { typographier } from '../../socle/typographie.ts';

const champSchema = z.strictObject({
  titre: z.string().min(1).describe('Ce que l’on demande'),
  aide: z.string().min(1).max(200).optional().describe('Comment répondre, en une phrase'),
  choix: z.array(z.string().min(1)).min(2).optional().describe('Réponses à cocher'),
  lignes: z.number().int().min(0).max(6).describe('Lignes laissées pour écrire'),
});

/** La fiche entreprise à imprimer (content/fiche-entreprise.yaml). */
export const ficheEntrepriseSchema = z.strictObject({
  majLe: z.iso.date().describe('Dernière relecture (AAAA-MM-JJ)'),
  sections: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        titre: z.string().min(1).describe('Titre de la partie'),
        aide: z.string().min(1).max(260).describe('Pourquoi on le demande'),
        contacts: z
          .array(z.string().min(1))
          .min(2)
          .optional()
          .describe('Personnes à désigner : un cadre pour chacune'),
        regles: z
          .array(z.string())
          .default([])
          .describe('Règles de content/regles.yaml dont la partie cite les textes officiels'),
        nouvelleFeuille: z
          .boolean()
          .default(false)
          .describe(
            'Imprimée, la partie commence une feuille, qui rappelle l’entreprise et le marché',
          ),
        domaines: z.boolean().default(false).describe('Montre les domaines à cocher'),
        champs: z.array(champSchema).default([]),
      }),
    )
    .min(1),
});

export type FicheEntreprise = z.infer<typeof ficheEntrepriseSchema>;
export type PartieDeFiche = FicheEntreprise['sections'][number];

/** Ce que la fiche demande de chaque contact. */
export const COORDONNEES_DEMANDEES = ['Nom et fonction', 'Courriel', 'Téléphone'] as const;

/** À qui la fiche remplie est envoyée. */
export const RETOUR_DE_LA_FICHE =
  'À joindre à l’offre ; à chaque changement, à envoyer à l’acheteur et à l’équipe';

/** Une ligne à remplir au clavier : la question, puis un blanc. */
function ligne(question: string): Bloc {
  return {
    niveau: 0,
    segments: [
      { genre: 'texte', texte: `${typographier(question)}\u00A0: ` },
      { genre: 'blanc', texte: '[à remplir]' },
    ],
  };
}

function partieEnBlocs(partie: PartieDeFiche, domaines: readonly string[]): Bloc[] {
  const { titre, aide, contacts = [], champs } = partie;
  const enClair = (texte: string) => blocDeTexte(0, typographier(texte));
  return [
    blocDeTexte(2, typographier(titre)),
    enClair(aide),
    ...contacts.flatMap((contact) => [
      blocDeTexte(3, typographier(contact)),
      ...COORDONNEES_DEMANDEES.map(ligne),
    ]),
    ...(partie.domaines ? [enClair(`Domaines : ${domaines.join(' ; ')}.`), ligne('Domaines')] : []),
    ...champs.flatMap(({ titre: question, aide: precision, choix }) => [
      ...(precision === undefined ? [] : [enClair(`${question}. ${precision}`)]),
      ligne(choix ? `${question} (${choix.join(', ')})` : question),
    ]),
  ];
}

/** La fiche en document à écrire, à remplir au clavier ; `domaines` : les noms des domaines au choix. */
export function ficheEnDocument(
  { sections }: FicheEntreprise,
  domaines: readonly string[],
): DocumentAEcrire {
  const titre = typographier('Fiche entreprise – clause sociale de formation');
  return {
    titre,
    description: 'Contacts, lieux, missions et conditions d’accueil d’un jeune.',
    blocs: [
      blocDeTexte(1, titre),
      blocDeTexte(0, typographier(`${RETOUR_DE_LA_FICHE} : ${COURRIEL_EQUIPE}.`)),
      ...sections.flatMap((partie) => partieEnBlocs(partie, domaines)),
    ],
  };
}
