
// Sorts the table by the column whose button is pressed, and shows only the students that are looked for.
'use strict';

const byId = id => document.getElementById(id);
const table = byId('table');
const body = table.tBodies[0];
const rows = [...body.rows];
const heads = [...table.tHead.rows[0].cells];
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const text = (row, column) => row.cells[column].dataset.v ?? row.cells[column].textContent;

const values = (column, isNumber) => new Map(rows.map(row => {
  const value = text(row, column);
  return [row, isNumber && value !== '' ? parseFloat(value) : value];
}));

/** Whoever has no value comes last, in both directions. */
const compare = (one, other, isNumber, sign) => {
  if (one === '' || other === '') {
    return (one === '') - (other === '');
  }
  return sign * (isNumber ? one - other : collator.compare(one, other));
};

const sort = head => {
  const isDown = head.getAttribute('aria-sort') === 'ascending';
  const isNumber = 'number' in head.dataset;
  const value = values(head.cellIndex, isNumber);
  heads.forEach(each => each.removeAttribute('aria-sort'));
  head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
  rows.sort((one, other) => compare(value.get(one), value.get(other), isNumber, isDown ? -1 : 1));
  body.append(...rows);
};

heads.forEach(head => head.querySelector('button').addEventListener('click', () => sort(head)));

// Without accents: Muller finds Müller.
const plain = words => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const haystack = new Map(rows.map(row => [row, plain([0, 1, 2].map(i => text(row, i)).join(' '))]));

const filter = () => {
  const words = plain(byId('search').value).split(/\s+/);
  const state = byId('state').value;
  let shown = 0;
  for (const row of rows) {
    const isWanted = words.every(word => haystack.get(row).includes(word))
      && (state === '' || text(row, 3) === state);
    row.hidden = !isWanted;
    shown += isWanted;
  }
  byId('shown').textContent = `${shown} of ${rows.length} students`;
};

byId('search').addEventListener('input', filter);
byId('state').addEventListener('change', filter);
filter();
