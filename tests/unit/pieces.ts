import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

/* Sans les fonctions globales de vitest, la bibliothèque ne range pas elle-même ce qu'elle a rendu. */
afterEach(cleanup);
