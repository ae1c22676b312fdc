import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

/* Une seconde ne suffit pas toujours quand les deux cœurs sont pris. */
configure({ asyncUtilTimeout: 15_000 });

/* Sans les fonctions globales de vitest, la bibliothèque ne range pas elle-même ce qu'elle a rendu. */
afterEach(cleanup);
