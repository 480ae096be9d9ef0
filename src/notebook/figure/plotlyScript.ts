import { read } from "#host/files";
import { scriptSource } from "../../jupyter/display/html.js";
import { packagePath } from "../optionalPackage.js";

/**
 * What runs in the page once Plotly is there: draws each figure that waits in
 * `window.twoLayerNetFigures`, and from then on each that is pushed, in the place marked with its id.
 * The picture in that place stays until the drawing succeeds. A front end may put a place into
 * the document only after its script has run, hence the second looks.
 */
const DRAW_WAITING_FIGURES = `(function () {
  function draw(place, figure) {
    var picture = place.querySelector("img");
    var plot = document.createElement("div");
    plot.style.minWidth = (figure.minWidth || 0) + "px";
    place.setAttribute("data-drawn", "");
    place.appendChild(plot);
    picture.style.display = "none";
    Promise.resolve().then(function () {
      return Plotly.newPlot(plot, figure.data, figure.layout, { responsive: true, displaylogo: false });
    }).then(function () {
      plot.setAttribute("role", "img");
      plot.setAttribute("aria-label", picture.alt);
    }, function () {
      plot.remove();
      picture.style.display = "";
    });
  }
  function find(figure, looks) {
    var places = document.querySelectorAll('[data-figure="' + figure.id + '"]:not([data-drawn])');
    places.forEach(function (place) { draw(place, figure); });
    if (places.length === 0 && looks > 0) setTimeout(function () { find(figure, looks - 1); }, 100);
  }
  var waiting = window.twoLayerNetFigures;
  window.twoLayerNetFigures = { push: function (figure) { find(figure, 50); } };
  if (Array.isArray(waiting)) waiting.forEach(window.twoLayerNetFigures.push);
})();`;

let script: string | undefined;

/** The script elements that bring Plotly into a page, without a network: 1.4 MB. */
export function plotlyScript(): string {
  script ??= `<script>${scriptSource(new TextDecoder().decode(read(packagePath("plotly.js-cartesian-dist-min", "A figure"))))}</script>\n<script>${DRAW_WAITING_FIGURES}</script>\n`;
  return script;
}
