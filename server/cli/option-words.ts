// The options that are words of the knowledge: what `init` asks for, and what a new document can be about.
import { aboutSorts } from '../features/about';
import { firstQuestions } from '../features/first-sms';
import type { Knowledge } from '../knowledge/knowledge';
import type { OptionWords } from './asked';

export const optionWords = (knowledge: Knowledge): OptionWords => ({
  fields: firstQuestions(knowledge).map(({ field }) => field),
  sorts: aboutSorts(knowledge),
});
