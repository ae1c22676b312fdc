import type { AstroIntegration } from 'astro';

/** Ce dont zod se sert pour décrire un schéma en JSON Schema : la construction des pages le fait, le navigateur jamais. */
const DESCRIPTION = /[/\\]zod[/\\]v4[/\\]core[/\\](?:to-json-schema|json-schema-processors)\.js$/;

const EXPORTS = /^export (?:const|function) (\w+)|^export \{ \w+ as (\w+) \};/gm;

/** Le même module, vidé : chaque nom exporté reste, et le dit si quelqu'un l'appelle. */
export function viderLeModule(code: string): string {
  const noms = [...code.matchAll(EXPORTS)].map(([, nom, alias]) => nom ?? alias ?? '');
  return [
    'const absent = () => { throw new Error("JSON Schema n’est pas livré au navigateur."); };',
    `export { ${noms.map((nom) => `absent as ${nom}`).join(', ')} };`,
  ].join('\n');
}

/** Intégration Astro : un schéma zod lu par le navigateur part sans ce qui sert à le décrire. */
export function zodAllege(): AstroIntegration {
  return {
    name: 'csf:zod-allege',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'csf:zod-allege',
                applyToEnvironment: ({ name }) => name === 'client',
                transform: {
                  filter: { id: DESCRIPTION },
                  handler: (code: string) => ({ code: viderLeModule(code), map: null }),
                },
              },
            ],
          },
        });
      },
    },
  };
}
