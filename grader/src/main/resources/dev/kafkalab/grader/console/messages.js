// The list of messages, newest first. It never has more than the server sends at once.

import {byId, count, element, grouped, say, visible} from './dom.js';
import {indented} from './json.js';
import {nameOf} from './keys.js';

export const MOST = 1_000;
const ON_SCREEN = 60;
const IN_FRAME = 500;
const MOST_OF_PREVIEW = 300;

const newestFirst = (a, b) =>
  b.timestamp - a.timestamp || a.partition - b.partition || b.offset - a.offset;

const idOf = record => record.partition + ':' + record.offset;

export class Messages {
  #rows = new Map();
  #rest = 0;
  #fresh = false;
  #keys;
  #find;
  records = [];

  /** @param find called with a key whose messages are wanted */
  constructor(keys, find) {
    this.#keys = keys;
    this.#find = find;
  }

  clear() {
    this.records = [];
    this.#rows.clear();
    byId('message-list').replaceChildren();
  }

  /**
   * Keeps records and returns those that had to go: the oldest ones, or the newest ones.
   * Their rows come when they are shown.
   */
  add(records, {fresh = false, dropNewest = false} = {}) {
    const known = new Map(this.records.map(record => [idOf(record), record]));
    records.forEach(record => known.set(idOf(record), record));
    const all = [...known.values()].sort(newestFirst);
    const from = dropNewest ? Math.max(0, all.length - MOST) : 0;
    this.records = all.slice(from, from + MOST);
    this.#fresh = fresh;
    const dropped = [...all.slice(0, from), ...all.slice(from + MOST)];
    if (records.length > ON_SCREEN) {
      // To take out and put in a thousand rows one by one makes the browser look at all others each time.
      byId('message-list').replaceChildren();
    }
    dropped.forEach(record => this.#remove(record));
    return dropped;
  }

  #remove(record) {
    this.#rows.get(idOf(record))?.remove();
    this.#rows.delete(idOf(record));
  }

  /** Puts as many rows in place as fit on a screen; the others follow when these are painted. */
  show() {
    cancelAnimationFrame(this.#rest);
    if (this.#place(ON_SCREEN)) {
      // The next callback would be before the first rows are painted, and delay them.
      this.#rest = requestAnimationFrame(() => this.#placeRest());
    }
  }

  #placeRest() {
    this.#rest = requestAnimationFrame(() => this.#place(IN_FRAME) && this.#placeRest());
  }

  /** Makes at most so many rows, and returns whether there are more. */
  #place(most) {
    const list = byId('message-list');
    const together = document.createDocumentFragment();
    let made = 0;
    let at = list.firstChild;
    for (const record of this.records) {
      const known = this.#rows.get(idOf(record));
      if (known !== undefined && known === at) {
        if (together.firstChild !== null) {
          list.insertBefore(together, at);
        }
        at = at.nextSibling;
      } else if (known === undefined && ++made > most) {
        break;
      } else {
        together.append(known ?? this.#make(record));
      }
    }
    list.insertBefore(together, at);
    return made > most;
  }

  open(record) {
    const row = this.#rows.get(idOf(record));
    if (row !== undefined) {
      row.firstChild.open = true;
      row.scrollIntoView({block: 'center'});
      row.querySelector('summary').focus({preventScroll: true});
    }
  }

