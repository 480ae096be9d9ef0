"""NumPy's side of the assignment: load CIFAR-10, 10 epochs with their accuracy checks."""
import os
import sys
import time

import numpy as np
from training import N, TwoLayerNet, answer


def load(folder):
    pixels, labels = [], []
    for name in ["data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch"]:
        records = np.fromfile(os.path.join(folder, name + ".bin"), np.uint8).reshape(-1, 3073)
        labels.append(records[:, 0].astype(np.int64))
        pixels.append(records[:, 1:].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1).astype(np.float64))
    X, y = np.concatenate(pixels[:5]), np.concatenate(labels[:5])
    num = len(X) - 1000
    mean = X[:num].mean(axis=0)
    parts = [(X[:num], y[:num]), (X[num:], y[num:]), (pixels[5], labels[5])]
    return [((x - mean).transpose(0, 3, 1, 2).reshape(len(x), -1).copy(), t) for x, t in parts]


def accuracy(net, X, y, random, samples=None):
    if samples and len(X) > samples:
        mask = random.choice(len(X), samples)
        X, y = X[mask], y[mask]
    predicted = [net.scores(X[i : i + N]).argmax(axis=1) for i in range(0, len(X), N)]
    return (np.concatenate(predicted) == y).mean()


for line in sys.stdin:
    start = time.perf_counter()
    (X, y), (X_val, y_val), (X_test, y_test) = load(sys.argv[2])
    loaded = time.perf_counter()
    random = np.random.RandomState(0)
    net = TwoLayerNet(random, np.dtype(sys.argv[1]))
    for epoch in range(10):
        for _ in range(len(X) // N):
            net.step(X, y, random)
        accuracy(net, X, y, random, 1000)
        best = accuracy(net, X_val, y_val, random)
    end = time.perf_counter()
    answer([1000 * (end - start), 1000 * (loaded - start), 1000 * (end - loaded)], best)
