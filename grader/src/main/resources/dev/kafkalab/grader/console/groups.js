// Consumer groups: who is in them, what each member owns, and how far they are.

import {byId, count, element, grouped, say, visible} from './dom.js';
import {letter} from './lanes.js';

const COLOURS = 14;
const shown = new Map();

export const showGroups = (groups, topic, leftOut) => {
  byId('groups').hidden = false;
  say(byId('groups-count'), groups.length === 0 ? '' : count(groups.length + leftOut, 'group'));
  const names = new Set(groups.map(group => group.name));
  for (const [name, entry] of shown) {
    if (!names.has(name)) {
      entry.card.remove();
      shown.delete(name);
    }
  }
  const list = byId('group-list');
  if (groups.length === 0) {
    list.replaceChildren(element('p', {class: 'faint'}, 'No group yet. Run ', element('code', {}, './lab run consumer'), ' to see one here.'));
    return;
  }
  groups.forEach((group, place) => {
    const entry = shown.get(group.name) ?? make(group.name);
    if (list.children[place] !== entry.card) {
      list.insertBefore(entry.card, list.children[place] ?? null);
    }
    update(entry, group, place, topic);
  });
  while (list.children.length > groups.length) {
    list.lastChild.remove();
  }
};

const make = name => {
  const entry = {
    flag: element('span', {class: 'flag-mark', 'aria-hidden': 'true'}),
    state: element('span', {class: 'pill'}),
    lag: element('span', {class: 'lag'}),
    members: element('ul', {class: 'members'}),
    none: element('p', {class: 'faint'}),
    rows: element('tbody'),
    numbers: new Map(),
    last: '',
  };
  const head = ['partition', 'owner', 'committed', 'end', 'lag', 'progress'].map(each => element('th', {scope: 'col'}, each));
  entry.table = element(
    'div', {class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Partitions of the group ' + name},
    element('table', {}, element('thead', {}, element('tr', {}, ...head)), entry.rows));
  entry.card = element(
    'article', {class: 'group'},
    element('h3', {}, entry.flag, ' ', element('bdi', {}, visible(name)), ' ', entry.state, ' ', entry.lag),
    entry.none, entry.members, entry.table);
  shown.set(name, entry);
  return entry;
};

const update = (entry, group, place, topic) => {
  const now = JSON.stringify([group, place, topic]);
  if (entry.last === now) {
    return;
  }
  entry.last = now;
  say(entry.flag, letter(place));
  say(entry.state, group.state);
  entry.state.className = 'pill ' + mood(group.state);
  const lag = group.progress.reduce((sum, each) => sum + (each.lag ?? 0), 0);
  const isSilent = group.progress.every(each => each.committed === null);
  say(entry.lag, group.progress.length === 0 ? '' : isSilent ? 'nothing committed' : 'lag ' + grouped(lag));
  const numbers = numbersOf(entry, group.members);
  say(entry.none, group.members.length > 0 ? '' : 'The group is empty: no member is running. Its committed offsets are kept.');
  entry.none.hidden = group.members.length > 0;
  entry.members.replaceChildren(...group.members.map(member => memberOf(member, numbers, topic)));
  entry.rows.replaceChildren(...group.progress.map(each => row(each, numbers, topic)));
  entry.table.hidden = group.progress.length === 0;
};

const mood = state => state === 'Stable' ? 'good' : state === 'Empty' || state === 'Dead' ? 'quiet' : 'busy';

/** A member keeps its number while it is there; a free one goes to the next. */
const numbersOf = (entry, members) => {
  const ids = new Set(members.map(member => member.id));
  [...entry.numbers.keys()].filter(id => !ids.has(id)).forEach(id => entry.numbers.delete(id));
  for (const id of ids) {
    if (!entry.numbers.has(id)) {
      const used = new Set(entry.numbers.values());
      let number = 1;
      while (used.has(number)) {
        number++;
      }
      entry.numbers.set(id, number);
    }
  }
  return entry.numbers;
};

const chip = number =>
  element('span', {class: 'dot c' + ((number - 1) % COLOURS)}, 'member ' + number);

const placeOf = (owned, topic) =>
  owned.topic === topic ? String(owned.partition) : owned.topic + ' ' + owned.partition;

/** A member of the older protocol is called like its client, with something behind it. */
const idOf = member =>
  member.id.startsWith(member.clientId) ? member.id.slice(member.clientId.length) : ' ' + member.id;

const memberOf = (member, numbers, topic) => {
  const owns = member.owned.length === 0
    ? 'owns no partition'
    : (member.owned.length === 1 ? 'owns partition ' : 'owns partitions ') + member.owned.map(each => placeOf(each, topic)).join(', ');
  return element(
    'li', {},
    chip(numbers.get(member.id)), ' ', element('strong', {}, visible(owns)), ' ',
    element(
      'span', {class: 'faint'}, visible(member.clientId), element('small', {}, visible(idOf(member))),
      ' at ' + visible(member.host.replace(/^\//, ''))));
};

const row = (progress, numbers, topic) => {
  const owner = progress.owner === null
    ? element('span', {class: 'faint'}, 'no owner')
    : chip(numbers.get(progress.owner) ?? 1);
  const cells = progress.committed === null
    ? [element('td', {class: 'faint'}, 'nothing committed'), number(progress.end), element('td', {class: 'faint'}, '–')]
    : [number(progress.committed), number(progress.end),
      element('td', {class: progress.lag > 0 ? 'number behind' : 'number'}, grouped(progress.lag))];
  return element(
    'tr', {},
    element('th', {scope: 'row'}, visible(placeOf(progress, topic))), element('td', {}, owner), ...cells,
    element('td', {class: 'progress'}, bar(progress)));
};

const number = value => element('td', {class: 'number'}, grouped(value));

const bar = progress => {
  const all = progress.end - progress.first;
  const done = Math.min(all, Math.max(0, (progress.committed ?? progress.first) - progress.first));
  const fill = element('div');
  fill.style.width = (all === 0 ? 0 : 100 * done / all) + '%';
  return element('div', {class: 'bar', 'aria-hidden': 'true'}, fill);
};
