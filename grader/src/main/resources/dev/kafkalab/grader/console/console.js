// The page: asks for the state once a second, and for messages when there are new ones.

import {ask, byId, count, element, grouped, say} from './dom.js';
import {showGroups} from './groups.js';
import {Keys} from './keys.js';
import {drawLanes} from './lanes.js';
import {Messages, sayHowMany} from './messages.js';
import {preparePublishing, publishTo} from './publish.js';
import {pulse, startPulse, trouble} from './pulse.js';
import {chosenByAddress, showTopics, total} from './topics.js';

const LAB_TOPIC = 'user-events';

const keys = new Keys();
const messages = new Messages(keys, find);

let state = null;
let topic = null;      // the one that is shown, as it is in the state
let loaded = null;     // the name of the topic whose messages are shown, or being read
let groups = [];       // all of them, those of the topic first
let partition = '';    // the one that is shown alone, or none
let user = '';         // whose messages are shown, or nobody's
let found = null;      // what a search has found
let from = {};         // by partition, the oldest offset that was read
let next = {};         // by partition, the offset to go on with
let follows = true;    // whether new messages are added
let loading = 0;       // tells an answer that is still wanted from one that is not

async function askState() {
  state = await ask('/api/state');
  await showState();
}

async function showState() {
  say(byId('title'), 'Kafka on ' + state.address);
  document.title = 'Kafka on ' + state.address;
  say(byId('cluster'), [
    state.version && 'Kafka ' + state.version, count(state.brokers, 'broker'),
    count(state.topics.filter(each => !each.internal).length, 'topic')].filter(Boolean).join(' · '));
  const chosen = choose();
  const isOther = chosen?.name !== loaded || wasMadeAnew(chosen);
  topic = chosen;
  if (isOther) {
    keys.forget();
  }
  groups = ownFirst(state.groups);
  showTopics(state.topics, topic?.name, byId('internal').checked, state.topicsLeftOut);
  showGroups(groups, topic?.name, state.groupsLeftOut);
  byId('empty').hidden = topic !== null;
  byId('picture').hidden = byId('messages').hidden = topic === null;
  publishTo(topic);
  if (topic !== null) {
    showPartitions();
    await (isOther ? load() : follow());
    draw();
  }
}

function choose() {
  const wanted = chosenByAddress();
  const visible = state.topics.filter(each => !each.internal);
  return state.topics.find(each => each.name === wanted)
    ?? visible.find(each => each.name === LAB_TOPIC) ?? visible[0] ?? null;
}

function ownFirst(all) {
  const isOwn = group => group.progress.some(each => each.topic === topic?.name);
  return [...all.filter(isOwn), ...all.filter(group => !isOwn(group))];
}

/** A topic that was deleted and created again ends earlier than it was read. */
const wasMadeAnew = chosen => chosen?.partitions.some(each => each.end < (next[each.number] ?? 0));

function showPartitions() {
  const select = byId('filter-partition');
  const numbers = topic.partitions.map(each => String(each.number));
  if (select.children.length !== numbers.length + 1) {
    select.replaceChildren(
      element('option', {value: ''}, 'all'), ...numbers.map(each => element('option', {value: each}, each)));
    select.value = partition = numbers.includes(partition) ? partition : '';
  }
}

/** The first messages are asked for together with the state: most often the lab's topic is wanted. */
const expected = chosenByAddress() ?? LAB_TOPIC;
let early = ask('/api/records', {topic: expected}).catch(() => null);

async function newest() {
  const answer = topic.name === expected && partition === '' ? await early : null;
  early = null;
  return answer ?? ask('/api/records', {topic: topic.name, partition});
}

/** Reads the newest messages, or those of a user, in place of what is shown. */
async function load() {
  const mine = ++loading;
  loaded = topic.name;
  say(byId('note'), user ? `Looking for ${user} …` : '');
  let answer;
  try {
    answer = user ? await ask('/api/search', {topic: topic.name, user}) : await newest();
  } catch (failure) {
    loaded = mine === loading ? null : loaded; // so that it is tried again
    throw failure;
  }
  if (mine !== loading) {
    return;
  }
  found = user ? answer : null;
  replaceBy(user ? answer.read : answer);
  say(byId('note'), user ? whatWasFound() : '');
}

