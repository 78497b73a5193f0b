import { useEffect, useState } from 'react';
import { Spinner } from '../loading/spinner.tsx';
import styles from './qr-code.module.css';

/** Modules round the code that stay empty, as readers of such codes ask for. */
const border = 4;

type Drawing = { size: number; path: string };

async function draw(text: string): Promise<Drawing> {
  const { encode } = await import('uqr');
  const { size, data } = encode(text, { ecc: 'M', border });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join('') };
}

/** An address for a camera. What cannot be drawn can still be typed or copied: its place then stays empty. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [drawing, setDrawing] = useState<Drawing | 'none'>();
  useEffect(() => {
    let isWanted = true;
    draw(text).then(
      (drawn) => isWanted && setDrawing(drawn),
      () => isWanted && setDrawing('none'),
    );
    return () => {
      isWanted = false;
    };
  }, [text]);
  if (drawing === undefined) return <Spinner />;
  if (drawing === 'none') return null;
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${drawing.size} ${drawing.size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={drawing.path} />
    </svg>
  );
}
