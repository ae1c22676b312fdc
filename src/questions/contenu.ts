import { getCollection } from 'astro:content';
import { THEMES, TITRES_DES_THEMES } from './regles/faq.ts';
import { avecDelais } from '../kit/regles/kit.ts';
import type { Lien } from '../site/regles/lien.ts';
import { estPour, type Role } from './regles/roles.ts';
import { lienCite } from '../site/contenu/liens.ts';
import { laRegle, lesValeurs } from '../guides/contenu.ts';

/** Toutes les questions, partie après partie, délais et durées compris. */
export async function lesQuestions() {
  const valeurs = await lesValeurs();
  const rang = (theme: (typeof THEMES)[number], ordre: number) =>
    THEMES.indexOf(theme) * 1000 + ordre;
  const entrees = (await getCollection('faq')).sort(
    (a, b) => rang(a.data.theme, a.data.ordre) - rang(b.data.theme, b.data.ordre),
  );
  return Promise.all(
    entrees.map(async ({ id, data }) => ({
      id,
      ...data,
      reponse: data.reponse.map((texte) => avecDelais(texte, valeurs)),
      regle: data.regle === null ? null : await laRegle(data.regle),
      textes: await Promise.all(data.textes.map(lienCite)),
    })),
  );
}

/** Une question telle que les pages la reçoivent. */
export type QuestionPubliee = Awaited<ReturnType<typeof lesQuestions>>[number];

/** Les parties de la page des questions, chacune avec les siennes. */
export async function lesPartiesDeLaFaq() {
  const questions = await lesQuestions();
  return THEMES.map((theme) => ({
    theme,
    titre: TITRES_DES_THEMES[theme],
    questions: questions.filter((question) => question.theme === theme),
  }));
}

/** Une partie de la page des questions. */
export type PartieDeLaFaq = Awaited<ReturnType<typeof lesPartiesDeLaFaq>>[number];

/** Les questions qui s'adressent à un rôle, d'abord celles qui s'adressent au moins d'autres. */
export async function lesQuestionsPour(role: Role): Promise<QuestionPubliee[]> {
  return (await lesQuestions())
    .filter(({ roles }) => estPour(roles, role))
    .sort((a, b) => a.roles.length - b.roles.length);
}

/** Les textes officiels que des questions citent, ou les règles qu'elles montrent, chacun une fois. */
export function textesCites(questions: readonly QuestionPubliee[]): Lien[] {
  const textes = questions.flatMap(({ textes, regle }) => [...textes, ...(regle?.textes ?? [])]);
  return [...new Map(textes.map((texte) => [texte.id, texte])).values()];
}
