// The list of messages, newest first. It never has more than the server sends at once.

import {byId, count, element, grouped, say, visible} from './dom.js';
import {indented} from './json.js';
import {nameOf} from './keys.js';

export const MOST = 1_000;
const ON_SCREEN = 60;
const IN_FRAME = 250;
const MOST_OF_PREVIEW = 300;

const newestFirst = (a, b) =>
  b.timestamp - a.timestamp || a.partition - b.partition || b.offset - a.offset;

const idOf = record => record.partition + ':' + record.offset;

export class Messages {
  #rows = new Map();
  #rest = 0;
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
   * Adds records and returns those that had to go: the oldest ones, or the newest ones.
   */
  add(records, {fresh = false, dropNewest = false} = {}) {
    const known = new Map(this.records.map(record => [idOf(record), record]));
    records.forEach(record => known.set(idOf(record), record));
    const all = [...known.values()].sort(newestFirst);
    const from = dropNewest ? Math.max(0, all.length - MOST) : 0;
    this.records = all.slice(from, from + MOST);
    const dropped = [...all.slice(0, from), ...all.slice(from + MOST)];
    if (records.length > ON_SCREEN) {
      // To take out and put in a thousand rows one by one makes the browser look at all others each time.
      byId('message-list').replaceChildren();
    }
    dropped.forEach(record => this.#remove(record));
    this.#place(fresh);
    return dropped;
  }

  #remove(record) {
    this.#rows.get(idOf(record))?.remove();
    this.#rows.delete(idOf(record));
  }

  /** Makes as many rows as fit on a screen, and the others with the next frames. */
  #place(fresh, most = ON_SCREEN) {
    cancelAnimationFrame(this.#rest);
    let made = 0;
    const list = byId('message-list');
    let at = list.firstChild;
    for (const record of this.records) {
      const known = this.#rows.get(idOf(record));
      if (known !== undefined && known === at) {
        at = at.nextSibling;
        continue;
      }
      if (known === undefined && ++made > most) {
        this.#rest = requestAnimationFrame(() => this.#place(fresh, IN_FRAME));
        return;
      }
      list.insertBefore(known ?? this.#make(record, fresh), at);
    }
  }

  open(record) {
    const row = this.#rows.get(idOf(record));
    if (row !== undefined) {
      row.firstChild.open = true;
      row.scrollIntoView({block: 'center'});
      row.querySelector('summary').focus({preventScroll: true});
    }
  }

  #make(record, fresh) {
    const details = element('details', {class: record.fault === null ? null : 'malformed'}, this.#summary(record));
    details.addEventListener('toggle', () => {
      if (details.open && details.children.length === 1) {
        details.append(this.#body(record));
      }
    });
    const row = element('li', {class: fresh ? 'fresh' : null}, details);
    this.#rows.set(idOf(record), row);
    return row;
  }

  #summary(record) {
    const mark = markOf(record.fault);
    return element(
      'summary', {},
      cell('partition', 'partition ', String(record.partition)),
      cell('offset', 'offset ', grouped(record.offset)),
      cell('time', 'at ', timeOf(record.timestamp)),
      element(
        'span', {class: 'key'},
        element('span', {class: 'dot ' + this.#keys.colour(record), 'aria-hidden': 'true'}, this.#keys.number(record)), ' ',
        element('bdi', {class: record.key === null ? 'faint' : null}, visible(nameOf(record)).slice(0, 100))),
      element(
        'span', {class: 'value'},
        mark === null ? null : element('span', {class: 'mark'}, mark), ' ', preview(record.value)));
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

const cell = (name, hidden, text) =>
  element('span', {class: name}, element('span', {class: 'unseen'}, hidden), text);

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
