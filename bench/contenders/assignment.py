"""NumPy's side of the assignment: load CIFAR-10, 10 epochs with their accuracy checks."""
import os
import sys
import time

import numpy as np
from training import N, TwoLayerNet, answer

VALIDATION, TEST = 1000, 1000


def load(folder):
    """The original's float64 arrays, made and centred at one place: its own loader has two copies of them at times."""
    pixels, labels = zip(*(read(folder, f"data_batch_{i}") for i in range(1, 6)))
    X, y = np.concatenate(pixels, dtype=np.float64), np.concatenate(labels)
    pixels, y_test = read(folder, "test_batch")
    X_test = pixels[:TEST].astype(np.float64)
    num = len(X) - VALIDATION
    mean = X[:num].mean(axis=0)
    X -= mean
    X_test -= mean
    return (X[:num], y[:num]), (X[num:], y[num:]), (X_test, y_test[:TEST])


def read(folder, name):
    records = np.fromfile(os.path.join(folder, name + ".bin"), np.uint8).reshape(-1, 3073)
    return records[:, 1:], records[:, 0]


def accuracy(net, X, y, random, samples=None):
    if samples and len(X) > samples:
        mask = random.choice(len(X), samples)
        X, y = X[mask], y[mask]
    predicted = [net.scores(X[i : i + N]).argmax(axis=1) for i in range(0, len(X), N)]
    return (np.concatenate(predicted) == y).mean()


def run():
    """One run, whose arrays are gone at its end: a second one would find them in memory else."""
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
    return [1000 * (end - start), 1000 * (loaded - start), 1000 * (end - loaded)], best


for line in sys.stdin:
    answer(*run())
