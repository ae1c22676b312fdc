import * as z from 'zod/mini';

/** Un moment à l'heure de Paris, sans fuseau : « 2027-01-14T10:30 ». */
export const HEURE_DE_PARIS = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/;

export const creneauSchema = z.strictObject({
  /** À l'heure de Paris. */
  debut: z.string().check(z.regex(HEURE_DE_PARIS)),
  /** Durée, en minutes. */
  minutes: z.number().check(z.int(), z.minimum(15), z.maximum(240)),
});
export type Creneau = z.infer<typeof creneauSchema>;
