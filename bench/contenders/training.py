"""NumPy's side of the training step: the assignment's modular layers, written for this comparison.

Draws the same weights and batches as the library, so the losses must agree. Protocol: each
line on stdin is a number of steps; the answer is a line of JSON.
"""
import json
import resource
import sys
import time

import numpy as np

N, D, H, C, ROWS = 100, 3072, 50, 10, 4000
REG, LEARNING_RATE = 0.1, 1e-3


def affine_forward(x, w, b):
    return x.reshape(x.shape[0], -1) @ w + b, (x, w)


def affine_backward(dout, cache):
    x, w = cache
    return (dout @ w.T).reshape(x.shape), x.reshape(x.shape[0], -1).T @ dout, dout.sum(axis=0)


def softmax_loss(x, y):
    shifted = x - x.max(axis=1, keepdims=True)
    log_probs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(x.shape[0])
    dx = np.exp(log_probs)
    dx[rows, y] -= 1
    return -log_probs[rows, y].mean(), dx / x.shape[0]


class TwoLayerNet:
    def __init__(self, random, dtype):
        self.params = {
            "W1": (1e-3 * random.randn(D, H)).astype(dtype),
            "b1": np.zeros(H, dtype),
            "W2": (1e-3 * random.randn(H, C)).astype(dtype),
            "b2": np.zeros(C, dtype),
        }

    def scores(self, X):
        hidden, _ = affine_forward(X, self.params["W1"], self.params["b1"])
        return affine_forward(np.maximum(hidden, 0), self.params["W2"], self.params["b2"])[0]

    def loss(self, X, y):
        p = self.params
        hidden, cache1 = affine_forward(X, p["W1"], p["b1"])
        scores, cache2 = affine_forward(np.maximum(hidden, 0), p["W2"], p["b2"])
        loss, dscores = softmax_loss(scores, y)
        loss += 0.5 * REG * ((p["W1"] ** 2).sum() + (p["W2"] ** 2).sum())
        dactive, dW2, db2 = affine_backward(dscores, cache2)
        _, dW1, db1 = affine_backward(dactive * (hidden > 0), cache1)
        return loss, {"W1": dW1 + REG * p["W1"], "b1": db1, "W2": dW2 + REG * p["W2"], "b2": db2}

    def step(self, X, y, random):
        mask = random.choice(len(y), N)
        loss, grads = self.loss(X[mask], y[mask])
        for name, gradient in grads.items():
            self.params[name] = self.params[name] - LEARNING_RATE * gradient
        return loss


def example_images(count):
    """The pixels and labels that exampleImages.mjs makes."""
    i = np.arange(count * D, dtype=np.uint32)
    return (i * np.uint32(2654435761) >> 24).astype(np.uint8).reshape(count, D), np.arange(count) * 7 % C


def answer(milliseconds, check):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"ms": milliseconds, "check": float(check), "peakMB": peak}), flush=True)


def main():
    dtype = np.dtype(sys.argv[1])
    random = np.random.RandomState(0)
    net = TwoLayerNet(random, dtype)
    pixels, y = example_images(ROWS)
    X = pixels.astype(np.float64)
    X = (X - X.mean(axis=0)).astype(dtype)
    losses = []
    for line in sys.stdin:
        times = []
        for _ in range(int(line)):
            start = time.perf_counter()
            losses.append(net.step(X, y, random))
            times.append(1000 * (time.perf_counter() - start))
        answer(times, losses[39])


if __name__ == "__main__":
    main()
