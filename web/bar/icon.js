const SVG = "http://www.w3.org/2000/svg";
/** A phone receiver. */
const SHAPE =
  "M6.6 2.8 9 2.2c.6-.1 1.1.1 1.4.7l1 2.4c.2.5.1 1-.3 1.4L9.8 7.9a11 11 0 0 0 5.8 5.8l1.2-1.3c.4-.4.9-.5 1.4-.3l2.4 1c.6.3.8.8.7 1.4l-.6 2.4c-.1.6-.6 1-1.2 1C11.400 18 5.500 11.700 5.600 4c0-.6.4-1.100 1-1.200Z";

export function icon() {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "4 1 19 19");
  svg.setAttribute("class", "mark");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPE);
  path.setAttribute("fill", "currentColor");
  svg.append(path);
  return svg;
}
