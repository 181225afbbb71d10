// Publishes a record by hand.

import {ask, byId, element, say} from './dom.js';

const USERS = 5;
const ITEMS = ['book', 'lamp', 'tea', 'chair'];

const any = list => list[Math.floor(Math.random() * list.length)];
const aUser = () => 'user_' + (1 + Math.floor(Math.random() * USERS));

/** As the handout has it: seconds, with the milliseconds behind the point. */
const event = (user, type, data = '') =>
  `{"user_id":${JSON.stringify(user)},"event_type":"${type}","timestamp":${(Date.now() / 1000).toFixed(3)}${data}}`;

const EXAMPLES = {
  login: user => event(user, 'login'),
  purchase: user => event(user, 'purchase', `,"amount":${(5 + Math.random() * 90).toFixed(2)},"item":"${any(ITEMS)}"`),
  logout: user => event(user, 'logout'),
  '{invalid json}': () => '{invalid json}',
};

let topic = null;
let partitions = '';

export const preparePublishing = published => {
  byId('publish').open = matchMedia('(min-width: 64rem)').matches;
  byId('fillers').append(...Object.keys(EXAMPLES).map(filler));
  byId('publish-null').addEventListener('change', () => {
    byId('publish-value').disabled = byId('publish-null').checked;
  });
  byId('publish-form').addEventListener('submit', submitted => {
    submitted.preventDefault();
    void send(published);
  });
};

const filler = name => {
  const button = element('button', {type: 'button'}, name);
  button.addEventListener('click', () => {
    const key = byId('publish-key');
    key.value = key.value || aUser();
    byId('publish-value').value = EXAMPLES[name](key.value);
    byId('publish-value').disabled = byId('publish-null').checked = false;
  });
  return button;
};

export const publishTo = chosen => {
  topic = chosen?.name ?? null;
  byId('publish').hidden = topic === null || chosen.internal;
  const numbers = (chosen?.partitions ?? []).map(each => each.number);
  if (partitions !== numbers.join()) {
    partitions = numbers.join();
    byId('publish-partition').replaceChildren(
      element('option', {value: ''}, 'by key'),
      ...numbers.map(each => element('option', {value: each}, String(each))));
  }
};

const send = async published => {
  const partition = byId('publish-partition').value;
  const record = {
    topic,
    partition: partition === '' ? null : Number(partition),
    key: byId('publish-key').value === '' ? null : byId('publish-key').value,
    value: byId('publish-null').checked ? null : byId('publish-value').value,
  };
  byId('publish-send').disabled = true;
  try {
    const place = await ask('/api/publish', {}, {
      method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(record),
    });
    say(byId('published'), `Stored in partition ${place.partition} at offset ${place.offset}.`);
    published();
  } catch (failure) {
    say(byId('published'), failure.message);
  } finally {
    byId('publish-send').disabled = false;
  }
};
