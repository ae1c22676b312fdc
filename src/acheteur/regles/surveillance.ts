import { z } from 'zod';

const phrase = z.string().min(1).max(240);

/** Ce que l'acheteur surveille à une étape de la frise (content/surveillance.yaml). */
export const surveillanceSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .describe('Étape de content/frise.yaml'),
  surveiller: z.array(phrase).min(1).describe('Ce qu’il vérifie ; « {accueil} » donne un délai'),
  ecrireA: phrase.describe('À qui il écrit, et pourquoi'),
  siRetard: z.array(phrase).describe('Ce qu’il fait quand rien ne vient, dans l’ordre'),
});
