// Small comforts only; every page says its piece without them.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  // a tap on a mark shows what it names, where no pointer can hover
  for (const mark of document.querySelectorAll(".source mark[title]")) {
    mark.tabIndex = 0;
    mark.addEventListener("click", () => mark.classList.toggle("told"));
  }
});
