import { describe, expect, it } from 'vitest';
import { anonymiser } from '../../../src/anonymisation/regles/anonymisation.ts';

const soupcons = (texte: string) => anonymiser(texte, []).soupcons;

describe('les soupçons', () => {
  it.each([
    ['Demander M. Durand', 'civilite'],
    ['Voir avec le chef M. Durand', 'civilite'],
    ['Accueil par Mme de Roux', 'civilite'],
    ['Voir mme durand', 'civilite'],
    ['Monsieur Petit vous attend', 'civilite'],
    ['Suivre Me Martin', 'civilite'],
    ['Travailler avec Kevin D.', 'prenom-initiale'],
    ['Travailler avec Zoltan D', 'prenom-initiale'],
    ['Travailler avec Kevin', 'prenom'],
    ['Sonia montre le poste', 'prenom'],
    ['Prévu pour E.P. en mars', 'initiales'],
    ['Prévu pour E. P.', 'initiales'],
    ['Convient à 17 ans', 'age'],
    ['Jeune âgé de 16 ans', 'age'],
    ['Il a dix-sept ans', 'age'],
    ['Née le 3/4/2009', 'age'],
    ['Le jeune Zoltan viendra', 'jeune'],
    ['Ce jeune est motivé', 'jeune'],
    ['Notre stagiaire revient', 'jeune'],
    ['Un jeune déjà positionné', 'jeune'],
    ['La jeune fille viendra', 'jeune'],
    ['Le précédent stagiaire est parti', 'jeune'],
    ['Livrer chez Dupont', 'entreprise-citee'],
    ['La société Tartempion fournit', 'entreprise-citee'],
    [
      'Appeler le zéro six douze trente-quatre cinquante-six soixante-dix-huit',
      'chiffres-en-lettres',
    ],
    ['Appeler le 06 douze 34 cinquante-six 78', 'chiffres-en-lettres'],
    ['Voir l’еstuaire', 'alphabet'],
  ])('« %s » est mis de côté (%s)', (texte, motif) => {
    expect(soupcons(texte)).toContain(motif);
  });

  it.each([
    'Accueillir un jeune',
    'Une équipe jeune et dynamique',
    'Accompagner le jeune dans ses démarches',
    'Notre jeune équipe vous accueille',
    'Les jeunes de 16 à 25 ans sont accueillis',
    'Interdit aux moins de 18 ans',
    'Être âgé de 18 ans minimum',
    'Une entreprise qui a plus de 20 ans',
    'Un tuteur qui a 20 ans d’expérience',
    'Le jeune est suivi par un tuteur',
    'Permis B. Bâtiment A',
    'Salle B au premier étage',
    'Accès par le RER A ou la ligne 13',
    'Utiliser Excel et Word',
    'Faire son C.V. avec les R.H.',
    'Porter des E.P.I. sur le chantier',
    'Accueil de M. ou Mme',
    'Madame la directrice vous reçoit',
    'Se rendre au lycée Jean Moulin',
    'Livrer rue Paul Bert',
    'Livrer à Saint Denis ou à Saint-Étienne',
    'Découvrir les services de l’entreprise',
    'Répondre au standard avec le titulaire du poste',
    'Travailler en binôme : deux ou trois personnes, parfois quatre',
    'Groupe de travail, groupe électrogène',
    'Taille M ou L fournie',
  ])('« %s » passe', (texte) => {
    expect(anonymiser(texte, [])).toMatchObject({ soupcons: [], retraits: [] });
  });

  it('ne comptent pas dans une phrase déjà perdue', () => {
    const { phrases, soupcons } = anonymiser('Ranger. Appeler M. Durand au 06 12 34 56 78.', []);
    expect(phrases).toEqual(['Ranger.']);
    expect(soupcons).toEqual([]);
  });
});
