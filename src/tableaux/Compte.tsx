import { useEffect, useState } from 'react';

/** Le nombre de dossiers, annoncé quand il change : un lecteur d'écran ne lit qu'une zone qui était là avant son texte. */
export function Compte({ compte }: { compte: string }) {
  const [dit, setDit] = useState('');
  useEffect(() => {
    setDit(compte);
  }, [compte]);
  return (
    <p className="csf-bord__compte" role="status">
      {dit}
    </p>
  );
}
