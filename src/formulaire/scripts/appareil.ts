import { Brouillon } from './brouillon.ts';

/** Dit que l'appareil sert à plusieurs : valable pour cet onglet, le temps de la visite. */
const CLE = 'csf-appareil-partage';

/** Vrai si la personne a dit que l'appareil sert à plusieurs : rien n'y est alors gardé. */
export function estPartage(): boolean {
  try {
    return sessionStorage.getItem(CLE) === 'oui';
  } catch {
    // Un navigateur qui refuse tout stockage ne garde rien.
    return true;
  }
}

/** Retient si l'appareil est partagé ; s'il l'est, tous les brouillons qui s'y trouvent sont effacés. */
export function direPartage(partage: boolean): void {
  try {
    if (partage) sessionStorage.setItem(CLE, 'oui');
    else sessionStorage.removeItem(CLE);
    if (partage) Brouillon.toutEffacer();
  } catch {
    // Rien n'est gardé non plus.
  }
}
