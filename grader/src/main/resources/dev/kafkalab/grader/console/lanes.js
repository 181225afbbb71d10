// Draws partitions as the grader's report does: a lane for each, a dot for each message, a number
// and a colour for each key. A flag shows where a group reads next.

import {byId, count, drawn, element, say, visible} from './dom.js';
import {nameOf} from './keys.js';

const LEFT = 92;
const STEP = 22;
const PADDING = 24;
const LANE = 46;
const MIDDLE = 29;
const FLAG = 16;
const MOST_LANES = 24;
const MOST_KEYS = 24;

/** A letter for each group, as on its flag. */
export const letter = place => String.fromCharCode(65 + place % 26);

export const drawLanes = (topic, records, keys, groups, open) => {
  const frame = byId('lanes');
  const width = Math.max(240, frame.clientWidth - PADDING);
  const lanes = topic.partitions.slice(0, MOST_LANES);
  const room = Math.floor((width - LEFT - FLAG) / STEP);
  const parts = lanes.flatMap((partition, place) => {
    const inLane = records.filter(each => each.partition === partition.number).sort((a, b) => a.offset - b.offset);
    return lane(partition, place * LANE + MIDDLE, width, room, inLane, {topic, keys, groups, open});
  });
  const height = lanes.length * LANE + 8;
  const title = count(records.length, 'message') + ' in ' + count(topic.partitions.length, 'partition')
    + ', drawn by partition and key';
  frame.replaceChildren(drawn(
    'svg', {width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': title}, ...parts));
  legend(records, keys);
};

const lane = (partition, y, width, room, inLane, context) => {
  const messages = partition.end - partition.first;
  const drawnOnes = inLane.slice(messages > room ? 2 - room : 0);
  const earlier = messages - drawnOnes.length;
  const parts = [
    drawn('text', {class: 'label', x: 0, y: y + 5}, 'partition ' + partition.number),
    drawn('line', {class: 'lane', x1: LEFT, y1: y, x2: width, y2: y}),
  ];
  let x = LEFT + STEP / 2;
  const places = [];
  if (earlier > 0 && drawnOnes.length > 0) {
    parts.push(drawn('text', {class: 'earlier', x: LEFT + 2, y: y + 4}, '+' + short(earlier)));
    x += STEP * 2;
  }
  for (const record of drawnOnes) {
    places.push({offset: record.offset, x});
    parts.push(dot(record, x, y, context));
    x += STEP;
  }
  if (messages === 0) {
    parts.push(drawn('text', {class: 'earlier', x: LEFT + 2, y: y - 4}, 'empty'));
  }
  return [...parts, ...flags(partition, places, x, y, context)];
};

const short = number =>
  number < 1_000 ? String(number) : number < 1_000_000 ? Math.floor(number / 1_000) + 'k' : Math.floor(number / 1_000_000) + 'M';

const dot = (record, x, y, {keys, open}) => {
  const title = drawn('title', {}, visible(
    `${nameOf(record)}: partition ${record.partition}, offset ${record.offset}`
    + (record.fault === null ? '' : ', ' + record.fault)));
  const shape = record.fault === null
    ? [drawn('circle', {class: keys.colour(record), cx: x, cy: y, r: 9}),
      drawn('text', {x, y: y + 4}, keys.number(record))]
    : [drawn('path', {class: 'bad', d: `M${x} ${y - 10}L${x + 10} ${y}L${x} ${y + 10}L${x - 10} ${y}Z`}),
      drawn('text', {class: 'bad', x, y: y + 4}, '!')];
  const made = drawn('g', {class: 'message'}, title, ...shape);
  made.addEventListener('click', () => open(record));
  return made;
};

/** Each is in front of the message that its group reads next. */
const flags = (partition, places, end, y, {topic, groups}) => {
  const taken = new Map();
  return groups.flatMap((group, place) => {
    const at = group.progress.find(each => each.topic === topic.name && each.partition === partition.number);
    if (at === undefined || at.committed === null) {
      return [];
    }
    const next = places.find(each => each.offset >= at.committed);
    const x = (next === undefined ? end : next.x) - STEP / 2;
    const shift = taken.get(x) ?? 0;
    taken.set(x, shift + 1);
    return [drawn(
      'g', {class: 'flag'},
      drawn('title', {}, visible(`${group.name} reads offset ${at.committed} next`)),
      drawn('line', {x1: x, y1: y - 24, x2: x, y2: y + 13}),
      drawn('rect', {x: x + shift * 15, y: y - 26, width: 14, height: 13, rx: 2}),
      drawn('text', {x: x + shift * 15 + 7, y: y - 16}, letter(place)))];
  });
};

const legend = (records, keys) => {
  const places = new Map();
  for (const record of records) {
    const known = places.get(nameOf(record)) ?? {record, partitions: new Set(), messages: 0};
    known.partitions.add(record.partition);
    known.messages++;
    places.set(nameOf(record), known);
  }
  const rank = ({record}) => record.key === null ? Infinity : Number(keys.number(record));
  const all = [...places.values()].sort((a, b) => rank(a) - rank(b));
  const malformed = records.filter(each => each.fault !== null).length;
  byId('keys').replaceChildren(
    ...all.slice(0, MOST_KEYS).map(each => entry(each, keys)), ...(malformed === 0 ? [] : [faulty(malformed)]));
  say(byId('keys-more'), all.length > MOST_KEYS ? '… and ' + count(all.length - MOST_KEYS, 'more key') : '');
};

const faulty = messages => element(
  'li', {}, element('span', {class: 'dot malformed-dot', 'aria-hidden': 'true'}, '!'), ' malformed ',
  element('span', {class: 'faint'}, '· ' + messages));

const entry = ({record, partitions, messages}, keys) => {
  const numbers = [...partitions].sort((a, b) => a - b);
  const isSpread = numbers.length > 1 && record.key !== null;
  return element(
    'li', {},
    element('span', {class: 'dot ' + keys.colour(record), 'aria-hidden': 'true'}, keys.number(record)), ' ',
    element('bdi', {}, visible(nameOf(record).slice(0, 60))), ' ',
    element('span', {class: isSpread ? 'spread' : 'faint'},
      (numbers.length > 1 ? 'partitions ' : 'partition ') + numbers.join(', ')), ' ',
    element('span', {class: 'faint'}, '· ' + messages));
};
