/** Rayon moyen de la Terre, en kilomètres. */
const RAYON_TERRE_KM = 6371;

export type Point = { latitude: number; longitude: number };

/** Distance orthodromique entre deux points (degrés décimaux), en kilomètres, par la formule de haversine. */
export function distanceKm(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const demiLatitude = Math.sin(((b.latitude - a.latitude) * radians) / 2);
  const demiLongitude = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const h =
    demiLatitude ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * demiLongitude ** 2;
  return 2 * RAYON_TERRE_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** « 12 km », « moins de 1 km » ; une position approchée se dit « environ ». */
export function libelleDistance(km: number, approchee = false): string {
  if (km < 1) return 'moins de 1 km';
  return `${approchee ? 'environ ' : ''}${Math.round(km).toLocaleString('fr-FR')} km`;
}
