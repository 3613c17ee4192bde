"""The benchmarks' work in PyTorch. Reads 'prepare NAME SIZES' and 'run NUMBER COUNT', answers with seconds."""
import sys
import time

import torch

torch.set_num_threads(1)
torch.manual_seed(1)


def gradient(loss, *parameters):
    def call():
        for parameter in parameters:
            parameter.grad = None
        loss().backward()
    return call


def leaf(*shape, dtype=torch.float64):
    return torch.randn(*shape, dtype=dtype).requires_grad_()


def linear(rows):
    x, y = torch.randn(rows), torch.randn(rows)
    w, b = leaf(1, dtype=torch.float32), leaf(1, dtype=torch.float32)
    return gradient(lambda: ((w * x + b - y) ** 2).mean(), w, b)


def logistic(rows):
    x = torch.randn(rows, dtype=torch.float64)
    labels = torch.sign(torch.randn(rows, dtype=torch.float64))
    w, b = leaf(1), leaf(1)
    return gradient(lambda: torch.nn.functional.softplus(-labels * (w * x + b)).mean(), w, b)


def ridge(rows, columns):
    x, y = torch.randn(rows, columns, dtype=torch.float64), torch.randn(rows, dtype=torch.float64)
    w = leaf(columns)
    return gradient(lambda: ((x @ w - y) ** 2).mean() + 0.1 * (w * w).sum(), w)


def gmm(d, k, n):
    x = torch.randn(n, d, dtype=torch.float64)
    alphas, means, icf = leaf(k), leaf(k, d), leaf(k, d * (d + 1) // 2)
    columns, rows = torch.triu_indices(d, d, 1)
    every = torch.arange(k)[:, None]

    def loss():
        logs, lower = icf[:, :d], icf[:, d:]
        q = torch.diag_embed(torch.exp(logs)).index_put((every, rows, columns), lower)
        y = torch.einsum('kij,nkj->nki', q, x[:, None, :] - means)
        terms = alphas + logs.sum(1) - 0.5 * (y * y).sum(2)
        penalty = 0.5 * ((torch.exp(logs) ** 2).sum() + (lower ** 2).sum())
        return torch.logsumexp(terms, 1).sum() - n * torch.logsumexp(alphas, 0) + penalty

    return gradient(loss, alphas, means, icf)


def lstm(layers, characters, bits):
    weights, further = leaf(layers, 2, 4, bits), leaf(3, bits)
    state = torch.randn(layers, 2, bits, dtype=torch.float64)
    text = torch.randint(0, 2, (characters, bits)).double()

    def loss():
        hidden, cells = [s[0] for s in state], [s[1] for s in state]
        total = 0
        for t in range(characters - 1):
            x = text[t] * further[0]
            for k in range(layers):
                w, b = weights[k]
                forget = torch.sigmoid(x * w[0] + b[0])
                ingate = torch.sigmoid(hidden[k] * w[1] + b[1])
                outgate = torch.sigmoid(x * w[2] + b[2])
                change = torch.tanh(hidden[k] * w[3] + b[3])
                cells[k] = cells[k] * forget + ingate * change
                hidden[k] = outgate * torch.tanh(cells[k])
                x = hidden[k]
            y = x * further[1] + further[2]
            total = total + (text[t + 1] * (y - torch.log(2 + torch.exp(y).sum()))).sum()
        return -total / (bits * (characters - 1))

    return gradient(loss, weights, further)


def training(epochs):
    x, y = torch.tensor([1., 2., 3.]), torch.tensor([2., 4., 6.])

    def call():
        w, b = torch.zeros(1, requires_grad=True), torch.zeros(1, requires_grad=True)
        optimizer = torch.optim.SGD([w, b], lr=0.01)
        for _ in range(epochs):
            cost = torch.mean((x * w + b - y) ** 2)
            optimizer.zero_grad()
            cost.backward()
            optimizer.step()

    return call


def epoch(rows, size):
    x, y = torch.randn(rows), torch.randn(rows)
    batches = list(zip(x.split(size), y.split(size)))

    def call():
        w, b = torch.zeros(1, requires_grad=True), torch.zeros(1, requires_grad=True)
        optimizer = torch.optim.SGD([w, b], lr=0.01)
        for inputs, targets in batches:
            cost = torch.mean((inputs * w + b - targets) ** 2)
            optimizer.zero_grad()
            cost.backward()
            optimizer.step()

    return call


print('PyTorch', torch.__version__, flush=True)
calls = []
for line in sys.stdin:
    command, name, *numbers = line.split()
    if command == 'prepare':
        calls.append(globals()[name](*map(int, numbers)))
        print('ready', flush=True)
    else:
        call, count = calls[int(name)], int(numbers[0])
        start = time.perf_counter()
        for _ in range(count):
            call()
        print(time.perf_counter() - start, flush=True)
