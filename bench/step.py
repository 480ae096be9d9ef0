"""One training step of the assignment in NumPy, as its modular layers do it; reads commands from stdin.

Usage: step.py DTYPE; each line on stdin is a number of steps to run; it answers with the
milliseconds that each took, as JSON.
"""
import json
import sys
import time

import numpy as np

N, D, H, C, ROWS = 100, 3072, 50, 10, 5000
REG, LEARNING_RATE = 0.1, 1e-3
dtype = np.dtype(sys.argv[1])

rng = np.random.RandomState(0)
X_train = (rng.randint(0, 256, (ROWS, D)) - 120).astype(dtype)
y_train = rng.randint(0, C, ROWS)
params = {
    "W1": (1e-3 * rng.randn(D, H)).astype(dtype),
    "b1": np.zeros(H, dtype),
    "W2": (1e-3 * rng.randn(H, C)).astype(dtype),
    "b2": np.zeros(C, dtype),
}


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


def step():
    mask = rng.choice(ROWS, N)
    x, y = X_train[mask], y_train[mask]
    hidden, cache1 = affine_forward(x, params["W1"], params["b1"])
    active = np.maximum(hidden, 0)
    scores, cache2 = affine_forward(active, params["W2"], params["b2"])
    loss, dscores = softmax_loss(scores, y)
    W1, W2 = params["W1"], params["W2"]
    loss += 0.5 * REG * ((W1 * W1).sum() + (W2 * W2).sum())
    dactive, dW2, db2 = affine_backward(dscores, cache2)
    _, dW1, db1 = affine_backward(dactive * (hidden > 0), cache1)
    grads = {"W1": dW1 + REG * W1, "b1": db1, "W2": dW2 + REG * W2, "b2": db2}
    for name, gradient in grads.items():
        params[name] = params[name] - LEARNING_RATE * gradient
    return loss


for line in sys.stdin:
    times = []
    for _ in range(int(line)):
        start = time.perf_counter()
        step()
        times.append(1000 * (time.perf_counter() - start))
    print(json.dumps(times), flush=True)
