import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

/* Une seconde ne suffit pas toujours quand les deux cœurs sont pris. */
configure({ asyncUtilTimeout: 15_000 });

/* Rien n'est mis en page ici : ce qui fait défiler se vérifie dans un navigateur. */
Element.prototype.scrollIntoView = () => undefined;

/* Sans les fonctions globales de vitest, la bibliothèque ne range pas elle-même ce qu'elle a rendu. */
afterEach(cleanup);
