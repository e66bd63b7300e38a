// The list of messages as text, for `npm run messages`. Must not print it.
import { loadKnowledge } from '../knowledge/knowledge';
import { rules } from '../rules/gathered';
import { messageList, messages } from './messages';

export const listMessages = (): string => messageList(messages(loadKnowledge(), rules));
