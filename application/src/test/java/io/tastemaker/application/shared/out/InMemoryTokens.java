package io.tastemaker.application.shared.out;

import java.util.concurrent.atomic.AtomicLong;

/** Secrets that everybody can guess, the same in every run. */
public final class InMemoryTokens implements Tokens {

    private final AtomicLong given = new AtomicLong();

    @Override
    public String next() {
        return "token-%037d".formatted(given.incrementAndGet());
    }
}
