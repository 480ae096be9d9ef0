import { describe, expect, it } from "vitest";
import { preset } from "../../../src/play/playground/presets.js";
import { Session } from "../../../src/play/playground/session.js";
import { defaults } from "../../../src/play/playground/settings.js";

const weights = ({ run }: Session) => Array.from(run.net.params.W1.data);

describe("Session", () => {
  it("takes a learning rate, a batch size and a regularisation on the way, and begins anew for all else", () => {
    const session = new Session(defaults);
    session.advance(5);
    const before = weights(session);
    session.set("learningRate", 0.1);
    session.set("batchSize", 50);
    session.set("reg", 0.2);
    expect([session.run.losses.length, session.run.net.reg, weights(session)]).toEqual([5, 0.2, before]);
    session.advance(1);
    expect(session.run.losses).toHaveLength(6);
    session.set("hiddenDim", 3);
    expect([session.run.losses.length, session.run.net.params.W1.shape]).toEqual([0, [2, 3]]);
  });

  it("goes to the end of the epoch, and back to the same beginning", () => {
    const session = new Session(defaults);
    const first = weights(session);
    session.advance(3);
    session.finishEpoch();
    expect([session.run.losses.length, session.run.epochs]).toEqual([10, 1]);
    session.finishEpoch();
    expect(session.run.epochs).toBe(2);
    const [loss] = session.run.losses;
    session.reset();
    expect(weights(session)).toEqual(first);
    session.advance(1);
    expect(session.run.losses).toEqual([loss]);
  });

  it("takes points of one's own into the same network, and keeps them for the next", () => {
    const session = new Session({ ...defaults, numTraining: 10 });
    session.advance(4);
    const before = weights(session);
    session.addPoint([0.5, 9], 1);
    expect([session.isOwn, session.run.data.train.y.length, session.run.losses.length, weights(session)]).toEqual([true, 11, 4, before]);
    expect(session.run.data.train.X.toList()).toContainEqual([0.5, 3]);
    session.set("hiddenDim", 5);
    expect([session.isOwn, session.run.data.train.y.length]).toEqual([true, 11]);
    session.removeNear([0.5, 2.8]);
    expect(session.run.data.train.X.toList()).not.toContainEqual([0.5, 3]);
    session.set("noise", 0.3);
    expect(session.isOwn).toBe(false);
  });

  it("stands still without points, and says what it still can", () => {
    const session = new Session(defaults);
    session.clearPoints();
    session.removeNear([0, 0]);
    session.advance(3);
    expect([session.run.losses, session.run.measure().trainAcc]).toEqual([[], null]);
    expect(session.run.measure().dead).toHaveLength(8);
    session.begin(preset("dead"));
    expect([session.isOwn, session.run.data.train.y.length]).toEqual([false, 200]);
  });

  it("takes no more than 500 points", () => {
    const session = new Session({ ...defaults, numTraining: 500 });
    session.addPoint([0, 0], 0);
    expect(session.run.data.train.y).toHaveLength(500);
  });
});
