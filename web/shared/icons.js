// The icons of all pages but the bar, as inline SVG in the colour of the text. 24 × 24, a stroke of 2.
import { icon as drawn } from "../bar/parts.js";

export const SHAPES = {
  shield: "M12 3l7 3v5c0 4.6-2.9 8.3-7 10-4.1-1.7-7-5.4-7-10V6zM9 12l2 2 4-4",
  phone: "M6 3h3l2 5-2 2a12 12 0 005 5l2-2 5 2v3a2 2 0 01-2 2A17 17 0 014 5a2 2 0 012-2z",
  mobile: "M8 3h8a1 1 0 011 1v16a1 1 0 01-1 1H8a1 1 0 01-1-1V4a1 1 0 011-1zM11 18h2",
  mail: "M3 6h18v12H3zM3 7l9 6 9-6",
  snow: "M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9",
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M6 6l12 12M18 6L6 18",
  warning: "M12 4l9 16H3zM12 10v4M12 17h.01",
  clock: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l3 2",
  undo: "M9 7L4 12l5 5M4 12h11a4 4 0 010 8h-3",
  receipt: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  globe: "M12 3a9 9 0 100 18 9 9 0 000-18zM3 12h18M12 3c5 5 5 13 0 18-5-5-5-13 0-18z",
  server: "M4 5h16v6H4zM4 13h16v6H4zM8 8h.01M8 16h.01",
  tools: "M14 6a4 4 0 015-2l-3 3 1 1 3-3a4 4 0 01-5 5l-8 9-3-3 9-8z",
  card: "M3 6h18v12H3zM3 10h18M7 14h4",
  lock: "M6 11h12v9H6zM9 11V8a3 3 0 016 0v3",
};

/** @param {keyof SHAPES} name */
export function icon(name) {
  return drawn(SHAPES[name]);
}
