import { useEffect, useState } from 'react';
import { lieuDuCode } from './appels/territoires.ts';
import type { LieuDeduit } from './regles/territoire.ts';

/** Ce qui se déduit d'une commune ; null si rien ne s'en lit (code inconnu, site hors d'atteinte). */
export type LieuLu = LieuDeduit | null | undefined;

/**
 * Ce qui se déduit d'une commune ; undefined tant qu'il n'est pas lu.
 * @param code code INSEE, ou ''
 */
export function useLieuDuCode(code: string): LieuLu {
  const [lu, setLu] = useState<{ code: string; lieu: LieuDeduit | null }>();
  useEffect(() => {
    if (code === '') return undefined;
    let depasse = false;
    const garder = (lieu: LieuDeduit | null) => {
      if (!depasse) setLu({ code, lieu });
    };
    lieuDuCode(code).then(garder, () => {
      garder(null);
    });
    return () => {
      depasse = true;
    };
  }, [code]);
  return lu?.code === code ? lu.lieu : undefined;
}
