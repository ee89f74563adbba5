(function () {
  "use strict";
  var form = document.getElementById("filters");
  var shown = document.getElementById("shown");
  var findings = Array.prototype.slice.call(document.querySelectorAll("[data-finding]"));
  var practices = Array.prototype.slice.call(document.querySelectorAll("[data-practice-row]"));
  var areas = Array.prototype.slice.call(document.querySelectorAll("[data-area]"));
  var noneFound = document.getElementById("no-finding-matches");

  function chosen(name) { return form.elements[name].value; }
  function is(item, key, value) { return value === "" || item.dataset[key] === value; }
  function holds(item, key, value) { return value === "" || item.dataset[key].split(" ").indexOf(value) >= 0; }

  function apply() {
    var status = chosen("status"), practice = chosen("practice"), severity = chosen("severity"), file = chosen("file");
    var visible = Object.create(null), findingsLeft = 0, practicesLeft = 0;
    findings.forEach(function (item) {
      var show = is(item, "status", status) && holds(item, "practices", practice) &&
        is(item, "severity", severity) && is(item, "file", file);
      item.hidden = !show;
      if (show) { visible[item.dataset.finding] = true; findingsLeft += 1; }
    });
    practices.forEach(function (item) {
      var show = is(item, "status", status) && is(item, "practiceRow", practice);
      if (show && (severity !== "" || file !== "")) {
        show = item.dataset.findings.split(" ").some(function (id) { return visible[id]; });
      }
      item.hidden = !show;
      if (show) { practicesLeft += 1; }
    });
    areas.forEach(function (area) {
      area.hidden = !area.querySelector("[data-practice-row]:not([hidden])");
    });
    if (noneFound) { noneFound.hidden = findingsLeft > 0; }
    shown.textContent = practicesLeft + " of " + practices.length + " practices, " +
      findingsLeft + " of " + findings.length + " findings";
  }

  function setAll(open) {
    findings.concat(practices).forEach(function (item) { if (!item.hidden) { item.open = open; } });
  }

  function openTarget() {
    var target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    if (target && target.tagName === "DETAILS") {
      if (target.hidden) { form.reset(); apply(); }
      target.open = true;
      target.scrollIntoView();
    }
  }

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  document.getElementById("expand").addEventListener("click", function () { setAll(true); });
  document.getElementById("collapse").addEventListener("click", function () { setAll(false); });
  window.addEventListener("hashchange", openTarget);

  var closed = [];
  window.addEventListener("beforeprint", function () {
    closed = Array.prototype.filter.call(document.querySelectorAll("details"), function (item) { return !item.open; });
    closed.forEach(function (item) { item.open = true; });
  });
  window.addEventListener("afterprint", function () {
    closed.forEach(function (item) { item.open = false; });
    closed = [];
  });

  form.reset();
  apply();
  openTarget();
})();
