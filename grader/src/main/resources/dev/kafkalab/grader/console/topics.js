// The list of topics: a bar for each partition.

import {byId, count, element, grouped, say} from './dom.js';

const MOST_BARS = 8;
const shown = new Map();

export const total = topic => topic.partitions.reduce((sum, each) => sum + each.end - each.first, 0);

export const linkTo = name => '#topic=' + encodeURIComponent(name);

export const chosenByAddress = () =>
  location.hash.startsWith('#topic=') ? decodeURIComponent(location.hash.slice(7)) : null;

export const showTopics = (topics, chosen, withInternal, leftOut) => {
  const listed = topics.filter(topic => withInternal || !topic.internal || topic.name === chosen);
  const names = new Set(listed.map(topic => topic.name));
  for (const [name, entry] of shown) {
    if (!names.has(name)) {
      entry.item.remove();
      shown.delete(name);
    }
  }
  listed.forEach((topic, place) => {
    const entry = shown.get(topic.name) ?? make(topic.name);
    const list = byId('topic-list');
    if (list.children[place] !== entry.item) {
      list.insertBefore(entry.item, list.children[place] ?? null);
    }
    update(entry, topic, topic.name === chosen);
  });
  byId('topics-more').hidden = leftOut === 0;
  say(byId('topics-more'), '… and ' + count(leftOut, 'more topic'));
};

const make = name => {
  const counts = element('span', {class: 'faint'});
  const bars = element('span', {class: 'bars'});
  const link = element('a', {href: linkTo(name)}, element('bdi', {class: 'topic-name'}, name), counts, bars);
  const entry = {item: element('li', {}, link), link, counts, bars, last: ''};
  shown.set(name, entry);
  return entry;
};

const update = (entry, topic, isChosen) => {
  if (isChosen) {
    entry.link.setAttribute('aria-current', 'true');
  } else {
    entry.link.removeAttribute('aria-current');
  }
  const now = JSON.stringify(topic);
  if (entry.last === now) {
    return;
  }
  entry.last = now;
  say(entry.counts, count(topic.partitions.length, 'partition') + ' · ' + count(total(topic), 'message'));
  const most = Math.max(1, ...topic.partitions.map(each => each.end - each.first));
  entry.bars.replaceChildren(...topic.partitions.slice(0, MOST_BARS).flatMap(each => bar(each, most)));
};

const bar = (partition, most) => {
  const messages = partition.end - partition.first;
  const fill = element('span', {class: 'fill'});
  fill.style.width = (100 * messages / most) + '%';
  return [
    element('span', {class: 'faint'}, String(partition.number)),
    element('span', {class: 'track'}, fill),
    element('span', {class: 'number'}, partition.led ? grouped(messages) : 'no leader'),
  ];
};
