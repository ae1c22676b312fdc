import { z } from 'zod';

/** En-tête d'une page de texte (MDX). */
export const pageSchema = z.strictObject({
  titre: z.string().min(1).describe('Titre de la page (h1)'),
  description: z.string().min(1).max(155).describe('Résumé pour les moteurs de recherche'),
  pourQui: z.string().min(1).describe('À qui la page s’adresse'),
  majLe: z.iso.date().describe('Dernière mise à jour (AAAA-MM-JJ)'),
});
