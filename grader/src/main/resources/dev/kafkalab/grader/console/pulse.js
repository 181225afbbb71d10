// Asks once a second as long as somebody looks, one question at a time, and says whether answers come.

import {byId, say} from './dom.js';

const PAUSE = 1_000;

let work = async () => {};
let timer = 0;
let isAsking = false;
let asksAgain = false;

/** Shows what is wrong; an empty sentence says that nothing is. */
export const trouble = sentence => {
  say(byId('trouble'), sentence && sentence + ' Trying again …');
  say(byId('live'), sentence ? 'no answer' : 'live');
  byId('live').className = 'pill ' + (sentence ? 'bad' : 'good');
};

/** Asks now, or as soon as the question under way is answered. */
export const pulse = async () => {
  clearTimeout(timer);
  if (isAsking) {
    asksAgain = true;
    return;
  }
  isAsking = true;
  try {
    await work();
    trouble('');
  } catch (failure) {
    trouble(failure.message);
  }
  isAsking = false;
  if (asksAgain) {
    asksAgain = false;
    void pulse();
  } else if (!document.hidden) {
    timer = setTimeout(pulse, PAUSE);
  }
};

/** Begins to ask. */
export const startPulse = asked => {
  work = asked;
  document.addEventListener('visibilitychange', () => document.hidden || void pulse());
  void pulse();
};
