// Indents JSON and marks its parts. The text itself is kept, token by token: 19.90 stays 19.90.

import {element} from './dom.js';

const TOKEN = /"(?:\\.|[^"\\])*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]/g;
const INDENT = '  ';

/** Returns the parts of a JSON text, indented. */
export const indented = text => {
  const tokens = text.match(TOKEN) ?? [];
  const parts = [];
  let depth = 0;
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    if (token === '{' || token === '[') {
      depth++;
      parts.push(token + (closes(next) ? '' : line(depth)));
    } else if (closes(token)) {
      depth--;
      parts.push((opens(tokens[i - 1]) ? '' : line(depth)) + token);
    } else if (token === ',') {
      parts.push(',' + line(depth));
    } else if (token === ':') {
      parts.push(': ');
    } else {
      parts.push(element('span', {class: kind(token, next)}, token));
    }
  });
  return parts;
};

const opens = token => token === '{' || token === '[';
const closes = token => token === '}' || token === ']';
const line = depth => '\n' + INDENT.repeat(Math.min(depth, 40));

const kind = (token, next) => {
  if (token.startsWith('"')) {
    return next === ':' ? 'json-name' : 'json-text';
  }
  return /^[-\d]/.test(token) ? 'json-number' : 'json-word';
};
