import { useEffect, useState } from 'preact/hooks';

/**
 * What `read` makes of the text of a chosen file, and anew of another one; undefined until then. A file of more than `most` bytes
 * is not even read.
 */
export function useReading<T>(
  file: File,
  most: number,
  read: (text: string) => T,
): T | 'too-large' | 'unreadable' | undefined {
  const [reading, setReading] = useState<T | 'too-large' | 'unreadable'>();
  useEffect(() => {
    let current = true;
    const take = async () => {
      if (file.size > most) return 'too-large';
      try {
        return read(await file.text());
      } catch (error) {
        console.error('peerside: a file could not be read', error);
        return 'unreadable';
      }
    };
    setReading(undefined);
    void take().then((taken) => {
      if (current) setReading(() => taken);
    });
    return () => {
      current = false;
    };
  }, [file]);
  return reading;
}
