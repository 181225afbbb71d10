// Builds the page. Every text becomes a text node: nothing that comes from Kafka is ever markup.

const SVG = 'http://www.w3.org/2000/svg';

// Control characters, and those that turn the direction of a text or have no width.
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;

export const byId = id => document.getElementById(id);

/** Shows characters that nobody would see as JavaScript writes them. */
export const visible = text =>
  text.replace(UNSEEN, unseen => '\\u' + unseen.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'));

/** Makes an element; children are elements or texts. */
export const element = (name, attributes = {}, ...children) =>
  filled(document.createElement(name), attributes, children);

/** Makes an element of a drawing. */
export const drawn = (name, attributes = {}, ...children) =>
  filled(document.createElementNS(SVG, name), attributes, children);

const filled = (made, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.filter(child => child !== null));
  return made;
};

/** Sets a text only if it is another one: what did not change is not drawn again. */
export const say = (where, text) => {
  if (where.textContent !== text) {
    where.textContent = text;
  }
};

// Making one for each number would take longer than all the rest of a row.
const DIGITS = new Intl.NumberFormat('en');

/** Returns a number with a comma at each thousand. */
export const grouped = number => DIGITS.format(number);

export const count = (number, one, many = one + 's') =>
  grouped(number) + ' ' + (number === 1 ? one : many);

/** Asks the server; throws an error with a sentence for the reader. */
export const ask = async (path, parameters = {}, options = {}) => {
  const query = new URLSearchParams(parameters).toString();
  let response;
  try {
    response = await fetch(path + (query ? '?' + query : ''), options);
  } catch (stopped) {
    throw new Error("'./lab console' does not answer: it may have been stopped.");
  }
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.error);
  }
  return body;
};
