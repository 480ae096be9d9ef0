"use strict";
const { alea } = require("seedrandom");

/** Removes and returns one item, and puts the last in its place. */
function excise(list, index) {
  const picked = list[index];
  const last = list.pop();
  if (index < list.length) list[index] = last;
  return picked;
}

/** A list of items in a certain order, of which the first few may be taken. */
class Dataset {
  constructor(items) {
    this.items = [...items];
  }

  /**
   * Draws the items in random order through a window: each draw picks one of the next `windowSize`
   * items, and the last of the window takes the place of the one that was picked.
   *
   * The generator (Alea, by Johannes Baagøe, from the package seedrandom), the way its seed is made
   * from the given one, and the window are those of tfjs-data, so that a seed gives the same rows.
   * A window smaller than the list favours its beginning: danfojs passes the size of the sample.
   */
  shuffle(windowSize, seed) {
    const seeds = alea(seed);
    const random = alea(String(seeds.int32() + seeds.int32()));
    const upstream = this.items.values();
    const window = [];
    const refill = () => {
      while (window.length < windowSize) window.push(upstream.next());
    };
    const shuffled = [];
    for (refill(); window.length > 0;) {
      const picked = excise(window, Math.floor(random() * window.length));
      // Past the end of the list the window fills up with ends, which take their share of the draws.
      if (picked.done) continue;
      shuffled.push(picked.value);
      refill();
    }
    return new Dataset(shuffled);
  }

  take(count) {
    return new Dataset(this.items.slice(0, count));
  }

  async toArray() {
    return this.items;
  }
}

module.exports = { Dataset };
