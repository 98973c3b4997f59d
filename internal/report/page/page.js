(function () {
  'use strict';
  var lang = document.documentElement.lang;

  // Tables are sorted by the buttons in their heads: up, down, and back to the order they came in.
  document.querySelectorAll('table[data-sort]').forEach(function (table) {
    var body = table.tBodies[0], heads = Array.from(table.tHead.rows[0].cells), rows = Array.from(body.rows);
    function by(column, sign) {
      return function (a, b) {
        var x = a.cells[column], y = b.cells[column], i = x.dataset.k, j = y.dataset.k;
        if (i !== undefined && j !== undefined) { return sign * (i - j); }
        if (i !== undefined || j !== undefined) { return i !== undefined ? -1 : 1; } // what is not published comes last
        return sign * x.textContent.localeCompare(y.textContent, lang, { numeric: true });
      };
    }
    heads.forEach(function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.textContent = '';
      head.appendChild(button);
      button.addEventListener('click', function () {
        var next = { ascending: 'descending', descending: '' }[head.getAttribute('aria-sort')];
        if (next === undefined) { next = 'ascending'; }
        heads.forEach(function (h) { h.removeAttribute('aria-sort'); });
        var list = rows.slice();
        if (next) {
          head.setAttribute('aria-sort', next);
          list.sort(by(column, next === 'ascending' ? 1 : -1));
        }
        list.forEach(function (row) { body.appendChild(row); });
      });
    });
  });

  // What a mark of a drawing says: under the pointer, and with the arrow keys once the drawing has the focus.
  var tip = document.getElementById('tip'), said = document.getElementById('said'), timer = 0, shown = null;
  function hide() {
    clearTimeout(timer);
    tip.hidden = true;
    if (shown) { shown.classList.remove('now'); }
    shown = null;
  }
  function later() { clearTimeout(timer); timer = setTimeout(hide, 250); }
  function show(mark) {
    clearTimeout(timer);
    if (shown && shown !== mark) { shown.classList.remove('now'); }
    shown = mark;
    mark.classList.add('now');
    tip.textContent = mark.told;
    tip.hidden = false;
    var box = mark.getBoundingClientRect(), size = tip.getBoundingClientRect();
    var left = box.left + (box.width - size.width) / 2, top = box.top - size.height - 6;
    if (top < 4) { top = box.bottom + 6; }
    tip.style.left = Math.max(4, Math.min(left, document.documentElement.clientWidth - size.width - 4)) + 'px';
    tip.style.top = top + 'px';
  }
  tip.addEventListener('pointerenter', function () { clearTimeout(timer); });
  tip.addEventListener('pointerleave', later);
  document.addEventListener('keydown', function (e) { if (e.key === 'Escape') { hide(); } });
  document.addEventListener('scroll', function () { if (shown && !shown.keyed) { hide(); } }, { passive: true });

  document.querySelectorAll('.drawing').forEach(function (drawing) {
    var marks = [], at = -1;
    drawing.querySelectorAll('g > title').forEach(function (title) {
      var mark = title.parentNode;
      mark.told = title.textContent;
      title.remove(); // else the browser shows it as well
      mark.addEventListener('pointerenter', function () { mark.keyed = false; show(mark); });
      mark.addEventListener('pointerleave', later);
      marks.push(mark);
    });
    if (!marks.length) { return; }
    drawing.tabIndex = 0;
    drawing.setAttribute('role', 'group');
    drawing.setAttribute('aria-label', said.dataset.hint);
    drawing.addEventListener('keydown', function (e) {
      var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
      if (e.key === 'Home') { at = 0; } else if (e.key === 'End') { at = marks.length - 1; } else if (step) {
        at = (at + step + marks.length) % marks.length;
      } else { return; }
      e.preventDefault();
      marks[at].keyed = true;
      marks[at].scrollIntoView({ block: 'nearest', inline: 'nearest' });
      show(marks[at]);
      said.textContent = marks[at].told;
    });
    drawing.addEventListener('blur', hide);
  });
})();
