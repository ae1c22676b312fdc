import { render } from '@testing-library/react';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { typographierHtml } from '../../../src/socle/typographie.ts';

const heures = 150;

const Prose = ({ suite }: { suite: boolean }) => (
  <>
    L'équipe : {heures} h
    <p>
      « Bonjour » {suite && 'oui !'} <b>fin</b>
    </p>
    <textarea defaultValue="l'eau : non" />
    <code>a : b</code>
  </>
);

it('écrit les textes aux usages français, sauf ce qui se tape ou se copie', () => {
  const html = renderToStaticMarkup(<Prose suite />);
  expect(html).toContain('L’équipe\u00A0: 150\u00A0h');
  expect(html).toContain('«\u00A0Bonjour\u00A0» oui\u00A0! <b>');
  expect(html).toContain('<code>a : b</code>');
  expect(html).toContain('l&#x27;eau : non');
});

it('n’écrit rien que la page construite corrigerait ensuite', () => {
  const html = renderToString(<Prose suite />);
  expect(typographierHtml(html)).toBe(html);
});

it('garde un élément quand le texte qui le précède change', () => {
  const { container, rerender } = render(<Prose suite />);
  const fin = container.querySelector('b');
  rerender(<Prose suite={false} />);
  expect(container.querySelector('b')).toBe(fin);
});
