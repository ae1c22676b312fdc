import { ErreurDeDemarrage } from './serveur/serveur.ts';

/**
 * Lit un numéro de port.
 * @throws {ErreurDeDemarrage} ce n'est pas un port
 */
export function lirePort(valeur: string): number {
  const port = Number(valeur);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ErreurDeDemarrage(`« ${valeur} » n’est pas un port : un nombre entre 0 et 65535.`);
  }
  return port;
}
