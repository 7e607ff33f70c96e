(function () {
  "use strict";
  var controls = document.querySelector("[data-controls]");
  if (!controls) { return; }
  var search = controls.querySelector("input[type=search]");
  var ticks = Array.prototype.slice.call(controls.querySelectorAll("input[type=checkbox]"));
  var status = controls.querySelector("[data-status]");
  var noun = status.getAttribute("data-status");
  var fold = function (text) { return text.toLowerCase().replace(/[\u2018\u2019]/g, "'").replace(/\s+/g, " "); };

  // Each row's words and kinds are taken once, so that a key press costs one pass over short strings.
  var groups = Array.prototype.map.call(document.querySelectorAll("[data-group]"), function (section) {
    var rows = Array.prototype.map.call(section.querySelectorAll("[data-kinds]"), function (row) {
      var copy = row.cloneNode(true);
      Array.prototype.forEach.call(copy.querySelectorAll(".said, summary"), function (spoken) { spoken.remove(); });
      return { row: row, kinds: row.getAttribute("data-kinds").split(" "), text: null, copy: copy };
    });
    return { section: section, rows: rows, link: document.querySelector('[data-jump="' + section.id + '"]') };
  });
  var total = groups.reduce(function (sum, group) { return sum + group.rows.length; }, 0);

  function show() {
    var wanted = fold(search.value).trim().split(" ").filter(Boolean);
    var kinds = ticks.filter(function (tick) { return tick.checked; }).map(function (tick) { return tick.value; });
    var shown = 0;
    groups.forEach(function (group) {
      var here = 0;
      group.rows.forEach(function (item) {
        if (item.text === null) { item.text = fold(item.copy.textContent); item.copy = null; }
        var match = (!kinds.length || kinds.some(function (kind) { return item.kinds.indexOf(kind) >= 0; })) &&
          wanted.every(function (word) { return item.text.indexOf(word) >= 0; });
        if (item.row.hidden === match) { item.row.hidden = !match; }
        here += match ? 1 : 0;
      });
      group.section.hidden = !here;
      if (group.link) { group.link.hidden = !here; }
      shown += here;
    });
    status.textContent = shown === total ? "Showing all " + total + " " + noun : "Showing " + shown + " of " + total + " " + noun;
  }

  var waiting = 0;
  search.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  });
  ticks.forEach(function (tick) { tick.addEventListener("change", show); });
  controls.querySelector("[data-clear]").addEventListener("click", function () {
    search.value = "";
    ticks.forEach(function (tick) { tick.checked = false; });
    show();
    search.focus();
  });
  var all = controls.querySelector("[data-open]");
  all.addEventListener("click", function () {
    var open = all.textContent === "Open all details";
    all.textContent = open ? "Close all details" : "Open all details";
    groups.forEach(function (group) {
      group.rows.forEach(function (item) {
        var details = item.row.querySelector("details");
        if (details) { details.open = open; }
      });
    });
  });
  controls.hidden = false;
  show();
}());
