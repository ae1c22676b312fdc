import type { AstroIntegration } from 'astro';

/** Le zod entier : la construction et les fonctions s'en servent, le navigateur n'en lit que la forme courte. */
const ENTIER = /[/\\]zod[/\\]v4[/\\]classic[/\\]/;

/** Ce que l'on lit d'un script construit : ses modules, et ce qu'il en reste une fois l'inutile retiré. */
type Script = { type: string; modules?: Record<string, { renderedLength: number }> };

/** Noms des scripts qui portent le zod entier. */
export function avecZodEntier(paquet: Readonly<Record<string, Script>>): string[] {
  return Object.entries(paquet)
    .filter(([, { modules = {} }]) =>
      Object.entries(modules).some(
        ([module, { renderedLength }]) => ENTIER.test(module) && renderedLength > 0,
      ),
    )
    .map(([nom]) => nom);
}

/** Intégration Astro : la construction s'arrête si le zod entier part au navigateur, où il pèse le double. */
export function zodCourt(): AstroIntegration {
  return {
    name: 'csf:zod-court',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'csf:zod-court',
                applyToEnvironment: ({ name }) => name === 'client',
                generateBundle(_options, paquet) {
                  const lourds = avecZodEntier(paquet);
                  if (lourds.length > 0)
                    this.error(
                      `Le zod entier part au navigateur (${lourds.join(', ')}) : une règle lue par une page s’écrit avec « zod/mini ».`,
                    );
                },
              },
            ],
          },
        });
      },
    },
  };
}