  #make(record) {
    const row = BLANK.cloneNode(true);
    const details = row.firstChild;
    const [partition, offset, time, key, value] = details.firstChild.children;
    partition.append(String(record.partition));
    offset.append(grouped(record.offset));
    time.append(timeOf(record.timestamp));
    key.firstChild.className = 'dot ' + this.#keys.colour(record);
    key.firstChild.append(this.#keys.number(record));
    key.lastChild.append(visible(nameOf(record)).slice(0, 100));
    if (record.key === null) {
      key.lastChild.className = 'faint';
    }
    if (record.fault !== null) {
      details.className = 'malformed';
      value.append(element('span', {class: 'mark'}, markOf(record.fault)), ' ');
    }
    value.append(preview(record.value));
    if (this.#fresh) {
      row.className = 'fresh';
    }
    details.addEventListener('toggle', () => {
      if (details.open && details.children.length === 1) {
        details.append(this.#body(record));
      }
    });
    this.#rows.set(idOf(record), row);
    return row;
  }

  #body(record) {
    const facts = [
      ['Place', `partition ${record.partition}, offset ${record.offset}`],
      ['Time', `${new Date(record.timestamp).toISOString()}, set by the ${record.appended ? 'broker' : 'producer'}`],
      ['Key', keyOf(record)],
      ...record.headers.map(header => ['Header ' + visible(header.name), header.value === null ? 'null' : textOf(header.value)]),
      ['Value', sizeOf(record.value)],
    ];
    const body = element(
      'div', {class: 'body'},
      record.fault === null ? null : element('p', {class: 'fault'}, 'Malformed: ' + visible(record.fault)),
      element('dl', {}, ...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])),
      full(record));
    if (record.key !== null && !record.key.hex && !record.key.cut && record.key.text !== '') {
      const button = element('button', {type: 'button'}, 'Find all of this key');
      button.addEventListener('click', () => this.#find(record.key.text));
      body.append(element('p', {}, button));
    }
    return body;
  }
}

const cell = (name, hidden) => element('span', {class: name}, element('span', {class: 'unseen'}, hidden));

/** A row without its texts: to copy it takes less time than to make it. */
const BLANK = element('li', {}, element('details', {}, element(
  'summary', {},
  cell('partition', 'partition '), cell('offset', 'offset '), cell('time', 'at '),
  element('span', {class: 'key'}, element('span', {class: 'dot', 'aria-hidden': 'true'}), ' ', element('bdi')),
  element('span', {class: 'value'}))));

const twoDigits = number => String(number).padStart(2, '0');

const timeOf = timestamp => {
  const time = new Date(timestamp);
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(twoDigits).join(':')
    + '.' + String(time.getMilliseconds()).padStart(3, '0');
  return time.toDateString() === new Date().toDateString()
    ? clock
    : [time.getFullYear(), twoDigits(time.getMonth() + 1), twoDigits(time.getDate())].join('-') + ' ' + clock;
};

const markOf = fault => {
  if (fault === null) {
    return null;
  }
  return fault.startsWith('JSON,') ? 'not an event' : fault.split(':')[0];
};

const preview = value => {
  if (value === null) {
    return element('span', {class: 'faint'}, 'null (tombstone)');
  }
  const text = value.text.slice(0, MOST_OF_PREVIEW).replace(/\s+/g, ' ');
  return element('code', {}, (value.hex ? 'hex ' : '') + visible(text));
};

const textOf = bytes => (bytes.hex ? 'not UTF-8, in hexadecimal: ' : '') + visible(bytes.text) + (bytes.cut ? ' …' : '');

const keyOf = record => {
  if (record.key === null) {
    return 'no key';
  }
  return record.key.text === '' ? 'empty: 0 bytes' : textOf(record.key);
};

const sizeOf = value => {
  if (value === null) {
    return 'null (tombstone)';
  }
  const size = count(value.bytes, 'byte');
  const kind = value.hex ? ', not UTF-8: shown in hexadecimal' : '';
  return value.cut ? `${size}${kind}; only the first ${count(value.text.length, 'character')} are shown` : size + kind;
};

const full = record => {
  if (record.value === null) {
    return null;
  }
  const isJson = record.fault === null || record.fault.startsWith('JSON,');
  return isJson && !record.value.cut && !record.value.hex
    ? element('pre', {class: 'json'}, element('code', {}, ...indented(visible(record.value.text))))
    : element('pre', {}, element('code', {}, visible(record.value.text)));
};

export const sayHowMany = (shown, all, what) =>
  say(byId('messages-count'), shown === all
    ? count(all, 'message') + what
    : grouped(shown) + ' of ' + count(all, 'message') + what);
