function attente(secondes: unknown): string {
  const minutes = Math.ceil((typeof secondes === 'number' ? secondes : 60) / 60);
  if (minutes < 60) return `dans ${minutes} minute${minutes > 1 ? 's' : ''}`;
  const heures = Math.ceil(minutes / 60);
  return `dans ${heures} heure${heures > 1 ? 's' : ''}`;
}

/** Ce que le service répond quand il refuse : un statut, et parfois une attente (secondes) ou ce qui reste (heures). */
export type Refus = { statut: string } & Record<string, unknown>;

/** Pourquoi rien n'est parti, en une phrase. */
export function raisonDuRefus({ statut, secondes, restantes }: Refus): string {
  switch (statut) {
    case 'limite':
      return `Beaucoup d’envois viennent d’être faits. Vous pourrez recommencer ${attente(secondes)}.`;
    case 'essais':
      return `Trop d’essais viennent d’être faits. Réessayez ${attente(secondes)}.`;
    case 'inconnu':
      return 'Aucun parcours publié ne porte cette référence. Vérifiez-la sur la page du parcours.';
    case 'ferme':
      return 'Ce parcours n’accueille plus : il est pourvu ou terminé.';
    case 'heures':
      return typeof restantes === 'number'
        ? `Il ne reste que ${restantes} h dans ce parcours. Choisissez un nombre d’heures plus petit.`
        : 'Il ne reste pas autant d’heures dans ce parcours.';
    case 'http':
      return 'Cette page est ouverte sans connexion protégée (http) : votre navigateur ne peut rien envoyer d’ici. Ouvrez-la avec une adresse qui commence par https.';
    default:
      return 'Le service n’a pas répondu.';
  }
}

/** Vrai si attendre n'y changera rien : le réseau bloque peut-être le service, et un téléphone passe à côté. */
export const estUnePanne = ({ statut }: Refus): boolean => statut === 'indisponible';
