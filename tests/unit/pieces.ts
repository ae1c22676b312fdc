import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

/* Rien n'est mis en page ici : ce qui fait défiler se vérifie dans un navigateur. */
Element.prototype.scrollIntoView = () => undefined;

/* Sans les fonctions globales de vitest, la bibliothèque ne range pas elle-même ce qu'elle a rendu. */
afterEach(cleanup);
