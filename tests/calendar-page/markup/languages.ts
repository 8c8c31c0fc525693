import { ar } from './languages/ar.ts';
import { cs } from './languages/cs.ts';
import { de } from './languages/de.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { fr } from './languages/fr.ts';
import { ja } from './languages/ja.ts';
import type { Words } from './words.ts';

/** The languages of the page, by tag. */
export const languages: Record<string, Words> = { ar, cs, de, en, es, fr, ja };
