package io.tastemaker.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Requests as the bytes that are sent, ready before they are needed. */
final class Requests {

    private static final String SEARCH = "/api/v1/creators/search";

    /** How many cached questions there are. */
    private static final int KNOWN = 32;

    private static final int MADE_AT_ONCE = 500;
    private static final double SHARE_OF_CACHED = 0.9;
    private static final long SEED_OF_CHOICE = 9;

    private final SearchQuestions questions;
    private final String key;

    Requests(SearchQuestions questions, String key) {
        this.questions = questions;
        this.key = key;
    }

    /** No question twice, four campaigns to one without filters. */
    Supplier<byte[]> fresh() {
        Queue<byte[]> ready = new ArrayDeque<>();
        return () -> {
            if (ready.isEmpty()) {
                questions(MADE_AT_ONCE).map(this::search).forEach(ready::add);
            }
            return ready.remove();
        };
    }

    /** The same few over and over. */
    Supplier<byte[]> cached() {
        return cached(SEARCH);
    }

    /** The same, sent elsewhere. */
    Supplier<byte[]> cached(String path) {
        List<byte[]> known = questions(KNOWN).map(question -> post(path, question)).toList();
        return new Supplier<>() {
            private Iterator<byte[]> next = known.iterator();

            @Override
            public byte[] get() {
                next = next.hasNext() ? next : known.iterator();
                return next.next();
            }
        };
    }

    /** Nine of ten cached. */
    Supplier<byte[]> mixed() {
        Supplier<byte[]> cached = cached();
        Supplier<byte[]> fresh = fresh();
        SplittableRandom chance = new SplittableRandom(SEED_OF_CHOICE);
        return () -> chance.nextDouble() < SHARE_OF_CACHED ? cached.get() : fresh.get();
    }

    private Stream<String> questions(int count) {
        return Stream.concat(questions.campaigns(count - count / 5).stream(), questions.open(count / 5).stream());
    }

    private byte[] search(String question) {
        return post(SEARCH, question);
    }

    private byte[] post(String path, String question) {
        return ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Api-Key: " + key + "\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + question.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + question)
                .getBytes(StandardCharsets.UTF_8);
    }
}