function replaceBy(read) {
  messages.clear();
  keys.learn(read.records);
  messages.add(read.records.filter(isWanted));
  from = {...read.from};
  next = {...read.next};
  follows = true;
}

const isWanted = record =>
  (partition === '' || record.partition === Number(partition))
  && (user === '' || record.key?.text === user || record.user === user);

function whatWasFound() {
  const kept = found.read.records.length;
  return `${count(found.found, 'message')} of ${user} among ${count(found.lookedThrough, 'message')}`
    + (kept < found.found ? `; the newest ${grouped(kept)} are shown` : '')
    + (found.complete ? '.' : '; the search ended early.');
}

/** Adds what came since; if that is more than the page keeps, it starts anew. */
async function follow() {
  const behind = topic.partitions
    .filter(each => partition === '' || each.number === Number(partition))
    .filter(each => each.end > (next[each.number] ?? 0));
  if (!follows || behind.length === 0) {
    return;
  }
  const mine = loading;
  const after = behind.map(each => each.number + ':' + (next[each.number] ?? 0)).join();
  const read = await ask('/api/records', {topic: topic.name, after});
  if (mine !== loading) {
    return;
  }
  if (read.skipped > 0 && user === '') {
    await load();
    return;
  }
  keys.learn(read.records);
  const wanted = read.records.filter(isWanted);
  forgetBefore(messages.add(wanted, {fresh: true}));
  Object.assign(next, read.next);
  if (found !== null && wanted.length > 0) {
    found.found += wanted.length;
    found.lookedThrough += read.records.length;
    say(byId('note'), whatWasFound());
  }
}

/** What had to go is older than what is shown: the button brings it back. */
function forgetBefore(dropped) {
  for (const record of dropped) {
    from[record.partition] = Math.max(from[record.partition] ?? 0, record.offset + 1);
  }
}

async function older() {
  const before = Object.entries(from).map(([number, offset]) => number + ':' + offset).join();
  const read = await ask('/api/records', {topic: topic.name, before});
  keys.learn(read.records);
  const dropped = messages.add(read.records.filter(isWanted), {dropNewest: true});
  Object.assign(from, read.from);
  follows = follows && dropped.length === 0;
  draw();
  if (dropped.length > 0) {
    say(byId('note'), 'Older messages are shown; new ones are not added.');
    byId('messages').scrollIntoView();
  }
}

function draw() {
  const alone = partition === '' ? topic.partitions : topic.partitions.filter(each => String(each.number) === partition);
  const all = alone.reduce((sum, each) => sum + each.end - each.first, 0);
  say(byId('picture-title'), topic.name);
  say(byId('picture-count'), count(topic.partitions.length, 'partition') + ' · ' + count(total(topic), 'message'));
  sayHowMany(messages.records.length, found?.found ?? all, ', newest first');
  byId('older').hidden = user !== '' || !alone.some(each => (from[each.number] ?? 0) > each.first);
  byId('filter-clear').hidden = user === '' && partition === '' && follows;
  // First: they ask how wide the page is, which takes longer to answer with rows that are new.
  drawLanes(topic, messages.records, keys, groups, record => messages.open(record));
  messages.show();
}

function find(wanted) {
  byId('filter-user').value = wanted;
  user = wanted;
  void reload();
}

async function reload() {
  try {
    await load();
    draw();
  } catch (failure) {
    trouble(failure.message);
  }
}

// The address names the topic, so this link does not change it.
byId('skip').addEventListener('click', clicked => {
  clicked.preventDefault();
  byId('messages').focus();
});
byId('filter').addEventListener('submit', submitted => {
  submitted.preventDefault();
  user = byId('filter-user').value;
  void reload();
});
byId('filter-partition').addEventListener('change', () => {
  partition = byId('filter-partition').value;
  void reload();
});
byId('filter-clear').addEventListener('click', () => {
  byId('filter-user').value = user = '';
  byId('filter-partition').value = partition = '';
  void reload();
});
byId('older').addEventListener('click', () => void older().catch(failure => trouble(failure.message)));
byId('internal').addEventListener('change', () => void pulse());
addEventListener('hashchange', () => {
  byId('filter-user').value = user = '';
  byId('filter-partition').value = partition = '';
  void pulse();
});
addEventListener('resize', () => topic === null || draw());

preparePublishing(() => void pulse());
startPulse(askState);
