// What is to be written with some of its questions answered, by their fields. Must not know what is asked, nor of which kind it is.
import { scalarText } from '../model/yaml-text';
import type { Draft } from './snippet';

/** The first question behind each field that is known answered with its value. */
export function answered(draft: Draft, known: Readonly<Record<string, string>>): Draft {
  return Object.entries(known).reduce((before, [field, value]) => withAnswer(before, field, value), draft);
}

function withAnswer({ tokens, ...place }: Draft, field: string, value: string): Draft {
  const behind = new RegExp(`(?:^|[\\s{,])${field}: "?$`);
  let text = '';
  const asked = tokens.findIndex((token) => {
    if (typeof token !== 'string') return behind.test(text);
    text += token;
    return false;
  });
  return { ...place, tokens: tokens.map((token, i) => (i === asked ? scalarText(value, true) : token)) };
}
